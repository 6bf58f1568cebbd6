import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { corpus } from './corpus/index.ts';
import { type Case, caseOf, failureOf, GATE_CASES, smallest } from './fuzz.ts';
import { targets } from './targets/index.ts';

/** `npm run fuzz` says for how long; the gate tries the same few cases of each target every time. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 0);
const seed = Number(
  process.env['FUZZ_SEED'] ?? (SECONDS > 0 ? Math.floor(Math.random() * 2 ** 31) : 1),
);
const only = process.env['FUZZ_TARGET'];
const number = process.env['FUZZ_CASE'];
const chosen = targets.filter(({ id }) => only === undefined || id === only);

/** What failed and how to try it again; the smallest input that fails is left in `found`. */
async function told(one: Case, failure: string): Promise<string> {
  const { target, input } = await smallest(one);
  const folder = join(import.meta.dirname, 'found');
  const file = join(folder, `${target.id}-${seed}-${one.number}.${target.ending}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, input);
  return [
    `${target.id}, case ${one.number}: ${failure}`,
    `again: FUZZ_SEED=${seed} FUZZ_TARGET=${target.id} FUZZ_CASE=${one.number} npm run fuzz`,
    `its smallest input: ${file}`,
  ].join('\n');
}

/** Tries cases of all targets in turn until the time is over; one failure a target is enough. */
async function fuzzFor(seconds: number): Promise<{ tried: number; failures: string[] }> {
  const end = performance.now() + seconds * 1_000;
  const failures: string[] = [];
  const open = new Set(chosen);
  let tried = 0;
  for (let count = 0; performance.now() < end && open.size > 0; count += 1) {
    for (const target of open) {
      if (performance.now() > end) break;
      const one = caseOf(target, seed, count);
      const failure = await failureOf(one);
      tried += 1;
      if (failure === undefined) continue;
      open.delete(target);
      failures.push(await told(one, failure));
    }
  }
  return { tried, failures };
}

/** What is to be done: try one case again, try cases for a time, or those of the gate. */
const again = number === undefined ? [] : chosen;
const times = number === undefined && SECONDS > 0 ? [SECONDS] : [];
const gate = number === undefined && SECONDS === 0;

it.each(again)(`case ${number} of $id`, async (target) => {
  expect(await failureOf(caseOf(target, seed, Number(number)))).toBe(undefined);
});

it.each(times)('%i s of cases', { timeout: SECONDS * 1_000 + 900_000 }, async (seconds) => {
  console.log(`FUZZ_SEED=${seed}`);
  const { tried, failures } = await fuzzFor(seconds);
  console.log(
    `${tried} cases of ${chosen.length} targets, seed ${seed}: ${failures.length} failed`,
  );
  expect(failures.join('\n\n')).toBe('');
});

it.each(gate ? chosen : [])(`${GATE_CASES} cases of $id`, async (target) => {
  for (let count = 0; count < GATE_CASES; count += 1) {
    expect(await failureOf(caseOf(target, seed, count))).toBe(undefined);
  }
});

it.each(gate ? corpus : [])('mended: $was', async ({ file, target: found }) => {
  const ending = file.replace(/^.*\./, '');
  const input = readFileSync(join(import.meta.dirname, 'corpus', file));
  const takers = targets.filter((one) => one.ending === ending);
  expect(takers.map(({ id }) => id)).toContain(found);
  for (const target of takers) {
    for (let chanceSeed = 0; chanceSeed < (target.id === found ? 20 : 1); chanceSeed += 1) {
      const one = { target, number: 0, input, from: input, chanceSeed };
      expect([target.id, await failureOf(one)]).toEqual([target.id, undefined]);
    }
  }
});
