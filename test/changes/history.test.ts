import { describe, expect, it } from 'vitest';
import { runIn } from '../support/memory-host.ts';
import { type TestRepository, temporaryRepository } from '../support/repository.ts';

const PLAN = `plan: records
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2022-12
      - id: "1.2"
        action: Check a sample of records.
        owner: Audit team
        target: 2023-09
`;
const MOVED = PLAN.replace(
  '        target: 2022-12\n',
  `        target: 2022-12
        progress:
          - date: 2022-11-30
            status: in-progress
            target: 2023-06
            text: Moved because the new system comes first.
`,
);

interface Event {
  readonly source: string;
  readonly date: string;
  readonly commit: string | null;
  readonly subject: string | null;
  readonly author: string | null;
  readonly text: string | null;
  readonly fault: string | null;
  readonly changes: { type: string; file: string; line: number; from: string; to: string }[];
}

async function historyOf({ folder }: TestRepository, name: string, ...more: string[]) {
  const { exit, stdout, stderr } = await runIn(
    folder,
    ['history', name, '--format', 'json', ...more],
    { today: '2023-05-01' },
  );
  const events: Event[] = stdout === '' ? [] : JSON.parse(stdout).events;
  const commits = events
    .filter(({ source }) => source === 'commit')
    .map(({ subject, changes }) => [subject, ...changes.map(({ type }) => type)]);
  return { exit, stderr, events, commits, output: stdout === '' ? null : JSON.parse(stdout) };
}

/** A repository whose commits write one file each; undefined removes it. */
function story(...steps: [subject: string, day: string, path: string, text: string | undefined][]) {
  const made = temporaryRepository();
  for (const [subject, day, path, text] of steps) {
    if (text === undefined) made.remove(path);
    else made.write(path, text);
    made.commit(subject, day);
  }
  return made;
}

const START: [string, string, string, string] = ['Start', '2022-03-04', 'plans/a.yaml', PLAN];

