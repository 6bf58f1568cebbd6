import type { Diagnostic } from '../model/diagnostic.ts';
import { cleanText, codePointName } from './clean-text.ts';
import type { RunNote } from './run-note.ts';

/** What JUnit XML is made from. */
export interface JUnitRun {
  /** Every file that was checked; one without findings is a test that passed. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly RunNote[];
  /** Whether warnings fail the run. */
  readonly strict: boolean;
}

/** One test as JUnit knows them; `outcome` is undefined where it passed. */
interface Case {
  readonly name: string;
  readonly line: number | undefined;
  readonly outcome:
    | { readonly element: 'failure' | 'skipped'; readonly of: Diagnostic }
    | undefined;
}

/**
 * Findings as JUnit XML: a suite for each file, a test for each finding. What does not fail the run
 * (a warning unless strict, anything waived) is a skipped test, so that both say the same.
 */
export function junit({ files, diagnostics, notes, strict }: JUnitRun): string {
  const suites = new Map<string, Diagnostic[]>(files.map((file) => [file, []]));
  for (const one of diagnostics) {
    const found = suites.get(one.file);
    if (found) found.push(one);
    else suites.set(one.file, [one]);
  }
  const written = [...suites].map(([file, found]) => ({ file, cases: casesOf(found, strict) }));
  const all = [...written.flatMap(({ cases }) => cases), ...notes.map(() => SKIPPED)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="actionplan validate" ${counts(all)}>`,
    ...(notes.length > 0 ? aboutTheCheck(notes) : []),
    ...written.flatMap(({ file, cases }) => [
      `  <testsuite name="${xml(file)}" ${counts(cases)}>`,
      ...cases.map((one) => testcase(file, one)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

/** Named by rule and item, without the line: so a service knows a test again in the next run. */
function casesOf(found: readonly Diagnostic[], strict: boolean): Case[] {
  if (found.length === 0) return [{ name: 'no findings', line: undefined, outcome: undefined }];
  const seen = new Map<string, number>();
  return found.map((one) => {
    const name = [one.rule, one.item].filter((part) => part !== null).join(' ');
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    const fails =
      !one.waived && (one.severity === 'error' || (strict && one.severity === 'warning'));
    return {
      name: number === 1 ? name : `${name} (${number})`,
      line: one.range.start.line,
      outcome: { element: fails ? 'failure' : 'skipped', of: one },
    };
  });
}

function testcase(file: string, { name, line, outcome }: Case): string {
  const place = line === undefined ? '' : ` line="${line}"`;
  const start = `    <testcase classname="${xml(file)}" name="${xml(name)}" file="${xml(file)}"${place} time="0"`;
  if (!outcome) return `${start}/>`;
  const { element, of } = outcome;
  const { column } = of.range.start;
  const lines = [
    `${of.severity}${of.waived ? ' (waived)' : ''}: ${of.message}`,
    ...(of.help === null ? [] : [`help: ${of.help}`]),
    `at ${of.file}:${line}:${column}`,
  ];
  const type = element === 'failure' ? ` type="${of.rule}"` : '';
  return `${start}>\n      <${element} message="${xml(of.message)}"${type}>${lines.map(xml).join('\n')}</${element}>\n    </testcase>`;
}

/** Notes on the check itself: a suite of tests that were skipped. */
function aboutTheCheck(notes: readonly RunNote[]): string[] {
  return [
    `  <testsuite name="about this check" ${counts(notes.map(() => SKIPPED))}>`,
    ...notes.map(({ file, message, help }, at) => {
      const place = file === null ? '' : ` file="${xml(file)}"`;
      const lines = [message, ...(help === null ? [] : [`help: ${help}`])];
      return `    <testcase classname="about this check" name="note ${at + 1}"${place} time="0">\n      <skipped message="${xml(message)}">${lines.map(xml).join('\n')}</skipped>\n    </testcase>`;
    }),
    '  </testsuite>',
  ];
}

const SKIPPED = { outcome: { element: 'skipped' } } as const;

function counts(
  cases: readonly { readonly outcome: { readonly element: string } | undefined }[],
): string {
  const of = (element: string) =>
    cases.filter(({ outcome }) => outcome?.element === element).length;
  return `tests="${cases.length}" failures="${of('failure')}" errors="0" skipped="${of('skipped')}" time="0"`;
}

/** Text for XML 1.0: its signs escaped, characters that it cannot hold at all named. */
function xml(text: string): string {
  return cleanText(text)
    .replace(/[\ufffe\uffff]/g, (character) => `<${codePointName(character)}>`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
