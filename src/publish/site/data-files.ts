import { reportCsv } from '../../render/report-csv.ts';
import { reportJson, skippedNotes } from '../../render/report-json.ts';
import { reports } from '../../reports/index.ts';
import type { Answer, Question, Report } from '../../reports/report.ts';
import { dictionaryCsv, dictionaryOf } from './dictionary.ts';
import type { SiteFile, SiteInput } from './input.ts';
import { questionOf } from './site.ts';

/** A report as the site holds it. */
export interface DataSet {
  /** The name of its files. */
  readonly name: string;
  readonly report: Report;
  readonly question: Question;
  /** What it answers, for people. */
  readonly answers: string;
}

/** Every report, asked as the site asks: of the day, and of the month where it is about one. */
export function dataSets(input: SiteInput): DataSet[] {
  return reports.flatMap((report) => {
    const { id, answers, takes } = report;
    const question: Question = {
      ...questionOf(input),
      period: takes?.period ? input.period : null,
      days: takes?.days?.default ?? 0,
    };
    const plain = (words: string): string => words.replace(/ \(or --by organisation\)/, '');
    const one: DataSet = { name: id, report, question, answers: ANSWERS[id] ?? plain(answers) };
    if (!takes?.by) return [one];
    const by = { ...question, by: 'organisation' as const };
    return [one, { name: `${id}-by-organisation`, report, question: by, answers: BY_ORGANISATION }];
  });
}

const BY_ORGANISATION = 'Per organisation: how many actions, where they stand, what is overdue.';

const ANSWERS: Readonly<Record<string, string>> = {
  overdue: 'Open actions past their target, longest first.',
  completed: 'Actions completed in the month, on time or late.',
  owners: 'Per owner: how many actions, where they stand, what is overdue.',
  summary: 'The position of each plan: agreement, status and RAG, and the movement of the month.',
  upcoming: 'Open actions due in the next 30 days, the next one first.',
  slippage: 'Actions whose target moved: first and current target, days, moves and reasons.',
  stale:
    'Open actions without an update in 90 days, past their review, or missing from the last round.',
  smart: 'Which of the SMART parts each action has.',
  standards: 'Expectations of standards with the actions that serve them, and those with none.',
};

/** The data beside the pages: what `report NAME --format json` and `--format csv` write, the same bytes. */
export function dataFiles(input: SiteInput): SiteFile[] {
  const { portfolio, sources, schemas } = input;
  const files = dataSets(input).flatMap(({ name, report, question }): SiteFile[] => {
    // Some reports take long: one answer serves both files, and is then let go.
    let kept: Answer | undefined;
    const answer = (): Answer => {
      const made = report.answer(portfolio, question);
      return { ...made, notes: [...made.notes, ...skippedNotes(sources)] };
    };
    return [
      {
        path: `data/${name}.json`,
        content: () => {
          kept = answer();
          return reportJson(report.id, kept, question, sources);
        },
      },
      {
        path: `data/${name}.csv`,
        content: () => {
          const csv = reportCsv(kept ?? answer(), report, sources);
          kept = undefined;
          return csv;
        },
      },
    ];
  });
  return [
    ...files,
    { path: 'data/dictionary.csv', content: () => dictionaryCsv(dictionaryOf(schemas)) },
  ];
}
