import type { Json, JsonObject } from '../reports/report.ts';

type Flat = string | number | boolean | null;

/**
 * Rows of JSON as a table: nested fields as `status.complete`, lists in one text. The columns named
 * come first, and are there where no row is; some may be left out.
 */
export function columnsOfRows(
  rows: readonly JsonObject[],
  named: readonly string[],
  without: readonly string[] = [],
): {
  columns: readonly string[];
  rows: readonly ReadonlyMap<string, Flat>[];
} {
  const flat = rows.map((row) => new Map(flatten(row, '')));
  const columns = [...new Set([...named, ...flat.flatMap((row) => [...row.keys()])])];
  // An owner that is null has no column beside those of the owners that are not.
  const isWhole = (column: string) => columns.some((one) => one.startsWith(`${column}.`));
  return {
    columns: columns.filter((column) => !isWhole(column) && !without.includes(column)),
    rows: flat,
  };
}

function flatten(value: Json, path: string): [string, Flat][] {
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, inner]) =>
      flatten(inner, path === '' ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(value)) return [[path, value.map(inWords).join('; ')]];
  return [[path, value as Flat]];
}

/** One owner, move or other item of a list, in one text. */
function inWords(value: Json): string {
  if (value === null) return '';
  if (isObject(value)) {
    const { organisation, role } = value;
    if (organisation !== undefined) {
      return [organisation, role].filter((part) => typeof part === 'string').join(': ');
    }
    return Object.entries(value)
      .map(([key, part]) => `${key} ${inWords(part)}`)
      .join(', ');
  }
  if (Array.isArray(value)) return value.map(inWords).join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
