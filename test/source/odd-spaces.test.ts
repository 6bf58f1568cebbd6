import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixText } from '../../src/edit/fix-text.ts';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';

const PLAN = `plan: x
notes: |
  First line.
    Further in.
recommendations:
  - id: "1"
    text: >-
      Keep records
      up to date.
    to: [a, b]   # both
    actions:
      - id: "1.1"
        action: Publish a guide.
`;

const read = (text: string) => new YamlDocument(new SourceText(text));

/** The text with its spaces before some lines changed into others. */
function changed(lines: readonly number[], to: (spaces: string) => string): string {
  return PLAN.split('\n')
    .map((line, at) => (lines.includes(at) ? line.replace(/^ +/, to) : line))
    .join('\n');
}

describe('spaces that YAML does not know, before a line', () => {
  it('are named, and read and mended as plain ones, whichever lines have them', () => {
    const structure = [5, 6, 9, 10, 11, 12];
    fc.assert(
      fc.property(
        fc.subarray(structure, { minLength: 1 }),
        fc.constantFrom('\u00a0', '\u2003', '\u2009', '\u202f'),
        (lines, space) => {
          const text = changed(lines, (spaces) => space.repeat(spaces.length));
          const document = read(text);
          const [fault, ...others] = document.faults;
          expect(others).toEqual([]);
          expect(fault?.message).toContain(
            `U+${space.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
          );
          expect(fault?.range.start).toEqual({ line: Math.min(...lines) + 1, column: 1 });
          expect(document.value).toEqual(read(PLAN).value);
          const { text: mended } = fixText(text, fault?.fix ? [fault.fix] : []);
          expect(mended).toBe(PLAN);
        },
      ),
    );
  });

  it('of no width are taken out, and places stay those of the file', () => {
    const text = changed([10, 12], (spaces) => `\u200b${spaces}`).replace('Publish', 'Publish: a');
    const { faults } = read(text);
    expect(faults.map(({ range }) => range.start)).toEqual([
      { line: 11, column: 1 },
      { line: 13, column: 18 },
    ]);
    const fixed = fixText(
      text,
      faults.flatMap(({ fix }) => fix ?? []),
    );
    expect(read(fixed.text).faults.length).toBeLessThan(2);
  });

  it.each([
    ['a block', PLAN.replace('    Further', '  \u00a0\u00a0Further')],
    ['a folded text', PLAN.replace('      up to', '      \u00a0up to')],
    [
      'a text on the next line',
      PLAN.replace('action: Publish', 'action:\n          \u00a0Publish'),
    ],
    [
      'a text in quotes',
      PLAN.replace('action: Publish a guide.', 'action: "Publish\n          \u00a0a guide."'),
    ],
    ['a comment', PLAN.replace('    to:', '  #\u00a0a\n    to:')],
    ['an item of a list', PLAN.replace('[a, b]', '\n      - note:\u00a0a')],
  ])('are left alone in %s', (_, text) => {
    expect(read(text).faults).toEqual([]);
  });

  it.each([
    ['a dash', PLAN.replace('- id: "1.1"', '-\u00a0id: "1.1"')],
    ['a colon', PLAN.replace('action: Publish', 'action:\u00a0Publish')],
  ])('are found behind %s', (_, text) => {
    const { faults, value } = read(text);
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^a non-breaking space \(U\+00A0\) stands here, where YAML/),
    ]);
    expect(value).toEqual(read(PLAN).value);
    expect(
      fixText(
        text,
        faults.flatMap(({ fix }) => fix ?? []),
      ).text,
    ).toBe(PLAN);
  });

  it('take no longer where a file has thousands of them', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `\u200ba${at}:\n`).join('');
    const { faults } = read(`plan: x\n${lines}`);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.fix).toBe(undefined);
  });
});
