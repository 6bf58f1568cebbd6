import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';

const plan = (owner: string) => `plan: records
title: T
kind: strategy
submitted: 2022-03-04
rounds:
  - date: 2023-03
    title: Spring update
recommendations:
  - id: "1"
    text: Keep records.
    actions:
      - id: "1.1"
        action: Publish a guide.
        owner: ${JSON.stringify(owner)}
        target: 2023-06
`;

async function words(line: string, owner = 'Records team'): Promise<string[]> {
  const argv = ['completion-words', '--', ...line.split(' ')];
  const { stdout, stderr, exit } = await run(argv, { 'plans/a.yaml': plan(owner) });
  expect([exit, stderr]).toEqual([0, '']);
  return stdout.split('\n').slice(0, -1);
}

describe('what may come next', () => {
  it.each([
    ['va', ['validate']],
    ['comp', ['completion']],
    ['report over', ['overdue']],
    ['report overdue --form', ['--format']],
    ['report overdue --format m', ['markdown']],
    ['report overdue --format=m', ['--format=markdown']],
    ['report overdue --owner ', ['Records team']],
    ['explain owner-r', ['owner-required']],
    ['validate --rule owner-r', ['owner-required']],
    ['progress ', ['records/1.1']],
    ['progress records/1.1 --status c', ['complete']],
    ['progress --round ', ['Spring update']],
    ['new ', ['action', 'help', 'plan', 'recommendation']],
    ['history ', ['records/1.1']],
    ['new action ', ['records/1']],
    ['new recommendation ', ['records']],
    ['completion ', ['bash', 'fish', 'zsh']],
    ['validate --strict --pla', []],
    ['nothing of the kind ', []],
  ])('after %j', async (line, expected) => {
    expect(await words(line)).toEqual(expected);
  });

  it('is nothing where there are no plans', async () => {
    const { stdout, exit } = await run(['completion-words', '--', 'progress', ''], {});
    expect([stdout, exit]).toEqual(['', 0]);
  });

  it('never holds signs that act on a terminal', async () => {
    expect(await words('report overdue --owner ', 'a\u001b[31m\nb')).toEqual([]);
  });
});

/** Runs the script in its shell, with a program in its place that offers hostile words. */
describe.runIf(spawnSync('bash', ['-c', 'true']).status === 0)('in bash', () => {
  it('neither what is typed nor what is offered is run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'actionplan-complete-'));
    const { stdout } = await run(['completion', 'bash'], {});
    writeFileSync(join(folder, 'script'), stdout);
    writeFileSync(
      join(folder, 'actionplan'),
      '#!/bin/sh\nfor word in "$@"; do printf "%s\\n" "$word" >> "$0.log"; done\nprintf "%s\\n" "Records team" "\\$(touch $(dirname "$0")/run)" "a;b"\n',
      { mode: 0o755 },
    );
    const { stdout: offered } = spawnSync(
      'bash',
      [
        '--norc',
        '-c',
        `. ./script; COMP_WORDS=(actionplan report '$(touch run)' '\`touch run\`'); COMP_CWORD=3; _actionplan; printf '%s\\n' "\${COMPREPLY[@]}"; ls; cat actionplan.log`,
      ],
      { cwd: folder, encoding: 'utf8', env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` } },
    );
    rmSync(folder, { recursive: true });
    expect(offered.split('\n')).toEqual([
      'Records\\ team',
      `\\$\\(touch\\ ${folder.replaceAll(/[^\w/.-]/g, '\\$&')}/run\\)`,
      'a\\;b',
      'actionplan',
      'actionplan.log',
      'script',
      'completion-words',
      '--',
      'report',
      '$(touch run)',
      '`touch run`',
      '',
    ]);
  });

  it.each(['bash', 'zsh', 'fish'])('the script for %s is sound', async (shell) => {
    const { stdout } = await run(['completion', shell], {});
    expect(stdout).not.toMatch(/\beval\b/);
    const checked = spawnSync(shell, ['-n'], { input: stdout });
    if (checked.error === undefined) expect(checked.status).toBe(0);
  });
});
