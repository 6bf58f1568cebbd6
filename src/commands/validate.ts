import { type Command, Option } from 'commander';
import { ExitCode, UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import { rules } from '../rules/index.ts';
import { overlayTree } from '../source/file-tree.ts';
import { type Loaded, load } from '../source/load.ts';
import { type Validation, validate } from '../validate/validate.ts';
import { type FindingFormat, findingFormats, MOST_PRINTED, writeFindings } from './findings.ts';
import { counted, countFlag, dayFlag, listFlag, pathsOrDefault, unknownName } from './flags.ts';
import { type Output, outputFlag } from './output.ts';
import { noteAboutReading, requirePlans } from './reading.ts';
import type { Session } from './session.ts';

interface Flags {
  readonly format?: FindingFormat;
  readonly output?: readonly Output<FindingFormat>[];
  readonly asOf?: Day;
  readonly strict?: boolean;
  readonly maxWarnings?: number;
  readonly rule?: readonly string[];
  readonly showWaived?: boolean;
  readonly stdinFilename?: string;
  readonly statistics?: boolean;
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
    .option('--strict', 'count warnings as errors')
    .option('--max-warnings <n>', 'fail when there are more warnings', countFlag)
    .option('--rule <id>', 'check only this rule (may be repeated)', listFlag)
    .option('--show-waived', 'also show findings that are waived')
    .option('--statistics', 'count findings by rule and plan instead of showing them')
    .option('--stdin-filename <file>', 'check standard input as if it were this file')
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan validate                          check the folder plans
  $ actionplan validate plans/hmpps.yaml         check one plan
  $ actionplan validate --rule owner-required    check one rule
  $ actionplan validate --statistics             how many findings of which rule
  $ actionplan validate --format json            for scripts
  $ actionplan validate --format github --output sarif:plans.sarif --output markdown:comment.md

github also adds a summary to the page of the step, where GITHUB_STEP_SUMMARY names its file.`,
    )
    .action(async (paths: string[], flags: Flags) => runValidate(session, paths, flags));
}

async function runValidate(session: Session, paths: string[], flags: Flags): Promise<void> {
  const { host } = session;
  const ids = rules.map((rule) => rule.id);
  for (const id of flags.rule ?? []) if (!ids.includes(id)) throw unknownName('rule', id, ids);
  const asOf = flags.asOf ?? host.today();
  const loaded = await read(session, paths, flags);
  const only = flags.rule && new Set(flags.rule);
  const validation = validate(loaded, rules, { asOf, only });
  const shown = validation.diagnostics.filter((one) => flags.showWaived || !one.waived);
  const findings = { loaded, validation, shown, asOf, strict: flags.strict === true };
  const screen = await writeFindings(session, findings, flags);
  noteAboutReading(host, loaded);
  host.note(summaryLine(validation, shown.length, screen, flags));
  session.exit(exitCode(validation, flags));
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

function summaryLine(
  { counts }: Validation,
  shown: number,
  screen: FindingFormat | undefined,
  flags: Flags,
): string {
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
  return `${cut}${checked}: ${findings}\n`;
}

function exitCode({ counts, unread, settingsFailed }: Validation, flags: Flags): ExitCode {
  if (unread || settingsFailed) return ExitCode.failed;
  if (counts.error > 0 || (flags.strict && counts.warning > 0)) return ExitCode.problems;
  if (flags.maxWarnings !== undefined && counts.warning > flags.maxWarnings)
    return ExitCode.problems;
  return ExitCode.ok;
}
