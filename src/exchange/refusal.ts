/** A file that cannot be taken in, or not without guessing: what is wrong with it, and the way out. */
export class Refusal extends Error {
  readonly help: string;
  /** The places it speaks of, one a line. */
  readonly details: readonly string[];
  constructor(message: string, help: string, details: readonly string[] = []) {
    super(message);
    this.name = 'Refusal';
    this.help = help;
    this.details = details;
  }
}
