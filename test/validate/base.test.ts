import { describe, expect, it } from 'vitest';
import { memoryTree } from '../../src/source/file-tree.ts';
import { load } from '../../src/source/load.ts';
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
        target: 2023-06
      - id: "1.2"
        action: Check a sample of records.
        owner: Audit team
        target: 2023-09
`;
const WITHOUT = PLAN.slice(0, PLAN.indexOf('      - id: "1.2"'));
const EDITED = PLAN.replace('2023-06', '2023-07');

function repository(files: Readonly<Record<string, string>> = { 'plans/a.yaml': PLAN }) {
  const made = temporaryRepository();
  for (const [path, text] of Object.entries(files)) made.write(path, text);
  made.commit('Base');
  made.git('checkout', '-q', '-b', 'work');
  return made;
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly plan: string | null;
  readonly item: string | null;
  readonly waived: boolean;
}

const CONCERNED = /^(change-|file-readable|schema|yaml-|target-form|waiver-)/;

async function check({ folder }: TestRepository, ...more: string[]) {
  const argv = ['validate', '--as-of', '2023-05-01', '--format', 'json', '--show-waived', ...more];
  const base = more.includes('--base') ? [] : ['--base', 'main'];
  const { exit, stdout, stderr } = await runIn(folder, [...argv, ...base]);
  const output = stdout === '' ? { findings: [], counts: {} } : JSON.parse(stdout);
  // What rules of the state find in these plans is the concern of other tests.
  const all: Finding[] = output.findings;
  const findings = all.filter(({ rule }) => CONCERNED.test(rule));
  return { exit, stderr, output, findings, rules: findings.map(({ rule }) => rule) };
}

describe('validate --base', () => {
  it('says what it compared', async () => {
    const made = repository();
    const { output, exit } = await check(made);
    const commit = made.git('rev-parse', 'main');
    expect(output.base).toEqual({ rev: 'main', commit, parted: [commit] });
    expect(output.revision).toBe(null);
    expect(exit).toBe(0);
  });

  it('compares with where the two parted: what main did since is not this change', async () => {
    const made = repository();
    made.write('plans/a.yaml', PLAN.replace('Audit team', 'Records team'));
    made.commit('Work');
    made.git('checkout', '-q', 'main');
    made.write(
      'plans/a.yaml',
      `${PLAN}      - id: "1.3"
        action: Publish what was found.
        owner: Audit team
        target: 2023-12
