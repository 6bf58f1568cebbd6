import { type Day, dayInWords } from '../../model/day.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import { sum } from '../../model/sum.ts';
import { counted } from '../../model/words.ts';
import { actionRows } from '../../reports/action-row.ts';
import { actionsByOwner, isShared, overdueIn } from '../../reports/by-owner.ts';
import { drawBars } from './bars.ts';
import type { Chart, Scope } from './chart.ts';
import { pictureOf } from './picture.ts';
import { idOf, leftOutInWords, questionOf, titleOf } from './question.ts';
import { shorten } from './text.ts';

/** More bars than this are a list, which the table is. */
const MOST = 12;
/** In the description, as a width: more than a hundred letters. */
const LONGEST_NAME = 960;

/** Overdue actions of each owner, the most first; null where nothing is overdue. */
export function overdueByOwner(portfolio: Portfolio, day: Day, scope: Scope = {}): Chart | null {
  const question = questionOf(day, scope);
  const all = actionRows(portfolio, question);
  const overdue = overdueIn(all);
  if (overdue === 0) return null;
  const owners = actionsByOwner(all, portfolio, question).map(({ owner, label, actions }) => ({
    named: owner !== null,
    label,
    total: actions.length,
    overdue: overdueIn(actions),
  }));
  const late = owners.filter((one) => one.overdue > 0);
  // One owner more takes as much room as saying that there is one more.
  const shown = late.slice(0, late.length === MOST + 1 ? MOST + 1 : MOST);
  const others = late.slice(shown.length);
  const none = owners.filter((one) => one.named && one.overdue === 0).length;
  const shared = all.filter(
    (row) => row.state.overdue && isShared(row, portfolio, question),
  ).length;
  const notes = [
    ...(shared > 0
      ? [
          `${counted(shared, 'overdue action')} of more than one owner ${shared === 1 ? 'counts' : 'count'} for each of them.`,
        ]
      : []),
    ...(none > 0
      ? [`${none === 1 ? '1 other owner has' : `${none} other owners have`} nothing overdue.`]
      : []),
  ];
  const title = titleOf('Overdue actions by owner', portfolio, scope);
  const id = idOf('overdue-by-owner', scope);
  const [first, second] = late;
  const most =
    first && second && first.overdue > second.overdue
      ? `; the most, ${first.overdue}, of ${shorten(first.label, LONGEST_NAME)}`
      : '';
  const description = [
    `On ${dayInWords(day)}, ${counted(overdue, 'action')} ${overdue === 1 ? 'is' : 'are'} overdue, ${ownersInWords(late)}${most}.`,
    ...notes,
    ...leftOutInWords(portfolio, question),
  ].join(' ');
  const bars = [
    ...shown,
    ...(others.length > 0
      ? [
          {
            label: `and ${others.length} more together`,
            overdue: sum(others.map((one) => one.overdue)),
          },
        ]
      : []),
  ];
  return {
    id,
    title,
    description,
    svg: pictureOf({ id, title, description }, (layout) =>
      drawBars(
        {
          bars: bars.map((one) => ({
            label: one.label,
            parts: [{ count: one.overdue, fill: 'red' }],
            words: String(one.overdue),
          })),
          unit: 'Overdue actions',
          below: notes,
        },
        layout,
      ),
    ),
    table: {
      headings: ['Owner', 'Overdue', 'All actions'],
      rows: [
        ...owners.map((one) => [one.label, String(one.overdue), String(one.total)]),
        ['All, each action once', String(overdue), String(all.length)],
      ],
    },
  };
}

/** "of 15 owners, and 4 of no owner" */
function ownersInWords(
  late: readonly { readonly named: boolean; readonly overdue: number }[],
): string {
  const named = late.filter((one) => one.named).length;
  const unowned = late.find((one) => !one.named)?.overdue;
  return [
    named > 0 && `of ${counted(named, 'owner')}`,
    unowned !== undefined && `${unowned} of no owner`,
  ]
    .filter((words) => words !== false)
    .join(', and ');
}
