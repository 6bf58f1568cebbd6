import { unzipSync } from 'fflate';
import { HOSTILE } from '../support/hostile.ts';
import { NASTY_TEXTS } from '../support/nasty-files.ts';
import type { chances } from '../support/shuffled.ts';
import { zip } from '../support/zip.ts';

export type Chance = ReturnType<typeof chances>;

/** What means something in a file: to YAML, to plans, to tables, to XML. */
// biome-ignore format: a table
const SIGNS: readonly string[] = [
  '\n', '\r\n', '\r', '\t', ' ', '  ', ': ', ':', '- ', '-', '# ', '#', '"', "'", '\\', '|', '>-', '|+\n', '[', ']',
  '{', '}', ',', '&a ', '*a', '!!str ', '---\n', '...\n', '<<: ', '%YAML 1.2\n', '\ufeff', '\u0085', '\u2028',
  '\ud83d\ude00', 'e\u0301', '\u202e', '\0', 'plan: ', 'recommendations:\n', 'progress:\n', 'actions:\n', 'id: ',
  'status: complete\n', 'date: ', 'owner: ', 'target: ', '2022-02-30', '2022-06', 'FY2022-Q4', 'from 2022', '1.10', '9'.repeat(30),
  '# actionplan-ignore smart-measurable: x\n', '# actionplan-ignore-file\n', '<<<<<<< HEAD\n', '=======\n', '>>>>>>> x\n',
  '|', ';', '""', '<td>', '</tr>', '<table>', '&#0;', '<!--', '<w:tc>', '</c>', '<c r="ZZZ99999999">', 't="s"',
];

function pick<T>(list: readonly T[], chance: Chance): T {
  return list[chance(list.length)] as T;
}

/** A stretch somewhere in a text: mostly short, seldom long. */
function stretch(length: number, chance: Chance): [start: number, end: number] {
  const start = chance(length + 1);
  const most = chance(4) === 0 ? length : 12;
  return [start, Math.min(length, start + chance(Math.min(most, length) + 1))];
}

function cut(text: string, start: number, end: number, by = ''): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** One slip in a text; `other` is one like it, from which something may get in. */
function slip(text: string, other: string, chance: Chance): string {
  const [start, end] = stretch(text.length, chance);
  switch (chance(10)) {
    case 0:
      return cut(text, start, start, pick(SIGNS, chance));
    case 1:
      return cut(text, start, start, pick(NASTY_TEXTS, chance));
    case 2:
      return cut(text, start, start, pick(HOSTILE, chance));
    case 3:
      return cut(text, start, end);
    case 4:
      return cut(text, start, start, text.slice(start, end));
    case 5: {
      const [from, to] = stretch(other.length, chance);
      return cut(text, start, end, other.slice(from, to));
    }
    case 6:
      return cut(
        text,
        start,
        start + 1,
        String.fromCodePoint(chance(chance(3) === 0 ? 0xd7ff : 128)),
      );
    default:
      return slipOfLines(text.split('\n'), chance).join('\n');
  }
}

/** A line is taken away, repeated, moved, indented otherwise, or its value exchanged with another's. */
function slipOfLines(lines: string[], chance: Chance): string[] {
  const at = chance(lines.length);
  const line = lines[at] ?? '';
  const other = lines[chance(lines.length)] ?? '';
  switch (chance(6)) {
    case 0:
      return lines.toSpliced(at, 1);
    case 1:
      return lines.toSpliced(at, 0, line);
    case 2:
      return lines.toSpliced(at, 1).toSpliced(chance(lines.length), 0, line);
    case 3:
      return lines.toSpliced(at, 1, ' '.repeat(chance(5)) + line.trimStart());
    case 4:
      return lines.toSpliced(at, 1, other);
    default:
      return lines.toSpliced(
        at,
        1,
        line.replace(/:.*/, /:.*/.exec(other)?.[0].replaceAll('$', '$$$$') ?? ':'),
      );
  }
}

/** A text after a few slips. */
export function mutatedText(text: string, other: string, chance: Chance): string {
  let now = text;
  for (let count = 1 + chance(3); count > 0; count -= 1) now = slip(now, other, chance);
  return now;
}

/** Bytes after a few slips: some that no text could have. */
export function mutatedBytes(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  if (isZip(bytes) && chance(4) > 0) return mutatedZip(bytes, other, chance);
  if (!isZip(bytes) && chance(8) > 0) {
    return Buffer.from(mutatedText(textOf(bytes), textOf(other), chance));
  }
  const now = Buffer.from(bytes);
  for (let count = 1 + chance(4); count > 0 && now.length > 0; count -= 1) {
    now[chance(now.length)] = chance(256);
  }
  return chance(4) === 0 ? now.subarray(0, chance(now.length + 1)) : now;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

/** An Office file with slips in one of its parts: past the archive, to what reads it. */
function mutatedZip(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  const [name, content] = pick(parts, chance);
  const like = isZip(other) ? unzipSync(other)[name] : undefined;
  const changed = Buffer.from(mutatedText(textOf(content), textOf(like ?? content), chance));
  return zip(parts.map(([path, own]) => ({ name: path, content: path === name ? changed : own })));
}