`,
    );
    made.commit('Main goes on');
    made.git('checkout', '-q', 'work');
    expect((await check(made)).rules).toEqual(['change-owner']);
  });

  it('checks the working tree, a commit, or standard input', async () => {
    const made = repository();
    made.write('plans/a.yaml', EDITED);
    made.commit('Edited');
    made.write('plans/a.yaml', PLAN);
    expect((await check(made)).rules).toEqual([]);
    expect((await check(made, '--head', 'work')).rules).toEqual(['change-first-target']);
    expect((await check(made, '--at', 'work')).rules).toEqual(['change-first-target']);
    const argv = ['validate', '--base', 'main', '--stdin-filename', 'plans/a.yaml'];
    const { stdout } = await runIn(made.folder, argv, { stdin: WITHOUT });
    expect(stdout).toContain('change-action-kept');
  });

  it('finds what is gone with its file, by its old line', async () => {
    const made = repository({ 'plans/a.yaml': PLAN, 'plans/b.yaml': PLAN.replace('records', 'b') });
    made.remove('plans/b.yaml');
    const { findings, exit } = await check(made);
    expect(findings).toMatchObject([
      { rule: 'change-recommendation-kept', file: 'plans/b.yaml', line: 1, plan: 'b', item: null },
    ]);
    expect(findings[0]?.message).toContain('line 1 of plans/b.yaml in main');
    expect(exit).toBe(1);
    // Also where the file is named, or nothing is left.
    expect((await check(made, 'plans/b.yaml')).rules).toEqual(['change-recommendation-kept']);
    made.remove('plans/a.yaml');
    expect((await check(made, 'plans')).rules).toEqual([
      'change-recommendation-kept',
      'change-recommendation-kept',
    ]);
  });

  it('follows a plan to another file in the project', async () => {
    const made = repository();
    made.remove('plans/a.yaml');
    made.write('plans/2023/renamed.yaml', EDITED);
    const { findings } = await check(made);
    expect(findings).toMatchObject([
      { rule: 'change-first-target', file: 'plans/2023/renamed.yaml', line: 13 },
    ]);
    expect((await check(made, 'plans/2023/renamed.yaml')).rules).toEqual(['change-first-target']);
  });

  it('names the action that has the words of one that is gone', async () => {
    const made = repository();
    made.write('plans/a.yaml', PLAN.replace('"1.2"', '"1.3"'));
    const { folder } = made;
    const { stdout } = await runIn(folder, [
      'validate',
      '--base',
      'main',
      '--rule',
      'change-action-kept',
    ]);
    expect(stdout).toMatch(/action 1\.2 is gone.*\n[^]*action 1\.3 has its words/);
  });

  it('does not read as YAML what is the same on both sides', () => {
    const before = memoryTree({ 'a.yaml': PLAN, 'b.yaml': PLAN.replace('records', 'b') });
    const after = memoryTree({ 'a.yaml': EDITED, 'b.yaml': PLAN.replace('records', 'b') });
    const { files, unchanged } = load(before, ['.'], { unlike: after });
    expect(files.map(({ file }) => file)).toEqual(['a.yaml']);
    expect([...unchanged]).toEqual(['/b.yaml']);
  });
});

describe('a check of a change that could not be made does not pass', () => {
  it('where the old file could not be read', async () => {
    const made = repository({
      'plans/a.yaml': PLAN.replace('title: T', 'title: T: a').replace(
        'title: Inspection',
        'title: "Inspection',
      ),
    });
    made.write('plans/a.yaml', WITHOUT);
    const { exit, findings } = await check(made);
    expect(findings).toMatchObject([{ rule: 'file-readable', file: 'plans/a.yaml' }]);
    expect(findings[0]?.message).toMatch(
      /could not be read as it was in main \(line \d+: .*not checked/,
    );
    expect(exit).toBe(2);
  });

  it('where a value of the old file could not be read', async () => {
    const made = repository({ 'plans/a.yaml': PLAN.replace('2023-06', 'June 2023') });
    made.write('plans/a.yaml', PLAN.replace('2023-06', '2024-06'));
    expect(await check(made)).toMatchObject({ exit: 2, rules: ['file-readable'] });
  });

  it('where the old file could not be read and is gone', async () => {
    const made = repository({ 'plans/a.yaml': PLAN, 'plans/b.yaml': 'plan: [b\n' });
    made.remove('plans/b.yaml');
    expect(await check(made)).toMatchObject({ exit: 2, rules: ['file-readable'] });
  });

  it('where the old settings could not be read', async () => {
    const made = repository({ 'plans/a.yaml': PLAN, 'plans/actionplan.yaml': 'rules: [\n' });
    made.remove('plans/actionplan.yaml');
    const { exit, rules } = await check(made);
    expect(rules).toContain('file-readable');
    expect(exit).toBe(2);
  });

  it('but an old file that could not be read, and is as it was, is only its own fault', async () => {
    const faulty = PLAN.replace('2023-06', 'June 2023');
    const made = repository({
      'plans/a.yaml': faulty,
      'plans/b.yaml': PLAN.replace('records', 'b'),
    });
    made.write('plans/b.yaml', EDITED.replace('records', 'b'));
    const { exit, rules } = await check(made);
    expect(rules).toContain('target-form');
    expect(rules).not.toContain('file-readable');
    expect(exit).toBe(1);
  });

  it('but an old file that was no plan hides nothing', async () => {
    const made = repository({
      'plans/a.yaml': PLAN,
      'plans/other.yaml': 'services: {}\n',
      'plans/owners.yaml': 'owners:\n  - idd: x\n',
      'plans/late.yaml': 'title: T\nplan: late\n',
    });
    for (const name of ['other', 'owners']) made.remove(`plans/${name}.yaml`);
    expect((await check(made, '--rule', 'change-action-kept')).rules).not.toContain(
      'file-readable',
    );
    made.remove('plans/late.yaml');
    expect(await check(made)).toMatchObject({ exit: 2, rules: ['file-readable'] });
  });

  it('where the new file cannot be read, it is not called gone', async () => {
    const made = repository();
    made.write('plans/a.yaml', `${PLAN}  - [\n`);
    const { exit, rules } = await check(made);
    expect(rules).toEqual(['yaml-syntax']);
    expect(exit).toBe(1);
  });

  it('where a path is on neither side', async () => {
    const made = repository();
    expect(await check(made, 'plans/nowhere.yaml')).toMatchObject({ exit: 2 });
    expect((await check(made, 'plans/nowhere.yaml')).stderr).toMatch(/neither now nor in the base/);
  });

  it('where there is nothing to compare', async () => {
    const { folder } = repository();
    for (const [argv, words] of [
      [['validate', '--head', 'main'], /--head is given without --base/],
      [['validate', '--rule', 'change-owner'], /checks a change.*\n.*--base main/],
      [
        ['validate', '--base', 'main', '--at', 'main', '--head', 'main'],
        /cannot be given together/,
      ],
      [['validate', '--at', 'main', '--stdin-filename', 'plans/a.yaml'], /standard input/],
    ] as const) {
      const { exit, stderr } = await runIn(folder, argv);
      expect(stderr).toMatch(words);
      expect(exit).toBe(2);
    }
  });
});

describe('a change cannot weaken what judges it', () => {
  it('its rules are those from before, where they are stricter', async () => {
    const made = repository();
    made.write('plans/a.yaml', EDITED);
    made.write(
      'plans/actionplan.yaml',
      'rules:\n  change-first-target: "off"\n  change-settings: "off"\n',
    );
    const { exit, findings } = await check(made);
    expect(findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      [
        'change-first-target',
        'error',
        'the first target of action 1.1 was edited from 2023-06 to 2023-07',
      ],
      ['change-settings', 'warning', 'rule change-first-target is lowered from error to off'],
      ['change-settings', 'warning', 'rule change-settings is lowered from warning to off'],
    ]);
    expect(exit).toBe(1);
  });

  it('but may make them stricter at once', async () => {
    const made = repository();
    made.write('plans/a.yaml', PLAN.replace('Audit team', 'Records team'));
    made.write('plans/actionplan.yaml', 'rules:\n  change-owner: error\n');
    expect((await check(made)).findings).toMatchObject([
      { rule: 'change-owner', severity: 'error' },
    ]);
  });

  const settings: [string, string, string, string[]][] = [
    [
      'an ignore',
      'ignore: [drafts]',
      'ignore: [drafts, a.yaml]',
      ['files that match "a.yaml" are no longer read'],
    ],
    [
      'an ignore as a text',
      'rules: {}',
      'ignore: b.yaml',
      ['files that match "b.yaml" are no longer read'],
    ],
    [
      'an exception from ignoring taken out',
      'ignore: ["b*", "!b1.yaml"]',
      'ignore: ["b*"]',
      ['files that match "b1.yaml" are no longer kept from being ignored'],
    ],
    [
      'an exception that comes first now',
      'ignore: ["b*", "!b1.yaml"]',
      'ignore: ["!b1.yaml", "b*"]',
      ['the patterns stand in another order, and the last one wins'],
    ],
    [
      'an override',
      'rules: {}',
      'overrides:\n  - files: b.yaml\n    rules: { owner-required: info }',
      ['rule owner-required is lowered from error to info in b.yaml'],
    ],
    [
      'a rule more in an override',
      'overrides:\n  - files: b.yaml\n    rules: { owner-required: info }',
      'overrides:\n  - files: b.yaml\n    rules: { owner-required: info, reason-required: "off" }',
      ['rule reason-required is lowered from error to off in b.yaml'],
    ],
    [
      'an override that made a rule stricter',
      'overrides:\n  - files: b.yaml\n    rules: { superseded-by: error }',
      'rules: {}',
      ['rule superseded-by is no longer raised to error in b.yaml'],
    ],
    [
      'overrides in another order',
      'overrides:\n  - files: b.yaml\n    rules: { superseded-by: error }\n  - files: "*"\n    rules: { superseded-by: info }',
      'overrides:\n  - files: "*"\n    rules: { superseded-by: info }\n  - files: b.yaml\n    rules: { superseded-by: error }',
      ['the overrides stand in another order, and the last one wins'],
    ],
    [
      'another financial year',
      'rules: {}',
      'financial-year: 09-01',
      [
        'the financial year begins on 09-01 instead of 04-01, which moves the last day of every target in financial years',
      ],
    ],
    [
      'a rule no longer raised',
      'rules: { superseded-by: error }',
      'rules: {}',
      ['rule superseded-by is lowered from error to warning'],
    ],
    ['nothing', 'rules: { superseded-by: error }', '# why\nrules:\n  superseded-by: "error"', []],
    [
      'something stricter',
      'rules: { superseded-by: info }',
      'rules: { superseded-by: error }\nignore: ["!a.yaml"]',
      [],
    ],
  ];
  it.each(settings)('%s is shown', async (_, before, after, messages) => {
    const files = { 'plans/c.yaml': PLAN, 'plans/actionplan.yaml': `${before}\n` };
    const made = repository(files);
    made.write('plans/actionplan.yaml', `${after}\n`);
    const { findings } = await check(made, '--rule', 'change-settings');
    expect(findings.map(({ message }) => message)).toEqual(messages);
    for (const { file, rule } of findings) {
      expect([file, rule]).toEqual(['plans/actionplan.yaml', 'change-settings']);
    }
  });

  it('settings that are taken away, or that others take the place of', async () => {
    const made = repository({
      'plans/a.yaml': PLAN,
      'actionplan.yaml': 'rules: { superseded-by: error }\n',
    });
    made.write('plans/actionplan.yaml', 'rules: {}\n');
    expect((await check(made)).findings.map(({ message }) => message)).toEqual([
      'the settings were those of actionplan.yaml: another file takes their place',
      'rule superseded-by is lowered from error to warning',
    ]);
    made.remove('plans/actionplan.yaml');
    made.remove('actionplan.yaml');
    expect((await check(made)).findings.map(({ message, file }) => [message, file])).toEqual([
      ['the settings were those of actionplan.yaml: there are none now', 'actionplan.yaml'],
      ['rule superseded-by is lowered from error to warning', 'actionplan.yaml'],
    ]);
  });

  it('a waiver for a whole file is shown, and cannot waive that', async () => {
    const made = repository();
    made.write(
      'plans/a.yaml',
      `# actionplan-ignore-file change-first-target change-settings: tidy\n${EDITED}`,
    );
    const { findings } = await check(made);
    expect(findings.map(({ rule, waived, line }) => [rule, waived, line])).toEqual([
      ['change-settings', false, 1],
      ['change-settings', false, 1],
      ['waiver-used', false, 1],
      ['change-first-target', true, 14],
    ]);
  });

  it('a waiver at its place, with a reason, does', async () => {
    const made = repository();
    made.write(
      'plans/a.yaml',
      EDITED.replace(
        '        target: 2023-07',
        '        # actionplan-ignore change-first-target: was a misprint\n        target: 2023-07',
      ),
    );
    const { exit, findings } = await check(made);
    // A reviewer sees that it is new, and what it waives.
    expect(findings).toMatchObject([
      {
        rule: 'change-settings',
        severity: 'warning',
        waived: false,
        line: 13,
        message: 'rule change-first-target is waived at 1.1 (target)',
      },
      { rule: 'change-first-target', waived: true },
    ]);
    expect(exit).toBe(0);
    // And is not called idle where no change is checked.
    const { stdout } = await runIn(made.folder, ['validate', '--as-of', '2023-05-01']);
    expect(stdout).not.toMatch(/waiver-used|change-/);
  });

  it('a waiver above a whole list is shown, and cannot waive that', async () => {
    const made = repository();
    made.write(
      'plans/a.yaml',
      EDITED.replace(
        'recommendations:',
        '# actionplan-ignore change-first-target, change-settings: typing error\nrecommendations:',
      ),
    );
    const { findings } = await check(made);
    expect(findings.map(({ rule, waived, message }) => [rule, waived, message])).toMatchObject([
      ['change-settings', false, 'rule change-first-target is waived at `recommendations`'],
      ['change-settings', false, 'rule change-settings is waived at `recommendations`'],
      ['waiver-used', false, '`change-settings` cannot be waived'],
      ['change-first-target', true, expect.any(String)],
    ]);
  });

  it('a waiver that was there is not shown, whether or not its file changed', async () => {
    const waived = `# actionplan-ignore-file change-owner: in the log of another system\n${PLAN.replace(
      '      - id: "1.2"',
      '      # actionplan-ignore change-first-target: kept elsewhere\n      - id: "1.2"',
    )}`;
    const made = repository({
      'plans/a.yaml': waived,
      'plans/b.yaml': waived.replace('records', 'b'),
    });
    made.write(
      'plans/a.yaml',
      waived
        .replace('target: 2023-09', 'target: 2023-10')
        .replace(
          '  - id: "1"\n',
          '  - id: "0"\n    text: New.\n    agreement: agreed\n  - id: "1"\n',
        ),
    );
    const { findings } = await check(made);
    // That it was idle before is said, too.
    expect(findings.filter(({ rule }) => rule !== 'waiver-used')).toMatchObject([
      { rule: 'change-first-target', item: '1.2', waived: true },
    ]);
  });

  it('a file that is ignored all of a sudden is gone from the plans', async () => {
    const made = repository({ 'plans/a.yaml': PLAN, 'plans/b.yaml': PLAN.replace('records', 'b') });
    made.write('plans/actionplan.yaml', 'ignore: b.yaml\n');
    expect((await check(made)).rules.sort()).toEqual([
      'change-recommendation-kept',
      'change-settings',
    ]);
  });
});

