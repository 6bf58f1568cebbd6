import { AS_OF, type Case, type CaseClass, VALIDATE } from '../case.ts';
import { PLAN, planWith } from '../plans.ts';

const OWNERS = `owners:
  - id: team
    organisation: Service
    role: Records Team
    also: [Team]
`;

/** Names that look like the one of the owners file, and are another. */
const LOOKALIKES: readonly (readonly [id: string, name: string])[] = [
  ['cyrillic', 'T\u0435\u0430m'],
  ['greek', '\u03a4eam'],
  ['full-width', '\uff34\uff45\uff41\uff4d'],
  ['mathematical', '\u{1d413}\u{1d41e}\u{1d41a}\u{1d426}'],
  ['zero-width-within', 'Te\u200bam'],
  ['soft-hyphen-within', 'Te\u00adam'],
  ['turned-around', '\u202emaeT\u202c'],
  ['combining', 'Te\u0301am'],
  ['tag-characters', 'Team\u{e0041}'],
  ['variation-selector', 'Team\ufe0f'],
];
const lookalikes: Case[] = LOOKALIKES.map(([id, name]) => ({
  id: `owner-${id}`,
  files: { 'owners.yaml': OWNERS, 'plan.yaml': planWith({ owner: JSON.stringify(name) }) },
  argv: VALIDATE,
  exit: 1,
  says: [/^plan\.yaml:15:16: error: .* \[owner-known\]$/m],
  wrong: 'a name that only looks like an owner is taken for that owner, or shown as it',
}));

const sound: Case[] = (
  [
    ['owner-space-around', '"  Team  "'],
    ['owner-lower-case', 'team'],
  ] as const
).map(([id, owner]) => ({
  id,
  files: { 'owners.yaml': OWNERS, 'plan.yaml': planWith({ owner }) },
  argv: VALIDATE,
  exit: 0,
  says: ['0 errors'],
  wrong: 'an owner is not known by its own name',
}));

/** Texts that can be no id of a plan, and none of a recommendation. */
const NO_IDS: readonly (readonly [id: string, written: string])[] = [
  ['empty', '""'],
  ['space', '" "'],
  ['slash', 'a/b'],
  ['dots', '..'],
  ['path', '../../etc/passwd'],
  ['absolute', '/etc/passwd'],
  ['newline', '"a\\nb"'],
  ['nul', '"a\\0b"'],
  ['escape', '"\\e[2J"'],
  ['leading-hyphen', '"-rf"'],
  ['option', '"--output=x"'],
  ['command', '"$(touch sprung)"'],
  ['emoji', '\u{1f600}'],
  ['nfc', 'caf\u00e9'],
  ['nfd', 'cafe\u0301'],
  ['cyrillic', '\u0441\u0430\u0441'],
  ['full-width', '\uff11'],
  ['arabic-digit', '\u0661'],
  ['zero-width', '"a\\u200bb"'],
  ['right-to-left', '"\\u202eab"'],
  ['proto', '__proto__'],
  ['long', 'a'.repeat(10_000)],
  ['just-too-long', 'a'.repeat(201)],
  ['workflow-command', '"::error::x"'],
];
const planIds: Case[] = NO_IDS.map(([id, written]) => ({
  id: `plan-id-${id}`,
  files: { 'plan.yaml': planWith({ plan: written }) },
  argv: VALIDATE,
  exit: 1,
  says: [/^plan\.yaml:1:\d+: error: .* \[schema\]$/m],
  wrong: 'the id is taken, and becomes a path, an option or another id',
}));
const itemIds: Case[] = NO_IDS.map(([id, written]) => ({
  id: `item-id-${id}`,
  files: { 'plan.yaml': planWith({ id: written }) },
  argv: VALIDATE,
  exit: 1,
  says: [/^plan\.yaml:7:\d+: error: .* \[schema\]$/m],
  wrong: 'the id is taken, and becomes a path, an option or another id',
}));

