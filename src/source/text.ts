import type { Position, Range } from '../model/diagnostic.ts';

/** On a longer line characters are counted once, in steps of so many: a line may hold many findings. */
const STEP = 1024;

/** A text with the offsets of its lines, to turn offsets into lines and columns. */
export class SourceText {
  readonly text: string;
  #starts: number[] | undefined;
  /** Of each long line that was asked about: how many characters there are before each step. */
  readonly #counts = new Map<number, number[]>();

  constructor(text: string) {
    this.text = text;
  }

  /** Offsets at which lines begin; worked out when first asked for. */
  get #lineStarts(): number[] {
    if (this.#starts) return this.#starts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) {
      starts.push(at + 1);
    }
    this.#starts = starts;
    return starts;
  }

  /** The line and column of an offset; columns in code points. */
  position(offset: number): Position {
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = starts[low] ?? 0;
    if (offset - start <= STEP) {
      return { line: low + 1, column: codePoints(this.text.slice(start, offset)) + 1 };
    }
    const steps = this.#stepsOf(low, start);
    const step = Math.min(Math.floor((offset - start) / STEP), steps.length - 1);
    const rest = this.#countBetween(start + step * STEP, offset);
    return { line: low + 1, column: (steps[step] ?? 0) + rest + 1 };
  }

  #stepsOf(line: number, start: number): number[] {
    const known = this.#counts.get(line);
    if (known) return known;
    const end = this.#lineStarts[line + 1] ?? this.text.length;
    const counts = [0];
    for (let at = start; at + STEP <= end; at += STEP) {
      counts.push((counts.at(-1) ?? 0) + this.#countBetween(at, at + STEP));
    }
    this.#counts.set(line, counts);
    return counts;
  }

  /** The characters between two offsets; one that the first of them cuts belongs to what is before. */
  #countBetween(from: number, to: number): number {
    const cuts = isHigh(this.text.charCodeAt(from - 1)) && isLow(this.text.charCodeAt(from));
    return codePoints(this.text.slice(from, to)) - (cuts && to > from ? 1 : 0);
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(Math.max(start, end)) };
  }

  /** A line without its line break; lines count from 1. Empty past the end. */
  line(number: number): string {
    const start = this.#lineStarts[number - 1];
    if (start === undefined) return '';
    const next = this.#lineStarts[number];
    return this.text.slice(start, next === undefined ? undefined : next - 1).replace(/\r$/, '');
  }

  /** The offset at which a line begins. */
  lineStart(number: number): number {
    return this.#lineStarts[number - 1] ?? this.text.length;
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }
}

function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length - 1; at += 1) {
    if (isHigh(text.charCodeAt(at)) && isLow(text.charCodeAt(at + 1))) {
      count -= 1;
      at += 1;
    }
  }
  return count;
}

/** Whether a unit is the first half of a character of two. */
function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
