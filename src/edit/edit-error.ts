/** An edit that cannot be made without risk to the rest of the file; nothing has been changed. */
export class EditError extends Error {
  readonly help: string | undefined;
  constructor(message: string, help?: string) {
    super(message);
    this.name = 'EditError';
    this.help = help;
  }
}
