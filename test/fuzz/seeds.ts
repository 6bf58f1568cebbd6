import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { rules } from '../../src/rules/index.ts';
import { parseGolden } from '../support/golden.ts';
import { textCell, wordDocument, wordParagraph, wordTable, workbook } from '../support/office.ts';
import { soundFiles } from '../support/values.ts';
import { ownFiles } from '../support/yaml-texts.ts';

const root = join(import.meta.dirname, '../..');
const cases = join(root, 'test/golden/cases');

const inputs: readonly (readonly [string, string])[] = readdirSync(cases).flatMap((name) =>
  Object.entries(parseGolden(readFileSync(join(cases, name), 'utf8')).files),
);

/** Real plans are long; a stretch of one is as good, and much faster to try. */
function shortened(text: string): string[] {
  if (text.length < 6_000) return [text];
  const [head = '', ...items] = text.split(/^(?= {2}- id: )/m);
  return Array.from({ length: Math.ceil(items.length / 3) }, (_, at) =>
    [head, ...items.slice(3 * at, 3 * at + 3)].join(''),
  );
}

function kindOf(text: string): string {
  return /^(plan|owners|standards):/m.exec(text)?.[1] ?? 'settings';
}

const examples = rules.flatMap(({ examples: { bad, good } }) =>
  [bad, good].flatMap((files) => (typeof files === 'string' ? [files] : Object.values(files))),
);
const yaml = [
  ...Object.values(soundFiles).map((value) => stringify(value)),
  ...[...ownFiles.values()].flatMap(shortened),
  ...inputs.filter(([path]) => /\.ya?ml$/.test(path)).map(([, text]) => text),
  ...examples,
].filter((text) => text !== '');

/** Real and made files of each kind, from which cases begin. */
export const yamlSeeds = (kind: string): readonly Uint8Array[] =>
  yaml.filter((text) => kindOf(text) === kind).map((text) => Buffer.from(text));

const grid: readonly (readonly string[])[] = [
  [
    'No',
    'Recommendation',
    'Agreed?',
    'Action',
    'Owner',
    'Target date',
    'Status',
    'Progress March 2023',
  ],
  [
    '1',
    'Keep records.',
    'Agreed',
    'Publish a guide.',
    'MoJ: Policy',
    'June 2022',
    'Complete',
    'Done.',
  ],
  ['', '', '', 'Train "all" staff,\nin two rounds', 'NHSE; Police', '31/03/2023', 'Ongoing', ''],
  [
    '2',
    'Train.',
    'Partly agreed\nbecause of cost',
    'Find money.',
    '',
    'TBC',
    '',
    '27/03/2023: asked',
  ],
];
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = grid.map((row) => row.map(quoted).join(',')).join('\r\n');
const oneLine = (cell: string) => cell.replaceAll('\n', '<br>');
const markdown = [
  '# Plan\n',
  ...grid.map((row, at) => {
    const line = `| ${row.map(oneLine).join(' | ')} |`;
    return at === 0 ? `${line}\n|${' --- |'.repeat(row.length)}` : line;
  }),
].join('\n');
const html = `<table>${grid
  .map((row) => `<tr>${row.map((cell) => `<td colspan=1>${oneLine(cell)}</td>`).join('')}</tr>`)
  .join('')}</table>`;
const list = JSON.stringify(
  grid.slice(1).map((row) => Object.fromEntries(row.map((cell, at) => [grid[0]?.[at], cell]))),
);
const sheet = `<sheetData>${grid
  .map(
    (row, at) =>
      `<row r="${at + 1}">${row.map((cell, column) => textCell(`${'ABCDEFGH'[column]}${at + 1}`, cell)).join('')}</row>`,
  )
  .join('')}</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`;
const document = wordParagraph('A plan') + wordTable(grid);

/** Tables to import, by the ending of their files. */
export const tableSeeds: Readonly<Record<string, readonly Uint8Array[]>> = {
  csv: [Buffer.from(csv), readFileSync(join(root, 'docs/examples/tracker.csv'))],
  md: [Buffer.from(markdown)],
  html: [Buffer.from(html)],
  json: [Buffer.from(list)],
  xlsx: [workbook({ Plan: sheet })],
  docx: [wordDocument(document)],
};

export const profileSeeds: readonly Uint8Array[] = [
  'profile: x\nsheet: Plan\nheader: 1\ndates: day-first\ncolumns:\n  "No": id\n  "What we will do": action\n',
].map((text) => Buffer.from(text));
