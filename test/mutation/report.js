// What came of the mutants: a score for each folder, and those that no test noticed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SURVIVORS = join(import.meta.dirname, 'survivors.json');
const NEW = 'not looked at yet';
const DOCS = join(import.meta.dirname, '../../docs/reliability.md');
const FOLDERS = new Map([
  ['changes', '`src/changes`'],
  ['model', '`src/model`, but for the reader'],
  ['model/wording', '`src/model/wording`'],
  ['reports', '`src/reports`'],
  ['rules', '`src/rules`'],
]);

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
 * the same for as long as the line says the same. Those of another sample stay.
 */
export function writeSurvivors(mutants, chosen, results) {
  const given = new Map(read().map(({ key, reason }) => [key, reason]));
  const asked = new Set(chosen);
  const survivors = mutants
    .filter((one) => (asked.has(one) ? results[one.key]?.killed === null : given.has(one.key)))
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

const number = (count) => count.toLocaleString('en-GB');
const percent = (share) => (100 * share).toFixed(1);

/** Writes a table of the scores, and for the survivors one of their reasons, into the docs. */
export function writeFigures(name, mutants, chosen, results) {
  const tried = chosen.filter(({ key }) => results[key] !== undefined);
  const killedIn = (some) => some.filter(({ key }) => results[key].killed).length;
  const row = (title, all, some, share) => {
    const unmet = some.filter(({ key }) => results[key].unmet).length;
    const counts = [all, some.length, killedIn(some)].map(number).join(' | ');
    return `| ${title} | ${counts} | ${share} | ${unmet} |`;
  };
  let weighted = 0;
  const rows = [...FOLDERS].map(([folder, title]) => {
    const all = mutants.filter(({ file }) => folderOf(file) === folder).length;
    const some = tried.filter(({ file }) => folderOf(file) === folder);
    const [low, high] = wilson(killedIn(some), some.length).map(percent);
    const share = killedIn(some) / some.length;
    weighted += (share * all) / mutants.length;
    return row(title, all, some, `${percent(share)} % (${low} to ${high})`);
  });
  writeBlock(name, [
    '| sources | mutants | tried | killed | share (19 times in 20 between) | met by no test |',
    '|---|---|---|---|---|---|',
    ...rows,
    row('all, weighted by their mutants', mutants.length, tried, `${percent(weighted)} %`),
  ]);
  const reasons = new Map();
  for (const { reason } of read()) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  writeBlock('mutation-reasons', [
    '| reason | mutants |',
    '|---|---|',
    ...[...reasons]
      .map(([reason, count]) => `| ${reason} | ${count} |`)
      .sort((a, b) => a.localeCompare(b)),
  ]);
}

function writeBlock(name, lines) {
  const docs = readFileSync(DOCS, 'utf8');
  const block = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(?=<!-- end -->)`);
  writeFileSync(
    DOCS,
    docs.replace(block, (_, mark) => `${mark}${lines.join('\n')}\n`),
  );
}

function read() {
  try {
    return JSON.parse(readFileSync(SURVIVORS, 'utf8'));
  } catch {
    return [];
  }
}
