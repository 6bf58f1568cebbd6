import type { Range } from '../model/diagnostic.ts';
import type { SourceText } from './text.ts';

/** A comment of a file; where it stands is worked out when asked for, since few matter. */
export class Comment {
  readonly #source: SourceText;
  readonly #start: number;
  readonly #end: number;

  constructor(source: SourceText, start: number, end: number) {
    this.#source = source;
    this.#start = start;
    this.#end = end;
  }

  /** The text after `#`. */
  get text(): string {
    return this.#source.text.slice(this.#start + 1, this.#end);
  }

  get range(): Range {
    return this.#source.range(this.#start, this.#end);
  }

  /** Whether nothing but the comment stands on its line. */
  get alone(): boolean {
    const line = this.#source.lineStart(this.range.start.line);
    return this.#source.text.slice(line, this.#start).trim() === '';
  }

  /** Whether more than one space stands before it. */
  get setOff(): boolean {
    return /\s/.test(this.#source.text[this.#start - 2] ?? ' ');
  }
}