describe('histories that are not straight', () => {
  it('a merge of main brings in nothing that counts', async () => {
    const made = repository();
    made.write('plans/b.yaml', PLAN.replace('records', 'b'));
    made.commit('Work');
    made.git('checkout', '-q', 'main');
    made.write('plans/a.yaml', EDITED);
    made.commit('Main edits a target');
    made.git('checkout', '-q', 'work');
    made.git('merge', '-q', '--no-edit', 'main');
    expect((await check(made)).rules).toEqual([]);
  });

  it('what is undone is no change', async () => {
    const made = repository();
    made.write('plans/a.yaml', WITHOUT);
    made.commit('Gone');
    made.git('revert', '--no-edit', 'HEAD');
    expect((await check(made)).rules).toEqual([]);
  });

  it('criss-cross merges: what both sides have is no change, what one has is', async () => {
    const made = repository({ 'plans/a.yaml': PLAN, 'plans/b.yaml': PLAN.replace('records', 'b') });
    made.write('plans/a.yaml', PLAN.replace('2023-09', '2023-10'));
    const work = made.commit('Work edits a');
    made.git('checkout', '-q', 'main');
    made.write('plans/b.yaml', EDITED.replace('records', 'b'));
    const main = made.commit('Main edits b');
    made.git('merge', '-q', '--no-edit', work);
    made.git('checkout', '-q', 'work');
    made.git('merge', '-q', '--no-edit', main);
    expect(made.git('merge-base', '--all', 'main', 'work').split('\n')).toHaveLength(2);
    expect((await check(made)).rules).toEqual([]);

    made.write('plans/a.yaml', PLAN.replace('2023-09', '2023-10').replace('Keep', 'Hold'));
    const { output, rules } = await check(made);
    expect(rules).toEqual(['change-recommendation-words']);
    expect(output.base.parted).toHaveLength(2);
  });

  it('criss-cross merges: to take back what came from the other side is a change', async () => {
    const made = repository({ 'plans/a.yaml': PLAN, 'plans/b.yaml': PLAN.replace('records', 'b') });
    made.write('plans/a.yaml', PLAN.replace('Audit team', 'Records team'));
    const work = made.commit('Work');
    made.git('checkout', '-q', 'main');
    made.write(
      'plans/b.yaml',
      `${PLAN.replace('records', 'b')}      - id: "1.3"
        action: Publish what was found.
        owner: Audit team
        target: 2023-12
`,
    );
    const main = made.commit('Main adds an action');
    made.git('merge', '-q', '--no-edit', work);
    made.git('checkout', '-q', 'work');
    made.git('merge', '-q', '--no-edit', '-s', 'ours', main);
    expect((await check(made)).rules).toEqual(['change-action-kept']);
  });
});

