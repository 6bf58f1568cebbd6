import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { type DefaultTreeAdapterTypes, parse as parsePage } from 'parse5';
import readExcelFile from 'read-excel-file/node';
import { stringify } from 'yaml';
import { soundPlan } from '../../support/hostile.ts';
import { hostilePlan } from '../../support/hostile-plan.ts';
import { harmOf } from '../../support/measure.ts';
import { openTestRepository } from '../../support/repository.ts';
import { sarifFaults } from '../../support/sarif-schema.ts';
import { readXml } from '../../support/xml.ts';
import { AS_OF, type Case, type CaseClass, type Done, type Place } from '../case.ts';

/** So many signs that no format may take time with the square of them. */
const MANY = 20_000;

/** Texts by what they would do if a format let them; each stands in every field of a plan. */
export const TEXTS: Readonly<Record<string, string>> = {
  controls: 'a\u001b[31mb\u001b]8;;http://g.example\u0007c\u009b2Jd\u0000e\u007ff\u0008g\rh',
  directions: 'a\u202egnp.exe\u2066b\u200bc\u2028d\u2029e\u{e0041}f\ufeffg\u061ch',
  surrogates: 'a\ud800b\udc00c\ufffed\uffffe\ufdd0f',
  commands: 'x\n::error::y\n##[error]z\n::stop-commands::t\r\n  ::add-mask::a %0A::error::b',
  elements:
    "<script>alert(1)</script><img src=x onerror=y>\"><svg/onload=z>' onload='x <!-- --></title></style>]]><![CDATA[&#60;b&#62;",
  markdown:
    '[a](javascript:b) ![c](http://d.example/e.png) | f | **g** `h` ``` @someone #12 GH-1 o/r#3 <http://l.example>\n# heading\n- [ ] task\n> quote\n---',
  formulas: '=HYPERLINK("http://h.example","x")',
  formulaAfterTab: "\t=cmd|' /C calc'!A0",
  formulaFullWidth: '\uff1d1+1',
  fields: '{ HYPERLINK "http://x.example" } \\* MERGEFORMAT <w:p/> _x0041_ _x001B_',
  calendar: 'x\r\nEND:VTODO\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\nATTACH:file:///bin/sh;,:\\n',
  long: `${'word '.repeat(MANY / 5)}end`,
  unbroken: 'x'.repeat(MANY),
  lines: 'x\n'.repeat(MANY / 10),
  marks: `a${'\u0301'.repeat(MANY / 10)}`,
  wide: '\u6f22'.repeat(MANY / 10),
  emoji: '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'.repeat(200),
  rightToLeft: '\u0645\u0631\u062d\u0628\u0627 abc \u05e9\u05dc\u05d5\u05dd',
  empty: '\u2800',
};

/** Texts that take a second or so each; short ones of their kind are tried every time. */
const LONG = new Set(['long', 'unbroken', 'lines', 'marks', 'wide']);

/** A link goes to a place of the page, to the web, to a person, or to a file beside the page. */
const LINK = /^(?:#|https?:\/\/|mailto:|[^:/?#\\]+(?:\/|$))/;

const isLong = (text: string): boolean => text.length >= MANY;

const ACTING =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufffe\uffff]/;

const isNeutral = (text: string): string[] =>
  ACTING.test(text) ? [`it holds ${JSON.stringify(ACTING.exec(text)?.[0])}`] : [];

function isJson({ stdout }: Done): string[] {
  JSON.parse(stdout);
  return isNeutral(stdout.replace(/[\ufffe\uffff]/g, ''));
}

function isSarif(done: Done): string[] {
  return sarifFaults(JSON.parse(done.stdout)).map(({ message }) => message ?? 'not SARIF');
}

function isXml({ stdout }: Done): string[] {
  readXml(stdout);
  return isNeutral(stdout);
}

