// What came of the mutants: a score for each folder, and those that no test noticed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SURVIVORS = join(import.meta.dirname, 'survivors.json');
const NEW = 'not looked at yet';

/** The folder a source counts for; the reader of wordings is large enough for a line of its own. */
function folderOf(file) {
  return /^src\/(model\/wording|\w+)\//.exec(file)?.[1] ?? '';
}

/** The share of mutants killed, with the interval that holds the true one in 19 cases of 20. */
function line(name, results, sampled) {
  const killed = results.filter((result) => result.killed).length;
  const unmet = results.filter((result) => result.unmet).length;
  const [low, high] = wilson(killed, results.length).map((share) => (100 * share).toFixed(1));
  const share = ((100 * killed) / results.length).toFixed(1);
  const interval = sampled ? ` (${low} to ${high} %)` : '';
  return `${name}: ${killed} of ${results.length} killed, ${share} %${interval}; ${unmet} met by no test`;
}

function wilson(killed, count) {
  const z = 1.96;
  const share = killed / count;
  const middle = share + (z * z) / (2 * count);
  const width = z * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  const scale = 1 + (z * z) / count;
  return [(middle - width) / scale, (middle + width) / scale];
}

/** The scores, as lines. */
export function scores(mutants, results, sampled) {
  const tried = mutants.filter(({ key }) => results[key] !== undefined);
  const groups = new Map([['all', []]]);
  for (const { file, key } of tried) {
    const folder = folderOf(file);
    groups.set(folder, [...(groups.get(folder) ?? []), results[key]]);
    groups.get('all').push(results[key]);
  }
  return [...groups]
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => line(name, own, sampled));
}

const short = (code) => (code.length > 160 ? `${code.slice(0, 159)}…` : code).replace(/\s+/g, ' ');

/**
 * Writes the survivors, each with the reason someone gave for it. Reasons hang on the key, which is
 * the same for as long as the line says the same.
 */
export function writeSurvivors(mutants, results) {
  const given = new Map(read().map(({ key, reason }) => [key, reason]));
  const survivors = mutants
    .filter(({ key }) => results[key]?.killed === null)
    .map(({ file, line, kind, was, text, key }) => ({
      key,
      place: `${file}:${line}`,
      kind,
      was: short(was),
      now: short(text),
      reason: given.get(key) ?? NEW,
    }));
  writeFileSync(SURVIVORS, `${JSON.stringify(survivors, null, 2)}\n`);
}

function read() {
  try {
    return JSON.parse(readFileSync(SURVIVORS, 'utf8'));
  } catch {
    return [];
  }
}
