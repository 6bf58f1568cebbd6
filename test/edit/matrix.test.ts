import { describe, expect, it } from 'vitest';
import { editText } from '../../src/edit/edit-text.ts';
import { sameValue } from '../../src/edit/edit-value.ts';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';
import { NASTY_TEXTS } from '../support/nasty-files.ts';

/** `§…§` is the value that is edited; the last is at `path`. */
const CONTEXTS: readonly (readonly [
  name: string,
  text: string,
  path: readonly (string | number)[],
])[] = [
  ['plain', 'a: §x§\nb: y\n', ['a']],
  ['plain with a comment', '# top\na: §x y§ # why\n\nb: y\n', ['a']],
  ['plain over lines', 'a: §x\n  y\n\n  z§\nb: y\n', ['a']],
  ['single quotes', "a: §'it''s'§ # why\nb: y\n", ['a']],
  ['double quotes', 'a: §"x\\ty"§\nb: y\n', ['a']],
  ['double quotes over lines', 'a: §"x\n  y \\\n  z"§ # why\nb: y\n', ['a']],
  ['folded block', 'a: §>-\n  x\n  y\n§\n# next\nb: y\n', ['a']],
  ['folded block with a comment', 'a: §>- # why\n    x\n\n    y\n§b: y\n', ['a']],
  ['literal block that keeps', 'a: §|+\n  x\n\n§b: y\n', ['a']],
  ['literal block', 'a:\n  - §|\n    x\n      y\n§  - z\n', ['a', 0]],
  ['empty', 'a:§§ # why\nb: y\n', ['a']],
  ['item', 'a:\n- §x§ # why\n-   y\n', ['a', 0]],
  ['empty item', 'a:\n  -§§\n  - y\n', ['a', 0]],
  ['flow list', 'a: [z, §x§, y] # why\n', ['a', 1]],
  ['flow mapping, CRLF, no last break', 'c: 1\r\na: {z: 1, "x":§ x§,\r\n  y: "2" }', ['a', 'x']],
];

function read(text: string) {
  const document = new YamlDocument(new SourceText(text));
  return {
    value: document.value,
    faults: document.faults,
    comments: document.comments.map(({ text }) => text),
  };
}

function withValue(
  root: unknown,
  [step = '', ...rest]: readonly (string | number)[],
  value: string,
): unknown {
  if (Array.isArray(root))
    return root.map((item, at) =>
      at === step ? (rest.length > 0 ? withValue(item, rest, value) : value) : item,
    );
  return Object.fromEntries(
    Object.entries(root as object).map(([key, item]) => [
      key,
      key === step ? (rest.length > 0 ? withValue(item, rest, value) : value) : item,
    ]),
  );
}

describe.each(CONTEXTS)('a text set in: %s', (_, marked, path) => {
  const [before = '', old = '', after = ''] = marked.split('§');
  const text = before + old + after;

  it.each(NASTY_TEXTS.map((value) => [JSON.stringify(value), value]))('to %s', (_, value) => {
    const edited = editText(text, [{ op: 'set', path, value }]);
    const was = read(text);
    const is = read(edited);
    expect(is.faults).toEqual([]);
    expect(sameValue(is.value, withValue(was.value, path, value) as never)).toBe(true);
    expect(edited.startsWith(before)).toBe(true);
    expect(edited.endsWith(after)).toBe(true);
    expect(is.comments).toEqual(was.comments);
    // Said again, it changes nothing.
    expect(editText(edited, [{ op: 'set', path, value }])).toBe(edited);
  });
});

it('has the values and contexts promised', () => {
  expect(CONTEXTS).toHaveLength(15);
  expect(NASTY_TEXTS.length).toBeGreaterThanOrEqual(98);
});