/** A page holds nothing that acts: no script, no picture from elsewhere, no handler, no odd link. */
function isPage({ stdout }: Done): string[] {
  const wrong = isNeutral(stdout);
  const look = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      if (/^(?:script|iframe|object|embed|form|input|link|base|img)$/.test(node.tagName)) {
        wrong.push(`an element ${node.tagName}`);
      }
      for (const { name, value } of node.attrs) {
        if (name.startsWith('on')) wrong.push(`an attribute ${name}`);
        if (name === 'src' || name === 'srcset') wrong.push(`a source ${value}`);
        if (name === 'href' && !LINK.test(value)) {
          wrong.push(`a link ${value}`);
        }
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) look(child);
  };
  look(parsePage(stdout));
  return wrong;
}

/** The parts of an Office file are XML without anything that acts. */
function partsOf(bytes: Uint8Array): string[] {
  const wrong: string[] = [];
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const text = strFromU8(content);
    wrong.push(...isNeutral(text));
    if (/<!DOCTYPE|<!ENTITY|w:fldSimple|w:object|w:altChunk|<f>|<f /.test(text))
      wrong.push(`${name} acts`);
    for (const [, field = ''] of text.matchAll(/<w:instrText[^>]*>([^<]*)</g)) {
      if (!['PAGE', 'NUMPAGES'].includes(field.trim())) wrong.push(`a field ${field}`);
    }
    for (const [, target = ''] of text.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g)) {
      if (!LINK.test(target)) wrong.push(`a link ${target}`);
    }
  }
  return wrong;
}

const isDocx = ({ bytes }: Done): string[] => (bytes ? partsOf(bytes) : ['there is no document']);

async function isWorkbook(bytes: Uint8Array): Promise<string[]> {
  const sheets = await readExcelFile(Buffer.from(bytes));
  return sheets.length > 0 ? partsOf(bytes) : ['there is no sheet'];
}

/** A calendar has the entries that are ours, and lines as its standard has them. */
function isCalendar({ stdout }: Done): string[] {
  const calendar = new ICAL.Component(ICAL.parse(stdout));
  const entries = calendar.getAllSubcomponents();
  const long = stdout.split('\r\n').filter((line) => Buffer.byteLength(line) > 75);
  return [
    ...isNeutral(stdout.replaceAll('\r\n', '')),
    ...harmOf('notes', stdout).commands.map((command) => `a command ${command}`),
    ...entries.filter(({ name }) => name !== 'vtodo').map(({ name }) => `an entry ${name}`),
    ...entries
      .flatMap((entry) => entry.getAllSubcomponents())
      .map(({ name }) => `within it ${name}`),
    ...long.map((line) => `a line of ${Buffer.byteLength(line)} octets`),
  ];
}

