import { addDays, addMonths, type Day, dayInWords } from '../../model/day.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import { counted } from '../../model/words.ts';
import { type ActionRow, actionRows } from '../../reports/action-row.ts';
import { dueAndDone } from '../../reports/timeline.ts';
import { drawBurnUp, gapInWords, type Point } from './burn-up-drawing.ts';
import type { Chart, Scope } from './chart.ts';
import { pictureOf } from './picture.ts';
import { idOf, isOrAre, leftOutInWords, questionOf, titleOf } from './question.ts';
import { firstOfMonth, monthsBetween, shortMonth } from './time-scale.ts';

/** So many months are drawn one by one; what was before them is where the lines begin. */
const MOST_MONTHS = 36;
/** So many are, where nothing changed in any of those. */
const STILL_MONTHS = 12;

/**
 * How many actions had come due and how many were done, added up month by month to the day; null where
 * none was either. Superseded and withdrawn actions are not due.
 */
export function burnUp(portfolio: Portfolio, day: Day, scope: Scope = {}): Chart | null {
  const question = questionOf(day, scope);
  const rows = actionRows(portfolio, question);
  const { points, later, early } = pointsOf(rows, day);
  const [before] = points;
  const last = points.at(-1);
  if (!before || !last || last.due + last.done === 0) return null;
  const endless = rows.filter(({ state }) => state.open && state.due === null).length;
  const title = titleOf('Due and done, added up by month', portfolio, scope);
  const id = idOf('burn-up', scope);
  const description = [
    `By ${dayInWords(day)}, ${counted(last.due, 'action')} had come due and ${last.done} ${last.done === 1 ? 'was' : 'were'} done: ${gapInWords(last)}.`,
    ...(last.due > 0 ? [overdueInWords(rows, last)] : []),
    ...(later > 0 ? [`${counted(later, 'action')} ${isOrAre(later)} due later.`] : []),
    ...(endless > 0
      ? [
          `${counted(endless, 'open action')} without a last day ${isOrAre(endless)} in neither line.`,
        ]
      : []),
    ...(early > 0
      ? [
          `${counted(early, 'action')} done in a month or year that had not ended count${early === 1 ? 's' : ''} on the day.`,
        ]
      : []),
    ...leftOutInWords(portfolio, question),
  ].join(' ');
  return {
    id,
    title,
    description,
    svg: pictureOf({ id, title, description }, (layout) => drawBurnUp(points, layout)),
    table: {
      headings: ['Month', 'Due', 'Done', 'Due, added up', 'Done, added up'],
      rows: [
        ...(before.due + before.done > 0
          ? [['Earlier', before.due, before.done, before.due, before.done]]
          : []),
        ...points.slice(1).map((point, at) => {
          const { due, done } = points[at] ?? before;
          const month =
            point.day === day ? `${shortMonth(day)}, to the day` : shortMonth(point.day);
          return [month, point.due - due, point.done - done, point.due, point.done];
        }),
        ...(later > 0 ? [['Later', later, 0, last.due + later, last.done]] : []),
        ...(endless > 0
          ? [[`${counted(endless, 'open action')} without a last day, in no month`, '', '', '', '']]
          : []),
      ].map((row) => row.map(String)),
    },
  };
}

/** The ends of the months up to the day, which is the last point, with what was due and done by each. */
function pointsOf(
  rows: readonly ActionRow[],
  day: Day,
): { points: Point[]; later: number; early: number } {
  const all = dueAndDone(rows);
  const due = all.due.filter((one) => one <= day);
  // What was done "in 2023" counts as its last day, which may be still to come.
  const done = all.done.map((one) => (one <= day ? one : day));
  const monthsBack = (months: number) => addMonths(firstOfMonth(day), 1 - months);
  const changes = [...due, ...done].filter((one) => one >= monthsBack(MOST_MONTHS)).sort();
  const from = firstOfMonth(changes[0] ?? monthsBack(STILL_MONTHS));
  const ends = [...monthsBetween(from, day).map((one) => addDays(one, -1)), day];
  return {
    points: ends.map((end) => ({
      day: end,
      due: due.filter((one) => one <= end).length,
      done: done.filter((one) => one <= end).length,
    })),
    later: all.due.length - due.length,
    early: all.done.filter((one) => one > day).length,
  };
}

/** Why what is overdue is not the gap: some was done that had not come due, or never will. */
function overdueInWords(rows: readonly ActionRow[], { day, due, done }: Point): string {
  const overdue = rows.filter(({ state }) => state.overdue).length;
  const today = rows.filter(({ state }) => state.open && state.due === day).length;
  const ahead = done - (due - overdue - today);
  const last = today > 0 ? ` and ${today} ${today === 1 ? 'has its' : 'have their'} last day` : '';
  return `Of those that had come due ${overdue === 0 ? 'none' : overdue} ${isOrAre(overdue)} overdue${last}${
    ahead > 0
      ? `; of those done ${ahead} had not come due, or ${ahead === 1 ? 'has' : 'have'} no last day`
      : ''
  }.`;
}
