// Runs tests over a bundle in a thread that can be ended from outside: a mutant may never return.
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { ROOT } from './bundle.js';
import { collect, runTest, vitest } from './stand-in.js';

// What test/support/seed.ts and width.ts do for vitest.
fc.configureGlobal({ seed: 20_230_327 });
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  request === 'string-width' ? join(ROOT, 'src/render/width.cjs') : resolve(request, ...rest);

// Some tests print figures.
process.stdout.write = () => true;

const script = new Script(`(function (require, module, __m) { ${workerData.code}\n})`, {
  filename: 'bundle.cjs',
});
const inRoot = createRequire(join(ROOT, 'package.json'));
const required = (name) => (name === 'vitest' ? vitest : inRoot(name));

/** A mutant that is asked for this much more often than without it turns in a circle. */
const CIRCLE = 200;
class Circle extends Error {}

function tell(message) {
  parentPort.postMessage(message, []);
}

/** Fresh modules, with what answers the question which mutant is at work. */
function load(answer) {
  const module = { exports: {} };
  script.runInThisContext()(required, module, answer);
  return module.exports;
}

/** Runs every test with no mutant at work: how long each takes, and which mutants it meets. */
async function learn(files) {
  for (const file of files) {
    let met = new Map();
    // Anew for each file, or only the first would meet what is worked out when a module is loaded.
    const modules = load((number) => {
      met.set(number, (met.get(number) ?? 0) + 1);
      return false;
    });
    const { tests, before, after } = collect(modules[file]);
    for (const one of before) await one();
    tell({ learned: { file, index: -1, met: [...met], time: 0 } });
    for (const [index, test] of tests.entries()) {
      met = new Map();
      const start = performance.now();
      let failed;
      try {
        await runTest(test);
      } catch (error) {
        failed = String(error?.stack ?? error);
      }
      const time = performance.now() - start;
      tell({
        learned: { file, index, name: test.name, met: [...met], time, failed },
      });
    }
    for (const one of after) await one();
  }
}

/** Whether some test fails with this mutant at work. */
async function tryMutant({ number, files, hits }) {
  let asked = 0;
  const most = 10_000 + hits * CIRCLE;
  const answer = (one) => {
    if (one !== number) return false;
    asked += 1;
    if (asked > most) throw new Circle();
    return true;
  };
  try {
    const modules = load(answer);
    for (const [file, indices] of files) {
      const { tests, before, after } = collect(modules[file]);
      for (const one of before) await one();
      try {
        for (const index of indices) {
          try {
            await runTest(tests[index]);
          } catch (error) {
            return { killed: error instanceof Circle ? 'circle' : 'test', file, index };
          }
        }
      } finally {
        for (const one of after) await one();
      }
    }
  } catch {
    return { killed: 'loading' };
  }
  return asked > most ? { killed: 'circle' } : { killed: null };
}

parentPort.on('message', async (message) => {
  if (message.learn) {
    await learn(message.learn);
    tell({ done: true });
  } else {
    tell({ result: await tryMutant(message) });
  }
});
tell({ ready: true });
