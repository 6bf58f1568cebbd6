import { dayInWords } from '../model/day.ts';
import type { Plan } from '../model/plan.ts';
import { counted } from '../model/words.ts';
import { type ActionRow, actionRows, endlessNote, leftOut, onDay, plansOn } from './action-row.ts';
import { monthlyNote } from './monthly-note.ts';
import type { Movement } from './movement.ts';
import { narrowsActions } from './narrow.ts';
import { defineReport } from './report.ts';
import { FIGURE_COLUMNS, type Figures, figuresJson, figuresOf } from './summary-figures.ts';
import { sectionsOf } from './summary-sections.ts';
import { timelineOf, timelineSection } from './timeline.ts';

/** The position on a day, per plan and in all; with a period, how it came about. */
export const summary = defineReport({
  id: 'summary',
  answers: 'the position on a day: agreement, status, RAG; with --month how open actions changed',
  columns: ['plan', ...FIGURE_COLUMNS],
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
        `${[counted(plans.length, 'plan'), ...itemsInWords(plans, rows), counted(all.actions, 'action')].join(', ')}: ${all.overdue} overdue, ${all.status['complete']} complete.`,
        ...(all.movement ? [movementInWords(all.movement)] : []),
      ].join(' '),
      rows: rows.map((row) => ({
        plan: row.label,
        ...figuresJson(row),
        ...note?.behind(row.label),
      })),
      totals: {
        plans: plans.length,
        ...figuresJson(all),
        timeline: months.map((month) => ({ ...month })),
        ...note?.behind(),
        ...note?.totals,
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

/** "22 recommendations", "8 key concerns": the items of some plans, by what the plans call them. */
function itemsInWords(plans: readonly Plan[], rows: readonly Figures[]): string[] {
  const totals = new Map<string, number>();
  plans.forEach(({ item }, at) => {
    totals.set(item, (totals.get(item) ?? 0) + (rows[at]?.agreement['total'] ?? 0));
  });
  return [...totals].map(([item, count]) => counted(count, item));
}

function movementInWords(movement: Movement): string {
  const { opening, raised, reopened, completed, superseded, withdrawn, closing } = movement;
  return `Open actions: ${opening} at the start, + ${raised} raised, + ${reopened} reopened, − ${completed} completed, − ${superseded} superseded, − ${withdrawn} withdrawn = ${closing} at the end; ${movement.newlyOverdue} newly overdue, ${counted(movement.targetsMoved, 'target')} moved.`;
}
