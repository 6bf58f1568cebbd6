/** A file that cannot be taken in, or not without guessing: what is wrong with it, and the way out. */
export class Refusal extends Error {
  readonly help: string;
  constructor(message: string, help: string) {
    super(message);
    this.name = 'Refusal';
    this.help = help;
  }
}
