import { type Day, dayInWords } from '../../model/day.ts';
import type { Plan } from '../../model/plan.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import { counted } from '../../model/words.ts';
import { type ActionRow, actionRows, plansOn } from '../../reports/action-row.ts';
import { actionsByOwner, isShared, overdueIn } from '../../reports/by-owner.ts';
import type { Question } from '../../reports/report.ts';
import { ragCounts } from '../../reports/summary-figures.ts';
import { type Bar, drawBars } from './bars.ts';
import type { Chart, Scope } from './chart.ts';
import { pictureOf } from './picture.ts';
import { idOf, leftOutInWords, questionOf, titleOf } from './question.ts';

/** More bars than this are a list, which the table is. */
const MOST = 12;

const TONES = ['red', 'amber', 'green', 'none'] as const;

type Counts = Readonly<Record<(typeof TONES)[number], number>>;

interface Group {
  readonly label: string;
  readonly actions: readonly ActionRow[];
}

/** Red, amber and green of each plan, the one with the most red first; null where no action exists. */
export function ragByPlan(portfolio: Portfolio, day: Day, scope: Scope = {}): Chart | null {
  const question = questionOf(day, scope);
  const all = actionRows(portfolio, question);
  const ofPlan = new Map<Plan, ActionRow[]>(plansOn(portfolio, question).map((plan) => [plan, []]));
  for (const row of all) ofPlan.get(row.plan)?.push(row);
  const groups = [...ofPlan].map(([{ id }, actions]) => ({ label: id, actions }));
  return chartOf('plan', groups, all, portfolio, question, scope, []);
}

/** The same of each organisation; an action counts for each organisation that owns it. */
export function ragByOrganisation(portfolio: Portfolio, day: Day, scope: Scope = {}): Chart | null {
  const question: Question = { ...questionOf(day, scope), by: 'organisation' };
  const all = actionRows(portfolio, question);
  const groups = actionsByOwner(all, portfolio, question);
  const shared = all.filter((row) => isShared(row, portfolio, question)).length;
  return chartOf(
    'organisation',
    groups,
    all,
    portfolio,
    question,
    scope,
    shared === 0
      ? []
      : [
          `${counted(shared, 'action')} of more than one organisation ${shared === 1 ? 'counts' : 'count'} for each of them.`,
        ],
  );
}

function chartOf(
  kind: 'plan' | 'organisation',
  groups: readonly Group[],
  all: readonly ActionRow[],
  portfolio: Portfolio,
  question: Question,
  scope: Scope,
  notes: readonly string[],
): Chart | null {
  if (all.length === 0) return null;
  const most = groups
    .filter(({ actions }) => actions.length > 0)
    .sort((a, b) => redIn(b) - redIn(a) || b.actions.length - a.actions.length);
  const shown = most.slice(0, most.length === MOST + 1 ? MOST + 1 : MOST);
  const others = most.slice(shown.length);
  const together: Group[] =
    others.length === 0
      ? []
      : [
          {
            label: `and ${others.length} more together`,
            actions: others.flatMap(({ actions }) => actions),
          },
        ];
  const title = titleOf(`Red, amber and green by ${kind}`, portfolio, scope);
  const id = idOf(`rag-by-${kind}`, scope);
  const empty = groups.length - most.length;
  const below = [
    'Red: not started, paused or overdue. Amber: in progress, not overdue. Green: complete.',
    ...notes,
    ...(empty > 0
      ? [`${counted(empty, kind)} without actions ${empty === 1 ? 'has' : 'have'} no bar.`]
      : []),
  ];
  const description = [
    `On ${dayInWords(question.asOf)}, of ${counted(all.length, 'action')}: ${inWords(all)}.`,
    ...below,
    ...leftOutInWords(portfolio, question),
  ].join(' ');
  return {
    id,
    title,
    description,
    svg: pictureOf({ id, title, description }, (layout) =>
      drawBars({ bars: [...shown, ...together].map(barOf), unit: 'Actions', below }, layout),
    ),
    table: {
      headings: [
        kind === 'plan' ? 'Plan' : 'Organisation',
        'Red',
        'Amber',
        'Green',
        'No RAG',
        'All actions',
        'Overdue',
      ],
      rows: [
        ...groups.map(({ label, actions }) => [label, ...figures(actions)]),
        [kind === 'plan' ? 'All plans' : 'All, each action once', ...figures(all)],
      ],
    },
  };
}

function barOf({ label, actions }: Group): Bar {
  const counts = countsOf(actions);
  const overdue = overdueIn(actions);
  const shown = TONES.filter((tone) => counts[tone] > 0);
  return {
    label,
    parts: shown.map((tone) => ({ count: counts[tone], fill: tone })),
    words: shown.map((tone) => ({
      sign: tone,
      words:
        tone === 'red' && overdue > 0
          ? `${counts.red} red (${overdue} overdue)`
          : `${counts[tone]} ${WORDS[tone]}`,
    })),
  };
}

const WORDS = { red: 'red', amber: 'amber', green: 'green', none: 'without RAG' } as const;

function inWords(actions: readonly ActionRow[]): string {
  const counts = countsOf(actions);
  const overdue = overdueIn(actions);
  const parts = TONES.filter((tone) => counts[tone] > 0).map((tone) =>
    tone === 'red' && overdue > 0
      ? `${counts.red} red (${overdue} overdue)`
      : `${counts[tone]} ${WORDS[tone]}`,
  );
  return parts.join(', ');
}

function countsOf(actions: readonly ActionRow[]): Counts {
  const { red = 0, amber = 0, green = 0, none = 0 } = ragCounts(actions);
  return { red, amber, green, none };
}

function redIn({ actions }: Group): number {
  return countsOf(actions).red;
}

function figures(actions: readonly ActionRow[]): string[] {
  const counts = countsOf(actions);
  return [...TONES.map((tone) => counts[tone]), actions.length, overdueIn(actions)].map(String);
}
