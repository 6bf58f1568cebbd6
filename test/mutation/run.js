// Mutation testing of the sources that decide what is told of a plan: what share of small faults
// put into them does some test notice? `npm run mutation -- [--every N] [--again] [files or keys]`.
// It is slow, can be stopped at any time and goes on where it was.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { bundle, ROOT } from './bundle.js';
import { mutate } from './mutants.js';
import { scores, writeFigures, writeSurvivors } from './report.js';
import { allFiles, isWanted, sources, tests } from './wanted.js';

const KEPT = join(ROOT, 'node_modules/.cache/mutation/results.json');
/** A mutant may take so many times as long as the tests take without it, and some. */
const SLOWER = 10;
const AT_LEAST = 20_000;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Only every so manieth mutant, the same ones each time. */
    every: { type: 'string', default: '1' },
    /** Which of so many: another number gives another sample. */
    rest: { type: 'string', default: '0' },
    /** Those that survived once more, with the tests as they are now. */
    again: { type: 'boolean', default: false },
    /** Seconds of tests that a mutant is given to be noticed in, the quickest tests first. */
    enough: { type: 'string', default: '10' },
    /** Tries nothing: only tells what is known. */
    list: { type: 'boolean', default: false },
    /** Writes survivors.json and the figures in docs/reliability.md. */
    write: { type: 'boolean', default: false },
  },
});
const ENOUGH = Number(options.enough) * 1000;

const replaced = new Map();
const mutants = [];
for (const file of sources) {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const made = mutate(file, source, isWanted(file), mutants.length);
  replaced.set(join(ROOT, file), made.text);
  for (const mutant of made.mutants) {
    const was = source.slice(mutant.start, mutant.end);
    mutants.push({ ...mutant, file, was, key: keyOf(file, source, mutant, was) });
  }
}

/** The same for as long as the line says the same, wherever it stands. */
function keyOf(file, source, { kind, start, text }, was) {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const before = source.slice(0, start);
  const line = source.slice(from, source.indexOf('\n', start));
  const above = before.split(line.trim()).length;
  const parts = [file, kind, was, text, line, start - from, above];
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12);
}

const kept = readKept();
function readKept() {
  try {
    return { names: {}, ...JSON.parse(readFileSync(KEPT, 'utf8')) };
  } catch {
    return { learned: {}, times: {}, names: {}, met: {}, results: {} };
  }
}
function keep() {
  mkdirSync(dirname(KEPT), { recursive: true });
  // In one step, since it may be stopped at any time.
  writeFileSync(`${KEPT}.new`, JSON.stringify(kept));
  renameSync(`${KEPT}.new`, KEPT);
}

const code = options.list ? '' : await bundle(tests, replaced);
let worker = options.list ? undefined : await start();

function start() {
  return new Promise((resolve) => {
    const one = new Worker(new URL('worker.js', import.meta.url), {
      workerData: { code },
      resourceLimits: { maxOldGenerationSizeMb: 2000 },
    });
    one.once('message', () => resolve(one));
  });
}

function ask(message) {
  worker.postMessage(message, []);
}

function quiet() {
  worker.removeAllListeners('message');
  worker.removeAllListeners('error');
}

const digests = testDigests();
const unlearned = tests.filter((test) => kept.learned[test] !== digests[test]);
if (worker && unlearned.length > 0) await learn();

/** What a test file's behaviour hangs on: its own text and that of everything it may call. */
function testDigests() {
  const common = allFiles.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('');
  return Object.fromEntries(
    tests.map((test) => {
      const own = readFileSync(join(ROOT, test), 'utf8');
      return [test, createHash('sha256').update(common).update(own).digest('hex')];
    }),
  );
}

/** Which tests meet which mutants, and how long they take. */
async function learn() {
  const isOld = (file) => unlearned.includes(file) || !tests.includes(file);
  const still = (id) => !isOld(id.slice(0, id.indexOf('#')));
  kept.times = Object.fromEntries(Object.entries(kept.times).filter(([id]) => still(id)));
  for (const [key, met] of Object.entries(kept.met)) {
    kept.met[key] = met.filter(([file]) => !isOld(file));
  }
  await new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('message', ({ learned, done }) => {
      if (done) return resolve();
      const { file, index, name, met, time, failed } = learned;
      if (failed) throw new Error(`${file}: ${name} fails without a mutant: ${failed}`);
      kept.times[`${file}#${index}`] = time;
      kept.names[`${file}#${index}`] = `${file} ${name}`;
      for (const [number, hits] of met) {
        kept.met[mutants[number].key] ??= [];
        kept.met[mutants[number].key].push([file, index, hits]);
      }
    });
    ask({ learn: unlearned });
  });
  quiet();
  kept.learned = digests;
  keep();
  const times = Object.values(kept.times);
  const seconds = times.reduce((sum, time) => sum + time, 0) / 1000;
  console.log(`${times.length - tests.length} tests in ${seconds.toFixed(1)} s`);
}

