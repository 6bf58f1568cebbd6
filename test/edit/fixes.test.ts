import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { run } from '../support/memory-host.ts';
import { validateFiles } from '../support/validate-files.ts';

/** The rules that RULES marks as repaired without guessing. */
const REPAIRED = ['yaml-syntax', 'schema', 'target-form', 'progress-order', 'text-clean'];

const plans = join(import.meta.dirname, '../../plans');
const real = readdirSync(plans)
  .filter((name) => name.endsWith('.yaml') && !['owners.yaml', 'actionplan.yaml'].includes(name))
  .map((name) => readFileSync(join(plans, name), 'utf8'));

async function fix(text: string): Promise<string> {
  const { edited, exit } = await run(['validate', '--fix', 'plan.yaml'], { 'plan.yaml': text });
  expect(exit).toBeLessThan(3);
  return edited['plan.yaml'] ?? text;
}

describe('validate --fix', () => {
  it.each(REPAIRED)('makes the good example of %s of the bad one', async (id) => {
    const rule = rules.find((one) => one.id === id);
    expect(await fix(rule?.examples.bad as string)).toBe(rule?.examples.good);
  });

  it.each(
    rules.filter(({ id, examples }) => !REPAIRED.includes(id) && typeof examples.bad === 'string'),
  )('leaves $id to its writer', async ({ examples }) => {
    expect(await fix(examples.bad as string)).toBe(examples.bad);
  });

  it('leaves nothing to repair, and brings no new finding', async () => {
    for (const { examples } of rules) {
      if (typeof examples.bad !== 'string') continue;
      const fixed = await fix(examples.bad);
      expect(await fix(fixed)).toBe(fixed);
      const names = (text: string) =>
        validateFiles({ 'plan.yaml': text }).map(({ rule, message }) => `${rule} ${message}`);
      const before = new Set(names(examples.bad));
      expect(names(fixed).filter((name) => !before.has(name))).toEqual([]);
    }
  });
});

/** Slips that are made every day, each with only one way back. */
const SLIPS: readonly (readonly [name: string, where: RegExp, slip: (found: string) => string])[] =
  [
    [
      'a letter left out of a field',
      /^ +(?:- )?(?:action|owner|measure|progress|agreement|response): ?/gm,
      (found) =>
        found.replace(/([a-z])([a-z]): ?$/, '$2:').replace(/:$/, found.endsWith(' ') ? ': ' : ':'),
    ],
    [
      'a status in capitals',
      /(?<=status: )(?:in-progress|complete)$/gm,
      (found) => found.toUpperCase().replace('-', ' '),
    ],
    [
      'a month in words',
      /(?<=target: )2023-(?:03|06)$/gm,
      (found) => (found.endsWith('03') ? 'March 2023' : 'June 2023'),
    ],
    ['a doubled space', /(?<=^ {8,}[a-z]\w+) (?=\w+ \w+ [^:]*$)/gm, () => '  '],
    ['a non-breaking space', /(?<=^ {8,}[a-z]\w+) (?=\w+ \w+ [^:]*$)/gm, () => '\u00a0'],
  ];

const slips = fc.array(fc.tuple(fc.nat(SLIPS.length - 1), fc.nat(10_000)), {
  minLength: 1,
  maxLength: 6,
});

it('undoes slips in real plans to the last byte', async () => {
  let slippedFiles = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...real), slips, async (text, made) => {
      let slipped = text;
      for (const [kind, where] of made) {
        const [, pattern = /$^/, slip = String] = SLIPS[kind] ?? [];
        const found = [...slipped.matchAll(pattern)];
        const at = found[where % Math.max(1, found.length)];
        if (!at) continue;
        slipped = slipped.slice(0, at.index) + slip(at[0]) + slipped.slice(at.index + at[0].length);
      }
      if (slipped !== text) slippedFiles += 1;
      expect(await fix(slipped)).toBe(text);
    }),
    { numRuns: 30 },
  );
  expect(slippedFiles).toBeGreaterThan(20);
}, 120_000);
