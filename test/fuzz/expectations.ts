import { expect } from 'vitest';
import { ExitCode } from '../../src/host.ts';
import { harmOf } from '../support/measure.ts';
import { type Run, run } from '../support/memory-host.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const DAY = '2023-05-01';
const NO_HARM = harmOf('table', '');
/** Formats that are no text, or whose own readers take what stands in them. */
const NOT_LOOKED_AT = new Set(['xlsx', 'docx', 'html']);

/** Runs a command, which may find, refuse and say what it will, but neither fail nor do harm. */
export async function quiet(argv: readonly string[], files: Files): Promise<Run> {
  const result = await run(argv, files, { today: DAY });
  expect([argv, result.exit === ExitCode.fault ? result.stderr : '']).toEqual([argv, '']);
  harmless('table', result.stderr);
  return result;
}

/** Runs a command with its result in several formats, each of which is looked through. */
export async function inFormats(
  argv: readonly string[],
  formats: readonly string[],
  files: Files,
): Promise<Run> {
  const outputs = formats.flatMap((format) => ['--output', `${format}:out.${format}`]);
  const result = await quiet([...argv, ...outputs], files);
  for (const format of formats) {
    if (!NOT_LOOKED_AT.has(format)) harmless(format, result.written[`out.${format}`] ?? '');
  }
  return result;
}

/** What an output must not hold of whatever it was made from. */
export function harmless(format: string, output: string): void {
  // Nearly all outputs are; only where one is not its kind needs to be known.
  expect(harmOf(format, output)).toEqual({ ...NO_HARM, ...harmOf(format, '') });
}

/** What a command does twice is the same. */
export async function twice(argv: readonly string[], files: Files): Promise<void> {
  const first = await run(argv, files, { today: DAY });
  expect(await run(argv, files, { today: DAY })).toEqual(first);
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** A stretch begins and ends within the lines of a text, and in that order. */
export function inside(text: string, start: Place, end: Place): void {
  const lines = text.split('\n');
  for (const { line, column } of [start, end]) {
    const length = [...(lines[line - 1] ?? '')].length;
    const within = line >= 1 && line <= lines.length && column >= 1 && column <= length + 1;
    expect([line, column, within]).toEqual([line, column, true]);
  }
  const order = start.line - end.line || start.column - end.column;
  expect([start, end, order <= 0]).toEqual([start, end, true]);
}
