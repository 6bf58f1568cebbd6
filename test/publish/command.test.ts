import { describe, expect, it } from 'vitest';
import { run, runIn } from '../support/memory-host.ts';
import { temporaryRepository } from '../support/repository.ts';
import { textOf } from '../support/tables.ts';

const plan = (id: string): string => `plan: ${id}
title: Record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide.
        owner: team
        target: 2023-06
`;
const owners = 'owners:\n  - id: team\n    organisation: Office\n    role: Head of Records\n';

describe('publish', () => {
  it('finds a plan by its id, and names owners by their file', async () => {
    const files = {
      'plans/x.yaml': plan('x'),
      'plans/y.yaml': plan('y'),
      'plans/owners.yaml': owners,
    };
    const result = await run(['publish', 'x'], files);
    expect(result.exit).toBe(0);
    expect(textOf(result.stdout)).toContain('Office: Head of Records');
    expect(result.stderr).toBe(
      '1 recommendation, 1 action, 0 progress entries, as of 2023-05-01\n',
    );
  });

  it('takes a file with the owners beside it', async () => {
    const files = { 'plans/x.yaml': plan('x'), 'plans/owners.yaml': owners };
    const result = await run(['publish', 'plans/x.yaml', '--format', 'markdown'], files);
    expect(result.stdout).toContain('Office: Head of Records');
  });

  it.each([
    ['an unknown id', ['publish', 'xx'], 'error: there is no plan "xx"\nhelp: did you mean "x"?\n'],
    ['an unknown file', ['publish', 'plans/z.yaml'], 'error: there is no file plans/z.yaml\n'],
    [
      'a file that is no plan',
      ['publish', 'plans/owners.yaml'],
      'error: plans/owners.yaml is no plan\n',
    ],
    [
      'a day before the plan',
      ['publish', 'x', '--as-of', '2022-03-03'],
      'error: plan x was submitted on 2022-03-04, after 2022-03-03\n',
    ],
    [
      'a plan to write over',
      ['publish', 'x', '--output', 'html:plans/x.yaml'],
      'error: plans/x.yaml is one of the files',
    ],
    [
      'a revision where there is none',
      ['publish', 'x', '--at', 'HEAD'],
      'error: there is no git repository here',
    ],
  ])('cannot do it for %s', async (_, argv, words) => {
    const files = { 'plans/x.yaml': plan('x'), 'plans/owners.yaml': owners };
    const result = await run(argv, files);
    expect(result).toMatchObject({ exit: 2, stdout: '', written: {} });
    expect(result.stderr.startsWith(words)).toBe(true);
  });

  it('needs its own files sound, not those of other plans', async () => {
    const files = {
      'plans/x.yaml': plan('x'),
      'plans/y.yaml': plan('y').replace('2023-06', '2023-13'),
      'plans/owners.yaml': owners,
    };
    expect((await run(['publish', 'x'], files)).exit).toBe(0);
    const faulty = await run(['publish', 'y'], files);
    expect(faulty.exit).toBe(2);
    expect(faulty.stderr).toMatch(
      /^error: plans\/y\.yaml cannot be read, so there is no document: line 13: /,
    );
    const noOwners = await run(['publish', 'x'], { ...files, 'plans/owners.yaml': 'owners: [' });
    expect(noOwners.exit).toBe(2);
    expect(noOwners.stderr).toContain('plans/owners.yaml cannot be read');
  });

  it('says that the plan has errors, and what shows them', async () => {
    const faulty = plan('x').replace(/^ *target: .*\n/m, '');
    expect(faulty).not.toBe(plan('x'));
    const { exit, stderr } = await run(['publish', 'x'], {
      'plans/x.yaml': faulty,
      'plans/y.yaml': plan('y'),
    });
    expect(exit).toBe(0);
    expect(stderr).toContain(
      'note: the plan has 1 error\nnext: actionplan validate plans/x.yaml\n',
    );
    const sound = await run(['publish', 'y'], {
      'plans/x.yaml': faulty,
      'plans/y.yaml': plan('y'),
    });
    expect(sound.stderr).not.toContain('note:');
    const waived = `# actionplan-ignore-file smart-time-bound: published without\n${faulty}`;
    const told = await run(['publish', 'x'], { 'plans/x.yaml': waived });
    expect(told.stderr).not.toContain('note:');
  });

  it('writes no DOCX to a terminal', async () => {
    const files = { 'x.yaml': plan('x') };
    const argv = ['publish', 'x.yaml', '--format', 'docx'];
    expect(await run(argv, files, { columns: 80 })).toMatchObject({ exit: 2, bytes: {} });
    const { exit, bytes } = await run(argv, files);
    expect({ exit, start: [...(bytes['-'] ?? [])].slice(0, 2) }).toEqual({
      exit: 0,
      start: [0x50, 0x4b],
    });
  });
});

