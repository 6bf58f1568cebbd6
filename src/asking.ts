// Not import(): the compiled form of the program cannot load a module of Node's later.
import { createInterface, type Interface } from 'node:readline';

/** Asks a person one line after the other; lines typed or pasted ahead answer later questions. */
export function asker(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): (question: string) => Promise<string | undefined> {
  const typed: string[] = [];
  let lines: Interface | undefined;
  const state = { ended: false };
  let wake = (): void => {};
  return async (question) => {
    if (!lines) {
      lines = createInterface({ input, output });
      lines.on('line', (line) => {
        typed.push(line);
        wake();
      });
      lines.on('close', () => {
        state.ended = true;
        wake();
      });
    }
    if (state.ended) return undefined;
    lines.setPrompt(question);
    lines.prompt();
    while (typed.length === 0 && !state.ended) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    // Or the program would wait for the keyboard at its end.
    if (!state.ended) lines.pause();
    return typed.shift();
  };
}
