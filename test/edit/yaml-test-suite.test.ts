import { expect, it } from 'vitest';
import { EditError } from '../../src/edit/edit-error.ts';
import { editText } from '../../src/edit/edit-text.ts';
import { formatText } from '../../src/edit/format.ts';
import type { Path } from '../../src/model/diagnostic.ts';
import { YamlDocument } from '../../src/source/document.ts';
import { SourceText } from '../../src/source/text.ts';
import type { Value } from '../../src/source/value.ts';
import suite from '../yaml-test-suite/cases.json' with { type: 'json' };

const texts = Object.values(suite as Readonly<Record<string, { readonly yaml: string }>>);

function textsIn(value: Value | undefined, path: Path = []): Path[] {
  if (typeof value === 'string') return path.length === 0 ? [] : [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value ?? {});
  return entries.flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** Whether it could be done; what is too unusual is refused, and nothing else goes wrong. */
function done(what: () => void): boolean {
  try {
    what();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(EditError);
    return false;
  }
}

it('edits and lays out whatever it reads of the YAML test suite, or refuses', () => {
  let edits = 0;
  let edited = 0;
  let layouts = 0;
  for (const { yaml } of texts) {
    const { value, faults } = new YamlDocument(new SourceText(yaml));
    if (value === undefined || faults.length > 0) continue;
    for (const path of textsIn(value)) {
      for (const text of ['a: b', 'x', 'a\nb']) {
        edits += 1;
        if (done(() => editText(yaml, [{ op: 'set', path, value: text }]))) edited += 1;
      }
    }
    let formatted = yaml;
    if (
      done(() => {
        formatted = formatText(yaml, 'plan');
      })
    ) {
      layouts += 1;
      expect(formatText(formatted, 'plan')).toBe(formatted);
    }
  }
  expect(edited / edits).toBeGreaterThan(0.85);
  expect(layouts).toBeGreaterThan(100);
});