/** Names that every object has. */
const INHERITED = [
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'prototype',
  '__proto__',
];
const inherited: Case[] = INHERITED.flatMap((name): Case[] => [
  {
    id: `name-${name}-as-text`,
    files: { 'plan.yaml': planWith({ owner: name, tags: `[${name}]`, title: name }) },
    argv: ['report', 'owners', '.', '--format', 'json', ...AS_OF, '--tag', name],
    exit: 0,
    says: [`"organisation":"${name}"`.replace(':', ': ')],
    never: ['function', 'native code'],
    wrong: 'a text is looked up among what every object has',
  },
  {
    id: `name-${name}-as-key`,
    files: { 'plan.yaml': `${PLAN}${name}: {x: y}\n` },
    argv: VALIDATE,
    exit: 1,
    says: [`unknown field \`${name}\``],
    wrong: 'a key changes what every object has, or is passed over',
  },
  {
    id: `name-${name}-as-reference`,
    files: {
      'plan.yaml': PLAN.replace('    actions:', `    see: [${name}, "${name}/1"]\n    actions:`),
    },
    argv: VALIDATE,
    exit: 1,
    says: ['[reference-exists]'],
    wrong: 'a reference is found among what every object has',
  },
]);

const twins: Case[] = [
  {
    id: 'ids-that-differ-by-case',
    files: { 'a.yaml': PLAN, 'b.yaml': planWith({ plan: 'sound' }) },
    argv: VALIDATE,
    exit: 1,
    says: [/\[id-unique\]/],
    wrong: 'two plans are one',
  },
  {
    id: 'ids-1.1-and-1.10',
    files: {
      'plan.yaml': `${PLAN}      - id: "1.10"\n        action: Publish a second guide.\n        achievable: A\n        realistic: R\n        owner: Team\n        target: 2023-07\n`,
    },
    argv: ['report', 'upcoming', '.', '--days', '999', '--format', 'csv', ...AS_OF],
    exit: 0,
    says: [/,1\.1,/, /,1\.10,/],
    wrong: 'an id is read as a number, and two actions are one',
  },
  {
    id: 'owners-nfc-and-nfd',
    files: {
      'plan.yaml': `${planWith({ owner: 'Caf\u00e9' })}      - id: "1.2"\n        action: Publish a second guide.\n        achievable: A\n        realistic: R\n        owner: Cafe\u0301\n        target: 2023-07\n`,
    },
    argv: VALIDATE,
    exit: 0,
    says: ['[owner-spelling]'],
    wrong: 'one owner counts as two, and nobody is told',
  },
  {
    id: 'owners-by-lookalike',
    files: {
      'plan.yaml': `${planWith({ owner: 'Records Team' })}      - id: "1.2"\n        action: Publish a second guide.\n        achievable: A\n        realistic: R\n        owner: Rec\u043erds Team\n        target: 2023-07\n`,
    },
    argv: VALIDATE,
    exit: 0,
    says: ['[owner-spelling]'],
    wrong: 'one owner counts as two, and nobody is told',
  },
  {
    id: 'owner-of-ten-thousand-characters',
    files: { 'plan.yaml': planWith({ owner: 'x'.repeat(10_000) }) },
    argv: ['report', 'owners', '.', ...AS_OF],
    exit: 0,
    says: ['1 action'],
    wrong: 'a long name breaks the table, or takes for ever',
  },
  {
    id: 'ten-thousand-owners',
    files: {
      'owners.yaml': `owners:\n${Array.from({ length: 10_000 }, (_, i) => `  - id: o${i}\n    organisation: O${i}\n`).join('')}`,
      'plan.yaml': planWith({ owner: 'o9998x' }),
    },
    argv: VALIDATE,
    exit: 1,
    says: [/^plan\.yaml:15:16: error: .* \[owner-known\]$/m],
    wrong: 'looking for the name that was meant takes for ever',
  },
];

export const names: CaseClass = {
  name: 'names',
  cases: [...lookalikes, ...sound, ...planIds, ...itemIds, ...inherited, ...twins],
};
