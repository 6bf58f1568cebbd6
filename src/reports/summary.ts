import { dayInWords } from '../model/day.ts';
import type { Plan } from '../model/plan.ts';
import { AGREEMENTS, STATUSES } from '../model/plan-file.ts';
import type { Portfolio } from '../model/portfolio.ts';
import {
  type ActionRow,
  actionRows,
  counted,
  endlessNote,
  leftOut,
  onDay,
  plansOn,
  statusWords,
} from './action-row.ts';
import { monthlyNote } from './monthly-note.ts';
import { type Movement, movementOf } from './movement.ts';
import { isAskedFor, narrowsActions } from './narrow.ts';
import {
  type Cell,
  type Column,
  defineReport,
  type JsonObject,
  type Question,
  type Section,
} from './report.ts';
import { timelineOf, timelineSection } from './timeline.ts';

/** The figures of one plan, or of all together. */
interface Figures {
  readonly label: string;
  readonly agreement: Readonly<Record<string, number>>;
  readonly status: Readonly<Record<string, number>>;
  readonly rag: Readonly<Record<string, number>>;
  readonly actions: number;
  readonly overdue: number;
  readonly withoutTarget: number;
  /** Open actions that can never be overdue. */
  readonly withoutLastDay: number;
  readonly movement: Movement | undefined;
}

/** The position on a day, per plan and in all; with a period, how it came about. */
export const summary = defineReport({
  id: 'summary',
  answers: 'the position on a day: agreement, status, RAG; with --month how open actions changed',
  example: 'plans --month 2023-03 --format json',
  takes: { period: 'month' },
  answer(portfolio, question) {
    const { asOf, period } = question;
    const plans = plansOn(portfolio, question);
    const actions = actionRows(portfolio, question);
    const ofPlan = new Map<Plan, ActionRow[]>(plans.map((plan) => [plan, []]));
    for (const row of actions) ofPlan.get(row.plan)?.push(row);
    const rows = plans.map((plan) =>
      figuresOf(plan.id, [plan], ofPlan.get(plan) ?? [], portfolio, question),
    );
    const all = figuresOf('all plans', plans, actions, portfolio, question);
    const months = timelineOf(actions, asOf);
    const note = period ? monthlyNote(portfolio, question, period) : undefined;
    const title = period
      ? `Summary of ${dayInWords(period.from)} to ${dayInWords(period.to)}`
      : `Summary ${onDay(asOf)}`;
    return {
      title,
      sections:
        plans.length === 0
          ? []
          : [
              ...sectionsOf(rows, all, plans, asOf),
              ...(note?.sections ?? []),
              ...timelineSection(months, asOf),
              ...(note ? [note.trace] : []),
            ],
      empty: `No plan had been submitted ${onDay(asOf)}.`,
      summary: [
        `${counted(plans.length, 'plan')}, ${itemsInWords(plans, rows)}, ${counted(all.actions, 'action')}: ${all.overdue} overdue, ${all.status['complete']} complete.`,
        ...(all.movement ? [movementInWords(all.movement)] : []),
      ].join(' '),
      rows: rows.map((row) => ({
        plan: row.label,
        ...json(row),
        ...(note ? { movementActions: note.behind(row.label) } : {}),
      })),
      totals: {
        plans: plans.length,
        ...json(all),
        timeline: months.map((month) => ({ ...month })),
        ...(note ? { movementActions: note.behind(), ...note.totals } : {}),
      },
      notes: [
        ...leftOut(portfolio, question),
        ...(narrowsActions(question.narrowing)
          ? ['recommendations are counted where at least one of their actions is asked for']
          : []),
        ...endlessNote(actions),
        ...(note?.notes ?? []),
      ],
    };
  },
});

/** What plans call their items: "Recommendations", "Recommendations, key concerns". */
function itemHeading(plans: readonly Plan[]): string {
  return capital([...new Set(plans.map(({ item }) => `${item}s`))].join(', '));
}

/** "22 recommendations, 8 key concerns": the items of some plans, by what the plans call them. */
function itemsInWords(plans: readonly Plan[], rows: readonly Figures[]): string {
  const totals = new Map<string, number>();
  plans.forEach(({ item }, at) => {
    totals.set(item, (totals.get(item) ?? 0) + (rows[at]?.agreement['total'] ?? 0));
  });
  return [...totals].map(([item, count]) => counted(count, item)).join(', ');
}

function movementInWords(movement: Movement): string {
  const { opening, raised, reopened, completed, superseded, withdrawn, closing } = movement;
  return `Open actions: ${opening} at the start, + ${raised} raised, + ${reopened} reopened, − ${completed} completed, − ${superseded} superseded, − ${withdrawn} withdrawn = ${closing} at the end; ${movement.newlyOverdue} newly overdue, ${counted(movement.targetsMoved, 'target')} moved.`;
}

function figuresOf(
  label: string,
  plans: readonly Plan[],
  actions: readonly ActionRow[],
  portfolio: Portfolio,
  question: Question,
): Figures {
  const asked = new Set(actions.map((row) => row.recommendation));
  const recommendations = plans
    .flatMap((plan) => plan.recommendations)
    .filter((one) => !narrowsActions(question.narrowing) || asked.has(one));
  const agreement = tally(
    [...AGREEMENTS, 'none'],
    recommendations.map((one) => one.agreement ?? 'none'),
  );
  return {
    label,
    agreement: { ...agreement, total: recommendations.length },
    status: tally(
      STATUSES,
      actions.map((row) => row.state.status),
    ),
    rag: tally(
      ['red', 'amber', 'green', 'none'],
      actions.map((row) => row.state.rag ?? 'none'),
    ),
    actions: actions.length,
    overdue: actions.filter((row) => row.state.overdue).length,
    withoutTarget: actions.filter((row) => !row.state.target).length,
    withoutLastDay: actions.filter(({ state }) => state.open && state.due === null).length,
    movement: question.period
      ? movementOf(movers(plans, portfolio, question), question.period)
      : undefined,
  };
}

/**
 * The actions whose movement counts. A status asked for is that of the day, so it cannot narrow what
 * moved before.
 */
function movers(plans: readonly Plan[], portfolio: Portfolio, { narrowing }: Question) {
  return plans.flatMap((plan) =>
    plan.recommendations.flatMap((recommendation) =>
      recommendation.actions.filter((action) =>
        isAskedFor(portfolio, narrowing, { plan, recommendation, action }),
      ),
    ),
  );
}

function tally(keys: readonly string[], values: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    keys.map((key) => [key, values.filter((value) => value === key).length]),
  );
}

function json(figures: Figures): JsonObject {
  const { movement, label: _, ...counts } = figures;
  return movement ? { ...counts, movement: { ...movement } } : counts;
}

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

function sectionsOf(
  rows: readonly Figures[],
  all: Figures,
  plans: readonly Plan[],
  asOf: string,
): Section[] {
  const status = Object.fromEntries(STATUSES.map((one) => [one, capital(statusWords(one))]));
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

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
