import { expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';

const plan = (owner: string) => `plan: records
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
        owner: ${owner}
        target: 2023-06
`;

const found = async (owner: string) =>
  (
    await run(['validate', '--rule', 'text-whole', '--format', 'compact'], {
      'plans/records.yaml': plan(owner),
    })
  ).stdout;

it.each([
  ['Team #2 of records', '12:21'],
  ['Zespół 👩‍⚕️ #2', '12:28'],
  ['Team (NPCC) #2', '12:28'],
  ['Team\n          of office #2', '13:21'],
])('a text that would be cut is found: %s', async (owner, place) => {
  expect(await found(owner)).toContain(
    `plans/records.yaml:${place}: warning: the text ends before`,
  );
});

it.each([
  'Team # of records',
  'Team#2',
  '"Team #2"',
  "'Team' #2",
  '"Team" #actual',
  '>-\n          Team #2',
  '>- #folded\n          Team',
  'Team   # actionplan-ignore owner-known: it is new',
  'Team ## two',
  'Team #',
])('what is whole or a comment is not: %s', async (owner) => {
  expect(await found(owner)).toBe('');
});

const wholePlan = (text: string, action = 'Publish a guide.', more = '') => `plan: records
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - text: ${text}
    id: "1"
    agreement: agreed
    actions:
      - id: "1.1"
        action: ${action}
        owner: Records team
        target: 2023-06
${more}`;

const foundIn = async (text: string) =>
  (
    await run(['validate', '--rule', 'text-whole', '--format', 'compact'], {
      'plans/records.yaml': text,
    })
  ).stdout;

it.each([
  ['text', wholePlan('Improve wing # 3 and wing # 4 before winter.'), '6:24', '# 3 and wing # 4'],
  ['words', wholePlan('Improve wing # three.'), '6:24', '# three.'],
  ['wide', wholePlan('Improve wing  # 3.'), '6:25', '# 3.'],
  ['lines', wholePlan('Improve\n      wing # 3.'), '7:12', '# 3.'],
  ['action', wholePlan('Improve.', 'Mend wing # 3.'), '11:27', '# 3.'],
  [
    'entry',
    wholePlan(
      'Improve.',
      'Mend it.',
      '        progress:\n          - date: 2022-05-01\n            text: Ref # 12\n',
    ),
    '16:23',
    '# 12',
  ],
  ['title', wholePlan('Improve.').replace('record keeping', 'wing # 3'), '2:27', '# 3'],
])('a sentence that goes on after `# ` is found: %s', async (_, text, place, lost) => {
  const stdout = await foundIn(text);
  expect(stdout).toContain(`plans/records.yaml:${place}: warning: the text ends before \`${lost}`);
  expect(stdout.split('\n')).toHaveLength(2);
});

it('a name that goes on with a number is found', async () => {
  expect(await found('Team # 2 of records')).toContain('plans/records.yaml:12:21: warning');
});

it.each([
  ['set off', wholePlan('Improve the wing.   # as printed')],
  ['quoted', wholePlan('"Improve wing # 3."')],
  ['quoted, with a comment', wholePlan('"Improve wing" # 3')],
  ['block', wholePlan('>- # 3\n      Improve wing # 3.')],
  ['waiver', wholePlan('Improve. # actionplan-ignore text-clean: as printed')],
  ['key', wholePlan('Improve.').replace('actions:', 'actions: # 3 in all')],
  ['id', wholePlan('Improve.').replace('"1.1"', '1.1 # 3 of them')],
  ['target', wholePlan('Improve.').replace('2023-06', '2023-06 # 3 months on')],
  ['enum', wholePlan('Improve.').replace('agreed', 'agreed # 3 of 4')],
  [
    'list',
    wholePlan('Improve.').replace('Records team', '[Records, # 3 of them\n          Estates]'),
  ],
  [
    'braces',
    wholePlan('Improve.').replace(
      '- text: Improve.',
      '- { text: Improve., # 3 ways\n      id: "9" }\n  - text: Mend.',
    ),
  ],
])('what is whole or a comment is not found in sentences: %s', async (_, text) => {
  expect(await foundIn(text)).toBe('');
});

it('`fmt` neither makes a finding nor hides one', async () => {
  const before = wholePlan('Improve wing # 3 and wing # 4.', "'Mend it.' # as printed")
    .replace('Records team', 'Records team     # since May')
    .replace(/record keeping/, `${'record keeping '.repeat(12)}# 3`);
  const host = await run(['fmt'], { 'plans/records.yaml': before });
  const after = host.edited['plans/records.yaml'] ?? '';
  expect(after).toContain('Mend it.  # as printed');
  expect(after).toContain('Records team  # since May');
  expect((await foundIn(after)).match(/the text ends before/g)).toHaveLength(2);
  expect((await foundIn(before)).match(/the text ends before/g)).toHaveLength(2);
});

it('is waived like any other finding', async () => {
  expect(
    await found(
      'Team #2\n        # actionplan-ignore text-whole: a note\n        review: 2023-05 #x',
    ),
  ).toMatch(/^plans\/records\.yaml:12:\d+: warning.*\n$/);
});
