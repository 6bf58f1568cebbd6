import { type Case, type CaseClass, type Content, VALIDATE } from '../case.ts';
import { PLAN, planWith } from '../plans.ts';

const FAULTY = planWith({ owner: '""' });

/** A settings file beside a plan; a fault in settings is never a run that found nothing. */
function settingsCase(
  id: string,
  settings: Content,
  says: readonly (string | RegExp)[],
  wrong: string,
  more: Partial<Case> = {},
): Case {
  return {
    id,
    files: { 'actionplan.yaml': settings, 'plan.yaml': PLAN },
    argv: VALIDATE,
    exit: 2,
    says,
    wrong,
    ...more,
  };
}
const told = (line: string, words: string) =>
  new RegExp(`^actionplan\\.yaml:${line}: error: .*${words}`, 'm');

const LOST = 'settings that cannot be read are left out in silence, or half of them hold';
const RAISED = 'the repository lowers what the person who runs the tool relies on';
const EXECUTED = 'something that settings name is loaded, opened or run';

const unreadable: Case[] = [
  settingsCase('no-yaml', 'rules: {\n', [told('\\d+:\\d+', '')], LOST),
  settingsCase('not-a-mapping', '- rules\n', [told('1:1', '')], LOST),
  settingsCase('a-text', 'off\n', [told('1:1', '')], LOST),
  settingsCase('utf-16', Buffer.from('\ufeffrules: {}', 'utf16le'), [told('1:1', 'UTF-16')], LOST),
  settingsCase('nul', 'rules: {}\0\n', [told('1:10', 'NUL')], LOST),
  settingsCase('an-anchor', 'rules: &r {}\noverrides: *r\n', [told('1:8', 'anchor')], LOST),
  settingsCase('too-large', () => '#'.repeat(1024 * 1024 + 1), [told('1:1', '1 MiB')], LOST),
  settingsCase('two-documents', 'rules: {}\n---\nignore: "*"\n', [told('2:1', 'second')], LOST),
  settingsCase('keys-twice', 'ignore: a\nignore: "*"\n', [told('2:1', 'ignore')], LOST),
  settingsCase('deep', `rules: ${'['.repeat(10_000)}`, [told('1:\\d+', '64 levels')], LOST),
  settingsCase('a-pipe', { pipe: true }, [/pipe|neither a file|actionplan\.yaml/], LOST, {
    exit: 2,
  }),
  settingsCase('a-folder', { folder: true }, [/actionplan\.yaml.*folder/], LOST),
  settingsCase('no-permission', { text: 'rules: {}\n', mode: 0 }, [/permission denied/], LOST, {
    asNobody: true,
  }),
  settingsCase('a-broken-link', { link: 'nowhere' }, [/actionplan\.yaml.*points at nothing/], LOST),
  settingsCase('a-link-to-itself', { link: 'actionplan.yaml' }, [/actionplan\.yaml/], LOST),
  settingsCase(
    'a-link-out',
    { link: '../outside/actionplan.yaml' },
    [/leads out|actionplan\.yaml/],
    LOST,
    {
      files: {
        'actionplan.yaml': { link: '../outside/actionplan.yaml' },
        'plan.yaml': PLAN,
        '.git': { folder: true },
      },
    },
  ),
];

const wrongValues: Case[] = [
  settingsCase('empty', '', [/checked|empty/], LOST),
  settingsCase('rules-as-list', 'rules: [a]\n', [told('1:\\d+', '')], LOST),
  settingsCase('level-no', 'rules:\n  owner-required: no\n', [told('2:\\d+', '')], LOST),
  settingsCase('level-false', 'rules:\n  owner-required: false\n', [told('2:\\d+', '')], LOST),
  settingsCase('level-upper-case', 'rules:\n  owner-required: OFF\n', [told('2:\\d+', '')], LOST),
  settingsCase(
    'rule-unknown',
    'rules:\n  owner-requird: off\n',
    [told('2:\\d+', 'owner-requird')],
    LOST,
  ),
  settingsCase(
    'rule-by-lookalike',
    'rules:\n  \u043ewner-required: off\n',
    [told('2:\\d+', '')],
    LOST,
  ),
  settingsCase('year-30-february', 'financial-year: 02-30\n', [told('1:\\d+', '')], LOST),
  settingsCase('year-13th-month', 'financial-year: 13-01\n', [told('1:\\d+', '')], LOST),
  settingsCase('year-with-dots', 'financial-year: 4.1\n', [told('1:\\d+', '')], LOST),
  settingsCase('ignore-is-a-mapping', 'ignore: {a: b}\n', [told('1:\\d+', '')], LOST),
  settingsCase('ignore-is-empty', 'ignore: ""\n', [told('1:\\d+', '')], LOST),
  settingsCase(
    'a-thousand-unknown-fields',
    Array.from({ length: 1_000 }, (_, i) => `k${i}: 1\n`).join(''),
    [told('1000:1', 'k999')],
    LOST,
  ),
];

