import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editText } from '../../src/edit/edit-text.ts';
import { long } from '../support/long.ts';
import { nastyFiles } from '../support/nasty-files.ts';
import { attempt, commentsOf, edits, isPartOf } from '../support/random-edits.ts';

/** Ten edits of each nasty file, and one for each twenty of a real one. */
const RUNS = long ? 4_000 : 400;

const plans = join(import.meta.dirname, '../../plans');
const real = readdirSync(plans, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(plans, name), 'utf8'));

/** How often an edit was refused: rarely, and never for a value. */
const tried = { made: 0, refused: 0, none: 0 };

/** What random edits have found. */
describe('a comment below a value that stands further in', () => {
  it.each([
    ['right below it', [], '\n'],
    ['below a blank line', [''], '\n'],
    ['below blank lines with spaces', ['', '  ', ''], '\n'],
    ['below a blank line, as on Windows', [''], '\r\n'],
  ])('is not taken into a text that is added: %s', (_, gap, eol) => {
    const lines = ['a:', '  - b: c', '    d:', '      - e', ...gap, '      # of e', '  - f', ''];
    const text = lines.join(eol);
    const value = 'long text '.repeat(20).trim();
    const after = editText(text, [{ op: 'add', path: ['a', 0], field: 'added', value }]);
    expect(commentsOf(after)).toEqual([' of e']);
    expect(after.indexOf('# of e')).toBeLessThan(after.indexOf('added'));
    expect(isPartOf(text, after)).toBe(true);
  });
});

describe('random edits', () => {
  it('of real plans change what is meant and not one byte more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...real), edits, (text, edit) => {
        tried[attempt(text, edit)] += 1;
      }),
      { numRuns: RUNS / 20 },
    );
    expect(tried.made).toBeGreaterThan(0);
  }, 600_000);

  it('of nasty files change what is meant and not one byte more', () => {
    fc.assert(
      fc.property(nastyFiles, fc.array(edits, { minLength: 10, maxLength: 10 }), (text, many) => {
        for (const edit of many) tried[attempt(text.replace('\ufeff', ''), edit)] += 1;
      }),
      { numRuns: RUNS / 2 },
    );
    expect(tried.made).toBeGreaterThan(RUNS);
  }, 600_000);

  it('are seldom refused', () => {
    expect(tried.made).toBeGreaterThan(RUNS);
    expect(tried.refused).toBeLessThan(tried.made / 20);
  });
});
