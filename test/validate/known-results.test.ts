import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/host.ts';
import { keptResults } from '../../src/kept-results.ts';
import { rules } from '../../src/rules/index.ts';
import { type FileTree, memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';
import { workingTree } from '../../src/source/working-tree.ts';
import { type KnownResults, knownResults } from '../../src/validate/known-results.ts';
import { putAway } from '../../src/validate/put-away.ts';
import { validate } from '../../src/validate/validate.ts';

const plans = join(import.meta.dirname, '../../plans');
const asOf = '2023-05-01';
const folder = mkdtempSync(join(tmpdir(), 'actionplan-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

const store = keptResults(folder, { XDG_CACHE_HOME: folder }) as Store;
const file = () => {
  const [name = ''] = readdirSync(join(folder, 'actionplan'));
  return join(folder, 'actionplan', name);
};

/** What is found with earlier results, and how many plans were known. */
function check(tree: FileTree, conditions: string | undefined, from: Store = store) {
  let known = 0;
  const counted = (results: KnownResults): KnownResults => ({
    ...results,
    get: (key) => {
      const one = results.get(key);
      if (one) known += 1;
      return one;
    },
  });
  const results =
    conditions === undefined ? undefined : () => counted(knownResults(from, conditions));
  const away = putAway(rules, { asOf }, { results });
  const loaded = load(tree, ['.'], { keep: away.keep });
  const { diagnostics } = validate(loaded, rules, { asOf }, away);
  away.save();
  return { diagnostics, known };
}

const PLAN_COUNT = readdirSync(plans).filter((name) =>
  readFileSync(join(plans, name.endsWith('.yaml') ? name : 'README.md'), 'utf8').includes(
    '\nplan:',
  ),
).length;
const fresh = check(workingTree(plans), undefined).diagnostics;

describe('results kept from one run to the next', () => {
  beforeEach(() => {
    rmSync(join(folder, 'actionplan'), { recursive: true, force: true });
    check(workingTree(plans), 'a');
  });

  it('are the same as results worked out', () => {
    expect(PLAN_COUNT).toBeGreaterThan(3);
    expect(check(workingTree(plans), 'a')).toEqual({ diagnostics: fresh, known: PLAN_COUNT });
  });

  it('are not used under other conditions', () => {
    expect(check(workingTree(plans), 'b')).toEqual({ diagnostics: fresh, known: 0 });
  });

  it('are used only for plans that are the same, byte for byte', () => {
    const text = (number: number, target: string) =>
      `plan: p${number}\ntitle: T\nkind: strategy\nsubmitted: 2022-03-04\nrecommendations:\n  - id: "1"\n    text: Keep records.\n    actions:\n      - id: "1.1"\n        action: Publish a guide.\n        target: ${target}\n`;
    const before = memoryTree({ 'a.yaml': text(1, '2023-06'), 'b.yaml': text(2, '2023-06') });
    const after = memoryTree({ 'a.yaml': text(1, '2023-06'), 'b.yaml': text(1, '2023-07') });
    check(before, 'c');
    const { diagnostics, known } = check(after, 'c');
    expect(known).toBe(1);
    expect(diagnostics).toEqual(check(after, undefined).diagnostics);
    // Rules across files see the plan that was known, too.
    expect(diagnostics.map(({ rule }) => rule)).toContain('id-unique');
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, -40)],
    ['changed in a letter', (text: string) => text.replace('"warning"', '"info"')],
    [
      'with a finding taken out',
      (text: string) => text.replace(/\{"diagnostic":.*?\},"path":[^\]]*\]\},/, ''),
    ],
    ['of other conditions', (text: string) => text.replace(/results \S+/, 'results x')],
    ['without a first line', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['empty', () => ''],
    ['something else', () => 'no results\nat all'],
  ])('are not believed when %s', (_, change) => {
    const text = readFileSync(file(), 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(file(), change(text));
    expect(check(workingTree(plans), 'a')).toEqual({ diagnostics: fresh, known: 0 });
    expect(check(workingTree(plans), 'a').known).toBe(PLAN_COUNT);
  });

  it('are not needed where they cannot be kept', () => {
    // A file where the folder should be.
    const nowhere = keptResults(folder, { XDG_CACHE_HOME: file() }) as Store;
    for (let round = 0; round < 2; round += 1) {
      expect(check(workingTree(plans), 'a', nowhere)).toEqual({ diagnostics: fresh, known: 0 });
    }
  });

  it('are whole after two runs at the same time', () => {
    // Both begin with nothing, and each saves what it found.
    rmSync(file());
    const runs = [0, 1].map(() => {
      const away = putAway(rules, { asOf }, { results: () => knownResults(store, 'a') });
      load(workingTree(plans), ['.'], { keep: away.keep });
      return away;
    });
    for (const away of runs) away.save();
    expect(check(workingTree(plans), 'a')).toEqual({ diagnostics: fresh, known: PLAN_COUNT });
    expect(readdirSync(join(folder, 'actionplan'))).toHaveLength(1);
  });
});