const raised: Case[] = [
  ...['schema', 'yaml-syntax', 'file-readable', 'date-real', 'unknown-document'].map((rule) =>
    settingsCase(`off-${rule}`, `rules:\n  ${rule}: off\n`, [told('2:\\d+', rule)], RAISED),
  ),
  settingsCase('ignores-all', 'ignore: "**"\n', ['no plan found', 'settings ignore'], RAISED),
  settingsCase(
    'ignores-one',
    'ignore: faulty.yaml\n',
    ['faulty.yaml is left out: settings ignore it'],
    RAISED,
    {
      files: { 'actionplan.yaml': 'ignore: faulty.yaml\n', 'plan.yaml': PLAN, 'faulty.yaml': '[' },
      exit: 0,
    },
  ),
  settingsCase('ignores-itself', 'ignore: actionplan.yaml\n', ['checked'], RAISED, { exit: 0 }),
  settingsCase(
    'limit-of-bytes',
    'max-bytes: 99999999\n',
    [told('1:1', 'unknown field `max-bytes`')],
    RAISED,
  ),
  settingsCase(
    'off-by-override-for-all',
    'overrides:\n  - files: "**"\n    rules: {schema: off}\n',
    [told('3:\\d+', 'schema')],
    RAISED,
  ),
  settingsCase('in-a-folder-below', 'rules: {}\n', ['sub/actionplan.yaml is not used'], RAISED, {
    files: {
      'plan.yaml': FAULTY,
      'sub/actionplan.yaml': 'rules: {owner-required: "off"}\n',
      'sub/other.yaml': planWith({ plan: 'b' }),
    },
    exit: 1,
  }),
];

const executed: Case[] = [
  ...['extends', 'plugins', 'require', 'command', 'hooks', 'parser', 'env', '$ref'].map((key) =>
    settingsCase(
      `field-${key.replace('$', '')}`,
      `${key}: ./evil.js\n`,
      [told('1:1', 'unknown field')],
      EXECUTED,
      {
        files: {
          'actionplan.yaml': `${key}: ./evil.js\n`,
          'plan.yaml': PLAN,
          'evil.js': 'require("fs").writeFileSync("sprung", "")',
        },
      },
    ),
  ),
  ...(
    [
      ['logo-outside', '../outside/secret.yaml'],
      ['logo-absolute', '/etc/passwd'],
      ['logo-url', 'http://127.0.0.1:9/x.png'],
      ['logo-link', 'link.png'],
      ['logo-pipe', 'pipe.png'],
      ['logo-no-picture', 'plan.yaml'],
      ['logo-not-there', 'none.png'],
    ] as const
  ).map(([id, logo]) =>
    settingsCase(id, '', [/logo|actionplan\.yaml/], EXECUTED, {
      files: {
        'actionplan.yaml': `publish: {logo: ${JSON.stringify(logo)}, logo-text: L}\n`,
        'plan.yaml': PLAN,
        'link.png': { link: '../outside/secret.yaml' },
        'pipe.png': { pipe: true },
        '.git': { folder: true },
      },
      argv: ['publish', 'plan.yaml', '--format', 'html', '--as-of', '2023-05-01'],
    }),
  ),
];

const patterns: Case[] = (
  [
    ['pattern-of-20-stars', `${'a*'.repeat(20)}b`],
    ['pattern-of-folders', '**/a/**/a/**/a/**'],
    ['pattern-too-long', 'a'.repeat(201)],
  ] as const
).map(([id, pattern]) =>
  settingsCase(
    id,
    `ignore: ${JSON.stringify(pattern)}\n`,
    [told('1:\\d+', 'more signs')],
    'matching takes for ever',
  ),
);
const oddPatterns: Case[] = ['[z-a]', '\\\\', '[', '!', '(', 'a{1,', '/', '../**', ' ', '\\0'].map(
  (pattern, index) =>
    settingsCase(
      `pattern-odd-${index + 1}`,
      `ignore: ${JSON.stringify(pattern)}\n`,
      [/checked|actionplan\.yaml/],
      'a pattern that is none ends the run, or takes every file out',
      { exit: 0 },
    ),
);

export const settings: CaseClass = {
  name: 'settings',
  cases: [...unreadable, ...wrongValues, ...raised, ...executed, ...patterns, ...oddPatterns],
};
