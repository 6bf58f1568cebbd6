import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameValue } from '../../src/edit/edit-value.ts';
import { formatText } from '../../src/edit/format.ts';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';
import { NASTY_TEXTS, nastyFiles } from '../support/nasty-files.ts';

const read = (text: string) => new YamlDocument(new SourceText(text));

function checkFormatted(text: string): void {
  const formatted = formatText(text, 'plan');
  expect(formatText(formatted, 'plan')).toBe(formatted);
  expect(sameValue(read(formatted).value, read(text).value)).toBe(true);
  const comments = (from: string) =>
    read(from)
      .comments.map((comment) => comment.text.trim())
      .sort();
  expect(comments(formatted)).toEqual(comments(text));
  expect(formatted).not.toMatch(/[ \t]\r?\n| $|[^\n]$/);
}

describe('fmt', () => {
  it('lays out nasty files once and for all, and they say what they said', () => {
    let laidOut = 0;
    fc.assert(
      fc.property(nastyFiles, (file) => {
        checkFormatted(file.replace('\ufeff', ''));
        expect(formatText(file.replace('\ufeff', ''), 'plan')).not.toMatch(/\n\r?\n\r?\n/);
        laidOut += 1;
      }),
      { numRuns: 300 },
    );
    expect(laidOut).toBe(300);
  }, 120_000);

  it.each(NASTY_TEXTS.map((text) => [JSON.stringify(text), text]))(
    'keeps the text %s',
    (_, value) => {
      const quoted = JSON.stringify(value);
      const text = `plan: x\ntitle: ${quoted}\nby:\n  - ${quoted}\ntags: [ ${quoted}, a ]\n`;
      checkFormatted(text);
      expect(formatText(text, 'plan').startsWith('plan: x\ntitle: ')).toBe(true);
    },
  );

  it.each([
    ["---\r\nplan:   x\r\ntitle: 'T'\r\n", '---\r\nplan: x\r\ntitle: T\r\n'],
    [
      '# modeline\n\n\n\nplan: x\nkind: strategy   # why\ntitle: "T"\nsubmitted: 2022\n',
      '# modeline\n\nplan: x\ntitle: T\nkind: strategy # why\nsubmitted: 2022\n',
    ],
    [
      'plan: x\nrecommendations:\n- text: a\n  # of the id\n  id: 1\n',
      'plan: x\nrecommendations:\n  -\n    # of the id\n    id: "1"\n    text: a\n',
    ],
    [
      'plan: x\nrecommendations: [{id: "1", text: a, to: [b, c], see: ["4", # four\n "5"]}] # end\n',
      'plan: x\nrecommendations: # end\n  - id: "1"\n    to: [b, c]\n    text: a\n    see:\n      - "4" # four\n      - "5"\n',
    ],
    [
      `plan: x\ntitle: ${'word '.repeat(30)}end  # why\nnotes: |\n    a\n      b\n`,
      `plan: x\ntitle: >- # why\n  ${'word '.repeat(19).trim()}\n  ${'word '.repeat(11)}end\nnotes: |\n  a\n    b\n`,
    ],
    // Behind a sentence, one space may mean that it goes on: `validate` then says so, before and after.
    [
      `plan: x\ntitle: ${'word '.repeat(30)}end # 3\n`,
      `plan: x\ntitle: ${'word '.repeat(30)}end # 3\n`,
    ],
    ["plan: x\ntitle: 'A b' # why\n", 'plan: x\ntitle: A b  # why\n'],
    [
      'plan: x\nunknown: 1\ntitle: T\nkind: a\nby: No\n',
      'plan: x\nunknown: "1"\ntitle: T\nkind: a\nby: "No"\n',
    ],
  ])('makes of %j', (text, formatted) => {
    expect(formatText(text, 'plan')).toBe(formatted);
  });

  it('keeps pairs in brackets in settings', () => {
    const text = 'overrides:\n  - files: [a]\n    rules: { smart-measurable: info }\n';
    expect(formatText(text, 'settings')).toBe(text);
  });

  it.each(['? a\n: b\n', 'a: [\n', 'a: 1\na: 2\n', 'plan\n', '>\nplan\n'])('refuses %j', (text) => {
    expect(() => formatText(text, 'plan')).toThrow(expect.objectContaining({ name: 'EditError' }));
  });

  const plans = join(import.meta.dirname, '../../plans');
  it.each(readdirSync(plans).filter((name) => name.endsWith('.yaml')))(
    '%s is laid out so',
    (name) => {
      const text = readFileSync(join(plans, name), 'utf8');
      const kind =
        name === 'actionplan.yaml' ? 'settings' : name === 'owners.yaml' ? 'owners' : 'plan';
      expect(formatText(text, kind)).toBe(text);
    },
  );
});
