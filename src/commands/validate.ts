import { type Command, Option } from 'commander';
import { ExitCode, type Host, UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import type { LineOf } from '../render/diagnostics-pretty.ts';
import { rules } from '../rules/index.ts';
import { type FileTree, overlayTree } from '../source/file-tree.ts';
import { type Loaded, type LoadOptions, load } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';
import { type Settings, settingsText } from '../source/settings.ts';
import { type Against, against } from '../validate/against.ts';
import { type KnownResults, knownResults } from '../validate/known-results.ts';
import { putAway } from '../validate/put-away.ts';
import { type Validation, validate } from '../validate/validate.ts';
import {
  type BaseRevision,
  baseOf,
  loadBase,
  type Read,
  refuseSparse,
  requireEither,
} from './base.ts';
import { type FindingFormat, findingFormats, MOST_PRINTED, writeFindings } from './findings.ts';
import { countFlag, dayFlag, listFlag, pathsOrDefault, unknownName } from './flags.ts';
import { type Output, outputFlag } from './output.ts';
import { noteAboutReading, type Reading, readingAt, requireFiles } from './reading.ts';
import type { Session } from './session.ts';

interface Flags {
  readonly format?: FindingFormat;
  readonly output?: readonly Output<FindingFormat>[];
  readonly asOf?: Day;
  readonly at?: string;
  readonly base?: string;
  readonly head?: string;
  readonly strict?: boolean;
  readonly maxWarnings?: number;
  readonly maxBytes?: number;
  readonly cache?: boolean;
  readonly rule?: readonly string[];
  readonly showWaived?: boolean;
  readonly quiet?: boolean;
  readonly stdinFilename?: string;
  readonly statistics?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
}

export function addValidate(program: Command, session: Session): void {
  program
    .command('validate')
    .summary('find every fault in plans, owners, standards and settings')
    .description('Checks plan files and shows every finding with its line and the way out.')
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .addOption(
      new Option('--format <format>', 'how findings are written (default: pretty)').choices(
        findingFormats.all,
      ),
    )
    .option(
      '--output <file>',
      'write to a file; FORMAT:FILE may be repeated for several, and leaves --format for standard output',
      outputFlag(findingFormats),
    )
    .option('--as-of <date>', 'the day of validation (default: today)', dayFlag)
    .option('--at <rev>', 'check the plans as they were in this revision of git')
    .option('--base <rev>', 'also check what changed since the plans parted from this revision')
    .option('--head <rev>', 'with --base: check this revision, not the working tree')
    .option('--strict', 'count warnings as errors')
    .option('--max-warnings <n>', 'fail when there are more warnings', countFlag)
    .option('--max-bytes <n>', 'refuse larger files (default: 1048576)', countFlag)
    .option('--cache', 'keep results for the next run where there is no git repository, too')
    .option('--no-cache', 'neither use results of earlier runs, nor keep any for the next')
    .option(
      '--rule <id>',
      'check only this rule, beside what cannot be read (may be repeated)',
      listFlag,
    )
    .option('--quiet', 'show only errors, and warnings where these fail the run')
    .option('--show-waived', 'also show findings that are waived')
    .option('--statistics', 'count findings by rule and plan instead of showing them')
    .option('--fix', 'repair what can be repaired without guessing, and show what is left')
    .option('--dry-run', 'with --fix: show the repairs as a diff and write nothing')
    .option('--stdin-filename <file>', 'check standard input as if it were this file')
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan validate                          check the folder plans
  $ actionplan validate plans/hmpps.yaml         check one plan
  $ actionplan validate --rule owner-required    check one rule
  $ actionplan validate --quiet                  show only errors, for a first look at many
  $ actionplan validate --base main              check what this branch changes, too
  $ actionplan validate --statistics             how many findings of which rule
  $ actionplan validate --fix --dry-run          what could be repaired, as a diff
  $ actionplan validate --format json            for scripts
  $ actionplan validate --format github --output sarif:plans.sarif --output markdown:comment.md

github also adds a summary to the page of the step, where GITHUB_STEP_SUMMARY names its file.`,
    )
    .action(async (paths: string[], flags: Flags) => runValidate(session, paths, flags));
}

async function runValidate(session: Session, paths: string[], flags: Flags): Promise<void> {
  const { host } = session;
  checkFlags(flags);
  const asOf = flags.asOf ?? host.today();
  const only = flags.rule && new Set(flags.rule);
  const repairs = flags.fix || flags.dryRun;
  const fixed = repairs ? await fix(session, paths, flags, { asOf, only }) : undefined;
  if (flags.dryRun) return;
  const reading = readingAt(host, flags.at ?? flags.head);
  // A change is told from whole plans on both sides; else each is put away once it is checked.
  const away =
    flags.base === undefined
      ? putAway(rules, { asOf, only }, helpFor(host, asOf, flags))
      : undefined;
  const { tree, paths: all, loaded } = await read(session, reading.tree, paths, flags, away?.keep);
  const base = flags.base === undefined ? undefined : baseOf(host, flags.base, reading);
  const change = base && judged(host, base, reading, { tree, paths: all, loaded });
  const validation = validate(loaded, rules, { asOf, only, against: change }, away);
  away?.save();
  const unsaid: readonly string[] = flags.quiet ? hushed(validation, flags) : [];
  const shown = validation.diagnostics.filter(
    (one) =>
      (flags.showWaived || !one.waived) && (unsaid.length === 0 || !unsaid.includes(one.severity)),
  );
  const screen = await writeFindings(
    session,
    {
      loaded,
      change,
      lineOf: sourcesOf(loaded, change),
      validation,
      shown,
      run: { asOf, revision: reading.revision, base: base ?? null },
      strict: flags.strict === true,
    },
    flags,
  );
  noteAboutReading(host, loaded, validation);
  if (change && base) host.note(`${changeLine(change, base, validation)}\n`);
  host.note(summaryLine(validation, shown.length, screen, flags));
  session.exit(fixed?.unread ? ExitCode.failed : exitCode(validation, flags));
}

/** Repairs first; whether something could not be read for that. */
async function fix(
  session: Session,
  paths: string[],
  flags: Flags,
  options: { asOf: Day; only: ReadonlySet<string> | undefined },
): Promise<{ readonly unread: boolean }> {
  if (!flags.fix) {
    throw new UsageError('--dry-run is said of --fix', 'give both, or neither');
  }
  if (flags.stdinFilename !== undefined) {
    throw new UsageError(
      '--fix cannot repair standard input',
      'name the file instead of --stdin-filename',
    );
  }
  if (flags.at !== undefined || flags.head !== undefined) {
    throw new UsageError('--fix cannot repair a revision', 'leave out --at and --head');
  }
  const { fixFindings } = await import('./fix.ts');
  const all = pathsOrDefault(session.host.files, paths);
  return fixFindings(session, all, { ...options, dryRun: flags.dryRun ?? false });
}

function changeLine({ changes }: Against, base: BaseRevision, validation: Validation): string {
  const since = `${cleanText(base.rev)} (${base.parted.map((one) => one.slice(0, 7)).join(', ')})`;
  return validation.changeLeftOut
    ? `what changed since ${since} was not judged: first mend what cannot be read`
    : `${counted(changes.length, 'change')} of commitments since ${since} judged`;
}

/** The change from a base to what was read, as far as it can be told. */
function judged(host: Host, base: BaseRevision, { revision }: Reading, head: Read): Against {
  const { tree, paths, loaded } = head;
  if (revision === null) refuseSparse(host, paths);
  const before = loadBase(host, base, head);
  const trees = base.parted.map((commit) => host.revisions.tree({ rev: base.rev, commit }));
  const plans = [loaded, ...before.parted].flatMap(({ files, unchanged }) => [
    ...files.filter(({ kind }) => kind === 'plan' || kind === undefined),
    ...unchanged,
  ]);
  requireEither(paths, [tree, ...trees], plans.length);
  return against(before, loaded, tree, rules);
}

function checkFlags(flags: Flags): void {
  const ids = rules.map((rule) => rule.id);
  for (const id of flags.rule ?? []) {
    if (!ids.includes(id)) throw unknownName('rule', id, ids, '`actionplan rules` lists them');
    if (flags.base !== undefined || rules.find((rule) => rule.id === id)?.scope !== 'change') {
      continue;
    }
    throw new UsageError(
      `rule ${id} checks a change, and there is none to check`,
      'give what to compare with: --base main',
    );
  }
  if (flags.statistics && flags.format !== undefined) {
    throw new UsageError(
      '--statistics is a table and cannot be given with --format',
      'leave one of the two out; --format json has every finding to count',
    );
  }
  if (flags.head !== undefined && flags.base === undefined) {
    throw new UsageError('--head is given without --base', 'give --base too, or --at REV');
  }
  const revision = flags.at ?? flags.head;
  if (flags.at !== undefined && flags.head !== undefined) {
    throw new UsageError('--at and --head cannot be given together', 'give one of the two');
  }
  if (revision !== undefined && flags.stdinFilename !== undefined) {
    throw new UsageError(
      'standard input cannot be read from a revision',
      'leave out --stdin-filename or the revision',
    );
  }
}

async function read(
  { host }: Session,
  tree: FileTree,
  paths: string[],
  flags: Flags,
  keep: LoadOptions['keep'],
): Promise<Read> {
  if (flags.stdinFilename !== undefined) {
    if (paths.length > 0) {
      throw new UsageError(
        'paths and --stdin-filename cannot be given together',
        'leave the paths out: standard input is the one file checked',
      );
    }
    const file = flags.stdinFilename;
    const overlay = overlayTree(tree, file, await host.stdin());
    return {
      tree: overlay,
      paths: [file],
      loaded: load(overlay, [file], { keep, progress: host.progress, ...sizeLimit(flags) }),
    };
  }
  const all = pathsOrDefault(tree, paths);
  // Where a change is checked, a file that is named may be one that the change removes.
  const loaded = load(tree, all, {
    missing: flags.base === undefined ? 'fault' : 'none',
    keep,
    progress: host.progress,
    ...sizeLimit(flags),
  });
  if (flags.base === undefined) requireFiles(tree, all, loaded);
  return { tree, paths: all, loaded };
}

/** The lines of files, for what is shown of them; of old files only where there is no new one. */
function sourcesOf(loaded: Loaded, change: Against | undefined): LineOf {
  const settings = loaded.settingsRead ? [loaded.settingsRead] : [];
  const every = [...(change?.reads ?? []), ...loaded.files, ...loaded.context, ...settings];
  const reads = new Map(every.map((one) => [one.file, one]));
  // Findings are shown file by file, and few of them: what was put away is read again for them.
  let last: FileRead | undefined;
  return (file, line) => {
    const known = reads.get(file);
    if (!known || known.document) return known?.document?.source.line(line);
    if (last?.file !== file) last = loaded.again(file);
    return last.document?.source.line(line);
  };
}

/** Only the person who runs the tool may raise the limit; the repository it reads may not. */
function sizeLimit({ maxBytes }: Flags): Pick<LoadOptions, 'maxBytes'> {
  return maxBytes === undefined ? {} : { maxBytes };
}

/** What spares work: earlier results, where those are kept, and a second thread. */
function helpFor(host: Host, asOf: Day, flags: Flags) {
  const elsewhere = (flags.at ?? flags.head ?? flags.stdinFilename) !== undefined;
  if (elsewhere) return {};
  return { results: resultsFor(host, asOf, flags), secondThread: host.secondThread };
}

/** Earlier results, by all that they depend on beside the plan. */
function resultsFor({ files, results, version }: Host, asOf: Day, flags: Flags) {
  const { cache, rule, maxBytes } = flags;
  if (!results || cache === false) return undefined;
  return ({ file, financialYear }: Settings): KnownResults | undefined => {
    const store = results(cache === true);
    if (!store) return undefined;
    const conditions = [
      version,
      rules.map(({ id }) => id),
      asOf,
      rule ?? null,
      maxBytes ?? null,
      financialYear,
      file === null ? null : files.absolute(file),
      file === null ? '' : settingsText(files, file),
    ];
    return knownResults(store, JSON.stringify(conditions));
  };
}

function summaryLine(
  validation: Validation,
  shown: number,
  screen: FindingFormat | undefined,
  flags: Flags,
): string {
  const { counts, elsewhere } = validation;
  const checked = `${counted(counts.files, 'file')} (${counted(counts.plans, 'plan')}) checked`;
  const findings = [
    counted(counts.error, 'error'),
    counted(counts.warning, 'warning'),
    ...(counts.info > 0 ? [`${counts.info} info`] : []),
    ...(counts.waived > 0
      ? [`${counts.waived} waived${flags.showWaived ? '' : ' (--show-waived shows them)'}`]
      : []),
  ].join(', ');
  const cut =
    screen === 'pretty' && shown > MOST_PRINTED
      ? `the first ${MOST_PRINTED} of ${shown} findings are shown; --format compact or json lists all, --rule those of one rule\n`
      : '';
  const unsaid = flags.quiet ? hushed(validation, flags) : [];
  const left = unsaid.reduce((sum, severity) => sum + counts[severity], 0);
  const without = left > 0 && !flags.statistics ? ` (--quiet leaves ${left} unsaid)` : '';
  const where =
    elsewhere > 0
      ? `, ${elsewhere} of these in files not asked about, in which owners and references are looked up`
      : '';
  return `${cut}${checked}: ${findings}${without}${where}${tooMany(counts.warning, flags)}\n`;
}

/** What `--quiet` leaves out, though it is counted: all that does not fail the run. */
function hushed({ counts }: Validation, flags: Flags): ('warning' | 'info')[] {
  return tooMany(counts.warning, flags) === '' ? ['warning', 'info'] : ['info'];
}

/** Why a run without errors fails all the same. */
function tooMany(warnings: number, { strict, maxWarnings }: Flags): string {
  if (strict && warnings > 0) return ' (--strict: warnings count as errors)';
  if (maxWarnings === undefined || warnings <= maxWarnings) return '';
  return ` (more warnings than --max-warnings ${maxWarnings} allows)`;
}

function exitCode({ counts, unread, settingsFailed }: Validation, flags: Flags): ExitCode {
  if (unread || settingsFailed) return ExitCode.failed;
  if (counts.error > 0 || (flags.strict && counts.warning > 0)) return ExitCode.problems;
  if (flags.maxWarnings !== undefined && counts.warning > flags.maxWarnings)
    return ExitCode.problems;
  return ExitCode.ok;
}
