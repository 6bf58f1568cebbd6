import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_KINDS, type FileKind } from '../../src/model/file-kind.ts';
import { YamlDocument } from '../../src/source/document.ts';
import { fits } from '../../src/source/fits.ts';
import { schemaFaults } from '../../src/source/schema-faults.ts';
import { SourceText } from '../../src/source/text.ts';
import type { Value } from '../../src/source/value.ts';
import { changedValue, soundFiles } from '../support/values.ts';
import { ownFiles } from '../support/yaml-texts.ts';

/** The kind of each of the repository's own files. */
function kindOf(name: string): FileKind {
  if (name === 'actionplan.yaml') return 'settings';
  if (name === 'owners.yaml') return 'owners';
  return name.startsWith('standards/') ? 'standards' : 'plan';
}

function valueOf(text: string): Value {
  return new YamlDocument(new SourceText(text)).value ?? '';
}

/** What both say of a value, which must be the same. */
function verdict(kind: FileKind, value: Value): boolean {
  const fit = fits(kind, value);
  expect(schemaFaults(kind, value).length === 0).toBe(fit);
  return fit;
}

describe('the quick check takes what zod takes', () => {
  it.each([...ownFiles])('%s', (name, text) => {
    expect(verdict(kindOf(name), valueOf(text))).toBe(true);
  });

  it.each(FILE_KINDS)('any changed file of the kind %s', (kind) => {
    let taken = 0;
    expect(verdict(kind, soundFiles[kind])).toBe(true);
    fc.assert(
      fc.property(changedValue(soundFiles[kind]), (value) => {
        if (verdict(kind, value)) taken += 1;
      }),
      { numRuns: 3000 },
    );
    // Both answers must have been tried.
    expect(taken).toBeGreaterThan(100);
    expect(taken).toBeLessThan(2900);
  });
});
