import type { Command } from 'commander';
import { ExitCode, type Host, UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import { layoutOf } from '../model/publish-settings.ts';
import { counted } from '../model/words.ts';
import type { Comparison, SiteFile } from '../publish/site/input.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Period } from '../reports/report.ts';
import { type Loaded, load } from '../source/load.ts';
import { dayFlag, pathsOrDefault } from './flags.ts';
import { revisionOf } from './made-from.ts';
import { daysOf } from './period.ts';
import {
  faultyFiles,
  noteAboutReading,
  type Reading,
  readable,
  readingAt,
  requirePlans,
} from './reading.ts';
import type { Session } from './session.ts';
import { changesSince } from './since.ts';
import { differences, writeSite } from './site-folder.ts';
import { type Manifest, readManifest } from './site-manifest.ts';
import { sourceLinks } from './source-url.ts';

/** More differences than this are counted. */
const MOST_NAMED = 10;

interface Flags {
  readonly asOf?: Day;
  readonly month?: string;
  readonly at?: string;
  readonly since?: string;
  readonly title: string;
  readonly sourceUrl?: string;
  readonly skipInvalid?: boolean;
  readonly check?: boolean;
}

export function addSite(program: Command, session: Session): void {
  program
    .command('site')
    .summary('write the dashboard: a site of pages about all plans, for a board and the public')
    .description(
      'Writes a site of static pages about all plans: where they stand, what moved in the month, what is overdue, each plan, owner and organisation, with the data of every report beside them. It needs no server. Internal `notes` are never in it.',
    )
    .argument('<folder>', 'the folder of the site: new, empty, or one that this command made')
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
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan site public
  $ actionplan site public --as-of 2023-05-01 --month 2023-03
  $ actionplan site public --since v1.0 --title "Plans of the partnership"
  $ actionplan site public --source-url "https://github.com/OWNER/NAME/blob/{revision}/{path}#L{line}"
  $ actionplan site public --check`,
    )
    .action(async (folder: string, paths: string[], flags: Flags) =>
      runSite(session, folder.replace(/(?<=[^/])\/+$/, ''), paths, flags),
    );
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

interface Made {
  readonly files: readonly SiteFile[];
  readonly facts: Omit<Manifest, 'files' | 'unfinished'>;
  readonly loaded: Loaded;
}

/** The files of the site; undefined where plans cannot be read. A check is of the day the site was made of. */
async function makeSite(
  session: Session,
  given: readonly string[],
  flags: Flags,
  stands: Manifest | undefined,
): Promise<Made | undefined> {
  const { host } = session;
  const reading = readingAt(host, flags.at);
  const paths = pathsOrDefault(reading.tree, given);
  const { asOf, period } = daysOfSite(flags, host.today(), stands);
  const loaded = load(reading.tree, paths, { progress: host.progress });
  requirePlans(paths, loaded);
  if (!readable(session, loaded, flags.skipInvalid, 'site')) return undefined;
  const faulty = faultyFiles(loaded);
  const plans = loaded.portfolio.plans.filter((plan) => !faulty.has(plan.file));
  const documents = new Map(loaded.files.map((read) => [read.file, read.document]));
  const current = revisionOf(
    host,
    reading,
    plans.map(({ file }) => file),
    sourcesOf(loaded),
  );
  const revision = stands && flags.at === undefined ? stands.revision : current;
  const version = stands?.version ?? host.version;
  const { siteFiles } = await import('../publish/site/build-site.ts');
  const { outputJsonSchemas } = await import('../schema/json-schema.ts');
  const { english } = await import('../publish/words-en.ts');
  const assets = await import('site:assets');
  const files = siteFiles({
    portfolio: { ...loaded.portfolio, plans },
    asOf,
    period,
    title: flags.title,
    kicker: (plan) => layoutOf(loaded.settings.publish, plan).title ?? english.actionPlan,
    stamp: { day: asOf, revision, version },
    sources: {
      files: loaded.files.length,
      plans: plans.length,
      revision: reading.revision,
      skipped: [...faulty].map(([file, reason]) => ({ file, reason })),
    },
    lineOf: ({ file, path }) => documents.get(file)?.lineOf(path) ?? 1,
    sourceLink:
      flags.sourceUrl === undefined ? undefined : sourceLinks(host, flags.sourceUrl, revision),
    comparison: comparison(host, reading, flags.since, paths),
    schemas: outputJsonSchemas(),
    assets,
  });
  return { files, facts: { asOf, period, revision, version }, loaded };
}

function comparison(
  host: Host,
  reading: Reading,
  since: string | undefined,
  paths: readonly string[],
): Comparison | undefined {
  return since === undefined ? undefined : changesSince(host, reading, since, paths);
}

/** The day and the month: those asked for, else those of the site that is checked, else today's. */
function daysOfSite(
  { asOf: asked, month }: Flags,
  today: Day,
  stands: Manifest | undefined,
): { asOf: Day; period: Period } {
  if (stands && asked === undefined && month === undefined) {
    return { asOf: stands.asOf, period: stands.period };
  }
  const limit = asked ?? (month === undefined ? today : undefined);
  const flags = {
    ...(limit !== undefined && { asOf: limit }),
    month: month ?? (limit ?? today).slice(0, 7),
  };
  const { asOf, period } = daysOf(flags, today);
  return { asOf, period: period ?? { from: asOf, to: asOf } };
}

/** All that the pages are made from, whose changes count as not committed. */
function sourcesOf({ files, context, settingsRead }: Loaded): string[] {
  const read = [...files, ...context, ...(settingsRead ? [settingsRead] : [])];
  return [...new Set(read.map(({ file }) => file))];
}