describe('the revision a document is made from', () => {
  const revisionIn = (html: string) =>
    /name="actionplan-revision" content="([^"]*)"/.exec(html)?.[1];

  it('is that of the files, with a sign when they have changes, and of --at', async () => {
    const { folder, write, commit } = temporaryRepository();
    write('plans/x.yaml', plan('x'));
    const made = commit('Plan').slice(0, 12);
    const clean = await runIn(folder, ['publish', 'x']);
    expect(revisionIn(clean.stdout)).toBe(made);
    expect(textOf(clean.stdout)).toContain(`Made from revision ${made}.`);
    write('plans/x.yaml', plan('x').replace('a guide', 'two guides'));
    const dirty = await runIn(folder, ['publish', 'x']);
    expect(revisionIn(dirty.stdout)).toBe(`${made}+`);
    expect(textOf(dirty.stdout)).toContain('with changes that were not yet committed');
    const then = await runIn(folder, ['publish', 'x', '--at', 'HEAD']);
    expect(then.stdout).toBe(clean.stdout);
    write('plans/x.yaml', plan('x').replace(/^ *target: .*\n/m, ''));
    commit('No target');
    const faulty = await runIn(folder, ['publish', 'x', '--at', 'HEAD']);
    expect(faulty.stderr).toContain('next: actionplan validate plans/x.yaml --at HEAD\n');
    write('plans/new.yaml', plan('new'));
    expect(revisionIn((await runIn(folder, ['publish', 'new'])).stdout)).toBe('none');
  });

  it('has to have the folder that is asked for', async () => {
    const { folder, write, commit } = temporaryRepository();
    write('README', 'Plans are to come.');
    const first = commit('First').slice(0, 7);
    write('plans/x.yaml', plan('x'));
    commit('Plan');
    for (const argv of [
      ['report', 'overdue'],
      ['publish', 'x'],
      ['export', 'x'],
      ['calendar'],
      ['site', 'out'],
    ]) {
      const [command = '', ...rest] = argv;
      const { exit, stderr } = await runIn(folder, [command, ...rest, 'plans', '--at', 'HEAD~1']);
      expect([argv, exit, stderr]).toEqual([
        argv,
        2,
        `error: plans is not in HEAD~1 (${first})\nhelp: choose another revision, or the path that it had there: \`git log --follow -- plans\` shows its commits\n`,
      ]);
    }
  });

  it('does not make a committed document stale', async () => {
    const { folder, write, commit } = temporaryRepository();
    write('plans/x.yaml', plan('x'));
    commit('Plan');
    const argv = ['publish', 'x', '--output', 'x.html', '--check'];
    write('x.html', (await runIn(folder, ['publish', 'x'])).stdout);
    commit('Its document');
    expect((await runIn(folder, argv)).exit).toBe(0);
    expect((await runIn(folder, [...argv, '--at', 'HEAD'])).exit).toBe(1);
    expect((await runIn(folder, [...argv, '--at', 'HEAD~1'])).exit).toBe(0);
  });
});
