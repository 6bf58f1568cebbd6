import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '../refusal.ts';
import { type Row, rowOfTexts, type Table } from '../table.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const MOST_RECORDS = 100_000;

interface Attempt {
  readonly delimiter: string;
  readonly rows: readonly Row[];
  /** The first row with another number of fields than the first. */
  readonly odd: Row | undefined;
  readonly columns: number;
}

/**
 * A table of comma-separated values. The delimiter is the one that gives every row the same number
 * of fields; where several do or none does, it must be named.
 */
export function readCsv(name: string, text: string, given: string | undefined): Table {
  const { body, declared, skipped } = withoutDeclaration(text);
  const delimiter = given ?? declared;
  if (delimiter !== undefined) return table(name, known(body, delimiter, skipped));
  const attempts = DELIMITERS.flatMap((one) => {
    const made = attempt(body, one, skipped);
    return made && made.columns > 1 ? [made] : [];
  });
  const sound = attempts.filter(({ odd }) => odd === undefined);
  const [only] = sound;
  if (only && sound.length === 1) return table(name, only);
  if (sound.length > 1) {
    throw new Refusal(
      `the columns may be parted by ${sound.map(({ delimiter: one }) => inWords(one)).join(' or ')}`,
      'name the one in a profile (--map), such as `delimiter: ";"`',
    );
  }
  const best = attempts.sort((a, b) => (b.odd?.number ?? 0) - (a.odd?.number ?? 0))[0];
  if (best?.odd) throw uneven(best);
  // One column may be a table, where it is all there is.
  return table(name, known(body, ',', skipped));
}

function known(body: string, delimiter: string, skipped: number): Attempt {
  const made = attempt(body, delimiter, skipped, true);
  if (!made) throw new Refusal('the file holds no row', 'give a file with a table in it');
  if (made.odd) throw uneven(made);
  return made;
}

function attempt(
  body: string,
  delimiter: string,
  skipped: number,
  strict = false,
): Attempt | undefined {
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(body, {
      delimiter,
      info: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: MOST_RECORDS + 1,
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError) || !strict) return undefined;
    throw new Refusal(
      `the quotes in the file do not close: ${error.message}`,
      'put a text that holds quotes in quotes, and double those inside it',
    );
  }
  if (records.length > MOST_RECORDS) {
    throw new Refusal(`the file has more than ${MOST_RECORDS} rows`, 'split it');
  }
  let before = skipped;
  const rows = records.map(({ record, info }) => {
    const row = rowOfTexts(before + 1, record.map(withoutApostrophe));
    before = skipped + info.lines;
    return row;
  });
  // A line without anything parts tables, and has no fields.
  const filled = rows.filter(({ cells }) => cells.length > 1 || cells[0]?.text !== '');
  const columns = filled[0]?.cells.length ?? 0;
  const odd = filled.find(({ cells }) => cells.length !== columns);
  return filled.length === 0 ? undefined : { delimiter, rows, odd, columns };
}

/** An apostrophe before what looks like a formula says that it is text; this tool's own CSV has it. */
function withoutApostrophe(text: string): string {
  return text.replace(/^'(?=\s*'*[=+\-@＝＋－＠])/, '');
}

/** Excel takes a first line `sep=;` for the delimiter of the rest. */
function withoutDeclaration(text: string): {
  body: string;
  declared: string | undefined;
  skipped: number;
} {
  const match = /^sep=(.)\r?\n/i.exec(text);
  if (!match) return { body: text, declared: undefined, skipped: 0 };
  return { body: text.slice(match[0].length), declared: match[1], skipped: 1 };
}

function table(name: string, { rows }: Attempt): Table {
  return { name, counts: 'line', rows, above: [], remarks: [] };
}

function uneven({ delimiter, odd, columns }: Attempt): Refusal {
  return new Refusal(
    `parted by ${inWords(delimiter)}, the row of line ${odd?.number} has ${odd?.cells.length} fields and the first has ${columns}`,
    'put a text that holds the delimiter in quotes, or name another delimiter in a profile (--map), such as `delimiter: ";"`',
  );
}

function inWords(delimiter: string): string {
  return (
    { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }[delimiter] ?? `"${delimiter}"`
  );
}
