import { describe, expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';
import { validateFiles } from '../support/validate-files.ts';

interface Parts {
  readonly owner?: string;
  readonly see?: string;
  readonly depends?: string;
  readonly standards?: string;
  readonly more?: string;
}

const plan = (id: string, { owner = 'records', see, depends, standards, more = '' }: Parts = {}) =>
  `plan: ${id}
title: Inspection of record keeping
kind: strategy
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
${see === undefined ? '' : `    see: ["${see}"]\n`}${standards === undefined ? '' : `    standards: ["${standards}"]\n`}    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: ${owner}
        target: 2023-06-30
${depends === undefined ? '' : `        depends-on: ["${depends}"]\n`}${more}`;

const OWNERS = `owners:
  - id: records
    organisation: Archive
    role: Records team
  - id: gone
    organisation: Archive
    role: Former team
    until: 2023-01-31
`;
const STANDARDS = `standards: set
title: A set
domains:
  - title: One
    questions:
      - title: First
        expectations:
          - id: L1
            text: Records are kept.
`;
const BROKEN = 'plan: broken\ntitle: "not closed\n';

/** What rules across files find, as `rule file`. */
function across(files: Readonly<Record<string, string>>): string[] {
  const looked = /^(id-unique|owner-|reference-|target-order|waiver-)/;
  return validateFiles(files)
    .filter(({ rule }) => looked.test(rule))
    .map(({ rule, file, message }) => `${rule} ${file} ${message}`)
    .map((text) => text.replace(/ (the|there|action|these|nothing) .*/, ''));
}

describe('what is certain is found beside a plan that cannot be read', () => {
  const files = {
    'owners.yaml': OWNERS,
    'standards.yaml': STANDARDS,
    'a.yaml': plan('a', { owner: 'stranger', see: '7', standards: 'set/L2' }),
    'b.yaml': plan('a', { owner: 'gone' }),
    'c.yaml': plan('c', { depends: '1.2', more: late('1.2') }),
  };
  function late(id: string): string {
    return `      - id: "${id}"\n        action: Check a sample.\n        owner: records\n        target: 2023-09-30\n        depends-on: ['1.1']\n`;
  }
  const WHOLE = [
    'reference-exists a.yaml',
    'reference-exists a.yaml',
    'owner-known a.yaml',
    'id-unique b.yaml',
    'owner-in-post b.yaml',
    'reference-cycle c.yaml',
    'target-order c.yaml',
  ];

  it('all of it, where everything can be read', () => {
    expect(across(files)).toEqual(WHOLE);
  });

  it.each([
    ['no YAML', BROKEN],
    ['an id is missing', plan('d').replace('  - id: "1"\n    text', '  - text')],
    ['no recommendations', 'plan: d\ntitle: T\nkind: strategy\nsubmitted: 2022\n'],
    ['a conflict', plan('d').replace('kind', '<<<<<<< ours\nkind')],
    ['two documents', `${plan('d')}---\n${plan('e')}`],
  ])('and all the same beside a plan of which that is not so: %s', (_, text) => {
    expect(across({ ...files, 'd.yaml': text })).toEqual(WHOLE);
  });

  it('but not what may be in that plan', () => {
    const more = { ...files, 'a.yaml': plan('a', { see: 'broken/1' }) };
    expect(across(more)).toContain('reference-exists a.yaml');
    expect(across({ ...more, 'd.yaml': BROKEN })).not.toContain('reference-exists a.yaml');
    const own = plan('e', { see: '2', more: '  - text: Without an id.\n' });
    expect(across({ 'e.yaml': own })).toEqual([]);
  });

  it('nor what may be in owners or standards that cannot be read', () => {
    const silent = (names: readonly string[]) =>
      WHOLE.filter((one) => !names.includes(one.split(' ')[0] ?? ''));
    const owners = OWNERS.replace('  - id: gone\n   ', '  -');
    expect(across({ ...files, 'owners.yaml': owners })).toEqual(
      silent(['owner-known', 'owner-in-post']),
    );
    expect(across({ ...files, 'more.yaml': 'owners: [\n' })).toEqual(
      silent(['owner-known', 'owner-in-post']),
    );
    expect(across({ ...files, 'more.yaml': 'standards: [\n' })).toEqual(
      WHOLE.filter((_, index) => index > 0),
    );
    // Of what could be anything, everything may be in it.
    expect(across({ ...files, 'more.yaml': 'plna: x\n' })).toEqual(
      silent(['owner-known', 'owner-in-post']).filter((_, index) => index > 0),
    );
    expect(across({ ...files, 'more.yaml': '# nothing yet\n' })).toEqual(WHOLE);
  });

  it('the usual spelling of an owner is not told without all plans', () => {
    const spelt = {
      'a.yaml': plan('a', { owner: '"HMPPS: Head of Records"' }),
      'b.yaml': plan('b', { owner: '"Head of Records, HMPPS"' }),
    };
    expect(across(spelt)).toHaveLength(1);
    expect(across({ ...spelt, 'd.yaml': BROKEN })).toEqual([]);
  });

  it('a waiver is not called idle where its rule may have more to say', () => {
    const waived = plan('a', { see: 'broken/1' }).replace(
      '    see:',
      '    # actionplan-ignore reference-exists: it is to come\n    see:',
    );
    const stands = waived.replace('broken/1', 'a/1');
    expect(across({ 'a.yaml': stands })).toEqual(['waiver-used a.yaml']);
    expect(across({ 'a.yaml': stands, 'd.yaml': BROKEN })).toEqual([]);
    expect(across({ 'a.yaml': waived, 'd.yaml': BROKEN })).toEqual([]);
  });
});

describe('what was not checked is said', () => {
  const files = { 'plans/a.yaml': plan('a'), 'plans/owners.yaml': OWNERS };
  const said = async (more: Readonly<Record<string, string>>, ...argv: string[]) =>
    (await run(['validate', ...argv], { ...files, ...more })).stderr;

  it('where something could not be read, asked for or not', async () => {
    const parts = 'target-order, id-unique, reference-exists and reference-cycle';
    const note = `because plans/d.yaml cannot be read whole, ${parts} were checked only in part\n`;
    expect(await said({ 'plans/d.yaml': BROKEN })).toContain(note);
    const alone = await said({ 'plans/d.yaml': BROKEN }, 'plans/a.yaml');
    expect(alone).toContain('plans/d.yaml, which was not asked about, has faults of its own\n');
    expect(alone).toContain(note);
    expect(await said({ 'plans/d.yaml': 'owners: [\n' })).toContain(
      'because plans/d.yaml cannot be read whole, owner-known, owner-spelling and owner-in-post were not checked, and id-unique only in part\n',
    );
    expect(await said({ 'plans/d.yaml': BROKEN, 'plans/e.yaml': BROKEN })).toContain(
      'because plans/d.yaml and 1 other file cannot be read whole, ',
    );
    expect(await said({ 'plans/d.yaml': 'owners: [\n' }, '--rule', 'owner-known')).toContain(
      'whole, owner-known was not checked\n',
    );
  });

  it('and nothing where all that counts was', async () => {
    expect(await said({})).not.toContain('because');
    expect(await said({ 'plans/d.yaml': BROKEN }, '--rule', 'owner-known')).not.toContain(
      'because',
    );
    const badTarget = plan('d').replace('2023-06-30', 'soon');
    const alone = await said({ 'plans/d.yaml': badTarget }, 'plans/a.yaml');
    expect(alone).toContain('has faults of its own\n');
    expect(alone).not.toContain('because');
    expect((await run(['validate', 'd.yaml'], { 'd.yaml': BROKEN })).stderr).not.toContain(
      'because',
    );
  });

  it('in JSON as well', async () => {
    const argv = ['validate', '--format', 'json'];
    const { stdout } = await run(argv, { ...files, 'plans/d.yaml': 'owners: [\n' });
    expect(JSON.parse(stdout).notes).toEqual([
      {
        file: 'plans/d.yaml',
        message: expect.stringMatching(/^because plans\/d\.yaml cannot be read whole, owner-known/),
        help: 'mend what cannot be read first',
      },
    ]);
  });
});

describe('one file that is asked about, beside others that cannot be read', () => {
  const files = {
    'plans/a.yaml': plan('a'),
    'plans/owners.yaml': 'owners: [\n',
    'plans/b.yaml': new Uint8Array([0x61, 0xff, 0xfe]),
  };

  it('is judged by itself by a rule that looks at nothing else', async () => {
    const argv = ['validate', 'plans/a.yaml', '--rule', 'yaml-syntax', '--format', 'compact'];
    const { exit, stdout, stderr } = await run(argv, files);
    expect([exit, stdout]).toEqual([0, '']);
    expect(stderr).toBe(
      'plans/b.yaml, which was not asked about, has faults of its own\nplans/owners.yaml, which was not asked about, has faults of its own\n1 file (1 plan) checked: 0 errors, 0 warnings\n',
    );
  });

  it('and where owners are looked up, the count says that the faults are elsewhere', async () => {
    const argv = ['validate', 'plans/a.yaml', '--rule', 'owner-known', '--format', 'compact'];
    const { exit, stdout, stderr } = await run(argv, files);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^plans\/b\.yaml:.*\nplans\/owners\.yaml:.*\n$/);
    expect(stderr).toContain(
      '1 file (1 plan) checked: 2 errors, 0 warnings, 2 of these in files not asked about, in which owners and references are looked up\n',
    );
  });
});
