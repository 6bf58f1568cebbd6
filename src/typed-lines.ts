/**
 * The lines that a person typed or pasted, as answers to questions. What arrives at once is one piece:
 * a question for a text takes all of it, any other only its first line, and leaves the rest to the next.
 */
export class TypedLines {
  readonly #pieces: string[][] = [];
  #open: string[] = [];
  #pasting = false;
  #pasted = false;

  /** A terminal that marks what is pasted says where it begins, and where it ends. */
  paste(begins: boolean): void {
    this.#pasting = begins;
    this.#pasted = true;
  }

  line(text: string): void {
    this.#open.push(text);
  }

  /**
   * Ends the piece once nothing more comes with it: not in the middle of a paste, and not while its
   * last line still waits for its end.
   */
  settle(unfinished: string): void {
    if (this.#pasting || unfinished !== '' || this.#open.length === 0) return;
    // What is marked as pasted ends with the key that sends it, which is no line of it.
    if (this.#pasted && this.#open.length > 1 && this.#open.at(-1) === '') this.#open.pop();
    this.#pieces.push(this.#open);
    this.#open = [];
    this.#pasted = false;
  }

  /** How many lines nobody asked for. */
  get left(): number {
    return this.#pieces.reduce((sum, piece) => sum + piece.length, this.#open.length);
  }

  /** The next answer; undefined where there is none yet. */
  take(several: boolean): string | undefined {
    const [piece] = this.#pieces;
    if (!piece) return undefined;
    if (several || piece.length === 1) {
      this.#pieces.shift();
      // Spaces at the end of a line are none of its words.
      return piece
        .map((line) => line.trimEnd())
        .join('\n')
        .replace(/\n+$/, '');
    }
    return piece.shift();
  }
}
