import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitCommand } from '../support/golden.ts';
import { type Run, runIn } from '../support/memory-host.ts';
import type { TestRepository } from '../support/repository.ts';
import { sarifFaults } from '../support/sarif-schema.ts';
import { tellStory } from '../support/story.ts';

const update = process.env['UPDATE_GOLDEN'] === '1';
let repository: TestRepository;

beforeAll(() => {
  repository = tellStory();
});
afterAll(() => rmSync(repository.folder, { recursive: true }));

function actionplan(command: string): Promise<Run> {
  return runIn(repository.folder, splitCommand(command), { today: '2023-05-01' });
}

interface Written {
  readonly type: string;
  readonly plan: string;
  readonly recommendation: string | null;
  readonly action: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
  readonly days: number | null;
  readonly file: string;
  readonly line: number;
  readonly was: { readonly file: string; readonly line: number } | null;
}

/** The text of a line of a file, as it is or as it was. */
function lineOf(file: string, line: number, rev = 'round'): string {
  return repository.git('show', `${rev}:${file}`).split('\n')[line - 1]?.trim() ?? '';
}

describe('the changes of the round', () => {
  it('are exactly these', async () => {
    const { stdout, exit } = await actionplan('diff main round --format json');
    expect(exit).toBe(0);
    const { changes } = JSON.parse(stdout) as { changes: Written[] };
    expect(
      changes.map(({ type, plan, recommendation, action }) => [
        type,
        plan,
        action ?? recommendation,
      ]),
    ).toEqual([
      ['plan-added', 'archive', null],
      ['target-moved', 'records', '1.1'],
      ['progress-added', 'records', '1.1'],
      ['status-changed', 'records', '1.2'],
      ['target-moved', 'records', '1.2'],
      ['progress-added', 'records', '1.2'],
      ['first-target-changed', 'records', '1.3'],
      ['recommendation-reworded', 'records', '2'],
      ['progress-edited', 'records', '2.1'],
      ['action-removed', 'records', '2.2'],
      ['agreement-changed', 'records', '3'],
    ]);
  });

  it('say from what to what, by how much and why', async () => {
    const { changes } = JSON.parse((await actionplan('diff main round --format json')).stdout);
    const facts = (type: string, action: string | null) => {
      const { from, to, days, reason } = changes.find(
        (one: Written) => one.type === type && one.action === action,
      );
      return { from, to, days, reason };
    };
    expect(facts('target-moved', '1.1')).toEqual({
      from: '2022-12',
      to: '2023-05-31',
      days: 151,
      reason:
        'Moved because the new record system comes first; publication is expected in spring 2023.',
    });
    expect(facts('target-moved', '1.2')).toMatchObject({
      from: '2023-Q2',
      to: '2023-Q4',
      days: 184,
    });
    expect(facts('first-target-changed', '1.3')).toEqual({
      from: '2023-09',
      to: '2024-03',
      days: 183,
      reason: null,
    });
    expect(facts('agreement-changed', null)).toEqual({
      from: 'partly-agreed',
      to: 'not-agreed',
      days: null,
      reason: null,
    });
  });

  it('point at their lines, now and before', async () => {
    const { changes } = JSON.parse((await actionplan('diff main round --format json')).stdout);
    const places = changes.map(({ type, file, line, was }: Written) => [
      type,
      lineOf(file, line),
      was && lineOf(was.file, was.line, 'main'),
    ]);
    expect(places).toEqual([
      ['plan-added', 'plan: archive', null],
      ['target-moved', 'target: 2023-05-31', 'target: 2022-12'],
      ['progress-added', '- date: 2023-03-27', null],
      ['status-changed', 'status: in-progress', '- id: "1.2"'],
      ['target-moved', 'target: 2023-Q4', 'target: 2023-Q2'],
      ['progress-added', '- date: 2023-03-27', null],
      ['first-target-changed', 'target: 2024-03', 'target: 2023-09'],
      [
        'recommendation-reworded',
        'text: Give offices equipment where needed.',
        'text: Give every office the equipment that it needs.',
      ],
      [
        'progress-edited',
        'text: Scanners have been sent to 31 of 40 offices.',
        'text: Scanners have been sent to 12 of 40 offices.',
      ],
      // The nearest that is still there.
      ['action-removed', '- id: "2.1"', '- id: "2.2"'],
      ['agreement-changed', 'agreement: not-agreed', 'agreement: partly-agreed'],
    ]);
  });

  it('are judged by these rules, and no others', async () => {
    const { stdout, exit } = await actionplan('validate --base main --head round --format json');
    expect(exit).toBe(1);
    const { findings } = JSON.parse(stdout) as {
      findings: { rule: string; severity: string; item: string; file: string; line: number }[];
    };
    const found = findings.map(({ rule, severity, item, file, line }) => [
      rule,
      severity,
      item,
      lineOf(file, line),
    ]);
    expect(found).toEqual([
      ['target-move-explained', 'error', '1.2', 'text: Target date revised.'],
      ['change-first-target', 'error', '1.3', 'target: 2024-03'],
      ['change-recommendation-words', 'error', '2', 'text: Give offices equipment where needed.'],
      ['change-action-kept', 'error', '2.2', '- id: "2.1"'],
      ['overdue-explained', 'warning', '2.1', 'target: 2022-summer'],
      [
        'change-progress-kept',
        'error',
        '2.1',
        'text: Scanners have been sent to 31 of 40 offices.',
      ],
      ['change-agreement', 'error', '3', 'agreement: not-agreed'],
    ]);
  });

  it('are none for a file that is renamed, re-wrapped, re-quoted and re-ordered', async () => {
    const { stdout, stderr } = await actionplan('diff main round ./plans/training-staff.yaml');
    expect(stdout).toBe('');
    expect(stderr).toBe('no commitment changed from main to round\n');
  });

  it('backwards are the opposite', async () => {
    const { changes } = JSON.parse((await actionplan('diff round main --format json')).stdout);
    expect(changes.map((one: Written) => one.type)).toEqual([
      'plan-removed',
      'target-moved',
      'progress-removed',
      'status-changed',
      'target-moved',
      'progress-removed',
      'first-target-changed',
      'recommendation-reworded',
      'progress-edited',
      'action-added',
      'agreement-changed',
    ]);
  });
});

