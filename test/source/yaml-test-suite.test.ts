import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';
import type { Value } from '../../src/source/value.ts';
import { sameAnswers } from '../support/answers.ts';
import suite from '../yaml-test-suite/cases.json' with { type: 'json' };

interface Case {
  readonly yaml: string;
  readonly invalid?: true;
  readonly value?: unknown;
}

const cases = Object.entries(suite as Readonly<Record<string, Case>>);
const invalid = cases.filter(([, { invalid }]) => invalid);
const valid = cases.filter(([, { invalid }]) => !invalid);

function read(yaml: string): YamlDocument {
  return new YamlDocument(new SourceText(yaml));
}

/** Whether a value read as text is what the suite gives, in which numbers and the like are typed. */
function isSame(read: Value | undefined, given: unknown): boolean {
  if (given === null) return ['', '~', 'null', undefined].includes(read as string);
  if (typeof given === 'number') return typeof read === 'string' && Number(read) === given;
  if (typeof given === 'boolean') return read === String(given);
  if (typeof given !== 'object') return read === given;
  if (read === undefined || typeof read === 'string') return false;
  const keys = Object.keys(given);
  if (keys.length !== Object.keys(read).length || Array.isArray(read) !== Array.isArray(given)) {
    return false;
  }
  return keys.every((key) => isSame(Reflect.get(read, key), Reflect.get(given, key)));
}

describe('the YAML test suite', () => {
  it('is whole', () => {
    expect([cases.length, invalid.length]).toEqual([402, 94]);
  });

  it.each(invalid)('%s is refused', (_, { yaml }) => {
    expect(read(yaml).faults).not.toEqual([]);
  });

  it.each(valid)('%s is read as meant, or refused for another reason than syntax', (_, one) => {
    const { faults, value } = read(one.yaml);
    // That a file holds one document is part of what this tool calls syntax.
    const called = faults.filter(
      ({ rule, message }) =>
        rule === 'yaml-syntax' && !message.startsWith('a second YAML document'),
    );
    expect(called).toEqual([]);
    if (faults.length === 0 && 'value' in one) {
      expect(isSame(value, one.value)).toBe(true);
    }
  });

  it('is read by the fast reader as by the full one', () => {
    const fast = cases.filter(([, { yaml }]) => sameAnswers(yaml));
    expect(fast.filter(([, { invalid }]) => invalid)).toEqual([]);
    expect(fast.length).toBeGreaterThan(20);
  });
});