/** A document is text but for its own stamp, breaks and links. */
function isDocument({ stdout }: Done): string[] {
  const [, ...lines] = stdout.split('\n');
  const text = lines.join('\n').replaceAll('<br>', '');
  const links = [...text.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].filter(
    ([, href = '']) => !LINK.test(href),
  );
  return [
    ...isNeutral(stdout),
    ...(/[<>]/.test(text) ? ['an element'] : []),
    ...links.map(([link]) => `a link ${link}`),
    ...(/(?<![\\&#\w;])@\w|!\[/.test(text) ? ['a mention or a picture'] : []),
  ];
}

/** The plan as it was before a text came into it, in a repository. */
function repositoryOf(text: string): NonNullable<Case['make']> {
  return ({ here }) => {
    const { git, write, commit } = openTestRepository(here);
    git('init', '-q', '--template=');
    write('plan.yaml', soundPlan('Keep records.'));
    commit('Before');
    write('plan.yaml', soundPlan(text));
  };
}

type Check = (done: Done, place: Place) => readonly string[] | Promise<readonly string[]>;

/** Each format once: how it is asked for, and an independent look at what comes. */
const FORMATS: Readonly<Record<string, readonly [argv: readonly string[], check?: Check]>> = {
  'findings-pretty': [['validate', '.', ...AS_OF, '--format', 'pretty']],
  'findings-compact': [['validate', '.', ...AS_OF, '--format', 'compact']],
  'findings-json': [['validate', '.', ...AS_OF, '--format', 'json'], isJson],
  'findings-github': [['validate', '.', ...AS_OF, '--format', 'github']],
  'findings-gitlab': [['validate', '.', ...AS_OF, '--format', 'gitlab'], isJson],
  'findings-sarif': [['validate', '.', ...AS_OF, '--format', 'sarif'], isSarif],
  'findings-junit': [['validate', '.', ...AS_OF, '--format', 'junit'], isXml],
  'findings-markdown': [['validate', '.', ...AS_OF, '--format', 'markdown']],
  'report-table': [['report', 'slippage', '.', ...AS_OF, '--format', 'table']],
  'report-markdown': [['report', 'slippage', '.', ...AS_OF, '--format', 'markdown']],
  'report-csv': [['report', 'slippage', '.', ...AS_OF, '--format', 'csv']],
  'report-json': [['report', 'slippage', '.', ...AS_OF, '--format', 'json'], isJson],
  'diff-html': [['diff', 'HEAD', '--format', 'html'], isPage],
  'report-html': [['report', 'slippage', '.', ...AS_OF, '--format', 'html'], isPage],
  'report-xlsx': [
    ['report', 'slippage', '.', ...AS_OF, '--format', 'xlsx'],
    ({ bytes }) => isWorkbook(bytes ?? new Uint8Array()),
  ],
  'monthly-note': [
    ['report', 'summary', '.', '--month', '2023-03', ...AS_OF, '--format', 'markdown'],
  ],
  'document-html': [['publish', 'plan.yaml', ...AS_OF, '--format', 'html'], isPage],
  'document-markdown': [['publish', 'plan.yaml', ...AS_OF, '--format', 'markdown'], isDocument],
  'document-docx': [['publish', 'plan.yaml', ...AS_OF, '--format', 'docx'], isDocx],
  calendar: [['calendar', '.', ...AS_OF], isCalendar],
  'table-csv': [
    ['export', 'plan.yaml', ...AS_OF, '--format', 'csv'],
    ({ stdout }) => Object.values(harmOf('csv', stdout.replace('\ufeff', ''))).flat(),
  ],
  'table-xlsx': [
    ['export', 'plan.yaml', ...AS_OF, '--output', 'out.xlsx'],
    ({ exit }, { here }) => (exit === 2 ? [] : isWorkbook(readFileSync(join(here, 'out.xlsx')))),
  ],
};

/** A document in Markdown has links of its own, and a table of the terminal is no list of findings. */
const outcome: readonly Case[] = Object.entries(TEXTS).flatMap(([name, text]) =>
  Object.entries(FORMATS).map(
    ([format, [argv, check]]): Case => ({
      id: `${format}-of-${name}`,
      ...(argv[0] === 'diff'
        ? { make: repositoryOf(text) }
        : { files: { 'plan.yaml': () => soundPlan(text) } }),
      argv: argv.map((word) =>
        word === 'plan.yaml' && format.startsWith('table-') ? 'sound' : word,
      ),
      // A cell of Excel has an end, which is said, since what is cut could not come back.
      exit: argv[0] === 'validate' ? [0, 1] : format === 'table-xlsx' && isLong(text) ? 2 : 0,
      says: [],
      wrong:
        'a text of the plan acts in what is made of it: on a screen, in a log, a page or a sheet',
      writes: format === 'table-xlsx' ? ['here/out.xlsx'] : [],
      ...(check && { check }),
      long: LONG.has(name),
    }),
  ),
);

/** All of it at once, in every kind of plan, as the official document. */
const documents: readonly Case[] = [
  'inspection',
  'thematic-review',
  'case-review',
  'strategy',
].flatMap((kind) =>
  (['html', 'docx', 'markdown'] as const).map(
    (format): Case => ({
      id: `document-${format}-of-a-hostile-${kind}`,
      files: { 'plan.yaml': () => stringify(hostilePlan(kind)) },
      argv: ['publish', 'plan.yaml', '--as-of', '2023-05-01', '--format', format],
      exit: 0,
      says: [],
      wrong: 'a text of the plan acts in the official document',
      check: format === 'docx' ? isDocx : format === 'html' ? isPage : isDocument,
    }),
  ),
);

export const outputs: CaseClass = { name: 'outputs', cases: [...outcome, ...documents] };
