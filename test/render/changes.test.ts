import { describe, expect, it } from 'vitest';
import { targetInWords } from '../../src/model/target-words.ts';
import { runIn } from '../support/memory-host.ts';
import { temporaryRepository } from '../support/repository.ts';

const PLAN = `plan: hmpps-mental-health
title: An inspection
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "3"
    text: Keep records.
    agreement: agreed
    actions:
      - id: "3.1"
        action: Publish a framework.
        owner: Team
        target: 2022-04
`;
const MOVED = `        progress:
          - date: 2023-03-27
            status: in-progress
            target: 2023-05-31
            text: publication expected in Spring 2023
`;

it('a change reads like a sentence', async () => {
  const { folder, write, commit } = temporaryRepository();
  write('plans/a.yaml', PLAN);
  commit('Start');
  write('plans/a.yaml', PLAN + MOVED);
  const { stdout, stderr } = await runIn(folder, ['diff']);
  expect(stdout.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
    'hmpps-mental-health 3.1: status changed from not started to in progress',
    'hmpps-mental-health 3.1: target moved from April 2022 to 31 May 2023 (+396 days): publication expected in Spring 2023',
    'hmpps-mental-health 3.1: progress on 27 March 2023: publication expected in Spring 2023',
    '',
  ]);
  expect(stderr).toBe(
    '3 changes from HEAD to the working tree: 1 progress-added, 1 status-changed, 1 target-moved\n',
  );
});

it.each([
  ['2022-06-30', '30 June 2022'],
  ['2022-06', 'June 2022'],
  ['2022-Q2', 'Q2 2022'],
  ['2022-spring', 'spring 2022'],
  ['2022', '2022'],
  ['FY2022', '2022/23'],
  ['FY1999', '1999/00'],
  ['FY2022-Q1', 'Q1 2022/23'],
  ['from 2024-04', 'from April 2024'],
  ['ongoing', 'ongoing'],
  ['when: the file is live', 'when the file is live'],
])('target %s in words: %s', (written, words) => {
  expect(targetInWords(written)).toBe(words);
});

describe('texts of strangers', () => {
  const hostile =
    '\u001b[31mred\u0007 \u202egnp.exe\u200b ::error::x <script>alert(1)</script> @everyone [a](javascript:x) ![b](http://x.example/y)';
  const quoted = JSON.stringify(hostile);

  /** A repository in which a stranger writes the plan, the commit and the name of the file. */
  function strange() {
    const repository = temporaryRepository();
    repository.write('plans/a.yaml', PLAN);
    repository.commit('Start');
    repository.write(
      '::error::\u001b[2J<b>.yaml',
      PLAN.replace('Publish a framework.', quoted).replace('owner: Team', `owner: ${quoted}`) +
        MOVED.replace('publication expected in Spring 2023', quoted),
    );
    repository.remove('plans/a.yaml');
    repository.git('config', 'user.name', hostile);
    repository.git('add', '-A');
    repository.git(
      'commit',
      '-q',
      '-m',
      `::stop-commands::x\n${hostile}`,
      `--author=${hostile.replace(/[<>]/g, '')} <a@b>`,
    );
    repository.git('branch', '"><img/src=x>');
    return repository;
  }

  it.each([
    ['diff', 'HEAD~1', 'HEAD', '.'],
    ['diff', 'HEAD~1', '"><img/src=x>'],
    ['history', 'hmpps-mental-health/3.1'],
    ['validate', '--base', 'HEAD~1', '.'],
  ])('%s %s %s neither act on a terminal nor speak for us', async (...argv) => {
    const { folder } = strange();
    const words = argv.filter((word) => word !== undefined);
    const formats =
      words[0] === 'validate' ? ['pretty', 'compact', 'json'] : ['pretty', 'markdown', 'json'];
    for (const format of formats) {
      const { exit, stdout, stderr } = await runIn(folder, [...words, '--format', format]);
      expect(exit).toBeLessThan(2);
      expect(stdout + stderr).not.toMatch(
        // oxlint-disable-next-line no-control-regex
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u200b]/,
      );
      expect(stdout + stderr).not.toMatch(/^\s*::/m);
      if (format === 'json' && words[0] !== 'validate')
        expect(stdout).toContain('::error::x <script>');
      if (format === 'markdown') {
        expect(stdout).not.toMatch(/<script|<img|<b>|[^\\]\[a\]|[^&#\d]@everyone/);
      }
    }
  });
});
