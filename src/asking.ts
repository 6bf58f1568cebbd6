// Not import(): the compiled form of the program cannot load a module of Node's later.
import { createInterface, type Interface } from 'node:readline';
import { TypedLines } from './typed-lines.ts';

/** Asks terminals to mark what is pasted, so that its line breaks are none of the Enter key. */
const MARK_PASTES = '\x1b[?2004h';
const NO_MARKS = '\x1b[?2004l';

export interface TerminalHabits {
  /** It shows signs that it is given as they are. */
  readonly isDumb: boolean;
  readonly atExit: (last: () => void) => void;
}

/**
 * Asks a person one question after the other; lines typed or pasted ahead answer later questions. An
 * answer of `several` lines is all that is pasted, or lines that end in a backslash but for the last.
 */
export function asker(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  { isDumb, atExit }: TerminalHabits,
): (question: string, several?: boolean) => Promise<string | undefined> {
  const typed = new TypedLines();
  let lines: Interface | undefined;
  const state = { ended: false };
  let wake = (): void => {};
  const mark = (sign: string): void => {
    if (!isDumb) output.write(sign);
  };

  const open = (): Interface => {
    const made = createInterface({ input, output });
    // Before the lines of the paste: its listener was there first.
    input.prependListener('keypress', (_, key: { name?: string } | undefined) => {
      if (key?.name === 'paste-start') typed.paste(true);
      else if (key?.name === 'paste-end') typed.paste(false);
    });
    made.on('line', (line) => {
      typed.line(line);
      // Lines that come in one burst are read in one turn: this is after the last of them.
      setImmediate(() => {
        typed.settle(made.line);
        wake();
      });
    });
    made.on('close', () => {
      mark(NO_MARKS);
      state.ended = true;
      wake();
    });
    atExit(() => {
      if (typed.left > 0) output.write(`not read: ${typed.left} of the lines typed ahead\n`);
    });
    return made;
  };

  const answer = async (question: string, several: boolean): Promise<string | undefined> => {
    lines ??= open();
    if (state.ended) return undefined;
    mark(MARK_PASTES);
    lines.setPrompt(question);
    lines.prompt();
    let text = typed.take(several);
    while (text === undefined && !state.ended) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      text = typed.take(several);
    }
    // Or the program would wait for the keyboard at its end.
    if (!state.ended) {
      lines.pause();
      mark(NO_MARKS);
    }
    return text;
  };

  return async (question, several = false) => {
    let text = await answer(question, several);
    if (!several) return text;
    while (text?.endsWith('\\')) {
      const more = await answer('> ', true);
      if (!more) break;
      text = `${text.slice(0, -1)}\n${more}`;
    }
    return text;
  };
}
