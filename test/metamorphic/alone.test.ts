import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { rules } from '../../src/rules/index.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';
import { validate } from '../../src/validate/validate.ts';
import { changedPlans } from '../support/changed-plans.ts';
import { portfolios, realPlans, someDay, type Texts, written } from '../support/portfolios.ts';
import { casesOf } from './cases.ts';

/** Rules that hold a plan beside others: what they find depends on what the others say. */
const ACROSS = [
  'id-unique',
  'owner-spelling',
  'target-order',
  'reference-exists',
  'reference-cycle',
];
/** Of these, the rules that see the other plans of a project even where one alone is asked about. */
const IN_CONTEXT = ACROSS.filter((id) => id !== 'owner-spelling');

/** What is found in one file, as far as it does not depend on others. */
function found(files: Texts, path: string, asOf: string, asked: string, across: readonly string[]) {
  const { diagnostics } = validate(load(memoryTree(files), [asked]), rules, { asOf });
  return diagnostics.filter((one) => one.file === path && !across.includes(one.rule));
}

const isPlan = (text: string | undefined) => /^plan:/m.test(text ?? '');

/** Finds in each plan by itself what it finds in all of them; returns how much that was. */
function expectAlone(files: Texts, asOf: string): Diagnostic[] {
  return Object.keys(files)
    .filter((path) => isPlan(files[path]))
    .flatMap((path) => {
      const all = found(files, path, asOf, '.', ACROSS);
      const without = Object.entries(files).filter(
        ([name, text]) => name === path || !isPlan(text),
      );
      expect(found(Object.fromEntries(without), path, asOf, '.', ACROSS)).toEqual(all);
      // Asked about alone in its project, even references to others are judged as with all of them.
      const rest = ACROSS.filter((id) => !IN_CONTEXT.includes(id));
      expect(found(files, path, asOf, path, rest)).toEqual(found(files, path, asOf, '.', rest));
      return all;
    });
}

describe('what is found in a plan alone is what is found in it among others', () => {
  it('in any plans', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(portfolios, someDay, fc.integer(), (values, day, seed) => {
        for (const { rule } of expectAlone(written(changedPlans(values, seed, 4)), day))
          seen.add(rule);
      }),
      casesOf('alone'),
    );
    expect(seen.size).toBeGreaterThan(15);
  });

  it.each(['2008-06-01', '2023-05-01', '2026-01-01'])(
    'in the plans of this repository on %s',
    (day) => {
      expect(expectAlone(realPlans, day).length).toBeGreaterThan(0);
    },
  );

  it('and rules that are not said to look across files do not', () => {
    const scopes = new Map(rules.map(({ id, scope }) => [id, scope]));
    expect(ACROSS.map((id) => scopes.get(id))).toEqual(ACROSS.map(() => 'portfolio'));
  });
});
