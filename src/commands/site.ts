import { type Command, InvalidArgumentError, Option } from 'commander';
import { ExitCode, type Host, UsageError } from '../host.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import { countFlag, dayFlag } from './flags.ts';
import { makeSite, type SiteFlags } from './make-site.ts';
import { noteAboutReading } from './reading.ts';
import { serveSite } from './serve-site.ts';
import type { Session } from './session.ts';
import { differences, writeSite } from './site-folder.ts';
import { type Manifest, readManifest } from './site-manifest.ts';

/** More differences than this are counted. */
const MOST_NAMED = 10;

interface Flags extends SiteFlags {
  readonly check?: boolean;
  readonly serve?: boolean;
  readonly port: number;
}

export function addSite(program: Command, session: Session): void {
  program
    .command('site')
    .summary('write the dashboard: a site of pages about all plans, for a board and the public')
    .description(
      'Writes a site of static pages about all plans: where they stand, what moved in the month, what is overdue, each plan, owner and organisation, with the data of every report beside them. It needs no server. Internal `notes` are never in it.',
    )
    .argument('[folder]', 'the folder of the site: new, empty, or one that this command made')
    .argument('[paths...]', 'files or folders of plans (default: plans if it exists, else .)')
    .option('--as-of <date>', 'the day the site tells of (default: today)', dayFlag)
    .option('--month <month>', 'the month whose movement is told (default: that of the day)')
    .option('--at <rev>', 'read the plans as they were in this revision of git')
    .option('--since <rev>', 'also a page of what changed since this revision of git')
    .option('--title <text>', 'what the site is called', 'Action plans')
    .option(
      '--source-url <template>',
      'link to the lines of files: an address with {path}, {line} and {revision}',
    )
    .option('--skip-invalid', 'leave out files that cannot be read, and say so on every page')
    .option('--check', 'write nothing; exit with 1 if the folder is not what the plans say now')
    .option(
      '--serve',
      'write nothing; show the site on this machine, and make it anew as plans change',
    )
    .addOption(
      new Option('--port <n>', 'where --serve shows it; 0 takes any that is free')
        .argParser(portFlag)
        .default(8080),
    )
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan site public
  $ actionplan site public --as-of 2023-05-01 --month 2023-03
  $ actionplan site public --since v1.0 --title "Plans of the partnership"
  $ actionplan site public --source-url "https://github.com/OWNER/NAME/blob/{revision}/{path}#L{line}"
  $ actionplan site public --check
  $ actionplan site --serve plans`,
    )
    .action(async (folder: string | undefined, paths: string[], flags: Flags) => {
      // What is served is written nowhere: then all arguments are paths of plans.
      if (flags.serve) {
        if (flags.check) {
          throw new UsageError('--serve and --check are two things', 'give one of them');
        }
        const places = [folder, ...paths].filter((one) => one !== undefined);
        await serveSite(session, places, flags.port, flags);
      } else if (folder === undefined) {
        throw new UsageError('no folder is named for the site', 'name it: actionplan site public');
      } else if (folder === '') {
        // A script whose variable is empty means no folder at all, rather than this one.
        throw new UsageError('the name of the folder is empty', 'name it: actionplan site public');
      } else await runSite(session, folder.replace(/(?<=[^/])\/+$/, ''), paths, flags);
    });
}

function portFlag(text: string): number {
  const port = countFlag(text);
  if (port > 65_535) throw new InvalidArgumentError('A port is a number up to 65535.');
  return port;
}

async function runSite(
  session: Session,
  folder: string,
  given: readonly string[],
  flags: Flags,
): Promise<void> {
  const { host } = session;
  const stands = flags.check ? manifestOf(host, folder) : undefined;
  const made = await makeSite(session, given, flags, stands);
  if (!made) return;
  const { files, facts, loaded } = made;
  if (stands) {
    const found = differences(host, folder, files);
    for (const one of found.slice(0, MOST_NAMED)) {
      host.note(`error: ${cleanText(folder)}/${cleanText(one)}\n`);
    }
    if (found.length === 0) {
      host.note(`${cleanText(folder)} is what the plans say, as of ${facts.asOf}\n`);
      return;
    }
    host.note(
      `${counted(found.length, 'difference')}\nhelp: renew it with \`actionplan site ${cleanText(folder)}\` and the same options\n`,
    );
    session.exit(ExitCode.problems);
    return;
  }
  const { written, same, removed } = writeSite(host, folder, files, facts);
  noteAboutReading(host, loaded);
  host.note(
    `${counted(loaded.portfolio.plans.length, 'plan')}, as of ${facts.asOf}: ${counted(written, 'file')} written to ${cleanText(folder)}, ${same} as before, ${removed} removed\n`,
  );
}

/** The manifest of a site that is to be checked. */
function manifestOf(host: Host, folder: string): Manifest {
  const manifest = readManifest(host, folder);
  if (manifest) return manifest;
  throw new UsageError(
    `there is no site in ${cleanText(folder)}`,
    'write one first: the same command without --check',
  );
}
