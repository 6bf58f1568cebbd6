/** Git cannot answer what was asked of it: exit code 2, with the way out. */
export class RevisionError extends Error {
  readonly help: string | undefined;
  constructor(message: string, help?: string) {
    super(message);
    this.name = 'RevisionError';
    this.help = help;
  }
}
