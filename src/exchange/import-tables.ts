import type { OwnerDirectory } from '../model/owner.ts';
import type { FinancialYear } from '../model/target.ts';
import { counted } from '../model/words.ts';
import type { DraftRecommendation } from './draft.ts';
import { foldTable } from './fold.ts';
import type { Folding, RowCounts } from './folding.ts';
import { Ledger, type LedgerLine } from './ledger.ts';
import { type MappedTable, mapTable, type OnClash } from './map-columns.ts';
import type { ProfileFile } from './profile.ts';
import { Refusal } from './refusal.ts';
import { isBlank, isCovered, type Table } from './table.ts';

/** What was read of a file. */
export interface Imported {
  readonly recommendations: readonly DraftRecommendation[];
  /** Every cell of the tables read, and what became of it. */
  readonly cells: readonly LedgerLine[];
  readonly rows: RowCounts;
  readonly tables: readonly MappedTable[];
  /** What is to be known beside the cells. */
  readonly remarks: readonly string[];
}

export interface ImportOptions {
  readonly profile: ProfileFile;
  readonly owners: OwnerDirectory | undefined;
  readonly financialYear: FinancialYear;
  readonly asOf: string | undefined;
  /** The ids that the plan has which the tables are brought into. */
  readonly ids?: ReadonlySet<string>;
}

/** The tables of a file that hold recommendations or actions, with what their columns are. */
export function chooseTables(
  tables: readonly Table[],
  profile: ProfileFile,
  onClash?: OnClash,
): { mapped: MappedTable[]; remarks: string[] } {
  if (tables.length === 0) {
    throw new Refusal('there is no table in the file', 'give a file with a table in it');
  }
  const { sheet } = profile;
  const asked =
    sheet === undefined
      ? tables
      : tables.filter(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  if (asked.length === 0) {
    throw new Refusal(
      `there is no sheet or table "${sheet}"`,
      `there are ${tables.map(({ name }) => `"${name}"`).join(', ')}`,
    );
  }
  const maps = asked.map((table) => ({ table, mapped: mapTable(table, profile, onClash) }));
  const mapped = maps.flatMap((one) => (one.mapped && holdsPlan(one.mapped) ? [one.mapped] : []));
  if (mapped.length === 0) throw noColumns(asked, maps.find((one) => one.mapped)?.mapped);
  const sheets = mapped.filter(({ table }) => !table.remarks.some((one) => /is hidden/.test(one)));
  const several = mapped[0]?.table.above.length === 0 && sheets.length > 1 && isWorkbook(tables);
  if (several) {
    throw new Refusal(
      `the file has ${sheets.length} sheets with such a table: ${sheets.map(({ table }) => `"${table.name}"`).join(', ')}`,
      'choose one with --sheet',
    );
  }
  const chosen = sheets.length > 0 ? sheets : mapped;
  const left = tables.filter((table) => !chosen.some((one) => one.table === table));
  return {
    mapped: chosen,
    remarks: left
      .map((table) => ({ table, filled: filledRows(table) }))
      .filter(({ filled }) => filled > 0)
      .map(
        ({ table, filled }) =>
          `"${table.name}" is not read (${filled} ${filled === 1 ? 'row' : 'rows'} with something in them)`,
      ),
  };
}

/** Sheets have names of their own; the tables of a document are one after the other. */
function isWorkbook(tables: readonly Table[]): boolean {
  return tables.every(({ name, counts }) => counts === 'row' && !/^table \d+$/.test(name));
}

function holdsPlan({ columns }: MappedTable): boolean {
  return columns.some(({ field }) => field === 'recommendation' || field === 'action');
}

function filledRows({ rows }: Table): number {
  return rows.filter(({ cells }) => cells.some((cell) => !isCovered(cell) && !isBlank(cell)))
    .length;
}

function noColumns(asked: readonly Table[], mapped: MappedTable | undefined): Refusal {
  const [first] = asked;
  if (mapped) {
    return new Refusal(
      `no column of "${mapped.table.name}" holds recommendations or actions (its columns: ${mapped.columns.map(({ heading }) => `"${heading}"`).join(', ')})`,
      'say in a profile (--map) which does, such as `columns: { "What we will do": action }`',
    );
  }
  return new Refusal(
    `no row of "${first?.name ?? ''}" names columns that are known`,
    'say in a profile (--map) which row does and what they hold: `header: 3`, and `columns:`',
  );
}

/** Reads tables into recommendations and actions; refuses what could only be guessed. */
export function importTables(mapped: readonly MappedTable[], options: ImportOptions): Imported {
  const folding: Folding = {
    ...options,
    ledger: new Ledger(),
    recommendations: [],
    rows: { read: 0, headings: 0, above: 0, blank: 0, sections: 0, items: 0, folded: 0 },
    remarks: [],
    ambiguous: [],
  };
  for (const one of mapped) {
    folding.remarks.push(...one.table.remarks.map((remark) => `${one.table.name}: ${remark}`));
    foldTable(folding, one);
  }
  if (folding.ambiguous.length > 0) {
    throw new Refusal(
      `${counted(folding.ambiguous.length, 'date')} can mean more than one day, and no other date in the column tells which:`,
      'say --dates day-first, month-first or year-first, or put `dates:` into the profile',
      listed(folding.ambiguous),
    );
  }
  return {
    recommendations: folding.recommendations,
    cells: folding.ledger.close(),
    rows: folding.rows,
    tables: mapped,
    remarks: folding.remarks,
  };
}

/** Refuses entries of which nobody knows the day. */
export function refuseUndated(entries: readonly { readonly undated?: string | undefined }[]): void {
  const places = entries.flatMap(({ undated }) => undated ?? []);
  if (places.length === 0) return;
  throw new Refusal(
    'progress stands without the day it was reported:',
    'say --as-of DATE, the day on which the table was last brought up to date',
    listed(places),
  );
}

const MOST_LISTED = 10;

function listed(lines: readonly string[]): string[] {
  const more = lines.length - MOST_LISTED;
  return [...lines.slice(0, MOST_LISTED), ...(more > 0 ? [`and ${more} more`] : [])];
}
