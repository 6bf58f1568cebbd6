import { openTestRepository } from '../../support/repository.ts';
import { AS_OF, type Case, type CaseClass } from '../case.ts';
import { PLAN, planWith } from '../plans.ts';

const WRONG = 'the command line is guessed at, or its words act in the message';

function line(
  id: string,
  argv: readonly string[],
  exit: Case['exit'],
  says: readonly (string | RegExp)[] = ['error: '],
  more: Partial<Case> = {},
): Case {
  return { id, files: { 'plan.yaml': PLAN }, argv, exit, says, wrong: WRONG, ...more };
}

/** Texts that act on a terminal, in a CI log or in a shell, as any word of a command line. */
const HOSTILE = [
  '\u001b[2J',
  '\u009b2J',
  '\r\n::error::x',
  '##[error]x',
  '\u202egnp.exe',
  '$(touch sprung)',
  '`touch sprung`',
  '__proto__',
  'constructor',
  'x'.repeat(100_000),
  '%s%n%x',
  '<script>',
];
const COMMANDS = (text: string): readonly (readonly string[])[] => [
  [text],
  [`--${text}`],
  ['validate', `${text}.yaml`],
  ['validate', '--rule', text],
  ['validate', `--format=${text}`],
  ['validate', `--as-of=${text}`],
  ['validate', `--max-warnings=${text}`],
  ['report', text],
  ['report', 'overdue', '.', `--owner=${text}`],
  ['report', 'summary', '.', `--month=${text}`],
  ['report', 'overdue', '.', `--tag=${text}`],
  ['explain', text],
  ['help', text],
  ['schema', text],
  ['publish', text],
  ['history', text],
  ['progress', text, '--status', 'complete', '--text', 'x'],
  ['new', text],
  ['completion', text],
  ['import', text],
  ['export', text],
];
const everywhere: Case[] = HOSTILE.flatMap((text, index) =>
  COMMANDS(text).map((argv, at) =>
    line(`text-${index + 1}-in-place-${at + 1}`, argv, 2, [/^error(?:\[|: )/m]),
  ),
);

const DAYS = [
  '',
  ' ',
  'today',
  'yesterday',
  '2023-02-30',
  '2023-13',
  '0000-01-01',
  '10000-01-01',
  '2023-1-1',

  '20230101',
  '01/02/2023',
  '2023-01-01T00:00',
  '-1',
  '1e3',
  'NaN',
  '2023-01-01 ',
  '\u0662\u0660\u0662\u0663',
];
const days = DAYS.map((day, index) =>
  line(`as-of-${index + 1}`, ['validate', '.', `--as-of=${day}`], 2),
);

const COUNTS = [
  '',
  ' ',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  '99999999999999999999',
  'NaN',
  'Infinity',
  '12abc',
  '\u0661',
  '+1',
  '1_000',
];
const counts = COUNTS.flatMap((count, index) => [
  line(`max-warnings-${index + 1}`, ['validate', '.', `--max-warnings=${count}`], 2),
  line(`days-${index + 1}`, ['report', 'upcoming', '.', `--days=${count}`], 2),
]);

const MONTHS = [
  '',
  '2023',
  '2023-13',
  '2023-00',
  '23-01',
  '2023-1',
  '1899-01',
  '2200-01',
  '2023-01-01',
  'March',
];
const months = MONTHS.map((month, index) =>
  line(`month-${index + 1}`, ['report', 'summary', '.', `--month=${month}`], 2),
);

const outputs: Case[] = (
  [
    ['a-folder', 'folder', ['it is a folder']],
    ['nothing', '', ['error: ']],
    ['only-a-format', 'markdown:', ['error: ']],
    ['no-folder', 'no/such/x.md', ['its folder does not exist']],
    ['a-file-as-folder', 'plan.yaml/x.md', ['error: cannot write', 'folder']],
    ['the-plan', 'plan.yaml', ['error: ']],
    ['the-plan-by-another-way', 'markdown:folder/../plan.yaml', ['is one of the files']],
    ['the-plan-by-a-link', 'link.md', ['error: ']],
    ['a-broken-link', 'broken.md', ['points at nothing']],
    ['a-pipe', 'pipe.md', ['no ordinary file']],
    ['an-unknown-ending', 'x.exe', ['error: ']],
    ['an-unknown-format', 'exe:x', ['there is no format']],
    ['a-name-too-long', `${'n'.repeat(300)}.md`, ['name is too long']],
    ['git', '.git/config', ['error: ']],
    ['outside-by-a-link', 'out/x.md', ['leads out of the repository']],
    ['what-is-read-only', 'readonly.md', ['read-only']],
    ['what-has-two-names', 'second.md', ['hard link']],
    ['dev-full', '/dev/full', ['no ordinary file']],
  ] as const
).map(([id, output, says]) =>
  line(
    `output-to-${id}`,
    ['report', 'owners', 'plan.yaml', ...AS_OF, '--output', output],
    2,
    says,
    {
      files: {
        'plan.yaml': PLAN,
        folder: { folder: true },
        'link.md': { link: 'plan.yaml' },
        'broken.md': { link: 'nowhere' },
        'pipe.md': { pipe: true },
        '.git/config': 'x',
        out: { link: '../outside' },
        'readonly.md': { text: 'x', mode: 0o444 },
        'first.md': 'x',
        'second.md': { same: 'first.md' },
      },
    },
  ),
);

/** The page of a difference goes where a person says, and nowhere by way of what stands there. */
const differences: Case[] = (
  [
    ['a-folder', 'folder.html', ['it is a folder']],
    ['the-plan', 'html:plan.yaml', ['is one of the files']],
    ['a-link-to-the-plan', 'link.html', ['is one of the files']],
    ['a-broken-link', 'broken.html', ['points at nothing']],
    ['a-pipe', 'pipe.html', ['no ordinary file']],
    ['git', 'html:.git/config', ['error: ']],
    ['outside-by-a-link', 'out/x.html', ['leads out of the repository']],
    ['what-is-read-only', 'readonly.html', ['read-only']],
    ['what-has-two-names', 'second.html', ['hard link']],
    ['another-format', 'x.docx', ['error: ']],
  ] as const
).map(([id, output, says]) =>
  line(`diff-output-to-${id}`, ['diff', 'HEAD', './plan.yaml', '--output', output], 2, says, {
    files: {
      'plan.yaml': PLAN,
      'folder.html': { folder: true },
      'link.html': { link: 'plan.yaml' },
      'broken.html': { link: 'nowhere' },
      'pipe.html': { pipe: true },
      out: { link: '../outside' },
      'readonly.html': { text: 'x', mode: 0o444 },
      'first.html': 'x',
      'second.html': { same: 'first.html' },
    },
    make: ({ here }) => {
      const { git, write } = openTestRepository(here);
      git('init', '-q', '--template=');
      git('add', 'plan.yaml');
      git('commit', '-q', '-m', 'First');
      write('plan.yaml', planWith({ action: 'Publish a new guide.' }));
    },
  }),
);

const shapes: Case[] = [
  line('no-word', [], 0, ['actionplan']),
  line('an-empty-word', [''], 2),
  line('two-dashes', ['--'], 0, ['actionplan']),
  line('a-file-like-an-option', ['validate', '-plan.yaml'], 2, ['error: '], {
    files: { '-plan.yaml': PLAN },
  }),
  line(
    'a-file-like-an-option-after-two-dashes',
    ['validate', ...AS_OF, '--', '-plan.yaml'],
    0,
    ['0 errors'],
    { files: { '-plan.yaml': PLAN } },
  ),
  line('a-path-that-is-empty', ['validate', ''], 2),
  line('a-path-of-spaces', ['validate', '  '], 2, ['no such file']),
  line(
    'a-path-twenty-thousand-times',
    ['validate', ...AS_OF, ...Array.from({ length: 20_000 }, () => 'plan.yaml')],
    0,
    ['1 file (1 plan)'],
  ),
  line(
    'paths-that-are-none',
    ['validate', ...Array.from({ length: 2_000 }, (_, at) => `none${at}.yaml`)],
    2,
    ['no such file'],
  ),
  line('a-path-of-a-hundred-thousand-signs', ['validate', 'x'.repeat(100_000)], 2, [
    'longer than the system',
  ]),
  line('a-path-of-dots', ['validate', `${'../'.repeat(500)}none.yaml`], 2, [/^error(?:\[|: )/m]),
  line('a-path-at-the-root-of-the-machine', ['validate', '/none.yaml'], 2, ['no such file']),
  line('an-option-without-its-value', ['validate', '--format'], 2),
  line(
    'an-option-twice',
    ['validate', '.', '--format', 'json', '--format', 'compact', ...AS_OF],
    0,
    ['0 errors'],
  ),
  line('an-option-of-another-command', ['validate', '--month', '2023-03'], 2),
  line('an-option-misspelt', ['validate', '--formt', 'json'], 2, ['--format']),
  line('a-command-misspelt', ['valdate'], 2, ['validate']),
  line('a-command-in-upper-case', ['VALIDATE'], 2),
  line('too-many-words', ['explain', 'schema', 'again'], 2),
  line('stdin-and-paths', ['validate', '.', '--stdin-filename', 'plan.yaml'], 2),
  line('stdin-that-is-empty', ['validate', '--stdin-filename', 'plan.yaml'], 1, [
    'the file is empty',
  ]),
  line(
    'stdin-outside',
    ['validate', '--stdin-filename', '../x.yaml', ...AS_OF],
    [0, 1, 2],
    [/checked|error: /],
    { stdin: PLAN },
  ),
  line(
    'stdin-of-ten-megabytes',
    ['validate', '--stdin-filename', 'plan.yaml'],
    1,
    ['limit of 1 MiB'],
    { stdin: '#'.repeat(10_000_000) },
  ),
  line(
    'stdin-under-a-folder',
    ['validate', '--stdin-filename', 'folder', ...AS_OF],
    [0, 1, 2],
    [/checked|error: /],
    { stdin: PLAN, files: { folder: { folder: true } } },
  ),
  line('fix-of-stdin', ['validate', '--fix', '--stdin-filename', 'plan.yaml'], 2, ['error: '], {
    stdin: PLAN,
  }),
  line('head-without-base', ['validate', '--head', 'HEAD'], 2),
  line('at-and-head', ['validate', '--at', 'x', '--base', 'y', '--head', 'z'], 2),
  line(
    'period-that-ends-before-it-begins',
    ['report', 'completed', '.', '--from', '2023-02-01', '--to', '2023-01-01'],
    2,
  ),
  line('end-of-a-period-alone', ['report', 'completed', '.', '--to', '2023-01-01'], 2),
  line('help-of-everything', ['help', 'report', 'overdue'], 0, ['Usage: ']),
  line('help-of-nothing', ['help', 'nothing'], 2, ['error: there is no command "nothing"']),
  line('version-and-more', ['--version', 'validate', '--nonsense'], 0, ['.']),
  line(
    'outputs-twice-to-one',
    ['report', 'owners', '.', '--output', 'a.md', '--output', './a.md'],
    2,
    ['is named twice'],
  ),
  line('output-of-a-workbook-as-text', ['publish', 'plan.yaml', '--output', 'x.xlsx'], 2),
];

export const words: CaseClass = {
  name: 'arguments',
  cases: [...everywhere, ...days, ...counts, ...months, ...outputs, ...differences, ...shapes],
};
