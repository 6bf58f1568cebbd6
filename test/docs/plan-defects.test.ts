import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runHere } from '../support/memory-host.ts';

const root = join(import.meta.dirname, '../..');

/** Rules of which the table names every finding. The others' findings on a day may go beyond it. */
const COMPLETE = ['reason-category', 'owner-required', 'smart-time-bound', 'round-covered'];

/** `rule item` for each finding that the table of plans/README.md names. */
function named(): string[] {
  const rows = readFileSync(join(root, 'plans/README.md'), 'utf8').matchAll(
    /^\| (\d*) ?\| .* \| (.*) \|$/gm,
  );
  let recommendation = '';
  return [...rows].flatMap(([, id, shown = '']) => {
    recommendation = id || recommendation;
    return [...shown.matchAll(/`([a-z]+-[a-z-]+)`((?:,? [\d.]+)*)/g)].flatMap(
      ([, rule, items = '']) =>
        (items.match(/[\d.]+/g) ?? [recommendation]).map((item) => `${rule} ${item}`),
    );
  });
}

it('the defects that the page of the plans names are those that the rules find', async () => {
  const { stdout } = await runHere(
    ['validate', 'plans', '--as-of', '2023-05-01', '--format', 'json'],
    {},
  );
  const findings: { rule: string; item: string; plan: string }[] = JSON.parse(stdout).findings;
  const found = findings
    .filter((finding) => finding.plan === 'hmpps-mental-health')
    .map((finding) => `${finding.rule} ${finding.item}`);
  const table = named();
  const inFull = (defects: readonly string[]): string[] =>
    defects.filter((defect) => COMPLETE.includes(defect.split(' ')[0] ?? '')).sort();

  expect(inFull(table)).toEqual(inFull(found));
  expect(table.filter((defect) => !found.includes(defect))).toEqual([]);
});
