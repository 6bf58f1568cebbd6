import { describe, expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';

const PLAN =
  'plan: records\ntitle: R\nkind: inspection\nsubmitted: 2022-03-04\nrecommendations: []\n';

describe('a command line that is wrong', () => {
  it.each([
    ['nwew', 'there is no command "nwew"', 'did you mean "new"?'],
    ['overdue', 'there is no command "overdue"', 'did you mean "report overdue"?'],
    ['report overdu', 'there is no command "report overdu"', 'did you mean "report overdue"?'],
    ['report foo', 'there is no command "report foo"', 'it is one of overdue, completed, owners,'],
    ['help foo', 'there is no command "foo"', '`actionplan --help` lists the commands'],
    ['help valdate', 'there is no command "valdate"', 'did you mean "validate"?'],
    ['help overdue', 'there is no command "overdue"', 'did you mean "report overdue"?'],
    ['help report overdu', 'there is no command "report overdu"', 'did you mean "report overdue"?'],
    ['report help foo', 'there is no command "report foo"', 'it is one of overdue, completed,'],
    ['help validate x', 'there is no command "validate x"', '`actionplan validate --help` shows'],
    ['new paln', 'there is no command "new paln"', 'did you mean "new plan"?'],
    ['validate --strct', 'there is no option "--strct"', 'did you mean "--strict"?'],
    ['validate --foo', 'there is no option "--foo"', '`actionplan validate --help` shows'],
    ['validate --format jsn', '--format: "jsn" is none of pretty,', 'did you mean "json"?'],
    ['schema plna', '"plna" is none of plan,', 'did you mean "plan"?'],
    ['export', "missing required argument 'plan'", '`actionplan export --help` shows'],
    ['report upcoming --days x', '--days: "x": give a whole number', '`actionplan report upcoming'],
    [
      'report overdue --as-of 31-05-2023',
      'error: --as-of: "31-05-2023" is not a date',
      'help: write 2023-05-31',
    ],
    [
      'report overdue --as-of 2023-02-30',
      'error: --as-of: 2023-02-30 does not exist: that month ends on 2023-02-28',
      'help: if the last day of the month is meant',
    ],
    ['progress records/1.1 --status done', '"done" is none of', 'did you mean "complete"?'],
    ['explain owner', 'there is no rule "owner"', 'did you mean one of "owner-required", '],
    ['explain custody', 'there is no rule "custody"', '`actionplan rules` lists them'],
    ['new recommendation', 'PLAN must be given where there is no terminal', 'such as records'],
    ['new action', 'PLAN/ID must be given where there is no terminal', 'such as records/1'],
    [
      'new action records',
      '"records" is no PLAN/ID, and there is no terminal',
      'such as records/1',
    ],
    ['progress', 'PLAN/ACTION must be given where there is no terminal', '--round'],
  ])('"%s" is answered with the nearest word, or the way to it', async (line, message, help) => {
    const { exit, stdout, stderr } = await run(line.split(' '), { 'plan.yaml': PLAN });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    const [error, way, end] = stderr.split('\n');
    expect(error).toMatch(/^error: /);
    expect(error).toContain(message);
    expect(way).toMatch(/^help: /);
    expect(way).toContain(help);
    expect(end).toBe('');
  });

  const ACTIONS = PLAN.replace(
    ' []',
    ['1', '2']
      .map(
        (id) => `
  - id: "${id}"
    text: Keep.
    agreement: agreed
    actions:
      - id: "${id}.1"
        action: Publish a guide.
        owner: Head of Custody ${id}
        target: 2023-06`,
      )
      .join(''),
  );

  it.each([
    // A number is never a slip of another.
    ['progress records/1.99', 'no action "records/1.99"', 'the actions of recommendation 1: 1.1'],
    ['progress record/1.1', 'no plan "record"', 'did you mean "records"?'],
    ['progress records/9.1', 'no action "records/9.1"', undefined],
    ['new action records/9', 'no recommendation "9"', 'there are 1, 2'],
    [
      'report overdue --owner Custody',
      'no plan here has the owner "Custody"',
      'did you mean one of "Head of Custody 1", "Head of Custody 2"?',
    ],
    [
      'report overdue --owner 2',
      'no plan here has the owner "2"',
      '`actionplan report owners` lists the owners',
    ],
    ['report overdue --status done', 'has the status "done"', 'did you mean "complete"?'],
  ])('"%s" names nothing there is', async (line, message, help) => {
    const { exit, stderr } = await run(
      line.split(' '),
      { 'plan.yaml': ACTIONS },
      { answers: [''] },
    );
    expect(exit).toBe(2);
    const [error, way] = stderr.split('\n');
    expect(error).toContain(message);
    expect(way).toBe(help === undefined ? '' : `help: ${help}`);
  });

  it.each(["it's' is invalid. Allowed choices are a", 'a\nb', "' is invalid for argument 'kind'."])(
    'is shown as it is, whatever it holds: %j',
    async (value) => {
      const { stderr } = await run(['validate', '--format', value], { 'plan.yaml': PLAN });
      expect(stderr.split('\n')).toHaveLength(3);
      expect(stderr).toContain(`error: --format: "${value.replace('\n', ' ')}" is none of pretty`);
    },
  );

  it.each(['help report overdue', 'report help overdue', 'report overdue --help'])(
    '"%s" prints the help of that command',
    async (line) => {
      const { exit, stdout, stderr } = await run(line.split(' '), {});
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
      expect(stdout).toMatch(/^Usage: actionplan report overdue /);
    },
  );

  it('"help" is a name like any other where it is no command', async () => {
    const { exit, stderr } = await run(['fmt', 'help'], { 'plan.yaml': PLAN });
    expect(exit).toBe(2);
    expect(stderr).toContain('help: there is no such file');
  });
});
