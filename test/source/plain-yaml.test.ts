import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../src/source/document.ts';
import { readPlain } from '../../src/source/plain-yaml.ts';
import { SourceText } from '../../src/source/text.ts';
import { sameAnswers } from '../support/answers.ts';
import { lexemesOf } from '../support/lexemes.ts';
import { long } from '../support/long.ts';
import { ownFiles, yamlText } from '../support/yaml-texts.ts';

describe('the fast reader gives what the full one gives', () => {
  it.each([...ownFiles])('on %s', (_, text) => {
    expect(sameAnswers(text)).toBe(true);
    // A bound far too high would hand large files over for nothing.
    expect(readPlain(text)?.lexemes).toBeLessThan(lexemesOf(text) * 1.15);
  });

  it.each([
    ['space before a closing quote on a later line', 'a: "b\n  c "\nd: \'e\n  f \'\n'],
    ['a closing quote on a line of its own', 'a: "b\n  "\nc: \'d\n\n  \'\n'],
    ['blank lines in quotes', "a: 'b\n\n\n  c'\n"],
    ['escapes one after the other', 'a: "b\\\\n \\\\\\" \\n\\t\\/"\n'],
    ['two apostrophes over lines', "a: 'b''\n  ''c'\n"],
    ['plain text on the line below its key', 'a:\n  b\n  c\n'],
    ['a list in the column of its key', 'a:\n- b: c\n  d:\n  - e\n'],
  ])('on %s', (_, text) => {
    expect(sameAnswers(text)).toBe(true);
  });

  // `npm run test:long` tries more.
  const runs = long ? 100_000 : 5_000;
  it(`on any of ${runs} texts, or gives up`, { timeout: 3_600_000 }, () => {
    let read = 0;
    fc.assert(
      fc.property(yamlText, (text) => {
        if (!sameAnswers(text)) return;
        read += 1;
        expect(readPlain(text)?.lexemes).toBeGreaterThanOrEqual(lexemesOf(text));
      }),
      { numRuns: runs },
    );
    // A reader that always gave up would be right too.
    expect(read / runs).toBeGreaterThan(0.2);
  });
});

/** One after the other, so that what is not counted adds up. */
describe('the fast reader counts no fewer parts than the full one', () => {
  it.each([
    ['blank lines with spaces below a text that does not keep them', '- |-\n  a\n \n \n'],
    ['blank lines below a folded text', '- >\n  a\n\n\n\n'],
    ['blank lines below a text that keeps them', '- |+\n  a\n\n\n\n'],
    ['spaces in brackets', '- [ a , b , c , d , e , f ]\n'],
    ['spaces beside quotes in brackets', '- [ "a" , \'b\' , "c" ]\n'],
    ['spaces in empty brackets', '- a: b\n  c: [ ]\n  d: [ ]\n  e: [ ]\n  f: [ ]\n'],
    ['spaces and comments at the end of lines', '- a  # b\n- |-  # c\n  d\n- "e"  # f\n'],
    ['comments and blank lines between', '- a\n\n \n  # b\n\n'],
  ])('on %s', (_, text) => {
    const many = text.repeat(50);
    expect(sameAnswers(many)).toBe(true);
    expect(readPlain(many)?.lexemes).toBeGreaterThanOrEqual(lexemesOf(many));
  });
});

describe('the fast reader gives up on', () => {
  it.each([
    ['an anchor', 'a: &b c\n'],
    ['an alias', 'a: *b\n'],
    ['a tag', 'a: !b c\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['a document marker', '---\na: b\n'],
    ['a second document', 'a: b\n---\na: b\n'],
    ['a merge key', '<<: a\n'],
    ['a key given twice', 'a: b\na: c\n'],
    ['a conflict', 'a: b\n<<<<<<< HEAD\nc: d\n'],
    ['a carriage return', 'a: b\r\n'],
    ['a byte order mark', '\ufeffa: b\n'],
    ['a tab', 'a:\tb\n'],
    ['a no-break space', 'a:\u00a0b\n'],
    ['an escape it does not know', 'a: "\\x41"\n'],
    ['a mapping in braces', 'a: {b: c}\n'],
    ['an item out of line', 'a:\n  - b\n - c\n'],
    ['a colon in plain text', 'a: b: c\n'],
    ['an open quote', 'a: "b\n'],
    ['nothing', ''],
    ['a text alone', 'a\n'],
  ])('%s', (_, text) => {
    expect(readPlain(text)).toBe(undefined);
  });
});

describe('limits hold, whichever reader reads', () => {
  const messages = (text: string) =>
    new YamlDocument(new SourceText(text)).faults.map(({ message }) => message);

  it('of depth', () => {
    const nested = (depth: number) =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
    expect(messages(nested(60))).toEqual([]);
    expect(messages(nested(70))).toEqual([
      'the file is nested more than 64 levels deep, which is the limit',
    ]);
  });

  it('of parts', () => {
    const list = (items: number) => `a:\n${'- b\n'.repeat(items)}`;
    // Two marks of the document, three for `a:`, five for an item.
    expect(messages(list(49_900))).toEqual([]);
    expect(messages(list(50_100))).toEqual([
      'the file has more than 250,000 parts (words and signs), which is the limit',
    ]);
  });
});
