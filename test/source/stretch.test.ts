import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';

/** The words of a file at which a stretch of its value `a` points. */
function pointedAt(source: string, words: string): string {
  const text = new SourceText(source);
  const document = new YamlDocument(text);
  const value = (document.value as { a: string }).a;
  const start = value.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  const { start: from, end } = document.locate(['a'], undefined, {
    start,
    end: start + words.length,
  });
  if (from.line !== end.line) return 'several lines';
  return [...text.line(from.line)].slice(from.column - 1, end.column - 1).join('');
}

describe('words inside a value are found in the file', () => {
  it.each([
    ['a plain value', 'a: We will continue to refine it.\n'],
    ['a plain value over lines', 'a: We will\n  continue to\n  refine it.\n'],
    ['a folded block', 'a: >-\n  We will\n  continue to refine\n\n  it.\n'],
    ['a folded block with a comment', 'a: >- # continue to\n  We will continue to refine it.\n'],
    ['a literal block', 'a: |\n  We will\n    continue to refine it.\n'],
    ['quoted values', `a: "We will continue to refine it."\n`],
    ['single quotes', `a: 'We will continue to refine it.'\n`],
    ['letters outside the basic plane', 'a: >-\n  𝐖𝐞 will continue to refine it.\n'],
    ['Windows line ends', 'a: >-\r\n  We will\r\n  continue to refine it.\r\n'],
  ])('%s', (_, source) => {
    expect(pointedAt(source, 'continue to')).toBe('continue to');
  });

  it('words over a line end are shown up to it', () => {
    expect(pointedAt('a: >-\n  We will continue\n  to refine it.\n', 'continue to')).toBe(
      'continue',
    );
  });

  it('a value with escapes before them is shown as a whole', () => {
    const source = 'a: "We\\u0020will continue to refine it."\n';
    expect(pointedAt(source, 'continue to')).toContain('We\\u0020will');
  });
});
