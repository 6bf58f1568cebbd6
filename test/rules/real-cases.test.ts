import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { validateFiles } from '../support/validate-files.ts';

const plans = join(import.meta.dirname, '../../plans');
const read = (name: string): string => readFileSync(join(plans, name), 'utf8');
const files: Readonly<Record<string, string>> = {
  'hmpps-mental-health.yaml': read('hmpps-mental-health.yaml'),
  'hsab-case-review.yaml': read('hsab-case-review.yaml'),
  'long-wait.yaml': read('long-wait.yaml'),
  'improving-health.yaml': read('improving-health.yaml'),
  'owners.yaml': read('owners.yaml'),
  'standards/hmip-mental-health.yaml': read('standards/hmip-mental-health.yaml'),
};

/** Defects that the published documents have, and the item that shows each. */
const AS_PUBLISHED: readonly (readonly [rule: string, plan: string, item: string])[] = [
  ['reason-category', 'hmpps-mental-health', '1'],
  ['owner-required', 'hmpps-mental-health', '12.2'],
  ['smart-specific', 'hmpps-mental-health', '1.5'],
  ['smart-measurable', 'hmpps-mental-health', '15.1'],
  ['smart-achievable', 'hsab-case-review', 'none'],
  ['smart-realistic', 'hsab-case-review', 'none'],
  ['smart-time-bound', 'hsab-case-review', '3.1'],
  ['one-deliverable', 'hmpps-mental-health', '11.1'],
  ['target-after-raised', 'long-wait', '4.1'],
  ['progress-after-raised', 'hsab-case-review', '3.1'],
  ['round-covered', 'long-wait', '1.2'],
  ['overdue-explained', 'hmpps-mental-health', '6.2'],
  ['complete-words', 'hmpps-mental-health', '1.5'],
  ['id-sequence', 'hsab-case-review', '3'],
];

/**
 * What the documents say in a way that a plan file does not take, or that its keeper has to add: the
 * document's own form in place of the file's.
 */
const AS_PRINTED: readonly (readonly [
  rule: string,
  file: string,
  inFile: string | RegExp,
  printed: string,
])[] = [
  // "June 2022", "Dec/Jan" and "31 October 2018" are how the documents write their targets.
  [
    'target-form',
    'hmpps-mental-health.yaml',
    '        target: 2022-06\n',
    '        target: June 2022\n',
  ],
  // The owner column prints "NPCC: …", which YAML takes for a new key.
  [
    'yaml-syntax',
    'hmpps-mental-health.yaml',
    '        owner: cps-strategy-policy\n',
    '        owner: CPS: Deputy Director Strategy and Policy Directorate\n',
  ],
  // An owner column names people that no list of owners knows.
  [
    'owner-known',
    'hmpps-mental-health.yaml',
    '        owner: cps-strategy-policy\n',
    '        owner: Force Lead\n',
  ],
  // The reply to recommendation 1 is "as set out in response to recommendation 19".
  ['reference-in-text', 'hmpps-mental-health.yaml', '        see: ["19"]\n', ''],
  [
    'reference-exists',
    'hmpps-mental-health.yaml',
    '        see: ["19"]\n',
    '        see: ["91"]\n',
  ],
  // Agreement, reason and agreed part are columns that a row may leave empty.
  ['agreement-required', 'hmpps-mental-health.yaml', '    agreement: agreed\n', ''],
  [
    'agreed-part-required',
    'hmpps-mental-health.yaml',
    /^ {4}agreed-part: >-\n(?: {6}.*\n|\n)+/m,
    '',
  ],
  ['reason-required', 'hmpps-mental-health.yaml', /^ {4}reason:\n(?: {6}.*\n|\n)+/m, ''],
  // The update of key concern 5: "This work has been superseded" and by what.
  [
    'superseded-by',
    'long-wait.yaml',
    /(status: superseded\n {12}by: nhse\n {12}text: )>-\n(?: {14}.*\n)+ {12}see: .*\n/,
    '$1This work is not continued.\n',
  ],
  // A thematic review is answered with a narrative.
  ['response-required', 'long-wait.yaml', /^ {4}response: >-\n(?: {6}.*\n|\n)+/m, ''],
  // An update is typed with the day of the meeting after it.
  ['progress-order', 'hsab-case-review.yaml', 'date: 2018-08-21', 'date: 2019-08-21'],
  ['yaml-unique-keys', 'hsab-case-review.yaml', '    text: ', '    text: Twice.\n    text: '],
  ['id-unique', 'hsab-case-review.yaml', '- id: "1.2"', '- id: "1.1"'],
  ['id-prefix', 'hsab-case-review.yaml', '- id: "1.2"', '- id: "2.2"'],
];

describe('rules on the published documents', () => {
  const found = validateFiles(files, { asOf: '2026-01-01' });
  it.each(AS_PUBLISHED)('%s is broken by %s %s', (rule, plan, item) => {
    const items = found.filter((one) => one.rule === rule && one.plan === plan);
    expect(items.map((one) => one.item ?? 'none')).toContain(item);
  });
});

describe('rules on what the documents print', () => {
  it.each(AS_PRINTED)('%s in %s', (rule, file, inFile, printed) => {
    const before = files[file] ?? '';
    const after = before.replace(inFile, printed);
    expect(after).not.toBe(before);
    const count = (text: string) =>
      validateFiles({ ...files, [file]: text }, { asOf: '2026-01-01' }).filter(
        (one) => one.rule === rule,
      ).length;
    expect(count(after)).toBeGreaterThan(count(before));
  });
});

it('names only rules there are', () => {
  const ids = rules.map(({ id }) => id);
  for (const [rule] of [...AS_PUBLISHED, ...AS_PRINTED]) expect(ids).toContain(rule);
});
