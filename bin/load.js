const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const PROGRAM = path.join(__dirname, '../dist/actionplan.cjs');
const COMPILED = `${PROGRAM}.cache`;

/**
 * The program. Beside it the build leaves what V8 made of it, which saves compiling it at every
 * start; another version of Node refuses that and compiles, with the same result.
 */
function load() {
  const program = compile(readCompiled()).run();
  // Of the plans that are read little is kept, so letting garbage grow to four times of that, as V8
  // does, takes memory and saves no time. Not before: V8 refuses what it compiled under other flags.
  setFlagsFromString('--heap-growing-percent=50');
  // What V8 compiles anew while it runs takes a third of the time of a thousand plans; with small
  // pieces put into one another, and not large ones, half of that, and the result is as fast.
  setFlagsFromString('--max-inlined-bytecode-size=100');
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  return program;
}

/** @param {Buffer | undefined} cachedData */
function compile(cachedData) {
  // The build leaves nothing but ASCII in it, which is read several times as fast.
  const code = readFileSync(PROGRAM, 'latin1');
  const script = new Script(`(function (exports, require, module, __filename) {${code}\n})`, {
    filename: PROGRAM,
    cachedData,
  });
  const run = () => {
    const module = { exports: {} };
    const require = createRequire(PROGRAM);
    script.runInThisContext()(module.exports, require, module, PROGRAM, path.dirname(PROGRAM));
    return module.exports;
  };
  return { script, run };
}

function readCompiled() {
  try {
    return readFileSync(COMPILED);
  } catch {
    return undefined;
  }
}

module.exports = { COMPILED, PROGRAM, compile, load };
