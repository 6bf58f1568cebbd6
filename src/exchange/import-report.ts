import { counted } from '../model/words.ts';
import type { Imported } from './import-tables.ts';
import { type LedgerLine, OUTCOMES, type Outcome } from './ledger.ts';

const WORDS: Readonly<Record<Outcome, string>> = {
  heading: 'naming a column',
  used: 'in the plan',
  repeated: 'saying again what another cell says',
  noted: 'without a field (kept in notes)',
  'not understood': 'not understood (kept in notes)',
  outside: 'outside of the table',
  ignored: 'ignored, as the profile says',
  'worked out': 'worked out from the log, so not stored',
};

/** What a column was taken for, one line each: to be looked at before anything is written. */
export function columnLines({ tables }: Pick<Imported, 'tables'>): string[] {
  return tables.flatMap(({ table, header, columns }) => [
    `${table.name}: ${table.counts} ${header.number} names the columns`,
    ...columns.map(({ heading, field, by, date }) => {
      const day = date === undefined ? '' : ` of ${date}`;
      if (field === undefined) return `  ${heading} -> notes (no field known by this name)`;
      const why = by === 'profile' ? ' (profile)' : by === 'contents' ? ' (by what it holds)' : '';
      return `  ${heading} -> ${field}${day}${why}`;
    }),
  ]);
}

/** The account of an import: every row and cell, and by name each that has no field in the plan. */
export function reportLines(imported: Imported): string[] {
  const { rows, recommendations, cells } = imported;
  const actions = recommendations.flatMap((one) => one.actions);
  const entries = actions.flatMap((one) => one.entries);
  const parts = [
    [rows.headings, 'naming the columns'],
    [rows.above, 'above the table'],
    [rows.blank, 'empty'],
    [rows.sections, 'over others as headings'],
    [rows.items, 'making an item'],
    [rows.folded, 'adding to the item above'],
  ] as const;
  return [
    `${counted(rows.read, 'row')} read: ${parts
      .filter(([count]) => count > 0)
      .map(([count, words]) => `${count} ${words}`)
      .join(', ')}`,
    `${counted(recommendations.length, 'recommendation')}, ${counted(actions.length, 'action')} and ${entries.length} progress ${entries.length === 1 ? 'entry' : 'entries'} made`,
    `${counted(cells.length, 'cell')} with something in them: ${OUTCOMES.map(
      (outcome) => [cells.filter((one) => one.outcome === outcome).length, outcome] as const,
    )
      .filter(([count]) => count > 0)
      .map(([count, outcome]) => `${count} ${WORDS[outcome]}`)
      .join(', ')}`,
    ...imported.remarks.map((remark) => `note: ${remark}`),
    ...group(cells, 'not understood', 'not understood, kept in notes:'),
    ...group(cells, 'outside', 'outside of the table:'),
    ...notedColumns(cells),
  ];
}

function group(cells: readonly LedgerLine[], outcome: Outcome, title: string): string[] {
  const found = cells.filter((one) => one.outcome === outcome);
  if (found.length === 0) return [];
  return [
    title,
    ...found.map(({ table, place, heading, text, detail }) => {
      const column = heading === '' ? '' : ` ${heading}:`;
      return `  ${table} ${place}${column} ${quoted(text)}${detail === '' ? '' : ` (${detail})`}`;
    }),
  ];
}

function notedColumns(cells: readonly LedgerLine[]): string[] {
  const counts = new Map<string, number>();
  for (const { outcome, heading } of cells) {
    if (outcome === 'noted') counts.set(heading, (counts.get(heading) ?? 0) + 1);
  }
  return [...counts].map(
    ([heading, count]) =>
      `column ${quoted(heading)} has no field: ${counted(count, 'cell')} kept in notes`,
  );
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `"${line.length > 200 ? `${line.slice(0, 199)}…` : line}"`;
}
