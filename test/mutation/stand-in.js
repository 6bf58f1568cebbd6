// As much of vitest as the tests use, to run them many times in one process: a test is a function,
// and the first that fails ends the run.
import { format } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
Object.assign(expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
globalThis[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);
chai.expect.extend(expect, customMatchers);

/** @type {{ tests: object[], before: Function[], after: Function[] } | undefined} */
let file;
let hooks = { each: [], after: [] };
/** What the tests are of, from the outermost. */
let titles = [];
let finished = [];

/** What a test file registers when it is loaded. */
export function collect(load) {
  file = { tests: [], before: [], after: [] };
  hooks = { each: [], after: [] };
  load();
  return file;
}

/** Runs one test; throws what it throws. */
export async function runTest(test) {
  for (const before of test.hooks.each) await before();
  try {
    await test.run();
  } finally {
    for (const after of [...finished, ...test.hooks.after]) await after();
    finished = [];
  }
}

const spread = (value) => (Array.isArray(value) ? value : [value]);

function runner(register) {
  const call = (name, second, third) => {
    const run = typeof second === 'function' ? second : third;
    register(name, run);
  };
  const skip = () => {};
  return Object.assign(call, {
    each: (table) => (name, run) => {
      for (const row of table) {
        register(format(name, ...spread(row).map(String)), () => run(...spread(row)));
      }
    },
    skipIf: (skipped) => Object.assign(skipped ? skip : call, { each: call.each }),
    runIf: (wanted) => Object.assign(wanted ? call : skip, { each: call.each }),
    skip,
  });
}

const it = runner((name, run) => {
  file.tests.push({ name: [...titles, name].join(' > '), run, hooks });
});

/** What a test file imports from vitest. */
export const vitest = {
  expect,
  it,
  test: it,
  describe: runner((name, run) => {
    const outer = { hooks, titles };
    hooks = { each: [...hooks.each], after: [...hooks.after] };
    titles = [...titles, name];
    run();
    ({ hooks, titles } = outer);
  }),
  beforeAll: (run) => file.before.push(run),
  afterAll: (run) => file.after.push(run),
  beforeEach: (run) => hooks.each.push(run),
  afterEach: (run) => hooks.after.push(run),
  onTestFinished: (run) => finished.push(run),
};
