import { fieldByName, plainName, titleRank } from './column-names.ts';
import { type Field, mayRepeat } from './fields.ts';
import type { ProfileFile } from './profile.ts';
import { readDate } from './read-date.ts';
import { readId } from './read-id.ts';
import { Refusal } from './refusal.ts';
import { type Cell, hasText, isCovered, type Row, type Table } from './table.ts';
import { agreementOf } from './words.ts';

/** A column of a table, and what it holds. */
export interface MappedColumn {
  readonly column: number;
  readonly heading: string;
  readonly field: Field | undefined;
  /** How the field is known: from the profile, the heading's name, or what its cells hold. */
  readonly by: 'profile' | 'name' | 'contents' | undefined;
  /** The day in the heading, for the update that the column holds: "Progress March 2023". */
  readonly date: string | undefined;
}

export interface MappedTable {
  readonly table: Table;
  readonly header: Row;
  readonly columns: readonly MappedColumn[];
}

/** Rows further down than this are not looked at for headings. */
const MOST_ABOVE = 30;

/** Two columns that both look like a field which a row has only once. */
export interface Clash {
  readonly table: string;
  readonly field: Field;
  readonly columns: readonly [string, string];
}

/** What to do about a clash; it is refused where nothing else is said. */
export type OnClash = (clash: Clash) => void;

/**
 * Finds the row that names the columns, and what each column holds. Undefined where there is none.
 * Of two that clash, the second is without a field once the clash is told.
 */
export function mapTable(
  table: Table,
  profile: ProfileFile,
  onClash: OnClash = refuseClash,
): MappedTable | undefined {
  const header = headerOf(table, profile);
  if (!header) return undefined;
  const body = table.rows.filter(({ number }) => number > header.number);
  const columns = header.cells.flatMap((cell): MappedColumn[] => {
    if (isCovered(cell) || !hasText(cell.text)) return [];
    const cells = body.flatMap((row) => row.cells.filter((one) => one.column === cell.column));
    return [mapColumn(cell, cells, profile)];
  });
  const named = parted(withTitles(wordsUnderId(columns, body)), table, onClash);
  return { table, header, columns: idsOfActions(body, named) };
}

/** A column "Rec" that holds sentences holds recommendations, where no other does. */
function wordsUnderId(
  columns: readonly MappedColumn[],
  body: readonly Row[],
): readonly MappedColumn[] {
  if (columns.some(({ field }) => field === 'recommendation')) return columns;
  return columns.map((one) => {
    if (one.field !== 'recommendation-id' || one.by !== 'name') return one;
    const texts = body
      .flatMap(({ cells }) => cells.filter(({ column }) => column === one.column))
      .map(({ text }) => text)
      .filter(hasText);
    const sentences = texts.filter(
      (text) => readId(text) === undefined && /\S\s+\S+\s+\S/.test(text),
    );
    const isWords = sentences.length * 2 > texts.length;
    return isWords ? { ...one, field: 'recommendation', by: 'contents' } : one;
  });
}

