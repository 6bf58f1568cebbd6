import { addDays, addMonths, type Day, dayInWords } from '../../model/day.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import { counted } from '../../model/words.ts';
import { type ActionRow, actionRows } from '../../reports/action-row.ts';
import { drawBurnUp, type Point } from './burn-up-drawing.ts';
import type { Chart, Scope } from './chart.ts';
import { pictureOf } from './picture.ts';
import { idOf, isOrAre, leftOutInWords, questionOf, titleOf } from './question.ts';
import { firstOfMonth, monthsBetween, shortMonth } from './time-scale.ts';

/** So many months are drawn one by one; what was before them is where the lines begin. */
const MOST_MONTHS = 36;
/** So many are, where nothing changed in any of those. */
const STILL_MONTHS = 12;

/**
 * How many actions had come due, and how many of those were done, added up month by month to the day; null
 * where none had. Both lines count the same actions, so that the gap is what is overdue, with what has its
 * last day on the day. Superseded and withdrawn actions are not due.
 */
export function burnUp(portfolio: Portfolio, day: Day, scope: Scope = {}): Chart | null {
  const question = questionOf(day, scope);
  const rows = actionRows(portfolio, question);
  const owed = rows.filter(({ state }) => state.open || state.completion !== null);
  const dated = owed.flatMap((row) =>
    row.state.due === null ? [] : [{ ...row, due: row.state.due }],
  );
  const had = dated.filter(({ due }) => due <= day);
  const later = dated.filter(({ due }) => due > day);
  const endless = owed.filter(({ state }) => state.due === null);
  const points = pointsOf(had, day);
  const [before] = points;
  const last = points.at(-1);
  if (!before || !last || last.due === 0) return null;
  const title = titleOf('What was due, and how much of it was done, by month', portfolio, scope);
  const id = idOf('burn-up', scope);
  const doneLater = doneIn(later);
  const early = had.filter(({ state }) => (state.completion?.done.day ?? day) > day).length;
  const description = [
    dueInWords(had, last),
    ...(later.length > 0
      ? [
          `${counted(later.length, 'action')} ${isOrAre(later.length)} due later${doneLater > 0 ? `, of which ${doneLater} ${isOrAre(doneLater)} done already` : ''}.`,
        ]
      : []),
    ...(endless.length > 0
      ? [`${endlessInWords(endless)}, and ${isOrAre(endless.length)} in neither line.`]
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
    svg: pictureOf({ id, title, description }, (layout) =>
      drawBurnUp(points, besideInWords(doneLater, doneIn(endless)), layout),
    ),
    table: {
      headings: ['Month', 'Due', 'Of those due, done', 'Due, added up', 'Of those, done, added up'],
      rows: [
        ...(before.due > 0 ? [['Earlier', before.due, before.done, before.due, before.done]] : []),
        ...points.slice(1).map((point, at) => {
          const { due, done } = points[at] ?? before;
          const month =
            point.day === day ? `${shortMonth(day)}, to the day` : shortMonth(point.day);
          return [month, point.due - due, point.done - done, point.due, point.done];
        }),
        ...(later.length > 0
          ? [['Later', later.length, doneLater, last.due + later.length, last.done + doneLater]]
          : []),
        ...(endless.length > 0
          ? [[`${endlessInWords(endless)}, in no month`, '', '', '', '']]
          : []),
      ].map((row) => row.map(String)),
    },
  };
}

type DueRow = ActionRow & { readonly due: Day };

function doneIn(rows: readonly ActionRow[]): number {
  return rows.filter(({ state }) => state.completion).length;
}

/** The ends of the months up to the day, which is the last point, with what was due by each, and of that done. */
function pointsOf(rows: readonly DueRow[], day: Day): Point[] {
  // What was done before its target ended counts with it. What was done "in 2023" counts as its last
  // day, which may be still to come.
  const done = rows.flatMap(({ due, state: { completion } }) => {
    if (!completion) return [];
    const on = completion.done.day < day ? completion.done.day : day;
    return [on < due ? due : on];
  });
  const due = rows.map((row) => row.due);
  const monthsBack = (months: number) => addMonths(firstOfMonth(day), 1 - months);
  const changes = [...due, ...done].filter((one) => one >= monthsBack(MOST_MONTHS)).sort();
  const from = firstOfMonth(changes[0] ?? monthsBack(STILL_MONTHS));
  const ends = [...monthsBetween(from, day).map((one) => addDays(one, -1)), day];
  return ends.map((end) => ({
    day: end,
    due: due.filter((one) => one <= end).length,
    done: done.filter((one) => one <= end).length,
  }));
}

/** What had come due, and what became of it. */
function dueInWords(had: readonly DueRow[], { day, due, done }: Point): string {
  const overdue = had.filter(({ state }) => state.overdue).length;
  const today = due - done - overdue;
  const parts = [
    `${done === 0 ? 'none' : done} of them ${done > 1 ? 'were' : 'was'} done`,
    `${overdue === 0 ? 'none' : overdue} ${isOrAre(overdue)} overdue`,
    ...(today > 0 ? [`${today} ${today === 1 ? 'has its' : 'have their'} last day`] : []),
  ];
  return `By ${dayInWords(day)}, ${counted(due, 'action')} had come due: ${parts.join(', ')}.`;
}

/** What is done and is in neither line: whoever sees all that is done beside this would miss it. */
function besideInWords(later: number, endless: number): string[] {
  const parts = [
    ...(later > 0 ? [`${later} due later`] : []),
    ...(endless > 0 ? [`${endless} without a last day`] : []),
  ];
  return parts.length === 0 ? [] : [`Also done, in neither line: ${parts.join(', ')}`];
}

/** "149 open actions and 16 that are done have no last day". */
function endlessInWords(rows: readonly ActionRow[]): string {
  const done = doneIn(rows);
  const open = rows.length - done;
  const none = `${rows.length === 1 ? 'has' : 'have'} no last day`;
  if (done === 0) return `${counted(open, 'open action')} ${none}`;
  if (open === 0) return `${counted(done, 'action')} that ${isOrAre(done)} done ${none}`;
  return `${counted(open, 'open action')} and ${done} that ${isOrAre(done)} done ${none}`;
}
