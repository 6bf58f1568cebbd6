import { YamlDocument } from '../../source/document.ts';
import { SourceText } from '../../source/text.ts';
import type { Value } from '../../source/value.ts';
import { Refusal } from '../refusal.ts';
import { type Row, rowOfTexts, type Table } from '../table.ts';

type Mapping = { readonly [key: string]: Value };

/**
 * Lists of records in YAML or JSON as tables: every list of mappings is one, its fields the
 * columns. A list inside a record gives a row for each of its items, beside the record's own fields.
 */
export function readList(text: string): Table[] {
  const document = new YamlDocument(new SourceText(text));
  const [fault] = document.faults;
  if (fault || document.value === undefined) {
    throw new Refusal(
      fault ? `line ${fault.range.start.line}: ${fault.message}` : 'the file holds nothing',
      fault?.help ?? 'give a file with a list of records in it',
    );
  }
  const lists = listsIn(document.value, []);
  return lists.map(({ name, items }) => ({
    name: name || 'list',
    counts: 'row',
    rows: rowsOf(items),
    above: [],
    remarks: [],
  }));
}

interface List {
  readonly name: string;
  readonly items: readonly Mapping[];
}

/** The outermost lists of mappings. */
function listsIn(value: Value, path: readonly string[]): List[] {
  if (Array.isArray(value)) {
    const items = value.filter(isMapping);
    if (items.length > 0 && items.length === value.length) return [{ name: path.join('.'), items }];
    return [];
  }
  if (typeof value === 'string') return [];
  return Object.entries(value).flatMap(([key, inner]) => listsIn(inner, [...path, key]));
}

function rowsOf(items: readonly Mapping[]): Row[] {
  const records = items.flatMap((item) => flatten(item, ''));
  const columns = [...new Set(records.flatMap((record) => [...record.keys()]))];
  return [
    rowOfTexts(1, columns),
    ...records.map((record, index) =>
      rowOfTexts(
        index + 2,
        columns.map((column) => record.get(column) ?? ''),
      ),
    ),
  ];
}

/** A record as rows: one, or one for each item of the lists of records inside it. */
function flatten(item: Mapping, prefix: string): Map<string, string>[] {
  const own = new Map<string, string>();
  const inner: Map<string, string>[] = [];
  for (const [key, value] of Object.entries(item)) {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    // Programs write `null` for what is not there.
    if (typeof value === 'string') own.set(name, value === 'null' || value === '~' ? '' : value);
    else if (!Array.isArray(value)) {
      const [only, ...more] = flatten(value, name);
      if (only && more.length === 0) for (const [k, v] of only) own.set(k, v);
      else inner.push(...[only, ...more].filter((one) => one !== undefined));
    } else if (value.some(isMapping)) {
      for (const one of value) {
        inner.push(...(isMapping(one) ? flatten(one, name) : [new Map([[name, inWords(one)]])]));
      }
    } else own.set(name, value.map(inWords).join('\n'));
  }
  if (inner.length === 0) return [own];
  return inner.map((one) => new Map([...own, ...one]));
}

function inWords(value: Value): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isMapping(value: Value): value is { [key: string]: Value } {
  return typeof value === 'object' && !Array.isArray(value);
}
