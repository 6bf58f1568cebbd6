import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { rules } from '../../src/rules/index.ts';
import type { Example } from '../../src/rules/rule.ts';
import { validateFiles } from '../support/validate-files.ts';

function files(example: Example): Readonly<Record<string, string>> {
  return typeof example === 'string' ? { 'plan.yaml': example } : example;
}

/**
 * Rules that ask for what a short example leaves out. They are at work only in their own examples,
 * or every example would have to repeat the same two fields.
 */
const ASKING_FOR_MORE = ['smart-achievable', 'smart-realistic'];

/** Every rule's examples, with all other rules at work: the page shows what it says it shows. */
describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const levels: Record<string, string> = rule.severity === 'off' ? { [id]: 'warning' } : {};
  const standing = (found: readonly Diagnostic[]) =>
    found.filter((one) => !one.waived && (one.rule === id || !ASKING_FOR_MORE.includes(one.rule)));
  // What cannot be read has no text to show; the end-to-end tests make such files.
  const hasText = Object.keys(files(rule.examples.bad)).length > 0;

  const { before: old } = rule.examples;
  const before = old === undefined ? undefined : files(old);

  it('the bad example breaks this rule and no other', () => {
    const found = validateFiles(files(rule.examples.bad), { rules: levels, before });
    expect([...new Set(standing(found).map((one) => one.rule))]).toEqual(hasText ? [id] : []);
  });

  it('the good example breaks no rule', () => {
    const found = validateFiles(files(rule.examples.good), { rules: levels, before });
    expect(standing(found)).toEqual([]);
  });

  it('a message names the thing and a help line says the way out', () => {
    for (const one of validateFiles(files(rule.examples.bad), {
      rules: levels,
      before,
    })) {
      expect(one.message).not.toMatch(/\.$|undefined|null|\[object/);
      expect(one.help).toBeTruthy();
    }
  });
});

it('rules have unique ids, written as their files are named', () => {
  const ids = rules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