/** Where no column is named for what is recommended or done, a "Title" or "Description" holds it. */
function withTitles(columns: readonly MappedColumn[]): readonly MappedColumn[] {
  if (columns.some(({ field }) => field === 'recommendation' || field === 'action')) return columns;
  const [title] = columns
    .flatMap((one) => {
      const rank = one.field === undefined ? titleRank(one.heading) : undefined;
      return rank === undefined ? [] : [{ one, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
  return columns.map((one) =>
    one === title?.one ? { ...one, field: 'recommendation', by: 'name' } : one,
  );
}

function headerOf(table: Table, profile: ProfileFile): Row | undefined {
  if (profile.header !== undefined) {
    const number = Number(profile.header);
    const row = table.rows.find((one) => one.number === number);
    if (row) return row;
    throw new Refusal(
      `${table.name} has no ${table.counts} ${number}, which the profile says names the columns`,
      'mend `header` in the profile',
    );
  }
  const scored = table.rows
    .slice(0, MOST_ABOVE)
    .map((row) => ({ row, score: row.cells.filter((cell) => isKnown(cell, profile)).length }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    row: undefined,
    score: 1,
  } as {
    row: Row | undefined;
    score: number;
  });
  return best.row;
}

function isKnown(cell: Cell, profile: ProfileFile): boolean {
  return (
    hasText(cell.text) &&
    (fieldInProfile(cell.text, profile) !== undefined ||
      fieldOf(cell.text, profile).field !== undefined)
  );
}

function mapColumn(cell: Cell, cells: readonly Cell[], profile: ProfileFile): MappedColumn {
  const heading = cell.text.replace(/\s+/g, ' ');
  const { column } = cell;
  const named = fieldOf(heading, profile);
  const inProfile = fieldInProfile(heading, profile);
  if (inProfile !== undefined) {
    return { column, heading, field: inProfile, by: 'profile', date: named.date };
  }
  if (named.field === 'response' && holdsAgreement(cells, profile)) {
    return { column, heading, field: 'agreement', by: 'contents', date: undefined };
  }
  const isWords = named.field === 'recommendation' || named.field === 'action';
  if (isWords && holdsOnlyLinks(cells)) {
    return { column, heading, field: undefined, by: undefined, date: undefined };
  }
  return {
    column,
    heading,
    field: named.field,
    by: named.field === undefined ? undefined : 'name',
    date: named.date,
  };
}

/** "Issue" may be a finding, or where it is filed: a link, or a number that leads there. */
function holdsOnlyLinks(cells: readonly Cell[]): boolean {
  const texts = cells.map(({ text }) => text).filter(hasText);
  return (
    texts.length > 0 &&
    texts.every((text) =>
      /^(?:#\d+|https?:\/\/\S+|\S{1,40} \(https?:\/\/[^\s)]+\))$/.test(text.trim()),
    )
  );
}

function fieldInProfile(heading: string, { columns }: ProfileFile): Field | undefined {
  const exact = Object.entries(columns ?? {}).find(([name]) => same(name, heading));
  return exact?.[1];
}

function same(a: string, b: string): boolean {
  return (
    a.replace(/\s+/g, ' ').trim().toLowerCase() === b.replace(/\s+/g, ' ').trim().toLowerCase()
  );
}

/** The field of a heading by its name, without the date that may stand in it. */
function fieldOf(
  heading: string,
  { dates }: ProfileFile,
): { field: Field | undefined; date: string | undefined } {
  const whole = fieldByName(heading);
  if (whole !== undefined) return { field: whole, date: dateIn(heading, dates)?.date };
  const dated = dateIn(heading, dates);
  return { field: dated && fieldByName(dated.rest), date: dated?.date };
}

/** A date in a heading that can mean only one day, and the heading without it. */
function dateIn(
  heading: string,
  order: ProfileFile['dates'],
): { date: string; rest: string } | undefined {
  const pattern =
    /\(?(?:as (?:at|of) |on )?((?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}-\d{2}(?:-\d{2})?)\)?/i;
  const match = pattern.exec(heading);
  const reading = match && readDate(match[1] ?? '', order);
  if (!reading || !('form' in reading)) return undefined;
  return { date: reading.form, rest: heading.replace(match[0], ' ') };
}

/** "Response" is a word of agreement in some tables and a narrative in others. */
function holdsAgreement(cells: readonly Cell[], { words }: ProfileFile): boolean {
  const filled = cells.filter((cell) => hasText(cell.text));
  const known = filled.filter(({ text }) => agreementOf(words, text) !== undefined);
  return known.length > 0 && known.length * 2 >= filled.length;
}

/** Two columns for what a row has only once of would leave one of them to chance. */
function parted(
  columns: readonly MappedColumn[],
  table: Table,
  onClash: OnClash,
): readonly MappedColumn[] {
  const names = new Map<string, MappedColumn>();
  for (const one of columns) {
    const twin = names.get(plainName(one.heading));
    if (twin && !(one.field && mayRepeat(one.field))) {
      throw new Refusal(
        `${table.name} has two columns "${one.heading}"`,
        'give each column a heading of its own',
      );
    }
    names.set(plainName(one.heading), one);
  }
  const fields = new Map<Field, MappedColumn>();
  return columns.map((one) => {
    const { field } = one;
    const twin = field && fields.get(field);
    if (field && twin && !mayRepeat(field)) {
      onClash({ table: table.name, field, columns: [twin.heading, one.heading] });
      return { ...one, field: undefined, by: undefined, date: undefined };
    }
    if (field) fields.set(field, one);
    return one;
  });
}

/** What is wrong with two columns, for people. */
export function clashWords({ table, field, columns: [first, second] }: Clash): string {
  return `the columns "${first}" and "${second}" of ${table} both look like ${field}`;
}

function refuseClash(clash: Clash): never {
  throw new Refusal(
    clashWords(clash),
    'say in a profile (--map) what each is; `--save-map ours.yaml` writes one to change',
  );
}

/**
 * Where one column of numbers stands for both, as 1.1 and 1.2 under one recommendation, it holds
 * the ids of actions.
 */
function idsOfActions(body: readonly Row[], columns: readonly MappedColumn[]): MappedColumn[] {
  const find = (field: Field) => columns.find((one) => one.field === field);
  const ids = find('recommendation-id');
  const text = find('recommendation');
  if (!ids || !find('action') || find('action-id')) return [...columns];
  const textsOf = new Map<string, Set<string>>();
  let last = '';
  for (const { cells } of body) {
    const at = (column: number | undefined) =>
      cells.find((one) => one.column === column)?.text ?? '';
    const id = at(ids.column);
    if (!hasText(id)) continue;
    const prefix = /^(\d+)\.\d+\.?$/.exec(id)?.[1];
    if (prefix === undefined) return [...columns];
    last = at(text?.column) || last;
    textsOf.set(prefix, (textsOf.get(prefix) ?? new Set()).add(last));
  }
  const nested = textsOf.size > 0 && [...textsOf.values()].every((texts) => texts.size === 1);
  if (!nested) return [...columns];
  return columns.map((one) => (one === ids ? { ...one, field: 'action-id', by: 'contents' } : one));
}
