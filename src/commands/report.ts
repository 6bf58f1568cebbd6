import { type Command, Option } from 'commander';
import { reports } from '../reports/index.ts';
import type { Report } from '../reports/report.ts';
import { countFlag, dayFlag, firstDayFlag, listFlag } from './flags.ts';
import { outputFlag } from './output.ts';
import { FORMATS, type ReportFlags, reportFormats } from './report-flags.ts';
import { runReport } from './run-report.ts';
import type { Session } from './session.ts';

export function addReport(program: Command, session: Session): void {
  const command = program
    .command('report')
    .summary('answer a question about plans: what is overdue, due, done, owned by whom')
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan report overdue                            what is overdue today
  $ actionplan report overdue --as-of 2023-05-01         what was overdue then
  $ actionplan report completed --month 2023-03          what was done that month
  $ actionplan report owners --by organisation
  $ actionplan report summary --month 2023-03 --format markdown --output summary.md`,
    );
  for (const report of reports) addOne(command, report, session);
}

function addOne(parent: Command, report: Report, session: Session): void {
  const command = parent
    .command(report.id)
    .summary(report.answers)
    .description(`Answers: ${report.answers}.`)
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .option('--as-of <date>', 'the day on which state is worked out (default: today)', dayFlag)
    .option('--at <rev>', 'read the plans as they were in this revision of git')
    .addOption(
      new Option('--format <format>', 'how the result is written (default: table)').choices(
        FORMATS,
      ),
    )
    .option(
      '--output <file>',
      'write to a file; FORMAT:FILE may be repeated for several',
      outputFlag(reportFormats),
    )
    .option('--plan <id>', 'only this plan (may be repeated, as the next five)', listFlag)
    .option('--owner <name>', 'only actions of this owner', listFlag)
    .option('--organisation <name>', 'only actions of this organisation', listFlag)
    .option('--status <status>', 'only actions with this status', listFlag)
    .option('--tag <tag>', 'only actions with this tag', listFlag)
    .option('--theme <heading>', 'only actions under this theme', listFlag)
    .option('--skip-invalid', 'leave out files that cannot be read, and say which')
    .addHelpText('after', `\nExample:\n  $ actionplan report ${report.id} ${report.example}`)
    .action(async (paths: string[], flags: ReportFlags) =>
      runReport(session, report, paths, flags),
    );
  const { failIfAny, period, days, by } = report.takes ?? {};
  if (failIfAny) command.option('--fail-if-any', 'exit with 1 if there is any such action');
  if (period === 'days') {
    command.option('--from <date>', 'first day of the period', firstDayFlag);
    command.option('--to <date>', 'last day of the period', dayFlag);
  }
  if (period) command.option('--month <month>', 'the period: a month such as 2023-03');
  if (days) {
    command.addOption(
      new Option('--days <n>', days.means).argParser(countFlag).default(days.default),
    );
  }
  if (by) {
    command.addOption(
      new Option('--by <what>', 'one row for each (default: owner)').choices([
        'owner',
        'organisation',
      ]),
    );
  }
}
