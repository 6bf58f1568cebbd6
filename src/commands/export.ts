import { type Command, Option } from 'commander';
import { UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import { cleanText } from '../render/clean-text.ts';
import { planNamed } from './find-plan.ts';
import { dayFlag } from './flags.ts';
import { refuseToOverwrite } from './output.ts';
import { readPlans, requireIdsApart, requireWhole } from './read-whole.ts';
import type { Session } from './session.ts';

interface Flags {
  readonly asOf?: Day;
  readonly at?: string;
  readonly format?: 'xlsx' | 'csv';
  readonly output?: string;
}

export function addExport(program: Command, session: Session): void {
  program
    .command('export')
    .summary('write a plan as a table for Excel, which `import --into` reads back')
    .description(
      'Writes a plan as a table: a row for each action, with where it stands and its latest update. Changed in Excel, `import --into` brings what was changed, and nothing else, back into the plan.',
    )
    .argument('<plan>', 'the id of the plan')
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .addOption(
      new Option(
        '--format <format>',
        'a workbook, or CSV (default: by the ending of --output)',
      ).choices(['xlsx', 'csv']),
    )
    .option('--output <file>', 'the file to write (CSV: default standard output)')
    .option('--as-of <date>', 'the day on which state is worked out (default: today)', dayFlag)
    .option('--at <rev>', 'read the plan as it was in this revision of git')
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan export records --output records.xlsx
  $ actionplan import records.xlsx --into plans/records.yaml --dry-run`,
    )
    .action((plan: string, paths: string[], flags: Flags) =>
      runExport(session, plan, paths, flags),
    );
}

async function runExport(
  session: Session,
  id: string,
  paths: readonly string[],
  flags: Flags,
): Promise<void> {
  const { host } = session;
  const loaded = readPlans(host, paths, flags.at);
  const plan = planNamed(loaded, id);
  requireWhole(loaded, plan.file);
  requireIdsApart(loaded, plan);
  const format = flags.format ?? (/\.xlsx$/i.test(flags.output ?? '') ? 'xlsx' : 'csv');
  const output = flags.output === undefined ? [] : [{ file: flags.output }];
  refuseToOverwrite(host, [...loaded.files, ...loaded.context], output);
  const { tableOfPlan } = await import('../exchange/to-table.ts');
  const table = tableOfPlan(loaded.portfolio, plan, flags.asOf ?? host.today());
  const exported = await import('../render/exported-table.ts');
  if (format === 'xlsx' && exported.isTooLong(table)) {
    throw new UsageError(
      'a text of the plan is longer than a cell of Excel can be (32,767 characters)',
      'export it with --format csv',
    );
  }
  const content =
    format === 'csv'
      ? exported.tableCsv(table, flags.output === undefined)
      : await exported.tableXlsx(plan.id, table);
  if (flags.output !== undefined) {
    host.write(flags.output, content);
    host.note(`${table.rows.length} rows written to ${cleanText(flags.output)}\n`);
  } else if (typeof content === 'string') {
    host.out(content);
    if (content !== exported.tableCsv(table, false)) {
      host.note(
        'signs that act on a terminal are shown as <U+…>; --output FILE writes them as they are\n',
      );
    }
  } else throw new UsageError('a workbook is no text to print', 'give --output FILE.xlsx');
}
