import fc from 'fast-check';
import fastWidth from 'fast-string-width';
import { expect, it } from 'vitest';
import { cleanLines } from '../../src/render/clean-text.ts';
import width from '../../src/render/width.ts';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '##[',
      'a',
      ' ',
      '-',
      'é',
      '’',
      '“',
      '–',
      '…',
      '\n',
      '\u00ad',
      '\u200b',
      '漢',
      '💡',
      '🇬🇧',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

it('plain texts are as wide as the package says', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(width(text)).toBe(fastWidth(text));
    }),
  );
});

it('plain texts need no cleaning', () => {
  const slow = (text: string) => cleanLines(`${text}\u200b`).slice(0, -'<U+200B>'.length);
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cleanLines(text)).toBe(slow(text));
    }),
  );
});
