import { expect } from 'vitest';
import type { Path } from '../../src/model/diagnostic.ts';
import { readText, YamlDocument } from '../../src/source/document.ts';
import { readPlain } from '../../src/source/plain-yaml.ts';
import { SourceText } from '../../src/source/text.ts';
import { type Value, valueAt } from '../../src/source/value.ts';
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

/** Whether a path leads to or into an item that is a mapping. */
function inItem(value: Value | undefined, path: Path): boolean {
  return path.some((step, index) => {
    const one = typeof step === 'number' && valueAt(value, path.slice(0, index + 1));
    return typeof one === 'object' && !Array.isArray(one);
  });
}

/** All that can be asked of a document; `fresh` was asked nothing yet. */
function answers(document: YamlDocument, fresh: YamlDocument) {
  const paths = pathsOf(document.value);
  const inItems = paths.filter((path) => inItem(document.value, path));
  return {
    value: document.value,
    faults: document.faults,
    comments: document.comments.map(({ text, range, alone }) => ({ text, range, alone })),
    // Of an item alone, as long as nothing else was asked for.
    items: inItems.map((path) => [path, fresh.locate(path), fresh.locate(path, 'key')]),
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
  const [fast, full] = [readText(source), readYaml(source)];
  expect(answers(new YamlDocument(source, fast), new YamlDocument(source, fast))).toEqual(
    answers(new YamlDocument(source, full), new YamlDocument(source, full)),
  );
  return true;
}
