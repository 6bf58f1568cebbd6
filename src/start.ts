import { ExitCode, type Host, UsageError } from './host.ts';
import { main } from './main.ts';
import { nodeHost } from './node-host.ts';

/** Runs the command line of a process in it, and sets its exit code. */
export async function start(process: NodeJS.Process): Promise<void> {
  let host: Host;
  try {
    host = nodeHost(process);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`error: ${error.message}\nhelp: ${error.help}\n`);
    process.exitCode = ExitCode.failed;
    return;
  }
  const code = await main(process.argv.slice(2), host);
  // A stream may have failed meanwhile, which no result makes good.
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}
