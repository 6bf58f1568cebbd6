import type { Host } from '../../src/host.ts';
import { main } from '../../src/main.ts';
import { nodeHost } from '../../src/node-host.ts';

/** What one run did to a real folder. */
export interface RealRun {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in a real folder, with its files and its git, in this process. */
export async function runReal(folder: string, argv: readonly string[]): Promise<RealRun> {
  const here: NodeJS.Process = Object.create(process, { cwd: { value: () => folder } });
  let stdout = '';
  let stderr = '';
  const host: Host = {
    ...nodeHost(here),
    out: (content) => {
      stdout += typeof content === 'string' ? content : new TextDecoder().decode(content);
    },
    note: (text) => {
      stderr += text;
    },
    terminal: { columns: undefined, colour: 0 },
    ci: {},
  };
  const exit = await main(argv, host);
  return { exit, stdout, stderr };
}
