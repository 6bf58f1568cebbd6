import { expect } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { reports } from '../../src/reports/index.ts';
import type { Answer, JsonObject, Question } from '../../src/reports/report.ts';
import { memoryTree } from '../../src/source/file-tree.ts';
import { type Loaded, load } from '../../src/source/load.ts';
import { run } from './memory-host.ts';
import type { Texts } from './portfolios.ts';

/** Asks reports of files that are read once. */
export class Asked {
  readonly loaded: Loaded;

  constructor(files: Texts) {
    this.loaded = load(memoryTree(files), ['.']);
    const [fault] = this.loaded.diagnostics;
    if (fault) throw new Error(inWords(fault));
  }

  /** What a report answers, as a run of the command would have it. */
  answer(report: string, question: Partial<Question> & { readonly asOf: string }): Answer {
    const documents = new Map(this.loaded.files.map((read) => [read.file, read.document]));
    const found = reports.find(({ id }) => id === report);
    if (!found) throw new Error(`there is no report ${report}`);
    return found.answer(this.loaded.portfolio, {
      period: null,
      by: 'owner',
      days: found.takes?.days?.default ?? 0,
      narrowing: {},
      lineOf: ({ file, path }) => documents.get(file)?.lineOf(path) ?? 1,
      ...question,
    });
  }
}

function inWords({ file, range, message }: Diagnostic): string {
  return `${file}:${range.start.line}: ${message}`;
}

/** A text in a row. */
export function textIn(row: JsonObject, key: string): string {
  const text = row[key];
  return typeof text === 'string' ? text : JSON.stringify(text ?? null);
}

/** How a row names its action. */
export function nameOf(row: JsonObject): string {
  return `${textIn(row, 'plan')}/${textIn(row, 'action')}`;
}

/** What the command writes of a report, in several formats at once. */
export async function told(
  files: Texts,
  report: string,
  formats: readonly string[],
  ...flags: string[]
): Promise<Record<string, string | Uint8Array>> {
  const outputs = formats.flatMap((format) => ['--output', `${format}:${format}`]);
  const argv = ['report', report, '.', ...flags];
  const { exit, stderr, written, bytes } = await run([...argv, ...outputs], files);
  expect([argv, exit, exit === 0 ? '' : stderr]).toEqual([argv, 0, '']);
  return { ...written, ...bytes };
}
