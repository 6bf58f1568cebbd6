import type { Plan } from '../model/plan.ts';
import { STATUSES } from '../model/plan-file.ts';
import { capital } from '../model/words.ts';
import { onDay, statusWords } from './action-row.ts';
import type { Cell, Column, Section } from './report.ts';
import type { Figures } from './summary-figures.ts';

const AGREEMENT_HEADINGS = {
  agreed: 'Agreed',
  'partly-agreed': 'Partly agreed',
  'not-agreed': 'Not agreed',
  none: 'None given',
  total: 'Total',
};
const MOVEMENT_HEADINGS = {
  opening: 'Open at start',
  raised: '+ raised',
  reopened: '+ reopened',
  completed: '− completed',
  superseded: '− superseded',
  withdrawn: '− withdrawn',
  closing: '= open at end',
};
const EVENT_HEADINGS = { newlyOverdue: 'Newly overdue', targetsMoved: 'Targets moved' };

/** The tables of a summary: a line a plan. */
export function sectionsOf(
  rows: readonly Figures[],
  all: Figures,
  plans: readonly Plan[],
  asOf: string,
): Section[] {
  // A status that nobody has is a column of noughts.
  const status = Object.fromEntries(
    STATUSES.filter((one) => (all.status[one] ?? 0) > 0).map((one) => [
      one,
      capital(statusWords(one)),
    ]),
  );
  const sections = [
    section(itemHeading(plans), rows, all, AGREEMENT_HEADINGS, (one) => one.agreement),
    section(
      `Actions by status ${onDay(asOf)}`,
      rows,
      all,
      { ...status, total: 'Total' },
      (one) => ({
        ...one.status,
        total: one.actions,
      }),
    ),
    withStrip(
      section(
        `Actions by RAG ${onDay(asOf)}`,
        rows,
        all,
        {
          red: 'Red',
          amber: 'Amber',
          green: 'Green',
          none: 'No RAG',
          overdue: 'Overdue',
          withoutLastDay: 'No last day',
        },
        ({ rag, overdue, withoutLastDay }) => ({ ...rag, overdue, withoutLastDay }),
      ),
      rows,
      all,
    ),
  ];
  if (!all.movement) return sections;
  const movement = (one: Figures) => ({ ...one.movement });
  return [
    ...sections,
    section('Open actions over the period', rows, all, MOVEMENT_HEADINGS, movement),
    section('Overdue and moved in the period', rows, all, EVENT_HEADINGS, movement),
  ];
}

/** One table: a line a plan, and a totals line where there are several. */
function section(
  title: string,
  rows: readonly Figures[],
  all: Figures,
  headings: Readonly<Record<string, string>>,
  counts: (one: Figures) => Readonly<Record<string, number>>,
): Section {
  const keys = Object.keys(headings);
  const columns: Column[] = [
    { heading: 'Plan' },
    ...keys.map((key) => ({ heading: headings[key] ?? key, align: 'right' as const })),
  ];
  const line = (one: Figures): Cell[] => [
    { text: one.label },
    ...keys.map((key) => cellOf(key, counts(one)[key] ?? 0)),
  ];
  return {
    title,
    columns,
    rows: rows.map(line),
    ...(rows.length > 1 ? { totals: line(all) } : {}),
  };
}

/** Adds what the figures of RAG look like side by side. */
function withStrip(section: Section, rows: readonly Figures[], all: Figures): Section {
  const cell = ({ rag }: Figures): Cell => {
    const { red = 0, amber = 0, green = 0, none = 0 } = rag;
    return { text: '', strip: { red, amber, green, none } };
  };
  return {
    ...section,
    columns: [...section.columns, { heading: 'RAG, in proportion', whole: true, picture: true }],
    rows: section.rows.map((row, at) => [...row, cell(rows[at] ?? all)]),
    ...(section.totals ? { totals: [...section.totals, cell(all)] } : {}),
  };
}

const TONES: Readonly<Record<string, NonNullable<Cell['tone']>>> = {
  red: 'red',
  amber: 'amber',
  green: 'green',
  overdue: 'red',
};

function cellOf(key: string, count: number): Cell {
  const tone = count > 0 ? TONES[key] : undefined;
  return tone ? { text: String(count), tone } : { text: String(count) };
}

/** What plans call their items: "Recommendations", "Recommendations, key concerns". */
function itemHeading(plans: readonly Plan[]): string {
  return capital([...new Set(plans.map(({ item }) => `${item}s`))].join(', '));
}
