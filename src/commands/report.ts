import { type Command, Option } from 'commander';
import { ExitCode, UsageError } from '../host.ts';
import type { Day } from '../model/day.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Style } from '../render/colours.ts';
import { reportJson, type Sources } from '../render/report-json.ts';
import { reportMarkdown } from '../render/report-markdown.ts';
import { reports } from '../reports/index.ts';
import { narrowingInWords, type UnknownValue, unknownValue } from '../reports/narrow.ts';
import type { Answer, Question, Report } from '../reports/report.ts';
import { load } from '../source/load.ts';
import { countFlag, dayFlag, firstDayFlag, listFlag, pathsOrDefault } from './flags.ts';
import {
  destinations,
  type Formats,
  type Output,
  outputFlag,
  refuseToOverwrite,
  writeFiles,
} from './output.ts';
import { daysOf } from './period.ts';
import { faultyFiles, noteAboutReading, readable, readingAt, requirePlans } from './reading.ts';
import type { Session } from './session.ts';

/** More names than this are no help. */
const MOST_NAMES = 12;

const FORMATS = ['table', 'markdown', 'csv', 'json', 'html', 'xlsx'] as const;

type Format = (typeof FORMATS)[number];

const reportFormats: Formats<Format> = {
  all: FORMATS,
  usual: 'table',
  byEnding: { md: 'markdown', csv: 'csv', json: 'json', html: 'html', txt: 'table', xlsx: 'xlsx' },
};

interface Flags {
  readonly asOf?: Day;
  readonly at?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly month?: string;
  readonly by?: 'owner' | 'organisation';
  readonly days?: number;
  readonly plan?: readonly string[];
  readonly owner?: readonly string[];
  readonly organisation?: readonly string[];
  readonly status?: readonly string[];
  readonly tag?: readonly string[];
  readonly theme?: readonly string[];
  readonly format?: Format;
  readonly output?: readonly Output<Format>[];
  readonly failIfAny?: boolean;
  readonly skipInvalid?: boolean;
}

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
    .action(async (paths: string[], flags: Flags) => runReport(session, report, paths, flags));
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

async function runReport(
  session: Session,
  report: Report,
  paths: readonly string[],
  flags: Flags,
): Promise<void> {
  const { host } = session;
  const { asOf, period } = daysOf(flags, host.today());
  const { tree, revision } = readingAt(host, flags.at);
  const all = pathsOrDefault(tree, paths);
  const loaded = load(tree, all, { progress: host.progress });
  requirePlans(all, loaded);
  if (!readable(session, loaded, flags.skipInvalid, 'report')) return;
  const documents = new Map(loaded.files.map((read) => [read.file, read.document]));
  const question: Question = {
    asOf,
    period,
    by: flags.by ?? 'owner',
    days: flags.days ?? 0,
    narrowing: flags,
    lineOf: ({ file, path }) => documents.get(file)?.lineOf(path) ?? 1,
  };
  const unreadable = new Set(faultyFiles(loaded).keys());
  const portfolio = {
    ...loaded.portfolio,
    plans: loaded.portfolio.plans.filter((plan) => !unreadable.has(plan.file)),
  };
  const wrong = unknownValue(portfolio, question.narrowing);
  if (wrong) {
    throw new UsageError(
      `no plan here has the ${wrong.option} "${cleanText(wrong.value)}"`,
      wayOut(wrong),
    );
  }
  const sources: Sources = {
    files: loaded.files.length,
    plans: portfolio.plans.length,
    revision,
    skipped: [...faultyFiles(loaded)].map(([file, reason]) => ({ file, reason })),
  };
  const answer = told(report.answer(portfolio, question), portfolio, question, sources);
  const written = async (format: Format, style: Style) =>
    write(format, report.id, answer, { portfolio, question, sources }, style);
  const { files, screen } = destinations(reportFormats, flags.format, flags.output);
  refuseToOverwrite(host, [...loaded.files, ...loaded.context], files);
  if (screen === 'xlsx' && host.terminal.columns !== undefined) {
    throw new UsageError('a workbook is no text to print', 'give --output FILE.xlsx');
  }
  await writeFiles(host, files, (format) => written(format, { columns: undefined, colour: 0 }));
  if (screen !== undefined) host.out(await written(screen, session.style()));
  noteAboutReading(host, loaded);
  // Tables, Markdown and pages have the notes in them.
  if (screen === undefined || screen === 'json' || screen === 'csv') {
    for (const note of answer.notes) host.note(`note: ${cleanText(note)}\n`);
  }
  if (flags.failIfAny && answer.rows.length > 0) session.exit(ExitCode.problems);
}

/** What was meant most likely, else where to find what an option can be. */
function wayOut({ option, known, near, organisation }: UnknownValue): string {
  if (organisation !== undefined) {
    return `it is an organisation: --organisation "${cleanText(organisation)}"`;
  }
  if (near !== undefined) return `did you mean "${cleanText(near)}"?`;
  if (option === 'owner') return '`actionplan report owners` lists the owners';
  if (option === 'organisation') {
    return '`actionplan report owners --by organisation` lists the organisations';
  }
  const names = [...new Set(known)];
  if (names.length === 0) return `no plan here has a ${option}`;
  const more = names.length > MOST_NAMES ? ', …' : '';
  return `it is one of ${names.slice(0, MOST_NAMES).map(cleanText).join(', ')}${more}`;
}

/** An answer with what it is narrowed to (it may be one owner's own sheet) and what was skipped. */
function told(
  answer: Answer,
  portfolio: Portfolio,
  { narrowing }: Question,
  { skipped }: Sources,
): Answer {
  const words = narrowingInWords(portfolio, narrowing);
  const notes = [
    ...answer.notes,
    ...skipped.map(({ file, reason }) => `${file} is left out: ${reason}`),
  ];
  if (words === '') return { ...answer, notes };
  return {
    ...answer,
    notes,
    title: `${answer.title}: ${words}`,
    empty: `${answer.empty} (${words})`,
  };
}

async function write(
  format: Format,
  report: string,
  answer: Answer,
  asked: { portfolio: Portfolio; question: Question; sources: Sources },
  style: Style,
): Promise<string | Uint8Array> {
  const { portfolio, question, sources } = asked;
  switch (format) {
    case 'json':
      return reportJson(report, answer, question, sources);
    case 'markdown':
      return reportMarkdown(answer);
    case 'csv':
      return (await import('../render/report-csv.ts')).reportCsv(answer);
    case 'html':
      return (await import('../render/report-html.ts')).reportHtml(
        answer,
        question,
        sources,
        (await import('../render/charts/of-report.ts')).chartsOfReport(report, portfolio, question),
      );
    case 'xlsx':
      return (await import('../render/report-xlsx.ts')).reportXlsx(report, answer);
    case 'table':
      return (await import('../render/report-table.ts')).reportTable(answer, style);
  }
}
