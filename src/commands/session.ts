import type { ExitCode, Host } from '../host.ts';
import type { Style } from '../render/colours.ts';

/** One run of the program: the outside world, how to write to it, and the exit code so far. */
export interface Session {
  readonly host: Host;
  /** How results may look, after `--color` and `--no-color`. */
  style(): Style;
  /** Sets the exit code of the run. */
  exit(code: ExitCode): void;
}

/** How what is said about the run may look, beside the result. */
export function noteStyle(session: Session): Style {
  return { ...session.style(), columns: session.host.terminal.noteColumns };
}
