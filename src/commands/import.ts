import { type Command, InvalidArgumentError, Option } from 'commander';
import { isFault, parseDate } from '../model/date.ts';
import { DATE_ORDERS, type DateOrder } from '../model/loose-date.ts';
import { KINDS, type Kind } from '../model/plan-file.ts';
import { listFlag } from './flags.ts';
import type { Session } from './session.ts';

export interface ImportFlags {
  readonly into?: string;
  readonly map?: readonly string[];
  readonly sheet?: string;
  readonly dates?: DateOrder;
  readonly asOf?: string;
  readonly id?: string;
  readonly title?: string;
  readonly kind?: Kind;
  readonly submitted?: string;
  readonly output?: string;
  readonly report?: string;
  readonly saveMap?: string;
  readonly dryRun?: boolean;
}

export function addImport(program: Command, session: Session): void {
  program
    .command('import')
    .summary('read a table of Excel, Word, CSV, Markdown or HTML into a plan')
    .description(
      'Makes a plan of a table: .xlsx, .docx, .csv, .tsv, .md, .html, or a list in .json or .yaml. Columns are known by the names people give them. What is not understood is kept in `notes` and named, cell by cell; nothing is guessed and nothing is dropped. The account goes to standard error.',
    )
    .argument('<file>', 'the file with the table')
    .option(
      '--into <plan>',
      'change this plan (a file) instead: only what the table says otherwise',
    )
    .option(
      '--map <profile>',
      'how to read it: a profile of yours (a .yaml file), or hmpps, hsab, accepted, concurred, implemented, federal, fedramp (may be repeated)',
      listFlag,
    )
    .option('--sheet <name>', 'the sheet to read')
    .addOption(
      new Option('--dates <order>', 'what 03/04/2022 or 23-10-31 means').choices(DATE_ORDERS),
    )
    .option(
      '--as-of <date>',
      'the day of the progress that the table tells, if it does not say',
      day,
    )
    .option('--id <id>', 'the id of the new plan (default: from the name of the file)')
    .option('--title <title>', 'its title (default: what stands above the table)')
    .addOption(new Option('--kind <kind>', 'what it answers to').choices(KINDS))
    .option('--submitted <date>', 'the day of its first version', day)
    .option('--output <file>', 'the file to make (default: ID.yaml in the folder plans)')
    .option('--report <file>', 'write the account to a file, too')
    .option(
      '--save-map <profile>',
      'write how the columns were read to a profile (a .yaml file) to change and use, and nothing else',
    )
    .option('--dry-run', 'write nothing; print the plan, or with --into the diff')
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan import tracker.xlsx --submitted 2022-03-04 --dry-run
  $ actionplan import tracker.csv --map hmpps --submitted 2022-03-04 --as-of 2023-03-27
  $ actionplan import tracker.xlsx --into plans/records.yaml --dry-run`,
    )
    .action(async (file: string, flags: ImportFlags) => {
      const { runImport } = await import('./run-import.ts');
      await runImport(session, file, flags);
    });
}

function day(text: string): string {
  const date = parseDate(text);
  if (isFault(date)) throw new InvalidArgumentError(`${date.message}; ${date.help}.`);
  return date.written;
}
