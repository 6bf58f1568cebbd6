import { Refusal } from '../refusal.ts';
import type { Table } from '../table.ts';
import { decodeText } from './encoding.ts';

/** What a file may be at most. */
export const MOST_IMPORTED = 16 * 1024 * 1024;

export interface ReadOptions {
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
}

type TextFormat = 'csv' | 'markdown' | 'html' | 'list';

const BY_ENDING: Readonly<Record<string, TextFormat | 'xlsx' | 'docx'>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  txt: 'csv',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  json: 'list',
  yaml: 'list',
  yml: 'list',
  xlsx: 'xlsx',
  // Refused for its macros, if it has any.
  xlsm: 'xlsx',
  docx: 'docx',
};

/** The tables of a file. Its ending says what it is, and its first bytes must agree. */
export async function readTables(
  file: string,
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<Table[]> {
  if (bytes.length > MOST_IMPORTED) {
    throw new Refusal(
      `the file is larger than the limit of ${MOST_IMPORTED / 1024 / 1024} MiB`,
      'copy the table alone into a new file',
    );
  }
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  refuseOldOffice(bytes);
  const format = Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined;
  if (format === undefined) {
    throw new Refusal(
      `what kind of file this is cannot be told from its name${ending === '' ? '' : ` (.${ending})`}`,
      `files that can be imported end in ${Object.keys(BY_ENDING)
        .map((one) => `.${one}`)
        .join(', ')}`,
    );
  }
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (format === 'xlsx' || format === 'docx') {
    if (!isZip) {
      throw new Refusal(
        `the file ends in .${format} but is none`,
        'open it in the program it was made with and save it again',
      );
    }
    if (format === 'xlsx') return (await import('./read-xlsx.ts')).readXlsx(bytes);
    return (await import('./read-docx.ts')).readDocx(bytes);
  }
  if (isZip) {
    throw new Refusal(
      `the file ends in .${ending} but is an Office file or a ZIP archive`,
      'give it its right ending: .xlsx or .docx',
    );
  }
  return readText(file, format, decodeText(bytes, options.encoding), options, ending);
}

async function readText(
  file: string,
  format: TextFormat,
  text: string,
  { delimiter }: ReadOptions,
  ending: string,
): Promise<Table[]> {
  switch (format) {
    case 'csv': {
      const tab = ending === 'tsv' || ending === 'tab' ? '\t' : undefined;
      const { readCsv } = await import('./read-csv.ts');
      return [readCsv(nameOf(file), text, delimiter ?? tab)];
    }
    case 'markdown':
      return (await import('./read-markdown.ts')).readMarkdown(text);
    case 'html':
      return (await import('./read-html.ts')).readHtml(text);
    case 'list':
      return (await import('./read-list.ts')).readList(text);
  }
}

/** Excel and Word up to 2003, and their encrypted files today, begin with these bytes. */
function refuseOldOffice(bytes: Uint8Array): void {
  const old = [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);
  if (!old) return;
  throw new Refusal(
    'the file is encrypted, or was made by Excel or Word before 2007',
    'save a copy without a password as .xlsx or .docx',
  );
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
