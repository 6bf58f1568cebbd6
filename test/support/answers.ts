import { expect } from 'vitest';
import type { Path } from '../../src/model/diagnostic.ts';
import { YamlDocument } from '../../src/source/document.ts';
import { readPlain } from '../../src/source/plain-yaml.ts';
import { SourceText } from '../../src/source/text.ts';
import type { Value } from '../../src/source/value.ts';
import { readYaml } from '../../src/source/yaml.ts';

/** Every path into a value, and one that leads nowhere at each. */
function pathsOf(value: Value | undefined, path: Path = []): Path[] {
  if (value === undefined || typeof value === 'string') return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [
    path,
    [...path, 'missing'],
    ...inner.flatMap(([step, one]) => pathsOf(one, [...path, step])),
  ];
}

/** All that can be asked of a document. */
function answers(document: YamlDocument) {
  const paths = pathsOf(document.value);
  return {
    value: document.value,
    faults: document.faults,
    comments: document.comments.map(({ text, range, alone }) => ({ text, range, alone })),
    values: paths.map((path) => [path, document.locate(path)]),
    starts: paths.map((path) => [path, document.lineOf(path), document.locate(path).start.line]),
    keys: paths.map((path) => [path, document.locate(path, 'key')]),
    lines: Array.from({ length: document.source.lineCount }, (_, line) =>
      document.pathAtLine(line + 1),
    ),
  };
}

/** Holds the fast reader to the full one on a text; false where the fast one gives up. */
export function sameAnswers(text: string): boolean {
  if (!readPlain(text)) return false;
  const source = new SourceText(text);
  expect(answers(new YamlDocument(source))).toEqual(
    answers(new YamlDocument(source, readYaml(source))),
  );
  return true;
}
