// Runs many command lines one after another in one process, each in its own folder and environment:
// the program as it is installed, with only the streams and the environment of the process replaced.
// A line of JSON goes out before each and after each, so that it is known which one ended it all.
import { readFileSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import { load } from '../../bin/load.js';

const { main, nodeHost } = load();

for (const { id, cwd, argv, env, stdin } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  say({ id });
  process.chdir(cwd);
  const out = [];
  const notes = [];
  const start = performance.now();
  const before = process.cpuUsage();
  let exit = null;
  let crash = '';
  try {
    exit = await main(
      argv,
      nodeHost({
        cwd: () => cwd,
        env,
        pid: process.pid,
        kill: (pid, signal) => process.kill(pid, signal),
        getuid: () => process.getuid(),
        stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: false }),
        stdout: sink(out),
        stderr: sink(notes),
      }),
    );
  } catch (error) {
    crash = `Uncaught ${error.stack}`;
  }
  const text = out.every((one) => typeof one === 'string');
  say({
    id,
    exit,
    stdout: text ? out.join('') : '',
    bytes: text ? undefined : Buffer.concat(out.map((one) => Buffer.from(one))).toString('base64'),
    stderr: notes.join('') + crash,
    milliseconds: worked(process.cpuUsage(before)),
    passed: performance.now() - start,
    mebibytes: process.resourceUsage().maxRSS / 1024,
  });
}

/** @param {NodeJS.CpuUsage} usage */
function worked({ user, system }) {
  return (user + system) / 1000;
}

/** @param {(string | Uint8Array)[]} into */
function sink(into) {
  return {
    isTTY: false,
    write: (content) => into.push(content),
    on: () => {},
    listenerCount: () => 1,
  };
}

/** @param {object} what */
function say(what) {
  const bytes = Buffer.from(`${JSON.stringify(what)}\n`);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}
