// What is mutated, and by which tests it is tried. What is left out is left out for a reason that
// docs/reliability.md tells.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './bundle.js';

/** Quick tests, and not those that see how well plans or sentences are judged by the whole. */
const TESTS = [
  /^test\/(?:model|reports)\/(?!wording\/accuracy)/,
  /^test\/rules\/(?!real-cases)/,
  /^test\/changes\/(?!history|story)/,
  /^test\/golden\//,
  /^test\/generated\/generated/,
  /^test\/validate\/waivers/,
  /^test\/publish\/(?:dates|kinds)/,
];

const SOURCES = /^src\/(?:model|rules|reports|changes)\//;

/** The facts of a rule that are its page, word for word. */
const PAGE = new Set(['summary', 'why', 'repair', 'source', 'examples']);

function filesIn(folder, ending) {
  return readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith(ending))
    .sort();
}

export const sources = filesIn('src', '.ts').filter((file) => SOURCES.test(file));
/** Everything that tests call. */
export const allFiles = [...filesIn('src', '.ts'), ...filesIn('test/support', '.ts')];
export const tests = filesIn('test', '.test.ts').filter((file) =>
  TESTS.some((pattern) => pattern.test(file)),
);

/** Whether a change in this file is one to try. */
export function isWanted(file) {
  const words = file.startsWith('src/model/wording/');
  const rule = file.startsWith('src/rules/');
  return ({ kind }, node, inside) => {
    // Lists of words are data, and other tests hold them to labelled sentences.
    if (words && kind === 'text') return false;
    return !(
      rule && [...inside, node].some((one) => one.type === 'Property' && PAGE.has(one.key.name))
    );
  };
}