/** Those tests that meet a mutant, the likeliest and quickest first, and how often they meet it. */
function testsOf(mutant) {
  const met = kept.met[mutant.key] ?? [];
  const always = new Set(met.filter(([, index]) => index < 0).map(([file]) => file));
  const chosen = new Map();
  for (const [file, index] of met) {
    if (index >= 0) chosen.set(`${file}#${index}`, [file, index]);
  }
  // What is worked out when a file is loaded can matter to each of its tests.
  for (const id of always.size === 0 ? [] : Object.keys(kept.times)) {
    const [file, index] = [id.slice(0, id.indexOf('#')), Number(id.slice(id.indexOf('#') + 1))];
    if (index >= 0 && always.has(file)) chosen.set(id, [file, index]);
  }
  // What is worked out once, in the first test that needs it, can matter to those after it.
  const first = new Map();
  for (const [file, index] of met) first.set(file, Math.min(index, first.get(file) ?? index));
  const later = new Set();
  for (const id of Object.keys(kept.times)) {
    const [file, index] = [id.slice(0, id.indexOf('#')), Number(id.slice(id.indexOf('#') + 1))];
    if (index <= (first.get(file) ?? Number.POSITIVE_INFINITY) || chosen.has(id)) continue;
    chosen.set(id, [file, index]);
    later.add(id);
  }
  // Those that say what they are of come first, then those of its folder: many get here on their way.
  const [, path, folder, subject] = /^src\/(([^/]+)\/.*?)([^/]+)\.ts$/.exec(mutant.file);
  const rank = (id) => {
    if (later.has(id)) return id.startsWith(`test/${path}`) ? 2 : 5;
    if (kept.names[id].includes(subject)) return 0;
    // Written from schemas and rules, these are compared in no time.
    if (id.startsWith('test/generated/')) return 1;
    if (id.startsWith(`test/${path}`)) return 2;
    return id.startsWith(`test/${folder}/`) ? 3 : 4;
  };
  const sorted = [...chosen].sort(([a], [b]) => rank(a) - rank(b) || kept.times[a] - kept.times[b]);
  let time = 0;
  const files = new Map();
  for (const [id, [file, index]] of sorted) {
    time += kept.times[id];
    if (time > ENOUGH) break;
    files.set(file, [...(files.get(file) ?? []), index]);
  }
  const hits = met.reduce((sum, [, , one]) => sum + one, 0);
  return { files: [...files], hits, time, count: sorted.length };
}

async function tryMutant(number) {
  const { files, hits, time, count } = testsOf(mutants[number]);
  if (count === 0) return { killed: null, unmet: true };
  return new Promise((resolve) => {
    const settle = async (result, alive) => {
      clearTimeout(timer);
      quiet();
      if (!alive) {
        await worker.terminate();
        worker = await start();
      }
      resolve(result);
    };
    const timer = setTimeout(
      () => void settle({ killed: 'time' }, false),
      AT_LEAST + Math.min(time, ENOUGH) * SLOWER,
    );
    worker.once('message', ({ result }) => void settle(result, true));
    worker.once('error', () => void settle({ killed: 'crash' }, false));
    ask({ number, files, hits });
  });
}

const [every, rest] = [Number(options.every), Number(options.rest)];
const named = new Set(positionals);
const chosen = mutants.flatMap(({ file, key }, number) => {
  if (named.has(key)) return [number];
  const inFiles = positionals.length === 0 || positionals.some((part) => file.includes(part));
  return inFiles && Number.parseInt(key, 16) % every === rest ? [number] : [];
});
const open = chosen.filter((number) => {
  if (!worker) return false;
  const { key } = mutants[number];
  const result = kept.results[key];
  return result === undefined || named.has(key) || (options.again && result.killed === null);
});
console.log(`${mutants.length} mutants, ${chosen.length} chosen, ${open.length} to try`);

let saved = Date.now();
for (const [tried, number] of open.entries()) {
  kept.results[mutants[number].key] = await tryMutant(number);
  if (Date.now() - saved > 20_000) {
    keep();
    saved = Date.now();
    const done = open.slice(0, tried + 1).map((one) => mutants[one]);
    console.log(`${done.length} of ${open.length}; ${scores(done, kept.results, false)[0]}`);
  }
}
if (worker) keep();
await worker?.terminate();

const chosenMutants = chosen.map((number) => mutants[number]);
for (const line of scores(chosenMutants, kept.results, every > 1)) console.log(line);
if (options.write) {
  writeSurvivors(mutants, chosenMutants, kept.results);
  writeFigures(rest === 0 ? 'mutation' : 'mutation-unseen', mutants, chosenMutants, kept.results);
}
