import { type Command, Option } from 'commander';
import { ExitCode, type Host, UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import { actionsOf, type Plan } from '../model/plan.ts';
import { layoutOf } from '../model/publish-settings.ts';
import { entriesUntil, existsOn } from '../model/state.ts';
import { counted } from '../model/words.ts';
import type { Document, Stamp } from '../publish/document.ts';
import { inFormat, PUBLISH_FORMATS, type PublishFormat } from '../publish/formats.ts';
import { cleanText } from '../render/clean-text.ts';
import { rules } from '../rules/index.ts';
import { type Loaded, load } from '../source/load.ts';
import { validate } from '../validate/validate.ts';
import { checkPublished } from './check-published.ts';
import { planNamed } from './find-plan.ts';
import { dayFlag, pathsOrDefault } from './flags.ts';
import { readLogo } from './logo.ts';
import { revisionOf } from './made-from.ts';
import {
  destinations,
  type Formats,
  type Output,
  outputFlag,
  refuseToOverwrite,
  writeFiles,
} from './output.ts';
import { faultyFiles, noteAboutReading, readingAt, requirePlans, requireThere } from './reading.ts';
import type { Session } from './session.ts';

const publishFormats: Formats<PublishFormat> = {
  all: PUBLISH_FORMATS,
  usual: 'html',
  byEnding: { html: 'html', htm: 'html', docx: 'docx', md: 'markdown' },
};

interface Flags {
  readonly asOf?: Day;
  readonly at?: string;
  readonly format?: PublishFormat;
  readonly output?: readonly Output<PublishFormat>[];
  readonly check?: boolean;
}

export function addPublish(program: Command, session: Session): void {
  program
    .command('publish')
    .summary('write the official document of a plan, as a page, for Word or as Markdown')
    .description(
      'Writes the official document of a plan: its facts, the recommendations with the answers to them, the actions with owners and targets, the progress of each round, and the closing tables. Internal `notes` are never in it.',
    )
    .argument('<plan>', 'the id of a plan, or its file')
    .argument('[paths...]', 'where to look for the id (default: plans if it exists, else .)')
    .option('--as-of <date>', 'the day the document tells of (default: today)', dayFlag)
    .option('--at <rev>', 'read the plan as it was in this revision of git')
    .addOption(
      new Option(
        '--format <format>',
        "how it is written (default: by the file's ending, else html)",
      ).choices(PUBLISH_FORMATS),
    )
    .option(
      '--output <file>',
      'write to a file; FORMAT:FILE may be repeated for several',
      outputFlag(publishFormats),
    )
    .option('--check', 'write nothing; exit with 1 if the files are not what the plan says now')
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan publish hmpps-mental-health --output action-plan.html
  $ actionplan publish plans/hsab-case-review.yaml --format docx --output review.docx
  $ actionplan publish long-wait --as-of 2025-05-31 --output plan.html --output plan.docx --output plan.md
  $ actionplan publish hmpps-mental-health --output action-plan.html --check`,
    )
    .action(async (plan: string, paths: string[], flags: Flags) =>
      runPublish(session, plan, paths, flags),
    );
}

async function runPublish(
  session: Session,
  name: string,
  given: readonly string[],
  flags: Flags,
): Promise<void> {
  const { host } = session;
  const reading = readingAt(host, flags.at);
  const { tree } = reading;
  const isFile = tree.kind(name) === 'file';
  const paths = isFile ? [name] : pathsOrDefault(tree, given);
  requireThere(reading, paths);
  const loaded = load(tree, paths);
  const plan = findPlan(name, isFile, paths, loaded);
  requireSound(plan, loaded);
  const day = flags.asOf ?? host.today();
  if (plan.submitted.day > day) {
    throw new UsageError(
      `plan ${plan.id} was submitted on ${plan.submitted.written}, after ${day}`,
      'choose a later day with --as-of',
    );
  }
  const layout = layoutOf(loaded.settings.publish, plan.id);
  const logo = readLogo(tree, loaded.settings.file, layout);
  const { publishPlan } = await import('../publish/publish.ts');
  const document = (stamp: Stamp): Document =>
    publishPlan({ plan, portfolio: loaded.portfolio, day, layout, logo: logo?.picture, stamp });
  const { files, screen } = destinations(publishFormats, flags.format, flags.output);

  const sources = [plan.file, ...sourcesBeside(loaded), ...(logo ? [logo.file] : [])];
  const revision = revisionOf(host, reading, [plan.file], sources);
  if (flags.check) {
    if (files.length === 0) {
      throw new UsageError('--check needs the published file', 'name it with --output');
    }
    const asked = { day: flags.asOf, revision: flags.at === undefined ? undefined : revision };
    const current = await checkPublished(host, { plan, name, day, files, asked }, document);
    if (!current) session.exit(ExitCode.problems);
    return;
  }
  const made = document({ day, revision, version: host.version });
  refuseToOverwrite(
    host,
    [...sources.map((file) => ({ file })), ...loaded.files, ...loaded.context],
    files,
  );
  await writeFiles(host, files, (format) => inFormat(format, made));
  if (screen !== undefined) {
    if (screen === 'docx' && host.terminal.columns !== undefined) {
      throw new UsageError(
        'a DOCX is nothing to look at on a terminal',
        'name a file with --output',
      );
    }
    host.out(await inFormat(screen, made));
  }
  host.note(`${inNumbers(plan, day)}, as of ${day}\n`);
  noteAboutReading(host, loaded);
  noteErrors(host, plan, loaded, flags.at);
}

/** The document of a faulty plan can be made, but nobody should have to find that out in it. */
function noteErrors(host: Host, plan: Plan, loaded: Loaded, at: string | undefined): void {
  const { diagnostics } = validate(loaded, rules, { asOf: host.today() });
  const errors = diagnostics.filter(
    ({ file, severity, waived }) => file === plan.file && severity === 'error' && !waived,
  );
  if (errors.length === 0) return;
  const revision = at === undefined ? '' : ` --at ${cleanText(at)}`;
  host.note(
    `note: the plan has ${counted(errors.length, 'error')}\nnext: actionplan validate ${cleanText(plan.file)}${revision}\n`,
  );
}

/** The plan of a file, or of an id. */
function findPlan(name: string, isFile: boolean, paths: readonly string[], loaded: Loaded): Plan {
  const { plans } = loaded.portfolio;
  const [plan, other] = isFile ? plans : plans.filter(({ id }) => id === name);
  if (plan && other) {
    throw new UsageError(
      `${cleanText(plan.file)} and ${cleanText(other.file)} both have the id "${cleanText(name)}"`,
      'name the file of the plan instead',
    );
  }
  if (plan) return plan;
  const [fault] = faultyFiles(loaded);
  if (isFile) {
    throw new UsageError(
      `${cleanText(name)} is no plan${fault ? ` that can be read: ${cleanText(fault[1])}` : ''}`,
      'a plan begins with `plan:`; `actionplan validate` shows every fault',
    );
  }
  if (/[/\\]|\.ya?ml$/i.test(name)) {
    throw new UsageError(
      `there is no file ${cleanText(name)}`,
      'give the file of a plan, or the id of one',
    );
  }
  requirePlans(paths, loaded);
  return planNamed(loaded, name);
}

/** What a document is made from beside the plan: owners and settings. */
function sourcesBeside({ files, context, settingsRead }: Loaded): string[] {
  const owners = [...files, ...context].filter(({ kind }) => kind === 'owners');
  return [...owners, ...(settingsRead ? [settingsRead] : [])].map(({ file }) => file);
}

/** Half a plan, or one with owners missing, would look whole. Other plans do not matter here. */
function requireSound(plan: Plan, loaded: Loaded): void {
  const plans = new Set(
    [...loaded.files, ...loaded.context]
      .filter(({ kind }) => kind === 'plan')
      .map(({ file }) => file),
  );
  for (const [file, reason] of faultyFiles(loaded)) {
    if (file !== plan.file && plans.has(file)) continue;
    throw new UsageError(
      `${cleanText(file)} cannot be read, so there is no document: ${cleanText(reason)}`,
      '`actionplan validate` shows every fault',
    );
  }
}

function inNumbers(plan: Plan, day: Day): string {
  const actions = [...actionsOf(plan)]
    .map(({ action }) => action)
    .filter((action) => existsOn(action, day));
  const entries = actions.reduce((sum, action) => sum + entriesUntil(action, day).length, 0);
  return `${counted(plan.recommendations.length, cleanText(plan.item))}, ${counted(actions.length, 'action')}, ${entries} progress ${entries === 1 ? 'entry' : 'entries'}`;
}