/** What the commands print for the story. `npm run golden` rewrites it. */
describe.each([
  ['diff.txt', 'diff main round'],
  ['diff.md', 'diff main round --format markdown'],
  ['diff.json', 'diff main round --format json'],
  ['diff.html', 'diff main round --format html'],
  ['validate.txt', 'validate --base main --head round'],
  ['validate.json', 'validate --base main --head round --format json'],
  ['validate-github.txt', 'validate --base main --head round --format github'],
  ['validate.sarif', 'validate --base main --head round --format sarif'],
  ['validate-gitlab.txt', 'validate --base main --head round --format gitlab'],
  ['validate.xml', 'validate --base main --head round --format junit'],
  ['comment.md', 'validate --base main --head round --format markdown'],
  ['history.txt', 'history records/1.1 --at round'],
  ['history.md', 'history records/1.1 --at round --format markdown'],
  ['history.json', 'history records/1.1 --at round --format json'],
  ['overdue.json', 'report overdue --at main --as-of 2022-12-31 --format json'],
])('%s', (name, command) => {
  const path = join(import.meta.dirname, 'story', name);

  it('is what is printed', async () => {
    const { stdout } = await actionplan(command);
    if (update) writeFileSync(path, stdout);
    expect(stdout).toBe(readFileSync(path, 'utf8'));
  });

  it.runIf(name.endsWith('.sarif'))('keeps the official schema', () => {
    expect(sarifFaults(JSON.parse(readFileSync(path, 'utf8')))).toEqual([]);
  });
});

it('is written to files, in several formats at once, but never over a plan', async () => {
  const { written, stdout, stderr } = await actionplan(
    'diff main round --output changes.md --output json:out --output a.txt',
  );
  expect(stdout).toBe('');
  expect(Object.keys(written)).toEqual(['changes.md', 'out', 'a.txt']);
  expect(written['changes.md']).toMatch(/^## Changes/);
  expect(JSON.parse(written['out'] ?? '').kind).toBe('diff');
  expect(written['a.txt']).toMatch(/^archive: plan added/);
  expect(stderr).toMatch(
    /written to changes\.md as markdown\nwritten to out as json\nwritten to a\.txt as pretty/,
  );
  for (const plan of ['plans/records.yaml', 'plans/training-staff.yaml']) {
    const refused = await actionplan(`diff main round --output json:${plan}`);
    expect(refused).toMatchObject({ exit: 2, written: {} });
    expect(refused.stderr).toContain('is one of the files the result is made from');
  }
});