describe('one fault, one finding', () => {
  it('an entry that cannot be read is not called removed', async () => {
    const log = (date: string) => `${PLAN}        progress:
          - date: ${date}
            text: Begun.
`;
    const made = repository({ 'plans/a.yaml': log('2023-01-10') });
    made.write('plans/a.yaml', log('10 January 2023'));
    expect((await check(made)).rules).toEqual(['schema']);
    made.write('plans/a.yaml', log('2023-01-10').replace('progress:', 'progres:'));
    expect((await check(made)).rules).toEqual(['schema']);
  });

  it('says that a change was not judged where something new cannot be read', async () => {
    const made = repository();
    made.write('plans/a.yaml', `${PLAN}  - [\n`);
    expect((await check(made)).stderr).toMatch(
      /what changed since main \([0-9a-f]{7}\) was not judged/,
    );
    made.write('plans/a.yaml', EDITED);
    expect((await check(made)).stderr).toMatch(
      /^1 change of commitments since main \([0-9a-f]{7}\) judged/,
    );
  });

  it('an owner who is named when they leave, or take over, is no finding', async () => {
    const made = repository({
      'plans/a.yaml': PLAN.replace('Audit team', '[Audit team, Records team]'),
    });
    const entry = (text: string) => `        progress:
          - date: 2023-04-01
            text: ${text}
`;
    made.write('plans/a.yaml', PLAN + entry('Begun.'));
    expect((await check(made)).rules).toEqual(['change-owner']);
    made.write('plans/a.yaml', PLAN + entry('The records team has left it to others.'));
    expect((await check(made)).rules).toEqual([]);
  });
});
