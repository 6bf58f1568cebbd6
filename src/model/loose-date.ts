import { isRealDay, writeDay } from './day.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const SEASONS: Readonly<Record<string, string>> = {
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
};

const YEAR = '(?<year>\\d{4}|\\d{2})';
const DATE = '(?<date>\\d{1,2})(?:st|nd|rd|th)?';
const MONTH = '(?<month>[a-z]{3,9})\\.?';

type Groups = Record<string, string | undefined>;

/** Each form people write, and the contract's forms it can mean. The first that matches decides. */
const FORMS: readonly [RegExp, (groups: Groups) => string[]][] = [
  [form(`${DATE} ${MONTH},? ${YEAR}`), (g) => day(year(g), month(g), Number(g['date']))],
  [form(`${MONTH} ${DATE},? ${YEAR}`), (g) => day(year(g), month(g), Number(g['date']))],
  [
    form('(?<a>\\d{1,2})[/.-](?<b>\\d{1,2})[/.-](?<year>\\d{4}|\\d{2})'),
    (g) => [
      ...new Set([
        ...day(year(g), Number(g['b']), Number(g['a'])),
        ...day(year(g), Number(g['a']), Number(g['b'])),
      ]),
    ],
  ],
  [
    form('(?<year>\\d{4})(?:[/.-](?<m>\\d{1,2})[/.-](?<date>\\d{1,2})|(?<mm>\\d{2})(?<dd>\\d{2}))'),
    (g) => day(year(g), Number(g['m'] ?? g['mm']), Number(g['date'] ?? g['dd'])),
  ],
  [form('(?<m>\\d{1,2})[/.-](?<year>\\d{4})'), (g) => monthOf(year(g), Number(g['m']))],
  [
    form('(?:q(?<q>[1-4]),? ?(?:fy ?)?(?<year>\\d{4}|\\d{2}) ?[/-] ?(?<next>\\d{4}|\\d{2}))'),
    (g) => financial(g, g['q']),
  ],
  [
    form(
      '(?<ordinal>first|second|third|fourth|last) quarter (?:of )?(?:fy ?)?(?<year>\\d{4}|\\d{2}) ?/ ?(?<next>\\d{4}|\\d{2})',
    ),
    (g) =>
      financial(
        g,
        { first: '1', second: '2', third: '3', fourth: '4', last: '4' }[g['ordinal'] ?? ''],
      ),
  ],
  [form('fy ?(?<year>\\d{4}|\\d{2})[ -]*q(?<q>[1-4])'), (g) => [`FY${year(g)}-Q${g['q']}`]],
  [form('fy ?(?<year>\\d{4}|\\d{2}) ?[/-] ?(?<next>\\d{4}|\\d{2})'), (g) => financial(g)],
  // "2011/12" is a financial year or a December.
  [
    form('(?<year>\\d{4}) ?[/-] ?(?<next>\\d{4}|\\d{2})'),
    (g) => {
      const years = financial(g);
      return years.length === 0 ? [] : [...years, ...monthOf(year(g), Number(g['next']))];
    },
  ],
  [form('fy ?(?<year>\\d{4})'), (g) => [`FY${year(g)}`]],
  [form('q(?<q>[1-4])[ ,-]*(?<year>\\d{4})'), (g) => [`${year(g)}-Q${g['q']}`]],
  [form('(?<year>\\d{4})[ -]*q(?<q>[1-4])'), (g) => [`${year(g)}-Q${g['q']}`]],
  [form('(?<year>\\d{4})[/. -](?<m>\\d{1,2})'), (g) => monthOf(year(g), Number(g['m']))],
  [
    form('(?<season>spring|summer|autumn|fall|winter),? (?<year>\\d{4})'),
    (g) => [`${year(g)}-${SEASONS[g['season'] ?? '']}`],
  ],
  [
    form('(?<year>\\d{4})[ -](?<season>spring|summer|autumn|fall|winter)'),
    (g) => [`${year(g)}-${SEASONS[g['season'] ?? '']}`],
  ],
  [form(`${MONTH},? ${YEAR}`), (g) => monthOf(year(g), month(g))],
  [form('(?:the )?(?:year )?(?<year>\\d{4})'), (g) => [String(year(g))]],
];

/**
 * The contract's forms of a date or target that a loosely written one can mean: "June 2022",
 * "30/06/2022", "Q1 2022/23", "Summer 2022", "Dec 22". One form: the meaning is plain. Several:
 * it is ambiguous ("03/04/2022"). None: it is not recognised.
 */
export function suggestForms(text: string): string[] {
  // A long text is no date; the bound also keeps the patterns below from being fed one.
  if (text.length > 60) return [];
  const plain = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:by |in |before |due )?(?:the )?(?:end of |end |late )?/, '');
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(plain);
    if (!match?.groups) continue;
    const found = read(match.groups);
    if (found.length > 0) return found;
  }
  return [];
}

function form(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`);
}

function year(groups: Groups): number {
  const text = groups['year'] ?? '';
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function month(groups: Groups): number {
  const name = groups['month'] ?? '';
  if (name === 'sept') return 9;
  return MONTHS.findIndex((full) => full === name || full.slice(0, 3) === name) + 1;
}

function day(y: number, m: number, d: number): string[] {
  return isRealDay(y, m, d) ? [writeDay(y, m, d)] : [];
}

function monthOf(y: number, m: number): string[] {
  return isRealDay(y, m, 1) ? [writeDay(y, m, 1).slice(0, 7)] : [];
}

/** A financial year is written over two years that follow each other: 2022/23. */
function financial(groups: Groups, quarter?: string): string[] {
  const first = year(groups);
  if ((first + 1) % 100 !== Number(groups['next']) % 100) return [];
  return [quarter === undefined ? `FY${first}` : `FY${first}-Q${quarter}`];
}
