import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editText } from '../../src/edit/edit-text.ts';
import { resolveLog } from '../../src/edit/resolve-log.ts';
import { validateFiles } from '../support/validate-files.ts';

const base = `plan: x
title: T
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide.
        owner: Team
        target: 2023-06
        progress:
          - date: 2022-06-01
            status: in-progress
            text: Begun.
      - id: "1.2"
        action: Train staff.
        owner: Team
        target: 2023-09
`;
const log = ['recommendations', 0, 'actions', 0, 'progress'];

function withEntry(text: string, date: string, words: string, path = log): string {
  return editText(text, [
    { op: 'append', path, value: { date, status: 'in-progress', text: words } },
  ]);
}

let folder: string;
const git = (...argv: string[]) => spawnSync('git', argv, { cwd: folder, encoding: 'utf8' });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'actionplan-merge-'));
  git('init', '-q', '-b', 'main');
  git('config', 'user.email', 'a@example.org');
  git('config', 'user.name', 'A');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What git makes of two branches that changed a file each in its way. */
function merged(ours: string, theirs: string, style = 'merge'): string {
  const commit = (text: string) => {
    writeFileSync(join(folder, 'plan.yaml'), text);
    git('add', '.');
    git('commit', '-qm', 'x');
  };
  commit(base);
  git('checkout', '-qb', 'other');
  commit(theirs);
  git('checkout', '-q', 'main');
  commit(ours);
  execFileSync('git', ['config', 'merge.conflictStyle', style], { cwd: folder });
  expect(git('merge', 'other').status).toBe(1);
  return readFileSync(join(folder, 'plan.yaml'), 'utf8');
}

describe.each(['merge', 'diff3'])('a conflict of two added entries (%s)', (style) => {
  it('is named as such, and both are kept in the order of their dates', () => {
    const conflict = merged(
      withEntry(base, '2023-04-01', 'Ours.'),
      withEntry(base, '2023-03-01', 'Theirs: first.'),
      style,
    );
    expect(validateFiles({ 'plan.yaml': conflict })[0]).toMatchObject({
      rule: 'yaml-syntax',
      message: 'a git conflict: both sides added a progress entry here',
    });
    const { text, added } = resolveLog(conflict);
    expect(text).toBe(
      withEntry(withEntry(base, '2023-03-01', 'Theirs: first.'), '2023-04-01', 'Ours.'),
    );
    expect(added).toBe(1);
  });

  it('keeps comments and layout of both', () => {
    const theirs = withEntry(base, '2023-03-01', 'Theirs.').replace(
      'text: Theirs.',
      "text: 'Theirs.'   # by phone\n            # twice",
    );
    const conflict = merged(withEntry(base, '2023-02-01', 'Ours.'), theirs, style);
    expect(resolveLog(conflict).text).toContain(
      "text: 'Theirs.'   # by phone\n            # twice\n",
    );
  });

  it('keeps once what both say', () => {
    const same = withEntry(base, '2023-01-01', 'Both.');
    const conflict = merged(
      withEntry(same, '2023-02-01', 'Ours.'),
      withEntry(same, '2023-03-01', 'Theirs.'),
      style,
    );
    expect(resolveLog(conflict).text.match(/Both/g)).toHaveLength(1);
  });

  it('makes a log where neither side had one', () => {
    const second = ['recommendations', 0, 'actions', 1, 'progress'];
    const conflict = merged(
      withEntry(base, '2023-02-01', 'Ours.', second),
      withEntry(base, '2023-03-01', 'Theirs.', second),
      style,
    );
    expect(resolveLog(conflict).text).toBe(
      withEntry(withEntry(base, '2023-02-01', 'Ours.', second), '2023-03-01', 'Theirs.', second),
    );
  });

  it('leaves to a person what differs otherwise', () => {
    const conflict = merged(
      withEntry(base, '2023-02-01', 'Ours.').replace('Publish a', 'Print a'),
      withEntry(base, '2023-03-01', 'Theirs.').replace('Publish a', 'Write a'),
      style,
    );
    expect(() => resolveLog(conflict)).toThrow(
      /more than added progress entries \(recommendations\/0\/actions\/0\/action\)/,
    );
  });
});

it('sees that an entry was changed, where git says what it was', () => {
  const conflict = merged(
    withEntry(base.replace('Begun', 'Not begun'), '2023-02-01', 'Ours.'),
    withEntry(base, '2023-03-01', 'Theirs.'),
    'diff3',
  );
  expect(() => resolveLog(conflict)).toThrow(/more than added progress entries/);
});

it('has nothing to do without a conflict', () => {
  expect(() => resolveLog(base)).toThrow(/no git conflict/);
});