describe('history', () => {
  it('joins the log and the commits, oldest first', async () => {
    const made = story(START, ['Round', '2022-12-02', 'plans/a.yaml', MOVED]);
    const { events } = await historyOf(made, 'records/1.1');
    expect(
      events.map(({ source, date, text, subject }) => [source, date, text ?? subject ?? null]),
    ).toEqual([
      ['log', '2022-03-04', null],
      ['commit', '2022-03-04', 'Start'],
      ['log', '2022-11-30', 'Moved because the new system comes first.'],
      ['commit', '2022-12-02', 'Round'],
    ]);
    expect(events[3]).toMatchObject({
      author: 'Plan keeper',
      commit: made.git('rev-parse', 'HEAD'),
    });
  });

  it('has only the commits that touched the action', async () => {
    const made = story(
      START,
      ['The other action', '2022-06-01', 'plans/a.yaml', PLAN.replace('2023-09', '2023-10')],
      ['Another plan', '2022-06-02', 'plans/b.yaml', PLAN.replace('records', 'b')],
      ['Round', '2022-12-02', 'plans/a.yaml', MOVED],
    );
    expect((await historyOf(made, 'records/1.1')).commits).toEqual([
      ['Start', 'action-added'],
      ['Round', 'status-changed', 'target-moved', 'progress-added'],
    ]);
    expect((await historyOf(made, 'records/1.2')).commits).toEqual([
      ['Start', 'action-added'],
      ['The other action', 'first-target-changed'],
      ['Round', 'first-target-changed'],
    ]);
  });

  it('goes on across other names and folders, with the lines of each commit', async () => {
    const made = story(START);
    made.git('mv', 'plans/a.yaml', 'plans/b.yaml');
    made.commit('Another name', '2022-04-01');
    made.remove('plans/b.yaml');
    made.write('answers/2022/records.yaml', MOVED);
    made.commit('Another folder, and a move', '2022-12-02');
    const { commits, events } = await historyOf(made, 'records/1.1', 'answers');
    expect(commits).toEqual([
      ['Start', 'action-added'],
      ['Another folder, and a move', 'status-changed', 'target-moved', 'progress-added'],
    ]);
    expect(events.at(-1)?.changes[1]).toMatchObject({
      file: 'answers/2022/records.yaml',
      line: 17,
      was: { file: 'plans/b.yaml', line: 13 },
    });
  });

  it('tells what a branch did once, and nothing of the merge', async () => {
    const made = story(START);
    made.git('checkout', '-q', '-b', 'round');
    made.write('plans/a.yaml', MOVED);
    made.commit('Round', '2022-12-02');
    made.git('checkout', '-q', 'main');
    made.write('plans/a.yaml', PLAN.replace('2023-09', '2023-10'));
    made.commit('The other action', '2022-12-01');
    made.git('merge', '-q', '--no-ff', '-m', 'Merge', 'round');
    expect((await historyOf(made, 'records/1.1')).commits).toEqual([
      ['Start', 'action-added'],
      ['Round', 'status-changed', 'target-moved', 'progress-added'],
    ]);
  });

  it('tells what a merge itself changed', async () => {
    const made = story(START);
    made.git('checkout', '-q', '-b', 'round');
    made.write('plans/b.yaml', PLAN.replace('records', 'b'));
    made.commit('Round', '2022-12-01');
    made.git('checkout', '-q', 'main');
    made.git('merge', '-q', '--no-ff', '--no-commit', 'round');
    made.write('plans/a.yaml', PLAN.replace('2022-12', '2023-01'));
    made.commit('Merge that edits a target', '2022-12-02');
    expect((await historyOf(made, 'records/1.1')).commits).toEqual([
      ['Start', 'action-added'],
      ['Merge that edits a target', 'first-target-changed'],
    ]);
  });

  it('tells what was done and undone', async () => {
    const made = story(START, [
      'Edit',
      '2022-06-01',
      'plans/a.yaml',
      PLAN.replace('2022-12', '2023-01'),
    ]);
    made.git('revert', '--no-edit', 'HEAD');
    expect((await historyOf(made, 'records/1.1')).commits).toEqual([
      ['Start', 'action-added'],
      ['Edit', 'first-target-changed'],
      ['Revert "Edit"', 'first-target-changed'],
    ]);
  });

  it('tells the life of an action that is gone, to its end', async () => {
    const without = PLAN.slice(0, PLAN.indexOf('      - id: "1.2"'));
    const made = story(START, ['Removed', '2022-06-01', 'plans/a.yaml', without]);
    const { commits, output } = await historyOf(made, 'records/1.2');
    expect(commits).toEqual([
      ['Start', 'action-added'],
      ['Removed', 'action-removed'],
    ]);
    expect(output.text).toBe(null);
    // Also where the whole plan is.
    const gone = story(START, ['All removed', '2022-06-01', 'plans/a.yaml', undefined]);
    gone.write('plans/b.yaml', PLAN.replace('records', 'b'));
    expect((await historyOf(gone, 'records/1.2')).commits).toEqual([
      ['Start', 'action-added'],
      ['All removed', 'action-removed'],
    ]);
  });

  it('tells what is not committed yet, last', async () => {
    const made = story(START);
    made.write('plans/a.yaml', MOVED);
    const { events } = await historyOf(made, 'records/1.1');
    expect(events.at(-1)).toMatchObject({ commit: null, date: '2023-05-01' });
    expect(events.at(-1)?.changes.map(({ type }) => type)).toContain('target-moved');
    expect((await historyOf(made, 'records/1.1', '--at', 'HEAD')).events).toHaveLength(2);
  });

  it('ends at the revision asked for', async () => {
    const made = story(START, ['Round', '2022-12-02', 'plans/a.yaml', MOVED]);
    expect((await historyOf(made, 'records/1.1', '--at', 'HEAD~1')).commits).toEqual([
      ['Start', 'action-added'],
    ]);
  });

  it('says where a commit could not be read, and goes on', async () => {
    const made = story(
      START,
      [
        'Broken',
        '2022-06-01',
        'plans/a.yaml',
        PLAN.replace('title: Inspection', 'title: "Inspection').replace('2022-12', '2023-01'),
      ],
      ['Mended', '2022-06-02', 'plans/a.yaml', PLAN.replace('2022-12', '2023-02')],
    );
    const { events } = await historyOf(made, 'records/1.1');
    expect(events.map(({ subject, fault }) => [subject, fault?.slice(0, 33)]).slice(1)).toEqual([
      ['Start', undefined],
      ['Broken', 'the file could not be read in ful'],
      ['Mended', undefined],
    ]);
    expect(events.at(-1)?.changes).toMatchObject([{ from: '2022-12', to: '2023-02' }]);
  });

  it('follows the plan that is asked for where another file has its id', async () => {
    const made = story(
      ['Example', '2022-01-01', 'examples/x.yaml', PLAN.replace('2022-12', '2021-12')],
      START,
      ['Example edited', '2022-06-01', 'examples/x.yaml', PLAN.replace('2022-12', '2020-12')],
      ['Round', '2022-12-02', 'plans/a.yaml', MOVED],
    );
    const { commits } = await historyOf(made, 'records/1.1', 'plans');
    expect(commits.map(([subject]) => subject)).toEqual(['Example', 'Start', 'Round']);
  });

  it('sees through lists in one line, which have no lines of their own', async () => {
    const flow = `${PLAN.slice(0, PLAN.indexOf('    actions:'))}    actions: [{id: "1.1", action: Publish., owner: Team, target: 2022-12}]\n`;
    const made = story(
      ['Start', '2022-03-04', 'plans/a.yaml', flow],
      ['Edit', '2022-06-01', 'plans/a.yaml', flow.replace('2022-12', '2023-01')],
    );
    expect((await historyOf(made, 'records/1.1')).commits).toEqual([
      ['Start', 'action-added'],
      ['Edit', 'first-target-changed'],
    ]);
  });

  it.each([
    ['records', /not the name of an action/, /hmpps-mental-health\/3\.1/],
    ['recods/1.1', /no plan "recods"/, /did you mean "records"/],
    ['records/1.9', /no action "records\/1\.9"/, /the actions of recommendation 1: 1\.1, 1\.2/],
    ['records/1', /1 is a recommendation/, /its actions: 1\.1, 1\.2/],
  ])('%s: says what there is', async (name, message, help) => {
    const { exit, stderr } = await historyOf(story(START), name);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(help);
    expect(exit).toBe(2);
  });
});
