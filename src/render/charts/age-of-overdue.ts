import { type Day, dayInWords } from '../../model/day.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import { counted } from '../../model/words.ts';
import { actionRows } from '../../reports/action-row.ts';
import { drawBars } from './bars.ts';
import type { Chart, Scope } from './chart.ts';
import { pictureOf } from './picture.ts';
import { idOf, leftOutInWords, questionOf, titleOf } from './question.ts';

const BANDS: readonly (readonly [label: string, most: number])[] = [
  ['Up to 30 days', 30],
  ['31 to 90 days', 90],
  ['91 to 180 days', 180],
  ['181 to 365 days', 365],
  ['Over a year', Number.POSITIVE_INFINITY],
];

/** How long what is overdue has been so, in bands of days; null where nothing is. */
export function ageOfOverdue(portfolio: Portfolio, day: Day, scope: Scope = {}): Chart | null {
  const question = questionOf(day, scope);
  const rows = actionRows(portfolio, question);
  const days = rows.flatMap(({ state }) => (state.overdue ? [state.daysOverdue] : []));
  if (days.length === 0) return null;
  const bands = BANDS.map(([label, most], at) => {
    const least = BANDS[at - 1]?.[1] ?? 0;
    return { label, count: days.filter((one) => least < one && one <= most).length };
  });
  const open = rows.filter(({ state }) => state.open);
  const endless = open.filter(({ state }) => state.due === null).length;
  const never =
    endless === 0
      ? []
      : [
          `${counted(endless, 'open action')} without a last day can never be overdue, and ${endless === 1 ? 'is' : 'are'} in no bar.`,
        ];
  const overYear = bands.at(-1)?.count ?? 0;
  const longest = Math.max(...days);
  const title = titleOf('How long actions have been overdue', portfolio, scope);
  const id = idOf('age-of-overdue', scope);
  const description = [
    `On ${dayInWords(day)}, ${days.length} of ${counted(open.length, 'open action')} ${days.length === 1 ? 'is' : 'are'} overdue, the longest by ${counted(longest, 'day')}; ${overYear === 0 ? 'none' : overYear} for over a year.`,
    ...never,
    ...leftOutInWords(portfolio, question),
  ].join(' ');
  return {
    id,
    title,
    description,
    svg: pictureOf({ id, title, description }, (layout) =>
      drawBars(
        {
          bars: bands.map(({ label, count }) => ({
            label,
            parts: [{ count, fill: 'red' }],
            words: String(count),
          })),
          unit: 'Overdue actions',
          below: never,
        },
        layout,
      ),
    ),
    table: {
      headings: ['Overdue for', 'Actions'],
      rows: [
        ...bands.map(({ label, count }) => [label, String(count)]),
        ['All overdue', String(days.length)],
        ...(endless > 0 ? [['Open without a last day', String(endless)]] : []),
      ],
    },
  };
}
