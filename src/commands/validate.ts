import { type Command, Option } from 'commander';
import { ExitCode, UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { compactDiagnostics } from '../render/diagnostics-compact.ts';
import { diagnosticsJson } from '../render/diagnostics-json.ts';
import { prettyDiagnostics } from '../render/diagnostics-pretty.ts';
import { statistics } from '../render/statistics.ts';
import { rules } from '../rules/index.ts';
import { overlayTree } from '../source/file-tree.ts';
import { type Loaded, load } from '../source/load.ts';
import { type Validation, validate } from '../validate/validate.ts';
import { counted, countFlag, dayFlag, listFlag, pathsOrDefault, unknownName } from './flags.ts';
import { noteAboutReading, requirePlans } from './reading.ts';
import type { Session } from './session.ts';

/** More are not shown with their lines: nobody reads them, and the exact total is given. */
const MOST_PRINTED = 100;

interface Flags {
  readonly format: 'pretty' | 'compact' | 'json';
  readonly asOf?: Day;
  readonly strict?: boolean;
  readonly maxWarnings?: number;
  readonly rule?: readonly string[];
  readonly showWaived?: boolean;
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
      new Option('--format <format>', 'how findings are written')
        .choices(['pretty', 'compact', 'json'])
        .default('pretty'),
    )
    .option('--as-of <date>', 'the day of validation (default: today)', dayFlag)
    .option('--strict', 'count warnings as errors')
    .option('--max-warnings <n>', 'fail when there are more warnings', countFlag)
    .option('--rule <id>', 'check only this rule (may be repeated)', listFlag)
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
  $ actionplan validate --statistics             how many findings of which rule
  $ actionplan validate --fix --dry-run          what could be repaired, as a diff
  $ actionplan validate --format json            for scripts`,
    )
    .action(async (paths: string[], flags: Flags) => runValidate(session, paths, flags));
}

async function runValidate(session: Session, paths: string[], flags: Flags): Promise<void> {
  const { host } = session;
  const ids = rules.map((rule) => rule.id);
  for (const id of flags.rule ?? []) if (!ids.includes(id)) throw unknownName('rule', id, ids);
  const asOf = flags.asOf ?? host.today();
  const only = flags.rule && new Set(flags.rule);
  if ((flags.fix || flags.dryRun) && (await fix(session, paths, flags, { asOf, only }))) return;
  const loaded = await read(session, paths, flags);
  const validation = validate(loaded, rules, { asOf, only });
  const shown = validation.diagnostics.filter((one) => flags.showWaived || !one.waived);
  if (flags.statistics) {
    const { reportTable } = await import('../render/report-table.ts');
    host.out(reportTable(statistics(validation.diagnostics, ids), session.style()));
  } else {
    host.out(write(session, loaded, validation, shown, asOf, flags));
  }
  noteAboutReading(host, loaded);
  host.note(summaryLine(validation, shown.length, flags));
  session.exit(exitCode(validation, flags));
}

/** Repairs first; whether that was all that was asked for. */
async function fix(
  session: Session,
  paths: string[],
  flags: Flags,
  options: { asOf: Day; only: ReadonlySet<string> | undefined },
): Promise<boolean> {
  if (!flags.fix) {
    throw new UsageError('--dry-run is said of --fix', 'give both, or neither');
  }
  if (flags.stdinFilename !== undefined) {
    throw new UsageError(
      '--fix cannot repair standard input',
      'name the file instead of --stdin-filename',
    );
  }
  const { fixFindings } = await import('./fix.ts');
  const all = pathsOrDefault(session.host, paths);
  return fixFindings(session, all, { ...options, dryRun: flags.dryRun ?? false });
}

async function read({ host }: Session, paths: string[], flags: Flags): Promise<Loaded> {
  if (flags.stdinFilename !== undefined) {
    if (paths.length > 0) {
      throw new UsageError(
        'paths and --stdin-filename cannot be given together',
        'leave the paths out: standard input is the one file checked',
      );
    }
    const file = flags.stdinFilename;
    return load(overlayTree(host.files, file, await host.stdin()), [file]);
  }
  const all = pathsOrDefault(host, paths);
  const loaded = load(host.files, all);
  requirePlans(host, all, loaded);
  return loaded;
}

function write(
  session: Session,
  loaded: Loaded,
  validation: Validation,
  shown: readonly Diagnostic[],
  asOf: Day,
  flags: Flags,
): string {
  if (flags.format === 'json') return diagnosticsJson(asOf, validation.counts, shown);
  if (flags.format === 'compact') return compactDiagnostics(shown);
  const printed = shown.slice(0, MOST_PRINTED);
  const sources = new Map(
    [...loaded.files, ...loaded.context, ...(loaded.settingsRead ? [loaded.settingsRead] : [])].map(
      (one) => [one.file, one.document?.source],
    ),
  );
  return prettyDiagnostics(printed, (file, line) => sources.get(file)?.line(line), session.style());
}

function summaryLine({ counts }: Validation, shown: number, flags: Flags): string {
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
    flags.format === 'pretty' && !flags.statistics && shown > MOST_PRINTED
      ? `the first ${MOST_PRINTED} of ${shown} findings are shown; --format compact or json lists all, --rule those of one rule\n`
      : '';
  return `${cut}${checked}: ${findings}\n`;
}

function exitCode({ counts, unread, settingsFailed }: Validation, flags: Flags): ExitCode {
  if (unread || settingsFailed) return ExitCode.failed;
  if (counts.error > 0 || (flags.strict && counts.warning > 0)) return ExitCode.problems;
  if (flags.maxWarnings !== undefined && counts.warning > flags.maxWarnings)
    return ExitCode.problems;
  return ExitCode.ok;
}
