// test/hostile/case.ts
var AS_OF = ['--as-of', '2023-05-01'];
var VALIDATE = ['validate', '.', '--format', 'compact', ...AS_OF];

// test/hostile/plans.ts
var LINES = [
  'plan: sound',
  'title: Records',
  'kind: inspection',
  'submitted: 2022-03-04',
  'notes: Internal.',
  'recommendations:',
  '  - id: "1"',
  '    text: Keep records.',
  '    agreement: agreed',
  '    actions:',
  '      - id: "1.1"',
  '        action: Publish a guide.',
  '        achievable: Two people have the time for it.',
  '        realistic: The last one was written within three months.',
  '        owner: Team',
  '        target: 2023-06',
  '        tags: [records]',
  '        progress:',
  '          - date: 2023-03-27',
  '            status: in-progress',
  '            text: A draft is with the board.',
];
var PLAN = `${LINES.join('\n')}
`;
function at(field, column = 0) {
  const index = LINES.findIndex((line3) => new RegExp(`^[ -]*${field}:`).test(line3));
  const line2 = LINES[index] ?? '';
  const value = line2.indexOf(': ') + 3;
  return `plan.yaml:${index + 1}:${column === 0 ? value : column}`;
}
function planWith(fields) {
  let text2 = PLAN;
  for (const [name, written] of Object.entries(fields)) {
    const before = text2;
    text2 = text2.replace(
      new RegExp(`^([ -]*)${name}: .*$`, 'm'),
      (_, indent) => `${indent}${name}: ${written}`,
    );
    if (text2 === before && !before.includes(`${name}: ${written}`)) {
      throw new Error(`the plan has no field ${name}`);
    }
  }
  return text2;
}
function planAnd(more) {
  return PLAN + more;
}

// test/hostile/cases/arguments.ts
var WRONG = 'the command line is guessed at, or its words act in the message';
function line(id, argv, exit, says = ['error: '], more = {}) {
  return { id, files: { 'plan.yaml': PLAN }, argv, exit, says, wrong: WRONG, ...more };
}
var HOSTILE = [
  '\x1B[2J',
  '\x9B2J',
  '\r\n::error::x',
  '##[error]x',
  '\u202Egnp.exe',
  '$(touch sprung)',
  '`touch sprung`',
  '__proto__',
  'constructor',
  'x'.repeat(1e5),
  '%s%n%x',
  '<script>',
];
var COMMANDS = (text2) => [
  [text2],
  [`--${text2}`],
  ['validate', `${text2}.yaml`],
  ['validate', '--rule', text2],
  ['validate', `--format=${text2}`],
  ['validate', `--as-of=${text2}`],
  ['validate', `--max-warnings=${text2}`],
  ['report', text2],
  ['report', 'overdue', '.', `--owner=${text2}`],
  ['report', 'summary', '.', `--month=${text2}`],
  ['report', 'overdue', '.', `--tag=${text2}`],
  ['explain', text2],
  ['schema', text2],
  ['publish', text2],
  ['history', text2],
  ['progress', text2, '--status', 'complete', '--text', 'x'],
  ['new', text2],
  ['completion', text2],
  ['import', text2],
  ['export', text2],
];
var everywhere = HOSTILE.flatMap((text2, index) =>
  COMMANDS(text2).map((argv, at2) =>
    line(`text-${index + 1}-in-place-${at2 + 1}`, argv, 2, [/^error(?:\[|: )/m]),
  ),
);
var DAYS = [
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
var days = DAYS.map((day, index) =>
  line(`as-of-${index + 1}`, ['validate', '.', `--as-of=${day}`], 2),
);
var COUNTS = [
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
var counts = COUNTS.flatMap((count, index) => [
  line(`max-warnings-${index + 1}`, ['validate', '.', `--max-warnings=${count}`], 2),
  line(`days-${index + 1}`, ['report', 'upcoming', '.', `--days=${count}`], 2),
]);
var MONTHS = [
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
var months = MONTHS.map((month, index) =>
  line(`month-${index + 1}`, ['report', 'summary', '.', `--month=${month}`], 2),
);
var outputs = [
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
].map(([id, output, says]) =>
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
        'readonly.md': { text: 'x', mode: 292 },
        'first.md': 'x',
        'second.md': { same: 'first.md' },
      },
    },
  ),
);
var shapes = [
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
    ['validate', ...AS_OF, ...Array.from({ length: 2e4 }, () => 'plan.yaml')],
    0,
    ['1 file (1 plan)'],
  ),
  line(
    'paths-that-are-none',
    ['validate', ...Array.from({ length: 2e3 }, (_, at2) => `none${at2}.yaml`)],
    2,
    ['no such file'],
  ),
  line('a-path-of-a-hundred-thousand-signs', ['validate', 'x'.repeat(1e5)], 2, [
    'longer than the system',
  ]),
  line(
    'a-path-of-dots',
    ['validate', `${'../'.repeat(500)}none.yaml`],
    [1, 2],
    [/^error(?:\[|: )/m],
  ),
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
    { stdin: '#'.repeat(1e7) },
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
  line('help-of-nothing', ['help', 'nothing'], [0, 2], [/Usage: |error: /]),
  line('version-and-more', ['--version', 'validate', '--nonsense'], 0, ['.']),
  line(
    'outputs-twice-to-one',
    ['report', 'owners', '.', '--output', 'a.md', '--output', './a.md'],
    2,
    ['is named twice'],
  ),
  line('output-of-a-workbook-as-text', ['publish', 'plan.yaml', '--output', 'x.xlsx'], 2),
];
var words = {
  name: 'arguments',
  cases: [...everywhere, ...days, ...counts, ...months, ...outputs, ...shapes],
};

// test/hostile/cases/environment.ts
// test/support/repository.ts
import { execFileSync, execFileSync as execFileSync2 } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdirSync as mkdirSync2,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
  writeFileSync as writeFileSync2,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, join as join2 } from 'node:path';
import { onTestFinished } from 'vitest';

function makeRepository(...init) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'actionplan-git-')));
  const repository2 = openTestRepository(folder);
  repository2.git('init', '-q', '-b', 'main', ...init);
  return repository2;
}
function openTestRepository(folder) {
  const git2 = (args, day = '2023-01-01') =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: folder,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'Plan keeper',
        GIT_AUTHOR_EMAIL: 'plans@example.org',
        GIT_COMMITTER_NAME: 'Plan keeper',
        GIT_COMMITTER_EMAIL: 'plans@example.org',
        GIT_AUTHOR_DATE: `${day}T12:00:00+0000`,
        GIT_COMMITTER_DATE: `${day}T12:00:00+0000`,
      },
    }).trim();
  return {
    folder,
    git: (...args) => git2(args),
    write: (path, content2) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content2);
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    commit: (subject, day) => {
      git2(['add', '-A'], day);
      git2(['commit', '-q', '--allow-empty', '-m', subject], day);
      return git2(['rev-parse', 'HEAD']);
    },
  };
}

// test/hostile/cases/environment.ts
var WRONG2 = 'the result depends on where it is run, or is lost without a word';
var ONE = '1 file (1 plan) checked: 0 errors, 0 warnings';
var OWNERS = ['report', 'owners', '.', ...AS_OF];
function case_(id, exit, says, more) {
  return { id, files: { 'plan.yaml': PLAN }, argv: VALIDATE, exit, says, wrong: WRONG2, ...more };
}
var sh = (script) => ['sh', '-c', script, 'sh'];
var homes = [
  ['none', null],
  ['empty', ''],
  ['relative', 'home'],
  ['not-there', '/dev/null/home'],
  ['a-file', '/etc/hostname'],
  ['a-device', '/dev/null'],
  ['of-signs', '/dev/null/\x1B[2J::error::x'],
].flatMap(([id = '', HOME = null]) => [
  case_(`home-${id}`, 0, [ONE], { env: { HOME }, argv: [...VALIDATE, '--cache'] }),
  case_(`cache-${id}`, 0, [ONE], { env: { XDG_CACHE_HOME: HOME }, argv: [...VALIDATE, '--cache'] }),
]);
var repository = ({ here }) => {
  const { git: git2, commit } = openTestRepository(here);
  git2('init', '-q', '--template=');
  commit('First');
  writeFileSync2(join2(here, 'plan.yaml'), planWith({ action: 'Publish a new guide.' }));
  commit('Second');
};
var DIFF = { make: repository, argv: ['diff', 'HEAD~1', 'HEAD'] };
var gits = [
  case_('no-path', [0, 2], [/Publish a new guide|git was not found/], {
    ...DIFF,
    env: { PATH: null },
  }),
  case_('an-empty-path', 2, ['git was not found'], { ...DIFF, env: { PATH: '/nonexistent' } }),
  case_('a-relative-path', 2, ['git was not found'], { ...DIFF, env: { PATH: '.:bin:' } }),
  case_('git-that-is-no-program', 2, ['git'], {
    ...DIFF,
    env: { PATH: '../home/bin' },
    make: (place) => {
      repository(place);
      mkdirSync2(join2(place.home, 'bin/git'), { recursive: true });
    },
  }),
  ...Object.entries({
    GIT_DIR: '/nonexistent',
    GIT_EXTERNAL_DIFF: 'touch sprung',
    GIT_SSH_COMMAND: 'touch sprung',
    GIT_PAGER: 'touch sprung',
    GIT_EDITOR: 'touch sprung',
    GIT_ASKPASS: 'touch sprung',
    GIT_CONFIG_PARAMETERS: "'core.fsmonitor=touch sprung'",
    GIT_GLOB_PATHSPECS: '1',
    GIT_NAMESPACE: 'other',
    GIT_INDEX_FILE: '/nonexistent',
    PAGER: 'touch sprung',
    EDITOR: 'touch sprung',
    LESS: '-R',
  }).map(([name, value]) =>
    case_(`variable-${name}`, name === 'GIT_DIR' ? 2 : 0, [/Publish a new guide|error: /], {
      ...DIFF,
      env: { [name]: value },
      check: (_, { here }) => (existsSync(join2(here, 'sprung')) ? ['something was run'] : []),
    }),
  ),
];
var FAULTY = { 'plan.yaml': planWith({ owner: '""' }) };
var GITHUB = ['validate', '.', '--format', 'github', ...AS_OF];
var services = [
  case_('summary-in-no-folder', 2, ['cannot add to'], {
    files: FAULTY,
    argv: GITHUB,
    env: { GITHUB_STEP_SUMMARY: '/dev/null/x' },
  }),
  case_('summary-is-a-folder', 2, ['cannot add to'], {
    files: FAULTY,
    argv: GITHUB,
    env: { GITHUB_STEP_SUMMARY: '/tmp' },
  }),
  case_('summary-on-a-full-disk', 2, ['cannot add to', 'the disk is full'], {
    files: FAULTY,
    argv: GITHUB,
    env: { GITHUB_STEP_SUMMARY: '/dev/full' },
  }),
  case_('workspace-of-signs', 1, ['::error '], {
    files: FAULTY,
    argv: GITHUB,
    env: { GITHUB_WORKSPACE: '/x\n::error::y' },
  }),
  case_('workspace-elsewhere', 1, ['::error '], {
    files: FAULTY,
    argv: GITHUB,
    env: { GITHUB_WORKSPACE: '/nonexistent' },
  }),
  case_('workspace-relative', 1, ['::error '], {
    files: FAULTY,
    argv: GITHUB,
    env: { GITHUB_WORKSPACE: '../..' },
  }),
  case_('gitlab-elsewhere', 1, ['plan.yaml'], {
    files: FAULTY,
    argv: ['validate', '.', '--format', 'gitlab'],
    env: { CI_PROJECT_DIR: '\x1B[2J' },
  }),
];
var colours = Object.entries({
  'no-color-empty': { NO_COLOR: '' },
  'force-color-99': { FORCE_COLOR: '0', NO_COLOR: 'x' },
  'force-color-false': { FORCE_COLOR: 'false' },
  'term-of-signs': { TERM: '\x1B[2J' },
  'term-none': { TERM: null, COLORTERM: 'truecolor' },
  'columns-0': { COLUMNS: '0', LINES: '0' },
  'columns-of-noise': { COLUMNS: '\x1B[2J' },
}).map(([id, env]) => case_(id, 0, ['Team'], { argv: OWNERS, env }));
var zones = [
  '',
  'Nonsense/Zone',
  ':/etc/passwd',
  '../../etc/passwd',
  'UTC+999',
  'Pacific/Apia',
  '\x1B[2J',
  'x'.repeat(1e4),
].map((TZ, index) =>
  case_(`zone-${index + 1}`, 0, ['Actions by owner on 1 May 2023'], {
    argv: OWNERS,
    by: ['env', `TZ=${TZ}`],
  }),
);
var locales = ['tr_TR.UTF-8', 'xx_XX.nonsense', 'ja_JP.SJIS', 'C', '\x1B[2J', 'lt_LT'].map(
  (locale, index) =>
    case_(`locale-${index + 1}`, 0, ['Actions by owner on 1 May 2023', '1 action, 0 overdue'], {
      argv: OWNERS,
      by: ['env', `LANG=${locale}`, `LC_ALL=${locale}`, `LANGUAGE=${locale}`],
    }),
);
var streams = [
  case_('input-closed', 0, [ONE], { by: sh('exec "$@" <&-') }),
  case_('output-closed', 0, [ONE], { by: sh('exec "$@" >&-') }),
  case_('notes-closed', 0, [], { by: sh('exec "$@" 2>&-') }),
  case_('all-closed', 0, [], { by: sh('exec "$@" <&- >&- 2>&-') }),
  case_('output-on-a-full-disk', 2, ['error: the result could not be written: the disk is full'], {
    argv: OWNERS,
    by: sh('exec "$@" >/dev/full'),
  }),
  case_('large-output-on-a-full-disk', 2, ['the disk is full'], {
    argv: ['rules', '--format', 'json'],
    by: sh('exec "$@" >/dev/full'),
  }),
  case_('notes-on-a-full-disk', 2, ['Team'], {
    argv: ['report', 'owners', '.', '--format', 'json', ...AS_OF],
    by: sh('exec "$@" 2>/dev/full'),
    exit: [0, 2],
  }),
  case_('reader-that-leaves', 0, [], {
    argv: ['rules', '--format', 'json'],
    by: sh('{ "$@"; echo "code $?" >&2; } | head -c 1 >/dev/null'),
  }),
  case_('reader-that-never-was', 0, [], { argv: OWNERS, by: sh('"$@" | true') }),
  case_('slow-reader', 0, ['owner-known'], {
    argv: ['rules', '--format', 'json'],
    by: sh('"$@" | { sleep 0.3; cat; }'),
  }),
  case_('a-folder-that-is-gone', 2, ['error: the folder that this runs in is not there any more'], {
    by: sh('mkdir gone; cd gone; rmdir ../gone; exec "$@"'),
    writes: ['here/gone'],
  }),
  case_('a-folder-that-cannot-be-entered', 2, ['error: '], {
    by: sh(
      'mkdir shut; cd shut; chmod 000 .; "$@"; code=$?; chmod 755 .; cd ..; rmdir shut; exit $code',
    ),
    asNobody: true,
    writes: ['here/shut'],
  }),
];
var limits = [
  case_('few-files', 0, [ONE], { by: ['prlimit', '--nofile=40', '--'] }),
  case_('no-file-may-grow', 2, ['error: cannot write'], {
    argv: [...OWNERS, '--output', 'x.md'],
    by: ['prlimit', '--fsize=0', '--'],
    writes: ['here/x.md'],
  }),
  case_('no-mode-for-new-files', 0, ['written to'], {
    argv: [...OWNERS, '--output', 'x.md'],
    by: sh('umask 777; exec "$@"'),
    writes: ['here/x.md'],
  }),
  case_('five-thousand-variables', 0, [ONE], {
    env: Object.fromEntries(Array.from({ length: 5e3 }, (_, at2) => [`V${at2}`, 'x'.repeat(100)])),
    by: ['env'],
  }),
  case_('a-home-that-cannot-be-written', 0, [ONE], {
    argv: [...VALIDATE, '--cache'],
    asNobody: true,
    env: { HOME: '/root' },
  }),
  case_('a-folder-that-cannot-be-written', 2, ['permission denied'], {
    argv: [...OWNERS, '--output', 'x.md'],
    asNobody: true,
    make: ({ here }) => execFileSync2('chmod', ['555', here]),
  }),
];
function onDisk(script) {
  return [
    'unshare',
    '-m',
    'sh',
    '-c',
    `mount -t tmpfs -o size=256k tmpfs disk && cp plan.yaml disk/ && ${script}`,
    'sh',
  ];
}
var FULL = 'head -c 1000000 /dev/zero >disk/fill 2>/dev/null';
var SAME =
  'code=$?; cmp -s plan.yaml disk/plan.yaml || exit 9; test "$(ls -A disk | grep -v fill)" = plan.yaml || exit 8; exit $code';
var UNTIDY = planWith({ tags: '[  records  ]' });
var WRITING = [
  ['fmt', ['fmt', 'disk/plan.yaml']],
  [
    'progress',
    [
      'progress',
      'sound/1.1',
      'disk',
      '--status',
      'paused',
      '--text',
      'x'.repeat(3e3),
      '--date',
      '2023-04-30',
    ],
  ],
  ['publish', ['publish', 'disk/plan.yaml', '--output', 'disk/out.html', ...AS_OF]],
  ['publish-docx', ['publish', 'disk/plan.yaml', '--output', 'disk/out.docx', ...AS_OF]],
  ['report', ['report', 'owners', 'disk', '--output', 'disk/out.md', ...AS_OF]],
  [
    'new',
    [
      'new',
      'action',
      'sound/1',
      'disk',
      '--action',
      'Write a second guide.',
      '--owner',
      'Team',
      '--target',
      '2024',
    ],
  ],
  ['import-into', ['import', 'table.csv', '--into', 'disk/plan.yaml', '--as-of', '2023-04-30']],
];
var disks = WRITING.flatMap(([id, argv]) => {
  const files2 = {
    'plan.yaml': UNTIDY,
    disk: { folder: true },
    'table.csv': 'Recommendation,Action no,Action,Owner\n1,1.1,Publish a guide.,Another team\n',
  };
  return [
    case_(`full-disk-${id}`, 2, [/error: .*the disk is full/], {
      files: files2,
      argv,
      by: onDisk(`${FULL}; "$@"; ${SAME}`),
      needs: 'unshare',
    }),
    case_(`read-only-disk-${id}`, 2, [/error: .*(?:read-only|permission denied)/], {
      files: files2,
      argv,
      by: onDisk(`mount -o remount,ro disk; "$@"; ${SAME}`),
      needs: 'unshare',
    }),
  ];
});
function onTerminal(columns) {
  return sh(
    `shown=$(script -qec "stty cols ${columns}; $*" /dev/null); code=$?; printf '%s\\n' "$shown" | tr -d '\\r'; exit $code`,
  );
}
var terminals = [0, 1, 2, 10, 40, 9999].flatMap((columns) => [
  case_(`report-on-${columns}-columns`, 0, [/Team|T/], {
    argv: OWNERS,
    by: onTerminal(columns),
    env: { NO_COLOR: '1' },
    needs: 'script',
  }),
  case_(`findings-on-${columns}-columns`, 1, ['owner'], {
    files: FAULTY,
    argv: ['validate', ...AS_OF],
    by: onTerminal(columns),
    env: { NO_COLOR: '1' },
    needs: 'script',
  }),
]);
var environment = {
  name: 'environment',
  cases: [
    ...homes,
    ...gits,
    ...services,
    ...colours,
    ...zones,
    ...locales,
    ...streams,
    ...limits,
    ...disks,
    ...terminals,
  ],
};

// test/hostile/cases/files.ts
import { execFileSync as execFileSync3 } from 'node:child_process';
import { mkdirSync as mkdirSync3, writeFileSync as writeFileSync3 } from 'node:fs';
import { join as join3 } from 'node:path';

var UNSEEN = 'what is there is passed over in silence, or opened and waited for';
function fileCase(id, files2, exit, says, more = {}) {
  return { id, files: files2, argv: VALIDATE, exit, says, wrong: UNSEEN, ...more };
}
var named = (file2, words3) =>
  new RegExp(`^${file2}:1:1: error: .*${words3}.* \\[file-readable\\]$`, 'm');
var ONE2 = '1 file (1 plan) checked: 0 errors, 0 warnings';
var noFiles = [
  fileCase('a-pipe', { 'plan.yaml': { pipe: true } }, 2, [named('plan.yaml', 'neither a file')]),
  fileCase('a-pipe-that-is-named', { pipe: { pipe: true } }, 2, [named('pipe', 'neither a file')], {
    argv: ['validate', 'pipe', '--format', 'compact'],
  }),
  fileCase('a-pipe-of-another-name', { 'plan.yaml': PLAN, 'pipe.txt': { pipe: true } }, 0, [ONE2]),
  fileCase('a-socket', { 'plan.yaml': { socket: true } }, 2, [
    named('plan.yaml', 'neither a file'),
  ]),
  ...['zero', 'full', 'random', 'null', 'tty', 'stdin'].map((device) =>
    fileCase(`link-to-dev-${device}`, { 'plan.yaml': { link: `/dev/${device}` } }, 2, [
      named('plan.yaml', ''),
    ]),
  ),
  fileCase(
    'link-to-proc-mem',
    { 'plan.yaml': { link: '/proc/self/mem' }, '.git': { folder: true } },
    2,
    [named('plan.yaml', 'leads out')],
  ),
  fileCase('a-folder-called-plan', { 'plan.yaml': { folder: true }, 'b.yaml': PLAN }, 2, [
    named('plan.yaml', 'a folder with the name'),
  ]),
  fileCase('a-pipe-to-publish', { 'plan.yaml': { pipe: true } }, 2, ['error: '], {
    argv: ['publish', 'plan.yaml'],
  }),
  fileCase(
    'a-pipe-to-import',
    { 'table.csv': { pipe: true } },
    2,
    ['neither a file nor a folder'],
    {
      argv: ['import', 'table.csv', '--dry-run'],
    },
  ),
  fileCase(
    'a-pipe-to-lay-out',
    { 'plan.yaml': { pipe: true } },
    2,
    ['neither a file nor a folder'],
    {
      argv: ['fmt', '--check', 'plan.yaml'],
    },
  ),
  fileCase(
    'a-pipe-as-profile',
    { 'table.csv': 'Id\n1\n', 'p.yaml': { pipe: true } },
    2,
    ['error: '],
    {
      argv: ['import', 'table.csv', '--map', 'p.yaml', '--dry-run'],
    },
  ),
];
var links = [
  fileCase('link-to-itself', { 'plan.yaml': { link: 'plan.yaml' } }, 2, [
    named('plan.yaml', 'points at nothing'),
  ]),
  fileCase('links-in-a-circle', { 'a.yaml': { link: 'b.yaml' }, 'b.yaml': { link: 'a.yaml' } }, 2, [
    named('a.yaml', 'points at nothing'),
    named('b.yaml', 'points at nothing'),
  ]),
  fileCase('link-to-the-folder', { 'plan.yaml': PLAN, 'sub/again': { link: '..' } }, 0, [ONE2]),
  fileCase(
    'link-to-the-root',
    { 'plan.yaml': PLAN, '.git': { folder: true }, all: { link: '/' } },
    2,
    [named('all', 'leads out of the repository')],
  ),
  fileCase(
    'links-fifty-deep',
    {
      'plan.yaml': PLAN,
      ...Object.fromEntries(
        Array.from({ length: 50 }, (_, i) => [
          `l${i}.yaml`,
          { link: i === 0 ? 'plan.yaml' : `l${i - 1}.yaml` },
        ]),
      ),
    },
    2,
    [named('l49.yaml', 'points at nothing')],
  ),
  fileCase(
    'a-hundred-links-to-one',
    {
      'plan.yaml': PLAN,
      ...Object.fromEntries(
        Array.from({ length: 100 }, (_, i) => [`l${i}.yaml`, { link: 'plan.yaml' }]),
      ),
    },
    0,
    ['1 file (1 plan) checked: 0 errors'],
  ),
  fileCase(
    'folders-that-link-to-each-other',
    {
      'a/plan.yaml': PLAN,
      'a/b': { link: '../b' },
      'b/a': { link: '../a' },
    },
    0,
    [ONE2],
  ),
  fileCase('two-names-of-one-file', { 'a.yaml': PLAN, 'b.yaml': { same: 'a.yaml' } }, 1, [
    /\[id-unique\]/,
  ]),
];
var modes = [
  fileCase(
    'mode-000',
    { 'plan.yaml': { text: PLAN, mode: 0 } },
    2,
    [named('plan.yaml', 'permission denied')],
    { asNobody: true },
  ),
  fileCase(
    'folder-of-mode-000',
    { 'plan.yaml': PLAN, 'sub/plan.yaml': planWith({ plan: 'b' }), sub: { folder: true, mode: 0 } },
    2,
    [named('sub', 'cannot be opened')],
    { asNobody: true },
  ),
  fileCase(
    'folder-that-lists-only',
    {
      'plan.yaml': PLAN,
      'sub/deep/plan.yaml': planWith({ plan: 'b' }),
      sub: { folder: true, mode: 292 },
    },
    2,
    [named('sub/deep', 'permission denied')],
    { asNobody: true },
  ),
  fileCase(
    'folder-that-opens-only',
    {
      'plan.yaml': PLAN,
      'sub/plan.yaml': planWith({ plan: 'b' }),
      sub: { folder: true, mode: 73 },
    },
    2,
    [named('sub', 'cannot be opened')],
    { asNobody: true },
  ),
  fileCase(
    'the-folder-itself-of-mode-000',
    { 'sub/plan.yaml': PLAN, sub: { folder: true, mode: 0 } },
    2,
    [/error: /],
    { asNobody: true, argv: ['validate', 'sub', '--format', 'compact'] },
  ),
  fileCase(
    'report-of-what-cannot-be-opened',
    {
      'plan.yaml': PLAN,
      'sub/deep/plan.yaml': planWith({ plan: 'b' }),
      sub: { folder: true, mode: 292 },
    },
    2,
    ['sub/deep', 'permission denied'],
    { asNobody: true, argv: ['report', 'owners', '.'] },
  ),
  fileCase(
    'plan-that-cannot-be-written',
    { 'plan.yaml': { text: planWith({ tags: '[  records  ]' }), mode: 292 } },
    2,
    ['read-only'],
    { argv: ['fmt', 'plan.yaml'] },
  ),
];
var ODD = [
  'new\nline.yaml',
  'return\r.yaml',
  'tab	.yaml',
  'quote".yaml',
  "apostrophe'.yaml",
  '-dash.yaml',
  '--output=x.yaml',
  '\u{1F600}.yaml',
  'space in it.yaml',
  ' leading.yaml',
  '%0A::error::x.yaml',
  '::error::x.yaml',
  '##[error]x.yaml',
  'back\\slash.yaml',
  '$(touch sprung).yaml',
  '`touch sprung`.yaml',
  ';touch sprung.yaml',
  '*.yaml',
  '[a-z].yaml',
  '!not.yaml',
  'a:1:1: error: x.yaml',
  '\u202Eabc.yaml',
  '\x1B[2Jx.yaml',
  '<img src=x>.yaml',
  '[a](b).yaml',
  '=1+1.yaml',
  `${'n'.repeat(250)}.yaml`,
  'UPPER.YAML',
  'short.yml',
  'cafe\u0301.yaml',
  '__proto__.yaml',
  'con.yaml',
];
var odd = ODD.flatMap((name, index) => [
  fileCase(`odd-name-${index + 1}-found`, { [name]: planWith({ owner: '""' }) }, 1, [
    /:15:\d+: error: .* \[owner-required\]$|:15:\d+: error: .* \[schema\]$/m,
  ]),
  fileCase(`odd-name-${index + 1}-named`, { [name]: PLAN }, 0, [ONE2], {
    argv: ['validate', '--format', 'compact', ...AS_OF, '--', name],
  }),
]);
var oddFolders = ['new\nline', '::error::x', '\x1B[2J', '-x', '$(touch sprung)', '\u202Ex'].map(
  (name, index) =>
    fileCase(`odd-folder-${index + 1}`, { [`${name}/plan.yaml`]: planWith({ owner: '""' }) }, 1, [
      /plan\.yaml:15:\d+: error: /,
    ]),
);
var noUtf8 = Buffer.from([102, 255, 103]);
var inBytes = (place, ...parts2) =>
  Buffer.concat([
    Buffer.from(place),
    ...parts2.flatMap((part) => [Buffer.from('/'), Buffer.from(part)]),
  ]);
var hidden = [
  fileCase(
    'name-that-is-no-utf-8',
    { 'plan.yaml': PLAN },
    2,
    [/^f\ufffdg\.yaml:1:1: error: .*cannot be opened under its name/m],
    {
      make: ({ here }) =>
        writeFileSync3(inBytes(here, Buffer.concat([noUtf8, Buffer.from('.yaml')])), PLAN),
    },
  ),
  fileCase(
    'folder-whose-name-is-no-utf-8',
    { 'plan.yaml': PLAN },
    2,
    [/^f\ufffdg:1:1: error: .*cannot be opened under its name/m],
    {
      make: ({ here }) => {
        mkdirSync3(inBytes(here, noUtf8));
        writeFileSync3(inBytes(here, noUtf8, 'plan.yaml'), planWith({ plan: 'b' }));
      },
    },
  ),
  fileCase('other-file-whose-name-is-no-utf-8', { 'plan.yaml': PLAN }, 0, [ONE2], {
    make: ({ here }) =>
      writeFileSync3(inBytes(here, Buffer.concat([noUtf8, Buffer.from('.txt')])), 'x'),
  }),
  fileCase('folders-a-hundred-deep', { [`${'d/'.repeat(100)}plan.yaml`]: PLAN }, 0, [ONE2]),
  fileCase(
    'folders-nearly-too-deep',
    { [`${`${'d'.repeat(200)}/`.repeat(18)}plan.yaml`]: PLAN },
    0,
    [ONE2],
  ),
  fileCase(
    'folders-deeper-than-a-path-can-be',
    { 'plan.yaml': PLAN },
    2,
    [/cannot be opened|name too long|permission|no such file/],
    {
      make: ({ here }) =>
        execFileSync3(
          'sh',
          [
            '-c',
            `for i in $(seq 30); do mkdir ${'d'.repeat(200)}; cd ${'d'.repeat(200)} 2>/dev/null || cd -P ${'d'.repeat(200)}; done; printf 'plan: x\\n' > plan.yaml`,
          ],
          { cwd: here },
        ),
    },
  ),
  fileCase('a-hole-of-ten-gigabytes', { 'plan.yaml': { hole: 10 * 1024 ** 3 } }, 1, [
    /limit of 1 MiB/,
  ]),
  fileCase(
    'three-thousand-other-files',
    Object.fromEntries([
      ['plan.yaml', PLAN],
      ...Array.from({ length: 3e3 }, (_, i) => [`f${i}.txt`, 'x']),
    ]),
    0,
    [ONE2],
  ),
  fileCase('an-empty-folder', {}, 2, ['no plan found']),
  fileCase(
    'only-hidden-plans',
    { '.plan.yaml': PLAN, '.x/plan.yaml': PLAN, 'node_modules/plan.yaml': PLAN },
    2,
    ['no plan found'],
  ),
  fileCase(
    'backups-of-plans',
    { 'plan.yaml': PLAN, 'plan.yaml~': '[', 'plan.yaml.bak': '[', '#plan.yaml#': '[' },
    0,
    [ONE2],
  ),
  fileCase(
    'leavings-of-a-killed-run',
    {
      'plan.yaml': PLAN,
      '.0123456789ab.actionplan-new': '[',
      '.0123456789ab.actionplan-lock': '1 x',
    },
    0,
    [ONE2],
  ),
];
function beside(act) {
  return [
    'sh',
    '-c',
    `(while :; do ${act}; done) >/dev/null 2>&1 & other=$!; for i in 1 2 3 4 5 6; do "$@" || break; done; code=$?; kill $other; exit $code`,
    'sh',
  ];
}
var changing = [
  fileCase(
    'replaced-while-it-is-read',
    { 'plan.yaml': PLAN, 'other.txt': planWith({ title: 'Other' }) },
    0,
    ['0 errors'],
    {
      by: beside('cp other.txt new.txt; mv new.txt plan.yaml'),
      writes: ['here/plan.yaml', 'here/new.txt'],
    },
  ),
  fileCase('growing-while-it-is-read', { 'plan.yaml': PLAN }, 0, ['0 errors'], {
    by: beside('echo "# more" >> plan.yaml; sleep 0.01'),
    writes: ['here/plan.yaml'],
  }),
  fileCase('neighbours-that-come-and-go', { 'plan.yaml': PLAN }, 0, ['0 errors'], {
    by: beside('cp plan.yaml x.txt; rm -f x.txt; mkdir -p d; rmdir d'),
    writes: ['here/x.txt', 'here/d'],
  }),
  fileCase(
    'a-pipe-that-takes-its-place',
    { 'plan.yaml': PLAN, 'spare.txt': PLAN },
    [0, 2],
    [/checked|error: /],
    {
      by: beside('rm -f plan.yaml; mkfifo plan.yaml; rm -f plan.yaml; cp spare.txt plan.yaml'),
      writes: ['here/plan.yaml'],
    },
  ),
  fileCase('a-hundred-thousand-files', {}, 0, ['100000 files (100000 plans) checked: 0 errors'], {
    make: ({ here }) => {
      for (let folder = 0; folder < 100; folder += 1) {
        mkdirSync3(join3(here, `f${folder}`));
        for (let file2 = 0; file2 < 1e3; file2 += 1) {
          const plan = planWith({ plan: `p-${folder}-${file2}` });
          writeFileSync3(join3(here, `f${folder}/p${file2}.yaml`), plan);
        }
      }
    },
    long: true,
    most: { milliseconds: 24e4, mebibytes: 1024 },
  }),
];
var files = {
  name: 'files',
  cases: [...noFiles, ...links, ...modes, ...odd, ...oddFolders, ...hidden, ...changing],
};

// test/hostile/cases/git.ts
import { execFileSync as execFileSync4 } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync as existsSync2,
  mkdirSync as mkdirSync4,
  readdirSync,
  readFileSync,
  rmSync as rmSync2,
  truncateSync,
  writeFileSync as writeFileSync4,
} from 'node:fs';
import { join as join4 } from 'node:path';

var AFTER = planWith({ action: 'Publish a new guide.' });
var template;
function copyOf({ here }) {
  if (!template) {
    template = makeRepository('--template=');
    template.write('plans/plan.yaml', PLAN);
    template.commit('First', '2022-03-04');
    template.write('plans/plan.yaml', AFTER);
    template.commit('Second', '2023-01-10');
    process.on('exit', () => rmSync2(template?.folder ?? '', { recursive: true, force: true }));
  }
  cpSync(template.folder, here, { recursive: true });
  return openTestRepository(here);
}
var DIFF2 = ['diff', 'HEAD~1', 'HEAD'];
var ANSWER = [/Publish a new guide\./];
function gitCase(id, make, exit, says, wrong, more = {}) {
  return {
    id,
    make: (place) => make(copyOf(place), place),
    argv: DIFF2,
    exit,
    says,
    wrong,
    ...more,
  };
}
var RUN = 'a program that the repository names is run';
var TRAP = 'touch sprung';
var CONFIG = [
  ['core.fsmonitor', TRAP],
  ['core.hooksPath', 'hooks'],
  ['core.pager', TRAP],
  ['core.editor', TRAP],
  ['core.sshCommand', TRAP],
  ['core.askPass', TRAP],
  ['core.gitProxy', TRAP],
  ['core.alternateRefsCommand', TRAP],
  ['core.attributesFile', 'attributes'],
  ['pager.diff', TRAP],
  ['pager.cat-file', TRAP],
  ['alias.rev-parse', `!${TRAP}`],
  ['alias.cat-file', `!${TRAP}`],
  ['diff.external', TRAP],
  ['diff.x.textconv', TRAP],
  ['filter.x.smudge', TRAP],
  ['filter.x.process', TRAP],
  ['credential.helper', `!${TRAP}`],
  ['gpg.program', TRAP],
  ['log.showSignature', 'true'],
  ['sequence.editor', TRAP],
  ['interactive.diffFilter', TRAP],
  ['uploadpack.packObjectsHook', TRAP],
  ['remote.origin.uploadpack', TRAP],
  ['remote.origin.promisor', 'true'],
  ['submodule.x.update', `!${TRAP}`],
  ['include.path', '../../outside/secret.yaml'],
];
var config = CONFIG.map(([key, value]) =>
  gitCase(
    `config-${key}`,
    ({ git: git2, write }) => {
      write(
        'hooks/post-checkout',
        `#!/bin/sh
${TRAP}
`,
      );
      write('.gitattributes', '* diff=x filter=x\n');
      git2('config', key, value);
    },
    key === 'include.path' ? [0, 2] : 0,
    key === 'include.path' ? [] : ANSWER,
    RUN,
  ),
);
var hooks = [
  'pre-commit',
  'post-checkout',
  'post-index-change',
  'reference-transaction',
  'fsmonitor-watchman',
].map((hook) =>
  gitCase(
    `hook-${hook}`,
    (_, { here }) => {
      mkdirSync4(join4(here, '.git/hooks'), { recursive: true });
      writeFileSync4(
        join4(here, `.git/hooks/${hook}`),
        `#!/bin/sh
${TRAP}
`,
        { mode: 493 },
      );
    },
    0,
    ANSWER,
    RUN,
  ),
);
var OTHER = 'attributes, replacements or another repository change what a commit says';
var content = [
  gitCase(
    'attributes-of-all-kinds',
    ({ write }) =>
      write(
        '.gitattributes',
        '* text eol=crlf ident export-subst -diff working-tree-encoding=UTF-16 filter=x\n',
      ),
    0,
    ANSWER,
    OTHER,
  ),
  gitCase(
    'attributes-in-git',
    (_, { here }) => {
      mkdirSync4(join4(here, '.git/info'), { recursive: true });
      writeFileSync4(join4(here, '.git/info/attributes'), '* -diff filter=x binary\n');
    },
    0,
    ANSWER,
    OTHER,
  ),
  gitCase(
    'a-replaced-commit',
    ({ git: git2 }) => git2('replace', 'HEAD~1', 'HEAD'),
    0,
    ANSWER,
    OTHER,
  ),
  gitCase(
    'a-grafted-commit',
    ({ git: git2 }, { here }) => {
      mkdirSync4(join4(here, '.git/info'), { recursive: true });
      writeFileSync4(
        join4(here, '.git/info/grafts'),
        `${git2('rev-parse', 'HEAD')}
`,
      );
    },
    0,
    ANSWER,
    OTHER,
  ),
  gitCase(
    'a-work-tree-elsewhere',
    ({ git: git2 }, { outside }) => git2('config', 'core.worktree', outside),
    0,
    ANSWER,
    OTHER,
  ),
  gitCase(
    'a-bare-repository-within',
    ({ git: git2 }) => {
      git2('init', '-q', '--bare', 'plans/sub.git');
      git2('config', '-f', 'plans/sub.git/config', 'core.fsmonitor', TRAP);
    },
    0,
    ANSWER,
    OTHER,
  ),
  gitCase(
    'a-submodule',
    ({ git: git2 }) => {
      git2('update-index', '--add', '--cacheinfo', `160000,${git2('rev-parse', 'HEAD')},plans/sub`);
      git2('commit', '-qm', 'Sub');
    },
    [0, 2],
    [/submodule|changed|no change|Publish/],
    OTHER,
  ),
  gitCase(
    'a-link-out-in-a-commit',
    ({ git: git2, folder }) => {
      execFileSync4('ln', ['-s', '/etc/passwd', 'plans/link.yaml'], { cwd: folder });
      git2('add', '-A');
      git2('commit', '-qm', 'Link');
    },
    2,
    [/link\.yaml.*leads out/],
    OTHER,
    { argv: ['validate', '--at', 'HEAD', '--format', 'compact', ...AS_OF] },
  ),
  gitCase(
    'links-in-a-circle-in-a-commit',
    ({ git: git2, folder }) => {
      execFileSync4('ln', ['-s', 'b.yaml', 'plans/a.yaml'], { cwd: folder });
      execFileSync4('ln', ['-s', 'a.yaml', 'plans/b.yaml'], { cwd: folder });
      git2('add', '-A');
      git2('commit', '-qm', 'Circle');
    },
    2,
    [/a\.yaml.*points at nothing/],
    OTHER,
    { argv: ['validate', '--at', 'HEAD', '--format', 'compact', ...AS_OF] },
  ),
  gitCase(
    'a-file-too-large-in-a-commit',
    ({ git: git2, write }) => {
      write('plans/large.yaml', '#'.repeat(3 * 1024 * 1024));
      git2('add', '-A');
      git2('commit', '-qm', 'Large');
    },
    1,
    [/large\.yaml:1:1: error: .*limit of 1 MiB/],
    OTHER,
    { argv: ['validate', '--at', 'HEAD', '--format', 'compact', ...AS_OF] },
  ),
  gitCase(
    'names-that-climb-in-a-tree',
    ({ git: git2, folder }) => {
      const blob = git2('rev-parse', 'HEAD:plans/plan.yaml');
      const inner = treeOf(folder, [['100644', 'evil.yaml', blob]]);
      const tree = treeOf(folder, [
        ['40000', '..', inner],
        ['40000', '.git', inner],
        ['40000', 'plans', git2('rev-parse', 'HEAD:plans')],
      ]);
      git2('update-ref', 'refs/heads/climb', git2('commit-tree', '-m', 'Climb', tree));
    },
    [0, 2],
    [],
    OTHER,
    { argv: ['validate', '--at', 'climb', '--format', 'compact', ...AS_OF] },
  ),
  gitCase(
    'a-name-twice-in-a-tree',
    ({ git: git2, folder }) => {
      const one = git2('rev-parse', 'HEAD:plans/plan.yaml');
      const two2 = git2('rev-parse', 'HEAD~1:plans/plan.yaml');
      const plans = treeOf(folder, [
        ['100644', 'plan.yaml', one],
        ['100644', 'plan.yaml', two2],
      ]);
      git2(
        'update-ref',
        'refs/heads/twice',
        git2('commit-tree', '-m', 'Twice', treeOf(folder, [['40000', 'plans', plans]])),
      );
    },
    [0, 2],
    [],
    OTHER,
    { argv: ['validate', '--at', 'twice', '--format', 'compact', ...AS_OF] },
  ),
  gitCase(
    'odd-names-in-a-tree',
    ({ git: git2, folder }) => {
      const blob = git2('hash-object', '-w', '--stdin', '--path', 'x');
      const plans = treeOf(folder, [
        ['100644', '\x1B[2J.yaml', blob],
        ['100644', '::error::x\n.yaml', blob],
      ]);
      git2(
        'update-ref',
        'refs/heads/odd',
        git2('commit-tree', '-m', 'Odd', treeOf(folder, [['40000', 'plans', plans]])),
      );
    },
    1,
    [/the file is empty/],
    OTHER,
    { argv: ['validate', '--at', 'odd', '--format', 'compact', ...AS_OF] },
  ),
];
function treeOf(folder, entries) {
  const input = Buffer.concat(
    entries.flatMap(([mode, name, object]) => [
      Buffer.from(`${mode} ${name}\0`),
      Buffer.from(object, 'hex'),
    ]),
  );
  return execFileSync4('git', ['hash-object', '-t', 'tree', '-w', '--stdin', '--literally'], {
    cwd: folder,
    input,
    encoding: 'utf8',
  }).trim();
}
var BROKEN = 'a broken repository is taken for one without changes, or the check passes';
function objectOf(folder, object) {
  return join4(folder, '.git/objects', object.slice(0, 2), object.slice(2));
}
function damage(path, how) {
  const bytes = readFileSync(path);
  rmSync2(path);
  writeFileSync4(path, how(bytes));
}
var corrupt = [
  gitCase(
    'blob-gone',
    ({ git: git2, folder }) =>
      rmSync2(objectOf(folder, git2('rev-parse', 'HEAD~1:plans/plan.yaml'))),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'blob-with-a-bit-turned',
    ({ git: git2, folder }) =>
      damage(objectOf(folder, git2('rev-parse', 'HEAD~1:plans/plan.yaml')), (bytes) => {
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        return bytes;
      }),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'blob-cut-short',
    ({ git: git2, folder }) =>
      truncateObject(objectOf(folder, git2('rev-parse', 'HEAD~1:plans/plan.yaml'))),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'blob-empty',
    ({ git: git2, folder }) =>
      damage(objectOf(folder, git2('rev-parse', 'HEAD~1:plans/plan.yaml')), () => Buffer.alloc(0)),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'tree-gone',
    ({ git: git2, folder }) => rmSync2(objectOf(folder, git2('rev-parse', 'HEAD~1:plans'))),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'tree-damaged',
    ({ git: git2, folder }) =>
      damage(objectOf(folder, git2('rev-parse', 'HEAD~1^{tree}')), () => Buffer.from('x')),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'commit-gone',
    ({ git: git2, folder }) => rmSync2(objectOf(folder, git2('rev-parse', 'HEAD~1'))),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'commit-damaged',
    ({ git: git2, folder }) =>
      damage(objectOf(folder, git2('rev-parse', 'HEAD')), () => Buffer.from('x')),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'pack-cut-short',
    ({ git: git2, folder }) => {
      git2('gc', '-q');
      const packs = join4(folder, '.git/objects/pack');
      const pack = readdirSync(packs).find((name) => name.endsWith('.pack')) ?? '';
      damage(join4(packs, pack), (bytes) => bytes.subarray(0, bytes.length / 2));
    },
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'index-of-pack-damaged',
    ({ git: git2, folder }) => {
      git2('gc', '-q');
      const packs = join4(folder, '.git/objects/pack');
      const idx = readdirSync(packs).find((name) => name.endsWith('.idx')) ?? '';
      damage(join4(packs, idx), () => Buffer.from('x'));
    },
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'head-empty',
    (_, { here }) => writeFileSync4(join4(here, '.git/HEAD'), ''),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'head-of-noise',
    (_, { here }) => writeFileSync4(join4(here, '.git/HEAD'), '\x1B[2J::error::x\n'),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'head-to-itself',
    (_, { here }) => writeFileSync4(join4(here, '.git/HEAD'), 'ref: HEAD\n'),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'refs-in-a-circle',
    (_, { here }) => {
      writeFileSync4(join4(here, '.git/refs/heads/a'), 'ref: refs/heads/b\n');
      writeFileSync4(join4(here, '.git/refs/heads/b'), 'ref: refs/heads/a\n');
    },
    2,
    ['error: '],
    BROKEN,
    { argv: ['diff', 'a', 'HEAD'] },
  ),
  gitCase(
    'packed-refs-of-noise',
    (_, { here }) => writeFileSync4(join4(here, '.git/packed-refs'), '\0\x1B[2J\n'),
    [0, 2],
    [/error: |Publish/],
    BROKEN,
  ),
  gitCase(
    'config-of-noise',
    (_, { here }) => appendFileSync(join4(here, '.git/config'), '[\x1B[2J\n'),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'index-of-noise',
    (_, { here }) => writeFileSync4(join4(here, '.git/index'), 'x'),
    0,
    ANSWER,
    BROKEN,
  ),
  gitCase(
    'no-commit-yet',
    (_, { here }) => {
      rmSync2(join4(here, '.git'), { recursive: true });
      openTestRepository(here).git('init', '-q', '--template=');
    },
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'no-repository',
    (_, { here }) => rmSync2(join4(here, '.git'), { recursive: true }),
    2,
    ['error: ', 'git repository'],
    BROKEN,
  ),
  gitCase(
    'git-is-an-empty-folder',
    (_, { here }) => {
      rmSync2(join4(here, '.git'), { recursive: true });
      mkdirSync4(join4(here, '.git'));
    },
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'git-is-a-file-that-leads-out',
    (_, { here, outside }) => {
      rmSync2(join4(here, '.git'), { recursive: true });
      writeFileSync4(
        join4(here, '.git'),
        `gitdir: ${outside}
`,
      );
    },
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'a-shallow-clone',
    ({ git: git2 }, { here }) =>
      writeFileSync4(
        join4(here, '.git/shallow'),
        `${git2('rev-parse', 'HEAD')}
`,
      ),
    2,
    ['shallow', 'git fetch'],
    BROKEN,
    { argv: ['validate', '--base', 'HEAD~1'] },
  ),
  gitCase(
    'a-base-without-a-common-commit',
    ({ git: git2 }) =>
      git2('update-ref', 'refs/heads/alone', git2('commit-tree', '-m', 'Alone', 'HEAD^{tree}')),
    2,
    ['have no commit in common'],
    BROKEN,
    { argv: ['validate', '--base', 'alone'] },
  ),
];
function truncateObject(path) {
  const bytes = readFileSync(path);
  rmSync2(path);
  writeFileSync4(path, bytes);
  truncateSync(path, Math.floor(bytes.length / 2));
}
var OPTION = 'a name of a revision acts as an option, runs something or names another thing';
var REVISIONS = [
  '--output=sprung',
  '--upload-pack=touch sprung',
  '-x',
  '',
  ' ',
  '..',
  'HEAD..HEAD~1',
  '^HEAD',
  'HEAD:plans',
  'HEAD^{tree}',
  'HEAD^{/\x1B[2J}',
  ':/First\n::error::x',
  '@{-1}',
  '@{yesterday}',
  'HEAD@{0}',
  'HEAD~99999999999',
  'x'.repeat(1e4),
  '0'.repeat(40),
  'deadbeef',
  '../../etc/passwd',
  '$(touch sprung)',
  ';touch sprung',
  '\u202Ex',
  'refs/heads/*',
];
var revisions = REVISIONS.map((rev, index) =>
  gitCase(`revision-${index + 1}`, () => {}, [0, 2], [/error: |checked/], OPTION, {
    argv: ['validate', `--at=${rev}`, '--format', 'compact', ...AS_OF],
  }),
);
var oddRefs = ['-x', '$(touch$IFS"sprung")', '"><img', '=1+1', '|sh', '\u202Ex', '#1@x'].flatMap(
  (name, index) =>
    gitCase(
      `ref-${index + 1}`,
      ({ git: git2 }) => git2('update-ref', `refs/heads/${name}`, 'HEAD~1'),
      [0, 2],
      [/Publish a new guide|error: /],
      OPTION,
      { argv: ['diff', `refs/heads/${name}`, 'HEAD'] },
    ),
);
var SIGNED = 'a name, a day or a message of a commit acts where it is shown';
var commits = [
  ['day-of-year-0', '0 +0000'],
  ['day-of-year-292277026596', '9223372036854775807 +0000'],
  ['day-before-1970', '-1 +0000'],
  ['day-of-an-odd-zone', '1673000000 +9999'],
  ['day-of-noise', '\x1B[2J x'],
].map(([id = '', day]) =>
  gitCase(
    `commit-${id}`,
    ({ git: git2, folder }) => {
      const tree = git2('rev-parse', 'HEAD^{tree}');
      const text2 = `tree ${tree}
parent ${git2('rev-parse', 'HEAD~1')}
author \x1B[2J <::error::x> ${day}
committer x <x> ${day}

::error::x
##[error]x\u202E
`;
      const made = execFileSync4(
        'git',
        ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'],
        { cwd: folder, input: text2, encoding: 'utf8' },
      ).trim();
      git2('update-ref', 'HEAD', made);
    },
    [0, 2],
    [/Publish|error: /],
    SIGNED,
    { argv: ['history', 'sound/1.1'], never: [/^ *commit/m] },
  ),
);
function longHistory(count) {
  return ({ folder }) => {
    const lines = [];
    for (let at2 = 0; at2 < count; at2 += 1) {
      const text2 = planWith({ title: `Records ${at2}` });
      lines.push(
        'commit refs/heads/long',
        `committer x <x@example.org> ${16e8 + at2} +0000`,
        'data 1\nx',
        `M 100644 inline plans/plan.yaml
data ${Buffer.byteLength(text2)}
${text2}`,
      );
    }
    execFileSync4('git', ['fast-import', '--quiet'], {
      cwd: folder,
      input: `${lines.join('\n')}
`,
    });
  };
}
var long = [
  gitCase(
    'history-of-two-thousand-commits',
    longHistory(2e3),
    0,
    ['sound 1.1: Publish a guide.', '1 change in files'],
    'it takes as long as reading every commit',
    { argv: ['history', 'sound/1.1', '--at', 'long'] },
  ),
  gitCase(
    'history-of-thirty-thousand-commits',
    longHistory(3e4),
    0,
    ['sound 1.1: Publish a guide.', '1 change in files'],
    'it takes as long as reading every commit',
    { argv: ['history', 'sound/1.1', '--at', 'long'], long: true, most: { milliseconds: 6e4 } },
  ),
  gitCase(
    'ten-thousand-branches',
    ({ git: git2 }, { here }) => {
      const commit = git2('rev-parse', 'HEAD~1');
      const refs = Array.from(
        { length: 1e4 },
        (_, at2) => `${commit} refs/heads/b${String(at2).padStart(5, '0')}
`,
      );
      writeFileSync4(
        join4(here, '.git/packed-refs'),
        `# pack-refs with: peeled fully-peeled sorted 
${refs.join('')}`,
      );
    },
    2,
    ['error: '],
    'looking for the name that was meant takes for ever',
    { argv: ['diff', 'b12345', 'HEAD'] },
  ),
];
function notSprung(one) {
  return {
    ...one,
    check: (_, { here, root }) =>
      [here, root, join4(here, 'plans')].some((folder) => existsSync2(join4(folder, 'sprung')))
        ? ['something was run']
        : [],
  };
}
var git = {
  name: 'git',
  cases: [
    ...config,
    ...hooks,
    ...content,
    ...corrupt,
    ...revisions,
    ...oddRefs,
    ...commits,
    ...long,
  ].map(notSprung),
};

// test/hostile/cases/names.ts
var OWNERS2 = `owners:
  - id: team
    organisation: Service
    role: Records Team
    also: [Team]
`;
var LOOKALIKES = [
  ['cyrillic', 'T\u0435\u0430m'],
  ['greek', '\u03A4eam'],
  ['full-width', '\uFF34\uFF45\uFF41\uFF4D'],
  ['mathematical', '\u{1D413}\u{1D41E}\u{1D41A}\u{1D426}'],
  ['zero-width-within', 'Te\u200Bam'],
  ['soft-hyphen-within', 'Te\xADam'],
  ['turned-around', '\u202EmaeT\u202C'],
  ['combining', 'Te\u0301am'],
  ['tag-characters', 'Team\u{E0041}'],
  ['variation-selector', 'Team\uFE0F'],
];
var lookalikes = LOOKALIKES.map(([id, name]) => ({
  id: `owner-${id}`,
  files: { 'owners.yaml': OWNERS2, 'plan.yaml': planWith({ owner: JSON.stringify(name) }) },
  argv: VALIDATE,
  exit: 1,
  says: [/^plan\.yaml:15:16: error: .* \[owner-known\]$/m],
  wrong: 'a name that only looks like an owner is taken for that owner, or shown as it',
}));
var sound = [
  ['owner-space-around', '"  Team  "'],
  ['owner-lower-case', 'team'],
].map(([id, owner]) => ({
  id,
  files: { 'owners.yaml': OWNERS2, 'plan.yaml': planWith({ owner }) },
  argv: VALIDATE,
  exit: 0,
  says: ['0 errors'],
  wrong: 'an owner is not known by its own name',
}));
var NO_IDS = [
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
  ['emoji', '\u{1F600}'],
  ['nfc', 'caf\xE9'],
  ['nfd', 'cafe\u0301'],
  ['cyrillic', '\u0441\u0430\u0441'],
  ['full-width', '\uFF11'],
  ['arabic-digit', '\u0661'],
  ['zero-width', '"a\\u200bb"'],
  ['right-to-left', '"\\u202eab"'],
  ['proto', '__proto__'],
  ['long', 'a'.repeat(1e4)],
  ['just-too-long', 'a'.repeat(201)],
  ['workflow-command', '"::error::x"'],
];
var planIds = NO_IDS.map(([id, written]) => ({
  id: `plan-id-${id}`,
  files: { 'plan.yaml': planWith({ plan: written }) },
  argv: VALIDATE,
  exit: 1,
  says: [/^plan\.yaml:1:\d+: error: .* \[schema\]$/m],
  wrong: 'the id is taken, and becomes a path, an option or another id',
}));
var itemIds = NO_IDS.map(([id, written]) => ({
  id: `item-id-${id}`,
  files: { 'plan.yaml': planWith({ id: written }) },
  argv: VALIDATE,
  exit: 1,
  says: [/^plan\.yaml:7:\d+: error: .* \[schema\]$/m],
  wrong: 'the id is taken, and becomes a path, an option or another id',
}));
var INHERITED = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'prototype', '__proto__'];
var inherited = INHERITED.flatMap((name) => [
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
    files: {
      'plan.yaml': `${PLAN}${name}: {x: y}
`,
    },
    argv: VALIDATE,
    exit: 1,
    says: [`unknown field \`${name}\``],
    wrong: 'a key changes what every object has, or is passed over',
  },
  {
    id: `name-${name}-as-reference`,
    files: {
      'plan.yaml': PLAN.replace(
        '    actions:',
        `    see: [${name}, "${name}/1"]
    actions:`,
      ),
    },
    argv: VALIDATE,
    exit: 1,
    says: ['[reference-exists]'],
    wrong: 'a reference is found among what every object has',
  },
]);
var twins = [
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
      'plan.yaml': `${PLAN}      - id: "1.10"
        action: Publish a second guide.
        achievable: A
        realistic: R
        owner: Team
        target: 2023-07
`,
    },
    argv: ['report', 'upcoming', '.', '--days', '999', '--format', 'csv', ...AS_OF],
    exit: 0,
    says: [/,1\.1,/, /,1\.10,/],
    wrong: 'an id is read as a number, and two actions are one',
  },
  {
    id: 'owners-nfc-and-nfd',
    files: {
      'plan.yaml': `${planWith({ owner: 'Caf\xE9' })}      - id: "1.2"
        action: Publish a second guide.
        achievable: A
        realistic: R
        owner: Cafe\u0301
        target: 2023-07
`,
    },
    argv: VALIDATE,
    exit: 0,
    says: ['[owner-spelling]'],
    wrong: 'one owner counts as two, and nobody is told',
  },
  {
    id: 'owners-by-lookalike',
    files: {
      'plan.yaml': `${planWith({ owner: 'Records Team' })}      - id: "1.2"
        action: Publish a second guide.
        achievable: A
        realistic: R
        owner: Rec\u043Erds Team
        target: 2023-07
`,
    },
    argv: VALIDATE,
    exit: 0,
    says: ['[owner-spelling]'],
    wrong: 'one owner counts as two, and nobody is told',
  },
  {
    id: 'owner-of-ten-thousand-characters',
    files: { 'plan.yaml': planWith({ owner: 'x'.repeat(1e4) }) },
    argv: ['report', 'owners', '.', ...AS_OF],
    exit: 0,
    says: ['1 action'],
    wrong: 'a long name breaks the table, or takes for ever',
  },
  {
    id: 'ten-thousand-owners',
    files: {
      'owners.yaml': `owners:
${Array.from(
  { length: 1e4 },
  (_, i) => `  - id: o${i}
    organisation: O${i}
`,
).join('')}`,
      'plan.yaml': planWith({ owner: 'o9998x' }),
    },
    argv: VALIDATE,
    exit: 1,
    says: [/^plan\.yaml:15:16: error: .* \[owner-known\]$/m],
    wrong: 'looking for the name that was meant takes for ever',
  },
];
var names = {
  name: 'names',
  cases: [...lookalikes, ...sound, ...planIds, ...itemIds, ...inherited, ...twins],
};

// test/hostile/cases/outputs.ts
import { readFileSync as readFileSync3 } from 'node:fs';
import { join as join6 } from 'node:path';
// test/support/hostile.ts
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { parse as parsePage } from 'parse5';
import readExcelFile from 'read-excel-file/node';
import { stringify } from 'yaml';

// src/model/plan.ts
function* actionsOf(plan) {
  for (const recommendation of plan.recommendations) {
    for (const action of recommendation.actions) yield { plan, recommendation, action };
  }
}

// src/rules/naming.ts
function nameOf(plan, recommendation) {
  return `${plan.item} ${recommendation.id}`;
}
function brief(text2, most = 60) {
  const line2 = text2.replace(/\s+/g, ' ').trim();
  return line2.length > most ? `${line2.slice(0, most - 1)}\u2026` : line2;
}
function listed(words3) {
  const last2 = words3.at(-1) ?? '';
  return words3.length > 1 ? `${words3.slice(0, -1).join(', ')} and ${last2}` : last2;
}
function actionsOfAll(plans) {
  return plans.flatMap((plan) => [...actionsOf(plan)]);
}

// src/rules/rule.ts
function defineRule(rule) {
  return rule;
}

// src/rules/actions-required.ts
var actions_required_default = defineRule({
  id: 'actions-required',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: 'A recommendation agreed, in full or in part, has at least one action.',
  why: 'Agreement without an action is an intention nobody can follow up.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
`,
    good: `plan: example
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
`,
  },
  *check({ plan }) {
    for (const recommendation of plan.recommendations) {
      const { agreement, actions } = recommendation;
      if (agreement !== 'agreed' && agreement !== 'partly-agreed') continue;
      if (actions.length > 0) continue;
      yield {
        at: recommendation.at('actions'),
        message: `${nameOf(plan, recommendation)} is ${agreement === 'agreed' ? 'agreed' : 'partly agreed'} but has no action`,
        help: 'add `actions:` with at least one action, its owner and its target',
      };
    }
  },
});

// src/rules/agreed-part-required.ts
var agreed_part_required_default = defineRule({
  id: 'agreed-part-required',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: 'A recommendation partly agreed says which part will be implemented.',
  why: 'The published definitions require it; without it nobody can tell what was promised.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: partly-agreed
    reason:
      category: affordability
      text: The cost is out of proportion to the benefit.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: partly-agreed
    reason:
      category: affordability
      text: The cost is out of proportion to the benefit.
    agreed-part: New records will be kept up to date.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
  },
  *check({ plan }) {
    for (const recommendation of plan.recommendations) {
      if (recommendation.agreement !== 'partly-agreed') continue;
      if (recommendation.agreedPart !== void 0) continue;
      yield {
        at: recommendation.at('agreed-part'),
        message: `${nameOf(plan, recommendation)} is partly agreed, but does not say which part`,
        help: 'add `agreed-part:` with the part that will be implemented',
      };
    }
  },
});

// src/rules/agreement-required.ts
var agreement_required_default = defineRule({
  id: 'agreement-required',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: 'A recommendation of an inspection says whether it is agreed.',
  why: 'Those who made the recommendation, and the public, are owed a plain answer.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
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
`,
  },
  *check({ plan }) {
    if (plan.kind !== 'inspection') return;
    for (const recommendation of plan.recommendations) {
      if (recommendation.agreement !== void 0) continue;
      yield {
        at: recommendation.at('agreement'),
        message: `${nameOf(plan, recommendation)} does not say whether it is agreed`,
        help: 'add `agreement:` with `agreed`, `partly-agreed` or `not-agreed`',
      };
    }
  },
});

// src/changes/same.ts
function plain(text2) {
  return text2.normalize('NFC').replace(/\s+/g, ' ').trim();
}
function sameText(a, b) {
  return plain(a ?? '') === plain(b ?? '');
}

// src/rules/change-action-kept.ts
var change_action_kept_default = defineRule({
  id: 'change-action-kept',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: 'No action disappears: it is withdrawn or superseded by an entry.',
  why: 'An action that vanishes can no longer be overdue. A progress entry that withdraws it says when and why, and reports count it.',
  examples: {
    before: `plan: example
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
        action: Check a sample of records each quarter.
        owner: Audit team
        target: 2023-09
`,
    bad: `plan: example
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
`,
    good: `plan: example
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
        action: Check a sample of records each quarter.
        owner: Audit team
        target: 2023-09
        progress:
          - date: 2023-03-27
            status: withdrawn
            text: Withdrawn because the new record system checks every entry.
`,
  },
  *check({ changes, whereWas }) {
    for (const change of changes) {
      if (change.type !== 'action-removed') continue;
      const twin = changes.find(
        ({ type, plan, to }) =>
          type === 'action-added' && plan === change.plan && sameText(to, change.from),
      );
      yield {
        at: change.at,
        about: { plan: change.plan, item: change.action },
        message: `action ${change.action} is gone; it was at ${whereWas(change)}: "${brief(change.from ?? '')}"`,
        help: twin
          ? `action ${twin.action} has its words: give it its old id back, by which reports find it`
          : 'put it back, and end it with a progress entry of status withdrawn or superseded',
      };
    }
  },
});

// src/rules/change-action-words.ts
var change_action_words_default = defineRule({
  id: 'change-action-words',
  group: 'Changes',
  severity: 'warning',
  scope: 'change',
  summary:
    'An action keeps its meaning: what was promised, and how it is measured, is not reworded unnoticed.',
  why: 'Softer words turn a missed commitment into a kept one. Sometimes rewording is right; then a reviewer should have seen it.',
  examples: {
    before: `plan: example
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
`,
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a poster about record keeping.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: "Publish a guide to record keeping."
        owner: Records team
        target: 2023-06
`,
  },
  *check({ changes, whereWas }) {
    for (const change of changes) {
      const measure = change.type === 'action-changed' && change.field === 'measure';
      if ((change.type !== 'action-reworded' && !measure) || change.from === null) continue;
      const what = measure ? 'the measure' : 'the wording';
      yield {
        at: change.at,
        message: `${what} of action ${change.action} was changed; it was at ${whereWas(change)}: "${brief(change.from)}"`,
        help: 'make sure that it still promises the same; a different promise is a new action that supersedes this one',
      };
    }
  },
});

// src/rules/change-agreement.ts
var change_agreement_default = defineRule({
  id: 'change-agreement',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: 'Agreement does not change without a reason text that changed with it.',
  why: 'To take back an agreement is the largest change a plan can see. The reason given for the old answer is not one for the new.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    before: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: partly-agreed
    reason:
      category: policy
      text: Paper files are kept for two more years.
    agreed-part: Records of new cases will be up to date.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: not-agreed
    reason:
      category: policy
      text: Paper files are kept for two more years.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: not-agreed
    reason:
      category: policy
      text: The new policy on paper files rules it out.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
  },
  *check({ changes }) {
    for (const { type, after, recommendation, from, to, reason, at: at2 } of changes) {
      if (type !== 'agreement-changed' || from === null || reason !== null) continue;
      yield {
        at: at2,
        message: `${after?.plan.item} ${recommendation} went from ${from} to ${to ?? 'no answer'} without a new reason`,
        help: 'say in the text of `reason` (or in `response`) why the answer changed',
      };
    }
  },
});

// src/rules/change-first-target.ts
var change_first_target_default = defineRule({
  id: 'change-first-target',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: 'The first target is not edited: a move is a progress entry.',
  why: 'Slippage is counted from the first target. Whoever edits it makes a late action look punctual, and no reason is left behind.',
  examples: {
    before: `plan: example
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
`,
    bad: `plan: example
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
        target: 2023-12
`,
    good: `plan: example
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
        progress:
          - date: 2023-03-27
            status: in-progress
            target: 2023-12
            text: Moved because the new record system is delivered late.
`,
  },
  *check({ changes }) {
    for (const { type, action, from, to, at: at2 } of changes) {
      if (type !== 'first-target-changed' || from === null) continue;
      yield {
        at: at2,
        message: `the first target of action ${action} was ${to === null ? `taken out; it was ${from}` : `edited from ${from} to ${to}`}`,
        help: `put ${from} back${to === null ? '' : `, and add a progress entry with \`target: ${to}\` and a text that says why it moved`}`,
      };
    }
  },
});

// src/rules/change-owner.ts
var change_owner_default = defineRule({
  id: 'change-owner',
  group: 'Changes',
  severity: 'warning',
  scope: 'change',
  summary: 'A changed owner is named in a new progress entry.',
  why: 'An action passed on is easily dropped. The log should say who has it now, and since when.',
  examples: {
    before: `plan: example
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
`,
    bad: `plan: example
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
        owner: Archive team
        target: 2023-06
`,
    good: `plan: example
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
        owner: Archive team
        target: 2023-06
        progress:
          - date: 2023-03-27
            status: in-progress
            text: The archive team has taken the guide over.
`,
  },
  *check({ changes }) {
    for (const { type, action, from, to, reason, at: at2 } of changes) {
      if (type !== 'owner-changed' || from === null || reason !== null) continue;
      yield {
        at: at2,
        message: `the owner of action ${action} changed from ${brief(from)} to ${to === null ? 'nobody' : brief(to)}, and no new progress entry says so`,
        help: 'add a progress entry that names the new owner',
      };
    }
  },
});

// src/rules/change-progress-dated.ts
var change_progress_dated_default = defineRule({
  id: 'change-progress-dated',
  group: 'Changes',
  severity: 'warning',
  scope: 'change',
  summary: 'A new entry is not dated before entries already there, nor after the day.',
  why: 'An entry slipped in between older ones changes what reports say of the past.',
  examples: {
    before: `plan: example
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
        progress:
          - date: 2023-01-27
            status: in-progress
            text: The guide is drafted.
`,
    bad: `plan: example
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
        progress:
          - date: 2022-12-01
            status: paused
            text: Waiting for the new record system.
          - date: 2023-01-27
            status: in-progress
            text: The guide is drafted.
`,
    good: `plan: example
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
        progress:
          - date: 2023-01-27
            status: in-progress
            text: The guide is drafted.
          - date: 2023-02-27
            status: paused
            text: Waiting for the new record system since 1 December.
`,
  },
  *check({ changes, asOf }) {
    for (const { type, action, before, after, at: at2 } of changes) {
      const date = after?.entry?.date;
      if (type !== 'progress-added' || !date) continue;
      const older = before?.action?.progress.find((entry) => date.day < entry.date.first);
      if (older) {
        yield {
          at: at2,
          message: `the new entry of ${date.written} on action ${action} is dated before the one of ${older.date.written}, which was already there`,
          help: 'date it on the day it is made, and name the earlier day in its text',
        };
      } else if (date.first > asOf) {
        yield {
          at: at2,
          message: `the new entry of ${date.written} on action ${action} is dated after ${asOf}`,
          help: 'date it on the day it is made',
        };
      }
    }
  },
});

// src/rules/change-progress-kept.ts
var change_progress_kept_default = defineRule({
  id: 'change-progress-kept',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: 'Past entries are neither edited nor removed: the log only grows.',
  why: 'The log is the evidence of what was known when. Corrections are new entries.',
  examples: {
    before: `plan: example
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
        progress:
          - date: 2023-01-27
            status: in-progress
            text: The guide is drafted.
`,
    bad: `plan: example
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
        progress:
          - date: 2023-01-27
            status: in-progress
            text: The guide is finished.
`,
    good: `plan: example
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
        progress:
          - date: 2023-01-27
            status: in-progress
            text: The guide is drafted.
          - date: 2023-03-27
            status: in-progress
            text: The guide is finished, and printed.
`,
  },
  *check({ changes, whereWas }) {
    for (const change of changes) {
      const removed = change.type === 'progress-removed';
      if (!removed && change.type !== 'progress-edited') continue;
      const date = change.before?.entry?.date.written;
      const what = removed ? 'was removed' : `was edited (${change.field})`;
      yield {
        at: change.at,
        message: `the progress entry of ${date} on action ${change.action} ${what}; it was at ${whereWas(change)}`,
        help: 'put it back as it was, and say in a new entry what has changed',
      };
    }
  },
});

// src/rules/change-recommendation-kept.ts
var change_recommendation_kept_default = defineRule({
  id: 'change-recommendation-kept',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: 'No recommendation disappears.',
  why: 'A reviewer asked for it and the public body answered. What is no longer to be done stays in the plan as not agreed, or its actions as withdrawn or superseded, so that anyone can see what became of it.',
  examples: {
    before: `plan: example
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
  - id: "2"
    text: Train all staff.
    agreement: agreed
    actions:
      - id: "2.1"
        action: Run one course in each office.
        owner: Training team
        target: 2023-09
`,
    bad: `plan: example
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
`,
    good: `plan: example
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
  - id: "2"
    text: Train all staff.
    agreement: agreed
    actions:
      - id: "2.1"
        action: Run one course in each office.
        owner: Training team
        target: 2023-09
        progress:
          - date: 2023-03-27
            status: withdrawn
            text: Withdrawn because the new record system needs no course.
`,
  },
  *check({ changes, whereWas }) {
    for (const change of changes) {
      if (change.type === 'plan-removed') {
        const count = change.before?.plan.recommendations.length ?? 0;
        yield {
          at: change.at,
          about: { plan: change.plan, item: null },
          message: `plan ${change.plan} is gone with its ${count} recommendations; it was at ${whereWas(change)}`,
          help: 'put the file back: a plan that has ended stays as the record of what was done',
        };
      } else if (change.type === 'recommendation-removed') {
        yield {
          at: change.at,
          about: { plan: change.plan, item: change.recommendation },
          message: `${change.before?.plan.item} ${change.recommendation} of plan ${change.plan} is gone; it was at ${whereWas(change)}`,
          help: 'put it back; what will not be done is answered as not agreed, or its actions end as withdrawn or superseded',
        };
      }
    }
  },
});

// src/rules/change-recommendation-words.ts
var change_recommendation_words_default = defineRule({
  id: 'change-recommendation-words',
  group: 'Changes',
  severity: 'error',
  scope: 'change',
  summary: "The reviewer's words stay as they were.",
  why: 'The text of a recommendation is a quotation. Edited words make a commitment look kept that was never asked for.',
  examples: {
    before: `plan: example
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
`,
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Consider keeping records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: >-
      Keep records
      up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
  },
  *check({ changes, whereWas }) {
    for (const change of changes) {
      if (change.type !== 'recommendation-reworded') continue;
      yield {
        at: change.at,
        message: `the words of ${change.after?.plan.item} ${change.recommendation} were changed; they were at ${whereWas(change)}: "${brief(change.from ?? '')}"`,
        help: 'put the words back as the reviewer wrote them; remarks go into `response` or `notes`',
      };
    }
  },
});

// src/rules/change-settings.ts
var change_settings_default = defineRule({
  id: 'change-settings',
  group: 'Changes',
  severity: 'warning',
  scope: 'change',
  waivable: false,
  summary:
    "The change does not lower a rule's severity, add an ignore or a file-wide waiver: it is shown.",
  why: 'Whoever changes a plan can also change how it is checked. Changes are judged by the settings before them, and a reviewer sees what will hold after.',
  examples: {
    before: {
      'plan.yaml': `plan: example
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
`,
      'actionplan.yaml': `rules:
  complete-evidence: error
`,
    },
    bad: {
      'plan.yaml': `plan: example
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
`,
      'actionplan.yaml': `rules:
  complete-evidence: error
  owner-required: info
`,
    },
    good: {
      'plan.yaml': `plan: example
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
`,
      'actionplan.yaml': `rules:
  complete-evidence: error
  superseded-by: error
`,
    },
  },
  *check({ settings: settings2 }) {
    for (const { at: at2, message } of settings2) {
      yield {
        at: at2,
        message,
        help: 'a reviewer should agree to this by itself, not along with a plan',
      };
    }
  },
});

// src/rules/complete-evidence.ts
var complete_evidence_default = defineRule({
  id: 'complete-evidence',
  group: 'Dates and progress',
  severity: 'off',
  scope: 'plan',
  summary: 'A complete entry cites evidence.',
  why: 'Reviewers ask what shows that an action was done. Off by default: many plans keep their evidence elsewhere.',
  examples: {
    bad: `plan: example
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
        progress:
          - date: 2023-03-27
            status: complete
            text: The guide is published.
`,
    good: `plan: example
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
        progress:
          - date: 2023-03-27
            status: complete
            text: The guide is published.
            evidence:
              - title: Guide to record keeping
                href: evidence/guide.pdf
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (entry.status !== 'complete' || entry.evidence.length > 0) continue;
        yield {
          at: entry.at('evidence'),
          message: `action ${action.id} is reported complete without evidence`,
          help: 'add `evidence:` with the `title` and `href` of what shows it',
        };
      }
    }
  },
});

// src/rules/complete-words.ts
var TO_COME =
  /\bwill\b(?! no longer\b)|\bon track to\b|\bcontinu(?:e|es|ing) to\b|\bnext phase\b|\b(?:is|are) planned\b|\bplan to\b|\bto be (?:completed|agreed|confirmed|finalised)\b/g;
var complete_words_default = defineRule({
  id: 'complete-words',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'The text of a complete entry does not speak of work still to come.',
  why: '"Complete" beside "will continue to" leaves readers to wonder which of the two is true.',
  examples: {
    bad: `plan: example
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
        progress:
          - date: 2023-03-27
            status: complete
            text: The guide is drafted and will be published next year.
`,
    good: `plan: example
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
        progress:
          - date: 2023-03-27
            status: complete
            text: The guide is published.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (entry.status !== 'complete') continue;
        const words3 = [
          ...new Set(
            (entry.text.toLowerCase().match(TO_COME) ?? []).map(
              (word) => `"${word.replace(/\s+/g, ' ')}"`,
            ),
          ),
        ];
        if (words3.length === 0) continue;
        yield {
          at: entry.at('text'),
          message: `action ${action.id} is reported complete, but its text speaks of work to come: ${listed(words3)}`,
          help: 'keep the action open until that is done, or make it an action of its own',
        };
      }
    }
  },
});

// src/rules/completed-consistent.ts
var completed_consistent_default = defineRule({
  id: 'completed-consistent',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'plan',
  summary: '`completed` comes with status complete and is not after its entry.',
  why: 'It is the day the action was done, where that is known and earlier than the day of the update.',
  examples: {
    bad: `plan: example
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
        progress:
          - date: 2023-03-27
            status: complete
            completed: 2023-04-15
            text: The guide is published.
`,
    good: `plan: example
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
        progress:
          - date: 2023-03-27
            status: complete
            completed: 2023-02-15
            text: The guide is published.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (!entry.completed) continue;
        if (entry.status !== 'complete') {
          yield {
            at: entry.at('completed'),
            message: `\`completed\` is given, but the status of this entry is ${entry.status ?? 'not given'}`,
            help: 'add `status: complete`, or remove `completed`',
          };
        } else if (entry.completed.first > entry.date.day) {
          yield {
            at: entry.at('completed'),
            message: `completed on ${entry.completed.written}, after the entry of ${entry.date.written} that says so`,
            help: 'check both dates: `completed` is the day it was done, `date` that of the update',
          };
        }
      }
    }
  },
});

// src/rules/date-real.ts
var date_real_default = defineRule({
  id: 'date-real',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'A date exists.',
  why: '30 February is a slip of the pen; which day was meant only its writer knows.',
  examples: {
    bad: `plan: example
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
        target: 2023-06-31
`,
    good: `plan: example
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
        target: 2023-06-30
`,
  },
});

// src/rules/file-readable.ts
var file_readable_default = defineRule({
  id: 'file-readable',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'Every file, folder and link that is named can be read.',
  why: 'A check that could not read a file has not checked it, so the run ends with exit code 2.',
  examples: {
    bad: {},
    good: {
      'plan.yaml': `plan: example
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
`,
    },
  },
});

// src/rules/id-prefix.ts
var id_prefix_default = defineRule({
  id: 'id-prefix',
  group: 'Identity and references',
  severity: 'error',
  scope: 'plan',
  summary: "An action's id begins with its recommendation's id and a dot.",
  why: '"4.2" says where the action belongs wherever it is met: in a report, a meeting or a reference.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "2.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
`,
  },
  *check({ plan }) {
    for (const { recommendation, action } of actionsOf(plan)) {
      if (action.id.startsWith(`${recommendation.id}.`)) continue;
      yield {
        at: action.at('id'),
        message: `action ${action.id} stands under ${nameOf(plan, recommendation)}`,
        help: `begin its id with \`${recommendation.id}.\`, or move it to the ${plan.item} it belongs to`,
      };
    }
  },
});

// src/rules/id-sequence.ts
function* outOfSequence(what, items, prefix) {
  const numbers = items.map(({ id }) =>
    id.startsWith(prefix) && /^\d{1,9}$/.test(id.slice(prefix.length))
      ? Number(id.slice(prefix.length))
      : Number.NaN,
  );
  if (numbers.some(Number.isNaN)) return;
  for (const [index, item] of items.entries()) {
    const before = index === 0 ? 0 : (numbers[index - 1] ?? 0);
    const number = numbers[index] ?? 0;
    if (number === before + 1 || number === before) continue;
    if (index === 0 && prefix === '') continue;
    const message =
      number < before
        ? `${what} ${item.id} stands after ${prefix}${before}`
        : `${what} ${item.id} follows ${before === 0 ? 'nothing' : `${prefix}${before}`}: ${prefix}${before + 1} is missing`;
    yield {
      at: item.at('id'),
      message,
      help: 'put the items in order, or add the one that is missing; say with a waiver if the gap is meant',
    };
  }
}
var id_sequence_default = defineRule({
  id: 'id-sequence',
  group: 'Identity and references',
  severity: 'warning',
  scope: 'plan',
  summary: 'Numbers run without gap and in order.',
  why: 'A gap may be an item that was lost. Ids that are not numbers are left alone.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.3"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
`,
  },
  *check({ plan }) {
    yield* outOfSequence(plan.item, plan.recommendations, '');
    for (const recommendation of plan.recommendations) {
      yield* outOfSequence('action', recommendation.actions, `${recommendation.id}.`);
    }
  },
});

// src/model/owner.ts
function ownerLabel(owner) {
  return owner.role === null ? owner.organisation : `${owner.organisation}: ${owner.role}`;
}

// src/model/portfolio.ts
function everyPlan({ every, plans, context }) {
  return every ?? [...plans, ...context];
}

// src/model/standard.ts
function expectationsOf(standards) {
  return standards.domains.flatMap((domain) =>
    domain.questions.flatMap((question) => question.expectations),
  );
}

// src/rules/repeated.ts
function* repeated(what, items, field = 'id') {
  const first = /* @__PURE__ */ new Map();
  for (const item of items) {
    const before = first.get(item.id);
    if (before && item.id !== '') {
      const where = before.file === item.file ? 'above' : `in ${before.file}`;
      yield {
        at: item.at(field),
        message: `there is already ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} ${item.id} ${where}`,
        help: 'give one of the two another id',
      };
    } else {
      first.set(item.id, item);
    }
  }
}

// src/rules/id-unique.ts
var id_unique_default = defineRule({
  id: 'id-unique',
  group: 'Identity and references',
  severity: 'error',
  scope: 'portfolio',
  summary:
    'Plan ids are unique over all files; the ids of recommendations and actions in their plan; those of owners and expectations in theirs.',
  why: 'An id is how reports, references and later revisions find a commitment again. Two that share one cannot be told apart.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
`,
  },
  *check({ portfolio }) {
    const { plans, owners, standards } = portfolio;
    yield* repeated('plan', everyPlan(portfolio), 'plan');
    for (const plan of plans) {
      yield* repeated(plan.item, plan.recommendations);
      yield* repeated(
        'action',
        [...actionsOf(plan)].map(({ action }) => action),
      );
    }
    yield* repeated('owner', owners?.owners ?? []);
    yield* repeated('set of standards', standards, 'standards');
    for (const one of standards) yield* repeated('expectation', expectationsOf(one));
  },
});

// src/model/wording/deliverables.ts
var NUMBERED = /(?:^|\s)(?:1[.)]|\(?[ai]\))\s[\s\S]*\s(?:2[.)]|\(?(?:b|ii)\))\s/;
function deliverables({ steps }) {
  const named2 = /* @__PURE__ */ new Map();
  for (const step of steps) {
    if (!step.ahead || !step.product) continue;
    const name = step.product.text.toLowerCase();
    if (!named2.has(name)) named2.set(name, step);
  }
  return [...named2.values()];
}
function isSeveral(text2, promised) {
  if (NUMBERED.test(text2)) return true;
  return new Set(promised.map((step) => step.sentence)).size > 1 || promised.length > 2;
}

// src/model/wording/grammar.ts
var set = (words3) => new Set(words3.split(' '));
var MODALS = set('will shall must should would');
var POSSIBLE = set('can could may might cannot');
var BE = set('is are was were be been being am');
var FINITE_BE = set('is are was were');
var HAVE = set('has have had');
var NOT = set('not never no');
var DETERMINERS = set(
  'a an the this that these those its their our his her your any some each every all no both several many more most further new newly existing current revised updated refreshed dedicated specific such other one two three',
);
var PREPOSITIONS = set(
  'of for in on at by with from to into as about around within across through under over between via including than per against upon',
);
var JOINING = set('and or & / then nor plus');
var OPENINGS = set(
  'to in following as through drawing since from by for at upon building working on alongside with under linked over during within given after once when if where further due',
);
var SUBORDINATORS = new Map([
  ...[...set('which who whom whose whereby')].map((word) => [word, 'relative']),
  ...[
    ...set(
      'how whether if what why when where while whilst because once until unless although though so before after',
    ),
  ].map((word) => [word, 'aside']),
]);
var WITH_CONTENT = set('ensure propose confirm require recommend agree mandate specify');
var OFTEN_NOUNS = set(
  'review plan report audit record process support focus form set pilot use work train contact brief map test survey share issue present design draft launch change update refresh release link flag lead need aim benefit impact measure monitor research request approach address target contract rollout roll-out transfer visit document close open end start fund file log sample check study award sign screen limit cap post state detail value guide note run hope influence register host outline progress drive name house fit serve answer budget boost increase decrease cut raise cover list question project team partner challenge schedule commission network supply offer stop',
);
var AFTER_NOUN = set(
  'of and or , . ; : ) is are was were will has have had which that to in for by with on from',
);
var PREPOSITIONS_IN_ING = set('including following regarding concerning considering excluding');
var ADVERBS = set(
  'also now not already then therefore still just only further fully jointly currently recently however never always',
);
var QUALIFYING = set('in for to on with from within regarding around about between');
var FAR = set('as in within through across throughout for with from during under between about');
var SHORT_FORMS = set(
  'e i g eg ie etc no nos dr mr mrs ms st vs s ss para paras rec recs fig cf approx inc ltd',
);

// src/model/wording/measure-words.ts
var set2 = (words3) => new Set(words3.split(' '));
var FREQUENCIES = set2(
  'daily weekly fortnightly monthly bimonthly bi-monthly quarterly yearly annually annual biannual biannually bi-annual bi-annually six-monthly three-monthly twice-yearly half-yearly termly',
);
var PERIODS = set2(
  'day days week weeks month months quarter quarters year years shift shifts term working fortnight',
);
var COVERAGE = set2('all each every everyone everybody nationwide nationally');
var NO_WHOLE = set2(
  'of this that these those time it them at along possible appropriate necessary',
);
var NUMBER_WORDS = set2(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred',
);
var MONTHS2 = set2(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);
var NUMBERED2 = set2(
  'section sections s para paragraph paragraphs recommendation recommendations rec level levels part parts chapter article page version v phase stage tier category code codes wing band grade year annex appendix q standard procedure table figure concern core plus act regulation rule item no number id class and & 1983 \xA3',
);
var BACKGROUND_UNIT = set2(
  'day days week weeks month months year years hour hours minutes monthly am pm',
);
var OTHER_BEGINNINGS = set2('per once twice full no');

// src/model/wording/classes.ts
var MODAL = 1 << 0;
var POSSIBLY = 1 << 1;
var BEING = 1 << 2;
var IS = 1 << 3;
var HAS = 1 << 4;
var NEGATION = 1 << 5;
var DETERMINER = 1 << 6;
var PREPOSITION = 1 << 7;
var JOIN = 1 << 8;
var OPENING = 1 << 9;
var ADVERB = 1 << 10;
var SUBORDINATOR = 1 << 11;
var ENDS_NOUN = 1 << 12;
var QUALIFIES = 1 << 13;
var PLACES = 1 << 14;
var MAY_MEASURE = 1 << 15;
var PLURAL = 1 << 16;
var UPPER_FIRST = 1 << 17;
var UPPER_TWICE = 1 << 18;
var LOWER_FIRST = 1 << 19;
var LETTER_FIRST = 1 << 20;
var LETTER_OR_DIGIT_FIRST = 1 << 21;
var WORDLIKE = 1 << 22;
var STOP = 1 << 23;
var CLOSING = 1 << 24;
var SHORT_FORM = 1 << 25;
var BREAK = 1 << 26;
var VERB = 1 << 27;
var PHRASE = 1 << 28;
var REMARK = 1 << 29;
var PRODUCT = 1 << 30;
var AUXILIARY = MODAL | POSSIBLY | IS | HAS;
var BY_WORD = /* @__PURE__ */ new Map();
for (const [bit, ...lists] of [
  [MODAL, MODALS],
  [POSSIBLY, POSSIBLE],
  [BEING, BE],
  [IS, FINITE_BE],
  [HAS, HAVE],
  [NEGATION, NOT],
  [DETERMINER, DETERMINERS],
  [PREPOSITION, PREPOSITIONS],
  [JOIN, JOINING],
  [OPENING, OPENINGS],
  [ADVERB, ADVERBS],
  [SUBORDINATOR, SUBORDINATORS.keys(), ['that']],
  [ENDS_NOUN, AFTER_NOUN],
  [QUALIFIES, QUALIFYING],
  [PLACES, FAR],
  [SHORT_FORM, SHORT_FORMS],
  [MAY_MEASURE, FREQUENCIES, COVERAGE, NUMBER_WORDS, OTHER_BEGINNINGS],
  [STOP, ['.', '!', '?']],
  [CLOSING, ['"', "'", '\u201D', '\u2019', ')', ']']],
  [BREAK, [';', ':', '\u2022']],
]) {
  for (const list of lists) {
    for (const word of list) BY_WORD.set(word, (BY_WORD.get(word) ?? 0) | bit);
  }
}
var BY_FORM = [
  [UPPER_FIRST, /^\p{Lu}/u],
  [UPPER_TWICE, /^\p{Lu}{2}/u],
  [LOWER_FIRST, /^\p{Ll}/u],
  [LETTER_FIRST, /^\p{L}/u],
  [LETTER_OR_DIGIT_FIRST, /^[\p{L}\p{N}]/u],
  [WORDLIKE, /[\p{L}\p{N}]/u],
  [PLURAL, /(?:s|[A-Z]|\)|^staff|^people|^[Ww]e|^[Tt]hey|^[Tt]h[eo]se)$/],
  [MAY_MEASURE, /^[\d£$€]|%$/],
];
function classesOf(text2, lower) {
  let classes2 = BY_WORD.get(lower) ?? BY_WORD.get(text2) ?? 0;
  for (const [bit, form] of BY_FORM) if (form.test(text2)) classes2 |= bit;
  if (/[a-z]{3}ly$/.test(lower)) classes2 |= ADVERB;
  return classes2;
}
function is({ classes: classes2 }, bits) {
  return (classes2 & bits) !== 0;
}

// src/model/wording/word-list.ts
function listed2(text2) {
  return text2
    .split(',')
    .map((entry) => entry.trim().replace(/\s+/g, ' '))
    .filter((entry) => entry !== '');
}

// src/model/wording/products.ts
var PRODUCTS = [
  {
    kind: 'artefact',
    reason: 'a text with a version, which can be asked for',
    nouns:
      listed2(`guidance, guide, guideline, plan, workplan, strategy, policy, protocol, procedure,
      report, framework, specification, standard, manual, handbook, toolkit, leaflet, poster,
      brochure, booklet, factsheet, document, paper, statement, code of practice, charter, pledge,
      letter, memo, circular, bulletin, newsletter, briefing, aide memoire, proposal, business case,
      response, terms of reference, roadmap, timetable, schedule, rota, job description,
      curriculum, syllabus, module, material, resource, training package, package, e-learning,
      elearning, video, podcast, webpage, web page, website, presentation, slide, script, flowchart,
      flow chart, process map, directory, glossary, template, form, proforma, pro forma, checklist,
      questionnaire, methodology, bill, act, regulation, legislation, white paper, green paper, prospectus,
      constitution, minutes, instruction, operating model, map, finding, note, appendix, annex, faq,
      risk assessment, impact assessment, draft`),
  },
  {
    kind: 'artefact',
    reason: 'a record or data that can be looked at',
    nouns: listed2(`dataset, data set, dashboard, database, register, log, portal, field, flag,
      identifier, record, case file, file format, data collection, tool, app, indicator, metric,
      kpi, scorecard, tracker, inventory, spreadsheet, certificate, contact detail, matrix,
      baseline, list, index, logbook, email address, telephone number, mailbox`),
  },
  {
    kind: 'artefact',
    reason: 'something agreed or paid for, with a paper to show it',
    nouns: listed2(`agreement, memorandum, mou, contract, licence, license, tender, grant,
      sla, isa, dsa, lease, budget, bidder, governance structure, governance arrangement, duty,
      consultant, guardian, champion, single point of contact, contact, coordinator, co-ordinator,
      named lead, appointment`),
  },
  {
    kind: 'artefact',
    reason: 'a study that ends in a written result',
    nouns:
      listed2(`needs assessment, needs analysis, gap analysis, cost assessment, research project,
      feasibility study, options appraisal, impact analysis, psychiatric report`),
  },
  {
    kind: 'artefact',
    reason: 'equipment, a place or a technical change that is there or not',
    nouns: listed2(`telephone, camera, software, functionality, system change, systems change,
      authentication, video link, cctv, body worn video, laptop, device, scanner, vehicle,
      prison system, helpline, door, window, bed, building, case management system,
      it system, screen, rollout, roll-out, equipment, kit`),
  },
  {
    kind: 'event',
    reason: 'a body or a post that is set up or not, which by itself leaves nothing to ask for',
    nouns: listed2(`group, board, panel, committee, forum, network, team, hub, partnership, service,
      clinic, centre, unit, role, post, workstream, programme, program, project, scheme, taskforce,
      collaborative, governance, lead, officer, inspectorate, community of practice, structure,
      site, desk`),
  },
  {
    kind: 'event',
    reason: 'an occasion that takes place or not, which by itself leaves nothing to ask for',
    nouns:
      listed2(`meeting, workshop, webinar, seminar, conference, event, session, training, visit,
      induction, course, exercise, campaign, consultation, roadshow, drop-in, surgery,
      conversation, one-to-one, hearing, announcement, date`),
  },
  {
    kind: 'event',
    reason: 'a piece of work that ends or not, which by itself leaves nothing to ask for',
    nouns: listed2(`review, evaluation, audit, pilot, trial, deep-dive, deep dive, analysis, study,
      survey, process, system, arrangement, model, pathway, mechanism, remit, time limit, reform,
      recruitment, procurement, refresh, revision, integration, link, inspection, gateway,
      intervention, advice, recommendation, redesign, restructure, investigation, prompt, research,
      reporting, screening, funding`),
  },
];
var WISHED = listed2(`better, improved, enhanced, effective, appropriate,
  good, best, high-quality, excellent, stronger, adequate, sufficient, timely`);
var UNNAMED = listed2('training, sessions, events, meetings, programmes');
var RULES = listed2('system, systems, mechanism, process, procedure');
var BOUNDED = listed2(`power, court, impact, effectiveness, legislation,
  programme, contract, case, complaint, incident, death, recording, arrangement, usage, decision,
  application, item, sample, estate, relationship, caseload, establishment, staffing, budget,
  structure, training, ward`);
var UNBOUNDED = listed2(`how, whether, what, why, potential, possibility,
  possibilities, feasibility, ways, process, processes, needs, options, opportunities, practice,
  findings, progress, comments, relationships, approach, approaches, initiatives`);
var MAKING = listed2(`inclusion, addition, introduction, insertion, creation,
  publication, production, installation, drafting`);
var LOOKING = listed2(`review, reviews, evaluation, evaluations, audit,
  audits, analysis, assessment, study, consultation, deep-dive, investigation, inspection, pilot,
  exploration`);

// src/model/wording/step-verbs.ts
var STEP_VERBS = [
  {
    needs: 'anything',
    reason:
      'leaves a record whatever its object: an issue, a contract, an appointment, a bill paid',
    verbs:
      listed2(`publish, republish, re-publish, recruit, appoint, hire, employ, procure, install,
      uninstall, replace, purchase, buy, decommission, dismiss, open, close, go live, abolish,
      repeal, enact, legislate, mandate, translate, refurbish, demolish, award, sign, advertise,
      withdraw, license, accredit, certify, repair, relocate, rewrite, repay, recover, reimburse,
      suspend, disband, rectify`),
  },
  {
    needs: 'product',
    reason: 'makes a thing that was not there',
    verbs:
      listed2(`produce, develop, redevelop, co-develop, co-produce, create, write, draft, redraft,
      design, redesign, co-design, build, construct, establish, re-establish, set up, stand up,
      instigate, institute, initiate, introduce, launch, relaunch, form, constitute, prepare,
      compile, print, set, make, take forward, plan, expect`),
  },
  {
    needs: 'product',
    reason: 'changes a thing, so that the old and the new can be compared',
    verbs:
      listed2(`update, refresh, revise, amend, change, modify, rework, redraw, finalise, finalize, extend,
      expand, widen, reconfigure, upgrade, migrate, automate, adapt, convert, digitise, digitize,
      combine, merge, move, renew, renegotiate, transform into, reform, remove, delete, end, stop,
      cease, standardise, standardize, formalise, formalize, codify`),
  },
  {
    needs: 'product',
    reason: 'puts a thing before others, who have it or do not',
    verbs: listed2(`issue, reissue, release, deliver, co-deliver, provide, offer, supply, give,
      distribute, disseminate, circulate, share, send, submit, present, cascade, email, post,
      display, hand out, upload, announce, broadcast, lodge, file, serve, inform, notify, tell,
      advise, brief, train, induct, answer`),
  },
  {
    needs: 'product',
    reason: 'settles a thing between people, which is then settled or not',
    verbs: listed2(`agree, adopt, approve, sign off, ratify, endorse, confirm, commission,
      recommission, contract, negotiate, secure, fund, allocate, ring-fence, nominate, designate,
      assign, identify, name, define, require, specify, set out, put forward, outline, state, describe, detail,
      document`),
  },
  {
    needs: 'product',
    reason: 'puts a thing where it was not: into a form, a programme, a system',
    verbs:
      listed2(`add, include, incorporate, integrate, insert, attach, append, put, place, implement,
      roll out, rollout, deploy, configure, populate, link, connect, record, map, cover, couple,
      form part, support by, accompany, underpin, contribute to, reflect, appear, enrol`),
  },
  {
    needs: 'product',
    reason: 'holds an occasion or carries out a piece of work, which then has taken place or not',
    verbs: listed2(`hold, host, arrange, schedule, book, convene, reconvene, organise, organize,
      complete, conduct, carry out, undertake, perform, run, pilot, trial, test, start, begin,
      commence, take place, embark, finish, conclude, lead, chair, co-chair, attend, meet, receive, collect,
      gather, obtain, get, validate, verify, follow up, follow this up, follow it up, coordinate, co-ordinate, have, ensure, bring, raise,
      commit`),
  },
  {
    needs: 'bounded',
    reason: 'looks at something, and is over only if the thing looked at has an end',
    verbs:
      listed2(`review, re-review, evaluate, audit, assess, inspect, appraise, consult, benchmark,
      peer review, survey, consult with, consult on, dip sample, sample, reassess, quality assure, proofread, check,
      scrutinise, scrutinize, reconcile, rescope`),
  },
  {
    needs: 'amount',
    reason: 'is a step only by how much, how often or for whom it is done',
    verbs: listed2(`achieve, reach, increase, decrease, reduce, cut, raise, lower, respond, monitor,
      meet, collect, gather, follow, review, audit, check, report, inspect, clear, cover, visit,
      see, interview, contact, screen, offer, halve, double, limit, cap, process, attend, receive,
      benefit, undergo, test, sample, observe, assess, remand, discuss, analyse, ensure, transfer,
      remind, train, roll out, take part, measure, pay, save, go, approve, serve, pilot, integrate,
      answer, collate, complete, provide, deliver, hold, have, use, ask, fund, build, make, refer, write,
      debrief, supervise, track, log, conduct, undertake, share, register, house`),
  },
];
var PASSING_ON = listed2(`expect, plan, agree, ask, request, require, need,
  intend, commit, propose, start, begin, commence, instruct, direct, invite, recommend, arrange,
  schedule, pledge, confirm, task, oblige, mandate, proceed, finish, decide, be, do, have, make`);
var TOGETHER = listed2(`work, collaborate, cooperate, co-operate, join,
  meet, lead, take steps, take action, take appropriate steps, take appropriate action`);
var ASKING = listed2('ask, request, invite, urge, advise, recommend');
var ASKING_FOR = listed2('ask, prompt, capture, show, display, require');
var TAKING_PLACE = listed2(`complete, commence, begin, start, take place,
  close, conclude, finish, launch, plan, expect, schedule, hold, undertake, conduct, carry out, deliver,
  run, end, evaluate`);
var CONTAINING = listed2(`outline, set out, describe, incorporate, include,
  cover, detail, specify, put forward, state, define, document`);
var PUTTING_INTO = listed2(`add, include, incorporate, integrate, insert,
  attach, append, put, place, record`);
var CHANGING = listed2(`update, amend, revise, change, rewrite, reissue,
  refresh, publish, finalise, share, circulate`);

// src/model/wording/vague-words.ts
var VAGUE_VERBS = [
  {
    kind: 'continuing',
    verbs: listed2(`continue, carry on, keep, keep under review, remain, maintain, sustain, persist,
      uphold, recommence, retain`),
    reason: 'says that something goes on, not what will be new',
    instead: 'name what will be new, or how often it will be done',
  },
  {
    kind: 'considering',
    verbs: listed2(`explore, consider, examine, understand, scope, determine, investigate, look at,
      look into, think, reflect, ascertain, establish how, establish whether, establish what,
      establish why, gauge, give thought, give consideration, weigh, contemplate, study, research,
      learn, analyse, analyze, take stock, discover, find out, map out, assess whether, assess how,
      assess the potential, assess the feasibility, identify, recognise, recognize, acknowledge,
      undertake an exploration, discuss, debate, engage in a review, review how, review whether,
      review what, evaluate how, evaluate whether, evaluate the potential,
      evaluate the feasibility, evaluate the possibility, undertake work, conduct work,
      carry out work, do work, take into account, have regard, note`),
    reason: 'ends in a thought, not in something done',
    instead: 'name what the thinking will produce, such as a report, a decision or a plan',
  },
  {
    kind: 'trying',
    verbs:
      listed2(`look to, seek, aim, attempt, try, strive, endeavour, endeavor, hope, aspire, wish,
      work towards, work toward, move towards, move toward, take steps, take action,
      take appropriate action, take appropriate steps, take all appropriate steps, take measures,
      make efforts, make every effort, want`),
    reason: 'promises the attempt, so it holds even if nothing comes of it',
    instead: 'name the step itself',
  },
  {
    kind: 'encouraging',
    verbs: listed2(`promote, support, encourage, raise awareness, highlight, reinforce, champion,
      emphasise, emphasize, stress, share good practice, share best practice, share learning,
      share lessons, share the learning, influence, advocate, foster, nurture, cultivate, remind,
      empower, inspire, welcome, back, assist, help, facilitate, enable, contribute, contribute to,
      guide, motivate, urge, lobby, celebrate, showcase, recommit, commend, stimulate, pursue`),
    reason: 'leaves the step to others and does not say what its author will do',
    instead: "name the author's own step: what is written, sent, paid for or held",
    byMeans: true,
  },
  {
    kind: 'working with',
    verbs: listed2(`work, liaise, engage, collaborate, cooperate, co-operate, bring together,
      coordinate, co-ordinate, communicate, interact, link in, join up, participate,
      build relationships, build effective, build strong, build on, forge, draw on, focus, drive,
      drive forward, take forward, progress, lead on, lead work,
      play a role, play a lead role, play a key role, play a part, play a lead, play, act, convene internal`),
    reason: 'says with whom or on what effort is spent, not what comes of it',
    instead: 'name what will come of it: a document, a decision, a service, a change',
    byMeans: true,
  },
  {
    kind: 'improving',
    verbs:
      listed2(`improve, enhance, strengthen, maximise, maximize, optimise, optimize, streamline,
      address, tackle, align, ensure, assure, refine, boost, deepen, broaden, transform, modernise,
      modernize, simplify, minimise, minimize, eliminate, prevent, avoid, overcome, accelerate,
      embed, instil, upskill, inform, shape, prioritise, prioritize, manage, oversee, monitor,
      mitigate, protect, safeguard, deliver improvements, make improvements, make progress,
      make significant improvements, make significant progress, make good progress,
      develop approaches, develop an approach, develop practice, develop understanding,
      develop relationships, develop links, standardise, harmonise, make sure, resolve, respond,
      bolster, reduce, increase, raise, use, utilise, make use, smooth, demonstrate, become, enrich,
      rationalise, consolidate, equip, tailor, show, track, value, treat, deal, handle, rely,
      supervise, design to`),
    reason: 'is an aim and does not say what will be done to reach it',
    instead: 'name the step towards it, or the figure that will show it is reached',
    byMeans: true,
  },
];
var VAGUE_PHRASES = [
  {
    phrases:
      listed2(`as required, as appropriate, as necessary, as needed, if required, if necessary,
      if appropriate, if needed, where required, where appropriate, where necessary, where needed,
      where possible, when required, when necessary, as far as possible, as far as is possible,
      so far as possible, wherever possible, as and when, subject to resources, subject to funding,
      where practicable`),
    reason: 'leaves open whether it is done at all',
    instead: 'say when it is required, or promise it outright',
    conditional: true,
  },
  {
    phrases: listed2(`regularly, on a regular basis, shortly, in due course, as soon as possible,
      at the earliest opportunity, in the near future, timely, promptly, going forward,
      in the longer term, in longer term, over time, on an ongoing basis, early in`),
    reason: 'names no day or interval',
    instead: 'give the date, or how often',
  },
  {
    phrases: listed2(`robust, appropriate, appropriately, effective, fit for purpose, best practice,
      good practice, next steps, joined-up, seamless, holistic, culture of, meaningful, momentum,
      opportunities, options, ways to, ways of, ways in which, a range of, a number of, various,
      accordingly, key partners, relevant partners, relevant agencies`),
    reason: 'can be read in many ways',
    instead: 'name what is meant',
  },
];
var REMARKS = {
  phrases: listed2(`it is anticipated, it is expected, it is hoped,
  it is imperative, it will be important, it will be crucial, it is important, it is likely,
  is likely to, are likely to, is subject to, are subject to, remains subject to, the aim of,
  the aim is, the purpose of, the intention is, the focus is, the focus of, the key focus,
  work is underway, work is under way, work is ongoing, work will continue, scoping work,
  the ambition is, the vision is, responsibility is, unable to, consideration will be given,
  consideration is being given, continuation of, continued, the need to, the need for`),
  reason: 'remarks on what is needed, expected or going on, and promises nothing',
  instead: 'say who will do what',
};

// src/model/wording/verb-forms.ts
var IRREGULAR = {
  be: ['was', 'been'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  bring: ['brought', 'brought'],
  broadcast: ['broadcast', 'broadcast'],
  build: ['built', 'built'],
  buy: ['bought', 'bought'],
  cut: ['cut', 'cut'],
  deal: ['dealt', 'dealt'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  drive: ['drove', 'driven'],
  find: ['found', 'found'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  have: ['had', 'had'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  lay: ['laid', 'laid'],
  lead: ['led', 'led'],
  learn: ['learned', 'learnt'],
  make: ['made', 'made'],
  meet: ['met', 'met'],
  oversee: ['oversaw', 'overseen'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  redraw: ['redrew', 'redrawn'],
  rewrite: ['rewrote', 'rewritten'],
  run: ['ran', 'run'],
  see: ['saw', 'seen'],
  seek: ['sought', 'sought'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  show: ['showed', 'shown'],
  spread: ['spread', 'spread'],
  stand: ['stood', 'stood'],
  strive: ['strove', 'striven'],
  take: ['took', 'taken'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  understand: ['understood', 'understood'],
  undertake: ['undertook', 'undertaken'],
  undergo: ['underwent', 'undergone'],
  uphold: ['upheld', 'upheld'],
  withdraw: ['withdrew', 'withdrawn'],
  write: ['wrote', 'written'],
};
var DOUBLING = new Set(
  'commit submit plan map set put cut run begin get stop embed transfer refer equip fit cap log scan ring-fence enrol instil control label travel permit ban drop step'.split(
    ' ',
  ),
);
var VOWEL = /[aeiou]/;
function formsOf(base) {
  const stem = DOUBLING.has(base) ? base + base.slice(-1) : base;
  const silent = base.endsWith('e');
  const consonantY = base.endsWith('y') && !VOWEL.test(base.at(-2) ?? '');
  const s = consonantY
    ? `${base.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|o)$/.test(base)
      ? `${base}es`
      : `${base}s`;
  const ed = silent ? `${base}d` : consonantY ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  const ing =
    silent && base !== 'be' && !base.endsWith('ee') ? `${base.slice(0, -1)}ing` : `${stem}ing`;
  const [past2, participle] = IRREGULAR[base] ?? [ed, ed];
  return [
    [base, 'base'],
    [s, 's'],
    [past2, 'past'],
    [participle, 'participle'],
    [ing, 'ing'],
  ];
}

// src/model/wording/vocabulary.ts
var Vocabulary = class {
  #define;
  #slots = slots(LEAST);
  #size = 0;
  constructor(define) {
    this.#define = define;
  }
  /** The word that is the text from an offset up to, not including, another. */
  at(text2, start, end) {
    const table = this.#slots;
    const mask = table.length - 1;
    let slot = hashOf(text2, start, end) & mask;
    for (let word2 = table[slot]; word2 !== void 0; word2 = table[slot]) {
      if (isAt(word2.text, text2, start, end)) return word2;
      slot = (slot + 1) & mask;
    }
    const word = this.#define(text2.slice(start, end));
    table[slot] = word;
    this.#size += 1;
    if (this.#size > table.length / 4) this.#grow(table);
    return word;
  }
  #grow(before) {
    const fresh = before.length >= MOST;
    this.#slots = slots(fresh ? LEAST : before.length * 2);
    this.#size = 0;
    if (fresh) return;
    const mask = this.#slots.length - 1;
    for (const word of before) {
      if (!word) continue;
      let slot = hashOf(word.text, 0, word.text.length) & mask;
      while (this.#slots[slot]) slot = (slot + 1) & mask;
      this.#slots[slot] = word;
      this.#size += 1;
    }
  }
};
var LEAST = 1 << 12;
var MOST = 1 << 18;
function slots(count) {
  return Array.from({ length: count });
}
function hashOf(text2, start, end) {
  let hash = 0;
  for (let at2 = start; at2 < end; at2 += 1) {
    hash = (Math.imul(hash, 31) + text2.charCodeAt(at2)) | 0;
  }
  return hash;
}
function isAt(word, text2, start, end) {
  if (word.length !== end - start) return false;
  for (let at2 = 0; at2 < word.length; at2 += 1) {
    if (word.charCodeAt(at2) !== text2.charCodeAt(start + at2)) return false;
  }
  return true;
}

// src/model/wording/characters.ts
var SPACE = 1;
var LETTER = 2;
var DIGIT = 3;
var SIGN = 4;
var KINDS = [
  [SPACE, /\s/],
  [LETTER, /\p{L}/u],
  [DIGIT, /\p{N}/u],
];
var known = new Uint8Array(65536);
function kindAt(text2, at2) {
  if (at2 >= text2.length) return 0;
  return known[text2.charCodeAt(at2)] || askKind(text2, at2);
}
function askKind(text2, at2) {
  const width = widthAt(text2, at2);
  const character = text2.slice(at2, at2 + width);
  const kind = KINDS.find(([, form]) => form.test(character))?.[0] ?? SIGN;
  if (!isHalf(text2.charCodeAt(at2))) known[text2.charCodeAt(at2)] = kind;
  return kind;
}
function widthAt(text2, at2) {
  return isHalf(text2.charCodeAt(at2)) && (text2.codePointAt(at2) ?? 0) > 65535 ? 2 : 1;
}
function isHalf(code) {
  return (code & 63488) === 55296;
}

// src/model/wording/words.ts
var NONE = {
  text: '',
  lower: '',
  classes: 0,
  uses: [],
  opens: void 0,
  products: [],
  vaguePhrases: [],
  remarks: [],
};
function wordAt(words3, at2) {
  return at2 >= 0 && at2 < words3.length ? (words3[at2] ?? NONE) : NONE;
}
var MAX_WORDS = 250;
var gathered = [];
var gatheredStarts = [];
function sentencesOf(text2, { words: vocabulary }) {
  const sentences = [];
  let count = 0;
  let classes2 = 0;
  let newlines = 0;
  let gap = false;
  for (let start = 0; start < text2.length; ) {
    const kind = kindAt(text2, start);
    if (kind === SPACE) {
      if (text2.charCodeAt(start) === NEWLINE) newlines += 1;
      gap = true;
      start += 1;
      continue;
    }
    let end = start + 1;
    if (kind === LETTER) {
      while (kindAt(text2, end) === LETTER) end += 1;
      if (kindAt(text2, end) !== SPACE) end = wordEnd(text2, start);
    } else if (kind !== SIGN || !isAlone(text2.charCodeAt(start))) {
      end = wordEnd(text2, start);
    }
    const word = vocabulary.at(text2, start, end);
    if (count > 0) {
      const ended = newlines > 1 || (gap && endsSentence(gathered, count, word));
      if (ended || count >= MAX_WORDS) {
        if ((classes2 & WORDLIKE) !== 0) sentences.push(sentence(count, classes2));
        count = 0;
        classes2 = 0;
      }
    }
    gathered[count] = word;
    gatheredStarts[count] = start;
    count += 1;
    classes2 |= word.classes;
    start = end;
    newlines = 0;
    gap = false;
  }
  if ((classes2 & WORDLIKE) !== 0) sentences.push(sentence(count, classes2));
  return sentences;
}
function sentence(count, classes2) {
  return {
    words: gathered.slice(0, count),
    starts: gatheredStarts.slice(0, count),
    classes: classes2,
  };
}
var NEWLINE = 10;
var HYPHEN = 45;
var APOSTROPHE = 39;
var HIGH_APOSTROPHE = 8217;
var PERCENT = 37;
var POINT = 46;
var COMMA = 44;
var DOLLAR = 36;
var POUND = 163;
var EURO = 8364;
function isAlone(code) {
  return code !== DOLLAR && code !== POUND && code !== EURO && !isHalf(code);
}
function wordEnd(text2, start) {
  if (kindAt(text2, start) === LETTER) {
    const end = pastParts(text2, start, true);
    return isApostrophe(text2.charCodeAt(end)) ? end + 1 : end;
  }
  let at2 = isAlone(text2.charCodeAt(start)) || isHalf(text2.charCodeAt(start)) ? start : start + 1;
  if (kindAt(text2, at2) !== DIGIT) return start + widthAt(text2, start);
  for (;;) {
    while (kindAt(text2, at2) === DIGIT) at2 += widthAt(text2, at2);
    const code = text2.charCodeAt(at2);
    if ((code !== POINT && code !== COMMA) || kindAt(text2, at2 + 1) !== DIGIT) break;
    at2 += 1;
  }
  return text2.charCodeAt(at2) === PERCENT ? at2 + 1 : pastParts(text2, at2, false);
}
function isApostrophe(code) {
  return code === APOSTROPHE || code === HIGH_APOSTROPHE;
}
function past(text2, from) {
  let at2 = from;
  for (;;) {
    const kind = kindAt(text2, at2);
    if (kind !== LETTER && kind !== DIGIT) return at2;
    at2 += widthAt(text2, at2);
  }
}
function pastParts(text2, from, apostrophes) {
  let at2 = past(text2, from);
  for (;;) {
    const code = text2.charCodeAt(at2);
    if (code !== HYPHEN && !(apostrophes && isApostrophe(code))) return at2;
    const next = past(text2, at2 + 1);
    if (next === at2 + 1) return at2;
    at2 = next;
  }
}
function endsSentence(words3, count, next) {
  let at2 = count - 1;
  if (!is(wordAt(words3, at2), STOP | CLOSING)) return false;
  while (at2 > 0 && is(wordAt(words3, at2), CLOSING)) at2 -= 1;
  const last2 = wordAt(words3, at2);
  if (!is(last2, STOP)) return false;
  if (last2.text === '.' && is(wordAt(words3, at2 - 1), SHORT_FORM)) return false;
  return !is(next, LOWER_FIRST);
}

// src/model/wording/lexicon.ts
var WORD_LISTS = {
  vagueVerbs: VAGUE_VERBS,
  vaguePhrases: VAGUE_PHRASES,
  remarks: REMARKS,
  stepVerbs: STEP_VERBS,
  products: PRODUCTS,
  bounded: BOUNDED,
  unbounded: UNBOUNDED,
};
var Lexicon = class {
  asking = new Set(ASKING);
  changing = new Set(CHANGING);
  asksFor = new Set(ASKING_FOR);
  puttingInto = new Set(PUTTING_INTO);
  takingPlace = new Set(TAKING_PLACE);
  containing = new Set(CONTAINING);
  making = new Set(MAKING);
  unnamed = new Set(UNNAMED);
  rules = new Set(RULES);
  looking = new Set(LOOKING);
  wished = new Set(WISHED);
  bounded;
  unbounded;
  #senses = /* @__PURE__ */ new Map();
  #forms = /* @__PURE__ */ new Map();
  #products = /* @__PURE__ */ new Map();
  #vaguePhrases = /* @__PURE__ */ new Map();
  #remarks = /* @__PURE__ */ new Map();
  /** Every word met so far, with all that is known of it. */
  words = new Vocabulary((text2) => this.#define(apart(text2)));
  constructor(lists) {
    this.bounded = new Set(lists.bounded.flatMap((noun) => [noun, pluralOf(noun)]));
    this.unbounded = new Set(lists.unbounded);
    for (const vague of lists.vagueVerbs) {
      for (const verb of vague.verbs) this.#addSense(verb, { vague });
    }
    for (const { needs, verbs } of lists.stepVerbs) {
      for (const verb of verbs) this.#addSense(verb, { needs: [needs] });
    }
    for (const verb of PASSING_ON) this.#addSense(verb, { passingOn: true });
    for (const verb of TOGETHER) this.#addSense(verb, { together: true });
    for (const { kind, nouns } of lists.products) {
      for (const noun of nouns.flatMap((one) => [one, pluralOf(one)])) {
        addPhrase(this.#products, noun, kind);
      }
    }
    for (const meaning of lists.vaguePhrases) {
      for (const phrase of meaning.phrases) addPhrase(this.#vaguePhrases, phrase, meaning);
    }
    for (const remark of lists.remarks.phrases) addPhrase(this.#remarks, remark, lists.remarks);
    for (const senses of this.#senses.values()) {
      senses.sort((a, b) => b.particle.length - a.particle.length);
    }
    for (const phrases of [this.#products, this.#vaguePhrases, this.#remarks]) {
      for (const one of phrases.values()) one.sort((a, b) => b.rest.length - a.rest.length);
    }
  }
  #addSense(phrase, more) {
    const [lemma = '', ...particle] = phrase.split(' ');
    let senses = this.#senses.get(lemma);
    if (!senses) {
      senses = [];
      this.#senses.set(lemma, senses);
      for (const [written, form] of formsOf(lemma)) {
        const uses = this.#forms.get(written);
        if (uses) uses.push({ lemma, form });
        else this.#forms.set(written, [{ lemma, form }]);
      }
    }
    const at2 = senses.findIndex((one) => one.particle.join(' ') === particle.join(' '));
    const before = senses[at2];
    const sense = {
      lemma: phrase,
      particle,
      vague: before?.vague ?? more.vague,
      needs: [...(before?.needs ?? []), ...(more.needs ?? [])],
      passingOn: before?.passingOn || more.passingOn || false,
      together: before?.together || more.together || false,
    };
    if (before) senses[at2] = sense;
    else senses.push(sense);
  }
  #define(text2) {
    const lower = text2.toLowerCase().replace('\u2019', "'").replace(/'$/, '');
    const uses = this.#forms.get(lower) ?? [];
    const products = this.#products.get(lower) ?? [];
    const vaguePhrases = this.#vaguePhrases.get(lower) ?? [];
    const remarks = this.#remarks.get(lower) ?? [];
    const classes2 =
      classesOf(text2, lower) |
      (uses.length > 0 ? VERB : 0) |
      (products.length > 0 ? PRODUCT : 0) |
      (vaguePhrases.length > 0 ? PHRASE : 0) |
      (remarks.length > 0 ? REMARK : 0);
    const opens = SUBORDINATORS.get(lower);
    return { text: text2, lower, classes: classes2, uses, opens, products, vaguePhrases, remarks };
  }
  /** What a verb means where it stands, and how many words it takes with its particle. */
  senseAt(words3, at2, lemma) {
    for (const sense of this.#senses.get(lemma) ?? []) {
      const end = particleEnd(words3, at2, sense.particle);
      if (end !== void 0) return [sense, end - at2];
    }
    return void 0;
  }
};
function particleEnd(words3, at2, particle) {
  let next = at2 + 1;
  for (const part of particle) {
    if (is(wordAt(words3, next), ADVERB)) next += 1;
    if (wordAt(words3, next).lower !== part) return void 0;
    next += 1;
  }
  return next;
}
function productAt(words3, at2) {
  const found2 = phraseAt(wordAt(words3, at2).products, words3, at2);
  return found2 && { kind: found2.meaning, from: at2, to: at2 + 1 + found2.rest.length };
}
function vaguePhraseAt(words3, at2) {
  const found2 = phraseAt(wordAt(words3, at2).vaguePhrases, words3, at2);
  return found2 && [found2.meaning, 1 + found2.rest.length];
}
function remarkAt(words3, at2) {
  const found2 = phraseAt(wordAt(words3, at2).remarks, words3, at2);
  return found2 && [found2.meaning, 1 + found2.rest.length];
}
function phraseAt(phrases, words3, at2) {
  for (const phrase of phrases) {
    if (goesOn(phrase.rest, words3, at2)) return phrase;
  }
  return void 0;
}
function goesOn(rest, words3, at2) {
  for (let index = 0; index < rest.length; index += 1) {
    if (wordAt(words3, at2 + 1 + index).lower !== rest[index]) return false;
  }
  return true;
}
function apart(text2) {
  return JSON.parse(JSON.stringify(text2));
}
function addPhrase(map, phrase, meaning) {
  const [first = '', ...rest] = phrase.split(' ');
  const phrases = map.get(first) ?? [];
  phrases.push({ rest, meaning });
  map.set(first, phrases);
}
function pluralOf(noun) {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (noun.endsWith('sis')) return `${noun.slice(0, -2)}es`;
  return /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}
var standard;
function standardLexicon() {
  standard ??= new Lexicon(WORD_LISTS);
  return standard;
}

// src/model/wording/clause.ts
var REACH = 40;
function clauseOf({ words: words3, predicates }, index) {
  const predicate = predicates[index];
  if (!predicate) return { subject: 0, head: 0, object: 0, end: 0 };
  const { head, to } = predicate;
  let end = Math.min(words3.length, to + REACH);
  for (let after = index + 1; after < predicates.length; after += 1) {
    const next = predicates[after];
    if (!next || next.head < to) continue;
    end = Math.min(end, next.head);
    break;
  }
  for (let at2 = to; at2 < end; at2 += 1) {
    const { lower } = wordAt(words3, at2);
    if (ENDS_CLAUSE.has(lower) || (at2 === to && lower === 'that')) end = at2;
  }
  return { subject: Math.max(predicate.subject, head - REACH), head, object: to, end };
}
var ENDS_CLAUSE = /* @__PURE__ */ new Set([';', 'whether', 'so', 'via']);
function productsIn(sentence2, from, to) {
  if (!is(sentence2, PRODUCT)) return [];
  const { words: words3, lexicon } = sentence2;
  const found2 = [];
  for (let at2 = from; at2 < to; at2 += 1) {
    if (!is(wordAt(words3, at2), PRODUCT)) continue;
    const product = productAt(words3, at2);
    if (!product || product.to > to) continue;
    const before = wordAt(words3, at2 - 1).lower;
    const wished = before === 'in' || (product.kind === 'event' && lexicon.wished.has(before));
    if (!wished) found2.push(product);
    at2 = product.to - 1;
    const after = wordAt(words3, at2 + 1).lower;
    const looking =
      (after === 'of' || after === 'into') && lexicon.looking.has(wordAt(words3, at2).lower);
    if (looking || (product.kind === 'event' && ABOUT.has(after))) {
      break;
    }
  }
  return found2;
}
var ABOUT = /* @__PURE__ */ new Set(['on', 'about', 'around', 'regarding']);
function productsOfSubject(sentence2, from, to) {
  if (!is(sentence2, PRODUCT)) return [];
  for (let at2 = from + 1; at2 < to; at2 += 1) {
    if (is(wordAt(sentence2.words, at2), QUALIFIES) && !inName(sentence2, at2, to)) {
      return productsIn(sentence2, from, at2);
    }
  }
  return productsIn(sentence2, from, to);
}
function inName({ words: words3 }, at2, to) {
  if (!is(wordAt(words3, at2 - 1), UPPER_FIRST) || !is(wordAt(words3, at2 + 1), UPPER_FIRST)) {
    return false;
  }
  for (let next = at2 + 1; next < to; next += 1) {
    if (is(wordAt(words3, next), QUALIFIES)) return false;
  }
  return true;
}
function sharedProducts(sentence2, index) {
  const { words: words3, predicates, lexicon } = sentence2;
  const predicate = predicates[index];
  const before = predicates[index - 1];
  if (!predicate || before?.standing !== predicate.standing) return [];
  if (STANDS_FOR.has(wordAt(words3, predicate.head - 1).lower)) {
    return productsOfSubject(sentence2, before.subject, before.head);
  }
  const joint = wordAt(words3, predicate.from - 1).lower;
  if ((joint !== 'and' && joint !== 'then') || !lexicon.changing.has(predicate.lemma)) return [];
  const { object, end } = clauseOf(sentence2, index - 1);
  return productsIn(sentence2, object, end);
}
var STANDS_FOR = /* @__PURE__ */ new Set(['these', 'they', 'it', 'both']);

// src/model/wording/measures.ts
function measuresIn(words3, from, to) {
  const found2 = [];
  for (let at2 = from; at2 < to; at2 += 1) {
    if (!is(wordAt(words3, at2), MAY_MEASURE) && wordAt(words3, at2 + 1).lower !== 'per') continue;
    const one = frequencyAt(words3, at2) ?? coverageAt(words3, at2) ?? numberAt(words3, at2);
    if (one) found2.push(one);
  }
  return found2;
}
function frequencyAt(words3, at2) {
  const word = wordAt(words3, at2).lower;
  const next = wordAt(words3, at2 + 1).lower;
  if (FREQUENCIES.has(word)) return { kind: 'frequency', from: at2, to: at2 + 1 };
  if ((word === 'every' || word === 'each' || word === 'per') && PERIODS.has(next)) {
    return { kind: 'frequency', from: at2, to: at2 + 2 };
  }
  if (word === 'every' && PERIODS.has(wordAt(words3, at2 + 2).lower)) {
    return { kind: 'frequency', from: at2, to: at2 + 3 };
  }
  if (
    (word === 'once' || word === 'twice') &&
    (next === 'a' || next === 'per' || next === 'every')
  ) {
    return { kind: 'frequency', from: at2, to: at2 + 3 };
  }
  return void 0;
}
function coverageAt(words3, at2) {
  const word = wordAt(words3, at2).lower;
  const next = wordAt(words3, at2 + 1);
  if (word === 'full' && next.lower === 'coverage') {
    return { kind: 'coverage', from: at2, to: at2 + 2 };
  }
  if (word === 'no' && at2 === 0) return { kind: 'coverage', from: at2, to: at2 + 2 };
  if (!COVERAGE.has(word)) return void 0;
  if (word.startsWith('nation') || (word.startsWith('every') && word !== 'every')) {
    return { kind: 'coverage', from: at2, to: at2 + 1 };
  }
  if (!is(next, LETTER_FIRST) || NO_WHOLE.has(next.lower) || PERIODS.has(next.lower)) {
    return void 0;
  }
  return { kind: 'coverage', from: at2, to: at2 + 2 };
}
var SIGN2 = /^[/.–-]$/;
function numberAt(words3, at2) {
  const { text: text2, lower } = wordAt(words3, at2);
  const before = wordAt(words3, at2 - 1).lower;
  const next = wordAt(words3, at2 + 1).lower;
  const one = { kind: 'number', from: at2, to: at2 + 1 };
  if (NUMBER_WORDS.has(lower)) {
    return BACKGROUND_UNIT.has(next) || NUMBERED2.has(before) ? void 0 : one;
  }
  if (text2.endsWith('%') || ((next === '%' || next === 'percent') && /^\d/.test(text2)))
    return one;
  if (next === 'per' && wordAt(words3, at2 + 2).lower === 'cent') return one;
  if (/^[£$€]/.test(text2)) return one;
  if (!/^\d+(?:[.,]\d{3})*(?:\.\d+)?$/.test(text2)) return void 0;
  if (before === 'within' && BACKGROUND_UNIT.has(next)) return void 0;
  if (BACKGROUND_UNIT.has(next) || MONTHS2.has(next) || MONTHS2.has(before)) return void 0;
  if (/^(?:19|20)\d\d$/.test(text2) || NUMBERED2.has(before)) return void 0;
  if (SIGN2.test(next) || SIGN2.test(before) || before === '(' || next === ')') return void 0;
  if (isNameBefore(words3, at2) && !is(wordAt(words3, at2 + 1), LOWER_FIRST)) return void 0;
  return one;
}
function isNameBefore(words3, at2) {
  return at2 > 0 && is(wordAt(words3, at2 - 1), UPPER_FIRST);
}

// src/model/wording/spans.ts
function spanOf({ text: text2, words: words3, starts }, from, to) {
  const start = starts[from] ?? 0;
  const last2 = starts[to - 1];
  const end = last2 === void 0 ? start : last2 + wordAt(words3, to - 1).text.length;
  return { text: text2.slice(start, end), start, end };
}
function amountsIn(sentence2, from, to) {
  if (!is(sentence2, MAY_MEASURE)) return [];
  return measuresIn(sentence2.words, from, to).map((one) =>
    measureOf(sentence2, one.from, one.to, one.kind),
  );
}
function artefactIn(sentence2, products) {
  for (const one of products) {
    if (one.kind === 'artefact') return [one, measureOf(sentence2, one.from, one.to, 'artefact')];
  }
  return void 0;
}
function measureOf(sentence2, from, to, kind) {
  const { text: text2, start, end } = spanOf(sentence2, from, to);
  return { text: text2, start, end, kind };
}

// src/model/wording/judge-predicate.ts
function judgePredicate(sentence2, index, clause) {
  const { predicates, lexicon } = sentence2;
  const predicate = predicates[index];
  if (!predicate || handsOn(predicate, predicates[index + 1])) return void 0;
  const subjectCounts =
    predicate.passive ||
    lexicon.containing.has(predicate.lemma) ||
    (lexicon.takingPlace.has(predicate.lemma) && isWithoutObject(sentence2, clause));
  const done = productsOfObject(sentence2, predicate, clause);
  const doing = subjectCounts ? productsOfSubject(sentence2, clause.subject, clause.head) : NONE2;
  const own = predicate.passive ? joined(doing, done) : joined(done, doing);
  const products = own.length > 0 ? own : sharedProducts(sentence2, index);
  const [artefact, made] = artefactIn(sentence2, products) ?? [];
  const amounts = joined(
    amountsIn(sentence2, clause.subject, clause.head),
    amountsIn(sentence2, clause.object, clause.end),
  );
  const product = artefact ?? products[0];
  const measures = joined(made ? [made] : [], joined(rulesIn(sentence2, product), amounts));
  if (predicate.standing === 'content' && predicate.lemma === 'be') {
    return amounts.some((one) => one.kind === 'number') ? { product, measures: amounts } : void 0;
  }
  if (lexicon.asksFor.has(predicate.lemma) && !predicate.passive) {
    const subject = productsOfSubject(sentence2, clause.subject, clause.head);
    const [field, there] = artefactIn(sentence2, subject) ?? [];
    if (field && there) return { product: field, measures: [there] };
  }
  if (predicate.together) {
    const [named2, shown2] = artefactIn(sentence2, productsOfMaking(sentence2, clause)) ?? [];
    if (named2 && shown2) return { product: named2, measures: [shown2, ...amounts] };
  }
  for (const needs of predicate.needs) {
    const named2 = predicate.passive ? clause.head > clause.subject : clause.end > clause.object;
    if (needs === 'anything' && named2) {
      const record = measureOf(sentence2, predicate.from, predicate.to, 'record');
      return { product, measures: [record, ...measures] };
    }
    if (needs === 'product') {
      const strict = predicate.vague !== void 0 || predicate.standing === 'content';
      const found2 = strict ? artefact : product;
      if (found2) return { product: found2, measures };
    }
    if (needs === 'bounded' && isBounded(sentence2, predicate, clause)) {
      return { product, measures: amounts };
    }
    if (needs === 'amount' && amounts.some((one) => counts2(one, predicate))) {
      return { product, measures: amounts };
    }
  }
  return void 0;
}
var NONE2 = [];
function joined(first, second) {
  if (second.length === 0) return first;
  return first.length === 0 ? second : [...first, ...second];
}
function rulesIn(sentence2, product) {
  const { words: words3, lexicon } = sentence2;
  if (!product || !lexicon.rules.has(wordAt(words3, product.to - 1).lower)) return [];
  const after = wordAt(words3, product.to).lower;
  if (after !== 'which' && after !== 'whereby' && after !== 'that') return [];
  return [measureOf(sentence2, product.from, product.to + 1, 'record')];
}
function counts2({ kind }, predicate) {
  return kind !== 'coverage' || predicate.vague === void 0;
}
function productsOfObject(sentence2, predicate, { object, end }) {
  const every = productsIn(sentence2, object, end);
  if (every.length === 0) return every;
  const found2 = every.filter((one) => one.from > object || !isUnnamed(sentence2, one));
  if (sentence2.lexicon.puttingInto.has(predicate.lemma)) return found2;
  let near = object;
  while (near < end && !is(wordAt(sentence2.words, near), PLACES)) near += 1;
  return found2.filter((one) => one.kind === 'artefact' || one.from < near || near === object);
}
function isUnnamed({ words: words3, lexicon }, { from, to }) {
  return lexicon.unnamed.has(wordAt(words3, from).lower) && !NAMING.has(wordAt(words3, to).lower);
}
var NAMING = /* @__PURE__ */ new Set(['on', 'for', 'to', 'in', 'about']);
function productsOfMaking(sentence2, { object, end }) {
  const { words: words3, lexicon } = sentence2;
  for (let at2 = object; at2 < end; at2 += 1) {
    const making =
      wordAt(words3, at2 + 1).lower === 'of' && lexicon.making.has(wordAt(words3, at2).lower);
    if (making) return productsIn(sentence2, at2, end);
  }
  return [];
}
function isWithoutObject({ words: words3 }, { object, end }) {
  const next = wordAt(words3, object);
  return object >= end || is(next, ADVERB | PREPOSITION | JOIN) || !is(next, LETTER_OR_DIGIT_FIRST);
}
function handsOn(predicate, next) {
  return predicate.passingOn && next !== void 0 && next.head <= predicate.to;
}
var NEAR = 14;
function isBounded(sentence2, predicate, clause) {
  const { words: words3, lexicon } = sentence2;
  const [from, to] = predicate.passive
    ? [clause.subject, clause.head]
    : [clause.object, clause.end];
  for (let at2 = from; at2 < Math.min(to, from + NEAR); at2 += 1) {
    const word = wordAt(words3, at2);
    const { lower } = word;
    if (lexicon.unbounded.has(lower)) return false;
    if (at2 === from && POINTING.has(lower) && !predicate.passive) return false;
    if (is(word, PRODUCT) && productAt(words3, at2)) return true;
    if (lexicon.bounded.has(lower) || (at2 > 0 && is(word, UPPER_TWICE))) return true;
  }
  return false;
}
var POINTING = /* @__PURE__ */ new Set(['this', 'it', 'them']);

// src/model/wording/reading.ts
var ARTICLES = /* @__PURE__ */ new Set(['a', 'an', 'the']);
var BEFORE_SUBJECT = /* @__PURE__ */ new Set([',', 'and', 'but', 'or', '(']);
var SEPARATING = /* @__PURE__ */ new Set(['and', 'but', 'this', 'it', 'with']);
var NOTHING = [];
function remarksIn(words3) {
  const found2 = [];
  for (let at2 = 0; at2 < words3.length; at2 += 1) {
    if (is(wordAt(words3, at2), REMARK) && remarkAt(words3, at2)) found2.push(at2);
  }
  return found2;
}
var Reading = class {
  words;
  lexicon;
  found = [];
  /** A subordinator waiting for its verb. */
  pending;
  clauseStart = 0;
  /** Whether the clause's main verb has come, and where. */
  mainSeen = false;
  mainAt;
  /** Whether a remark such as "it is anticipated" governs the clause. */
  remark = false;
  /** Where remarks begin. */
  remarks;
  constructor(sentence2, lexicon) {
    this.words = sentence2.words;
    this.lexicon = lexicon;
    this.remarks = is(sentence2, REMARK) ? remarksIn(sentence2.words) : [];
  }
  word(at2) {
    return wordAt(this.words, at2);
  }
  lower(at2) {
    return wordAt(this.words, at2).lower;
  }
  startClause(at2) {
    this.clauseStart = at2;
    this.mainSeen = false;
    this.pending = void 0;
    this.remark = false;
  }
  get last() {
    const last2 = this.found.at(-1);
    return last2 && last2.from >= this.clauseStart ? last2 : void 0;
  }
  joined(at2) {
    let before = at2 - 1;
    while (is(this.word(before), ADVERB)) before -= 1;
    return is(this.word(before), JOIN) && this.found.length > 0;
  }
  governorOf(last2) {
    if (!last2) return this.remark ? 'remark' : void 0;
    if (last2.vague && !WITH_CONTENT.has(last2.lemma)) return last2;
    return last2.governor;
  }
  /** Where the subject of a verb begins: after what came before in its clause. */
  subjectStart(at2) {
    const last2 = this.last;
    if (!last2) {
      const opening2 = is(this.word(this.clauseStart), OPENING) || this.isGerund(this.clauseStart);
      if (!opening2) return this.afterJoin(at2) ?? this.clauseStart;
      const comma = this.find(',', this.clauseStart, at2);
      return comma < 0 ? this.clauseStart : comma + 1;
    }
    const opening =
      this.lower(this.clauseStart) === 'to' && this.find(',', this.clauseStart, at2) < 0;
    if (opening) {
      for (let back = at2 - 1; back > last2.to; back -= 1) {
        if (ARTICLES.has(this.lower(back))) return back;
      }
    }
    for (let back = at2 - 1; back > last2.to; back -= 1) {
      if (BEFORE_SUBJECT.has(this.lower(back))) return back + 1;
    }
    return last2.standing === 'main' ? last2.to : last2.subject;
  }
  /** After ", and" or ", but", where a clause of its own begins. */
  afterJoin(at2) {
    for (let back = at2 - 1; back > this.clauseStart && at2 - back <= 4; back -= 1) {
      const lower = this.lower(back);
      if ((lower === 'and' || lower === 'but') && this.lower(back - 1) === ',') return back + 1;
    }
    return void 0;
  }
  /** The first verb that a word may be a form of in this form. */
  useAs(at2, form) {
    for (const use of this.word(at2).uses) if (use.form === form) return use;
    return void 0;
  }
  isGerund(at2) {
    return this.useAs(at2, 'ing') !== void 0;
  }
  find(lower, from, to) {
    for (let at2 = from; at2 < to; at2 += 1) if (this.lower(at2) === lower) return at2;
    return -1;
  }
  /** Whether a main verb with an auxiliary is still to come in this clause, with its own subject. */
  mainAhead(at2) {
    let pending = false;
    for (let next = at2 + 1; next < this.words.length; next += 1) {
      const word = this.word(next);
      if (!is(word, BREAK | SUBORDINATOR | AUXILIARY)) continue;
      if (is(word, BREAK) && word.lower !== '\u2022') return false;
      if (is(word, SUBORDINATOR)) pending = true;
      if (is(word, AUXILIARY)) {
        if (pending) pending = false;
        else return !is(this.word(next - 1), JOIN) && !this.separated(at2, next);
      }
    }
    return false;
  }
  /** Whether a comma with "and" or "but" stands between: then what follows is a clause of its own. */
  separated(at2, to) {
    for (let next = at2 + 1; next < to - 1; next += 1) {
      if (this.lower(next) === ',' && SEPARATING.has(this.lower(next + 1))) return true;
    }
    return false;
  }
  /** Whether it hangs on a verb of asking: "will request forces to review". */
  askedBy(head, standing) {
    const last2 = this.last;
    if (!last2 || (standing === 'main' && this.lower(head) !== 'to')) return false;
    return last2.asked || this.lexicon.asking.has(last2.lemma);
  }
  make(group, head, { standing, governor, subject }) {
    const { use, at: at2, passive, negative } = group;
    const [sense, length] = this.lexicon.senseAt(this.words, at2, use.lemma) ?? [void 0, 1];
    return {
      lemma: sense?.lemma ?? use.lemma,
      from: at2,
      to: at2 + length,
      head,
      subject: Math.min(subject, head),
      passive,
      negative,
      standing,
      form: use.form,
      vague: sense?.vague,
      needs: sense?.needs ?? NOTHING,
      passingOn: sense?.passingOn ?? false,
      together: sense?.together ?? false,
      ahead:
        is(this.word(head), MODAL) ||
        this.lower(head) === 'to' ||
        (use.form === 'base' && !is(this.word(head), HAS | IS)),
      asked: standing !== 'main' || head > 0 ? this.askedBy(head, standing) : false,
      governor,
    };
  }
};

// src/model/wording/verbs/finite.ts
function finiteAt(reading, at2) {
  const word = reading.word(at2);
  if (!is(word, AUXILIARY) || (at2 > 0 && word.text === 'May')) return void 0;
  const possible = is(word, POSSIBLY);
  const group = followAuxiliaries(reading, at2);
  const joined2 = reading.joined(at2);
  const last2 = reading.found.at(-1);
  let standing = 'main';
  let governor;
  let subject = reading.subjectStart(at2);
  if (possible) standing = 'aside';
  else if (reading.pending) standing = reading.pending;
  else if (joined2 && last2 && !backToMain(reading, word, last2)) standing = last2.standing;
  if (standing === 'aside' || standing === 'content' || standing === 'relative') {
    governor = reading.governorOf(last2);
    if (standing === 'relative') subject = Math.max(reading.clauseStart, at2 - 10);
    if (standing === 'content' && last2) subject = last2.to;
  } else {
    if (reading.mainSeen && !joined2)
      reading.remark = reading.remarks.some((one) => one >= (reading.mainAt ?? 0) && one <= at2);
    if (reading.remark) governor = 'remark';
    if (joined2 && last2) subject = last2.subject;
  }
  reading.pending = void 0;
  return reading.make(group, at2, { standing, governor, subject });
}
function backToMain(reading, auxiliary, last2) {
  return (
    last2.standing === 'purpose' || (is(auxiliary, MODAL) && !is(reading.word(last2.head), MODAL))
  );
}
function followAuxiliaries(reading, first) {
  let at2 = first;
  let be = false;
  let have = false;
  let negative = false;
  for (let steps = 0; steps < 8; steps += 1) {
    const word2 = reading.word(at2);
    if (is(word2, BEING)) be = true;
    else if (is(word2, HAS)) {
      have = true;
    } else if (is(word2, NEGATION)) negative = true;
    else if (!is(word2, MODAL | POSSIBLY | ADVERB)) {
      const skipped = word2.lower === ',' ? pastAside(reading, at2) : void 0;
      if (skipped === void 0) break;
      at2 = skipped;
      continue;
    }
    at2 += 1;
  }
  const { uses, lower: word } = reading.word(at2);
  const wanted = be ? AFTER_BE : have ? AFTER_HAVE : AFTER_MODAL;
  for (const form of wanted) {
    const use = reading.useAs(at2, form);
    if (use) return { use, at: at2, passive: be && form !== 'ing', negative };
  }
  if ((be || have) && uses.length === 0 && word.endsWith('ed')) {
    return { use: { lemma: word, form: 'participle' }, at: at2, passive: be, negative };
  }
  const lemma = be ? 'be' : have ? 'have' : 'do';
  return { use: { lemma, form: 'base' }, at: Math.max(first, at2 - 1), passive: false, negative };
}
var AFTER_BE = ['participle', 'past', 'ing'];
var AFTER_HAVE = ['participle', 'past'];
var AFTER_MODAL = ['base'];
function pastAside(reading, comma) {
  for (let at2 = comma + 2; at2 < Math.min(comma + 14, reading.words.length); at2 += 1) {
    if (reading.lower(at2) === ',') return at2 + 1;
  }
  return void 0;
}

// src/model/wording/verbs/gerund.ts
var EXAMPLES = /* @__PURE__ */ new Set([',', 'including', 'example', 'through']);
function gerundAt(reading, at2) {
  const use = reading.useAs(at2, 'ing');
  if (!use || (at2 > reading.clauseStart && PREPOSITIONS_IN_ING.has(reading.lower(at2))))
    return void 0;
  const wordBefore = reading.word(at2 - 1);
  const before = wordBefore.lower;
  const last2 = reading.last;
  const group = { use, at: at2, passive: false, negative: false };
  if (at2 === reading.clauseStart) {
    return reading.make(group, at2, { standing: 'main', governor: void 0, subject: at2 });
  }
  if (!last2) {
    if (is(wordBefore, PREPOSITION | DETERMINER | JOIN)) return void 0;
    if (before === ',') return void 0;
    if (reading.mainAhead(at2)) return void 0;
    return reading.make(group, at2, {
      standing: 'main',
      governor: void 0,
      subject: reading.clauseStart,
    });
  }
  const inherited2 = last2.vague ? last2 : last2.governor;
  if (before === 'by') {
    const example = EXAMPLES.has(reading.lower(at2 - 2));
    const governor = example || !last2.vague?.byMeans ? inherited2 : last2.governor;
    return reading.make(group, at2, { standing: 'means', governor, subject: last2.subject });
  }
  if (before === 'of' && reading.lower(at2 - 2) === 'process' && last2.lemma === 'be') {
    return reading.make(group, at2, {
      standing: last2.standing,
      governor: last2.governor,
      subject: last2.subject,
    });
  }
  if (at2 === last2.to && last2.lemma !== 'make' && !productAt(reading.words, at2)) {
    const governor = last2.vague && !last2.passingOn ? last2 : last2.governor;
    return reading.make(group, at2, { standing: last2.standing, governor, subject: last2.subject });
  }
  if (last2.passingOn && at2 - last2.to <= 1) {
    return reading.make(group, at2, {
      standing: last2.standing,
      governor: last2.governor,
      subject: last2.subject,
    });
  }
  if (before === ',' || (is(wordBefore, JOIN) && last2.form === 'ing')) {
    const governor =
      is(wordBefore, JOIN) && last2.governor === void 0 && !last2.vague ? void 0 : inherited2;
    return reading.make(group, at2, { standing: 'means', governor, subject: last2.subject });
  }
  return void 0;
}

// src/model/wording/verbs/imperative.ts
function imperativeAt(reading, at2) {
  const use = reading.useAs(at2, 'base');
  if (!use) return void 0;
  const wordBefore = reading.word(at2 - 1);
  const before = wordBefore.lower;
  const after = reading.word(at2 + 1);
  const last2 = reading.last;
  const group = { use, at: at2, passive: false, negative: false };
  if (
    at2 === reading.clauseStart ||
    (before === ',' && !last2 && is(reading.word(reading.clauseStart), OPENING))
  ) {
    if (
      OFTEN_NOUNS.has(use.lemma) &&
      ((is(after, ENDS_NOUN) && !joinsVerb(reading, at2 + 1)) ||
        auxiliaryNear(reading, at2) ||
        headlineAhead(reading, at2))
    ) {
      return void 0;
    }
    return reading.make(group, at2, { standing: 'main', governor: void 0, subject: at2 });
  }
  const joins = is(wordBefore, JOIN) || (before === ',' && last2 !== void 0);
  if (!joins || !last2 || last2.form === 'ing' || last2.form === 's') return void 0;
  const baseLike = reading.found.findLast(
    (one) => one.form === 'base' && one.from >= reading.clauseStart,
  );
  if (!baseLike) return void 0;
  if (
    OFTEN_NOUNS.has(use.lemma) &&
    !is(after, DETERMINER) &&
    !(use.lemma === 'work' && after.lower === 'with')
  ) {
    const adjacent = is(wordBefore, JOIN) && at2 - baseLike.to <= 1;
    if (
      !adjacent &&
      !is(after, ADVERB) &&
      (before !== ',' || is(after, ENDS_NOUN) || use.lemma === 'work')
    )
      return void 0;
  }
  return reading.make(group, at2, {
    standing: baseLike.standing,
    governor: baseLike.governor,
    subject: baseLike.subject,
  });
}
function joinsVerb(reading, at2) {
  return is(reading.word(at2), JOIN) && reading.useAs(at2 + 1, 'base') !== void 0;
}
function auxiliaryNear(reading, at2) {
  for (let next = at2 + 1; next < at2 + 6; next += 1) {
    const { lower } = reading.word(next);
    if (lower === ',' || (lower !== 'work' && reading.useAs(next, 'base'))) return false;
    if (is(reading.word(next), MODAL | IS | HAS)) return true;
  }
  return false;
}
function headlineAhead(reading, at2) {
  for (let next = at2 + 1; next < Math.min(at2 + 4, reading.words.length); next += 1) {
    if (reading.lower(next) !== 'to') continue;
    return reading.lower(next + 1) === 'be' || reading.lower(next + 1) === 'continue';
  }
  return false;
}

// src/model/wording/verbs/infinitive.ts
function infinitiveAt(reading, at2) {
  if (reading.lower(at2) !== 'to') return void 0;
  let verb = at2 + 1;
  while (is(reading.word(verb), ADVERB)) verb += 1;
  const be = reading.lower(verb) === 'be';
  if (be) {
    verb += 1;
    while (is(reading.word(verb), ADVERB)) verb += 1;
  }
  const use = be
    ? (reading.useAs(verb, 'participle') ?? reading.useAs(verb, 'past'))
    : reading.useAs(verb, 'base');
  if (!use) return void 0;
  if (!be && OFTEN_NOUNS.has(use.lemma) && reading.lower(verb + 1) === 'of') return void 0;
  const group = { use, at: verb, passive: be, negative: false };
  const last2 = reading.last;
  if (!last2) {
    const subject2 = reading.subjectStart(at2);
    return reading.make(group, at2, {
      standing: 'main',
      governor: reading.remark ? 'remark' : void 0,
      subject: subject2,
    });
  }
  const { standing, subject } = last2;
  const governed = reading.make(group, at2, { standing, governor: last2, subject });
  const together = last2.together && last2.vague?.kind !== 'continuing';
  const onlyAims = governed.vague?.kind === 'improving' && last2.vague?.kind === 'working with';
  if ((last2.vague && !together) || (together && onlyAims)) return governed;
  const carries = last2.passingOn || last2.together || (last2.lemma === 'be' && !last2.passive);
  return reading.make(group, at2, {
    standing: carries ? standing : 'purpose',
    governor: last2.governor,
    subject,
  });
}

// src/model/wording/verbs/present.ts
var set3 = (words3) => new Set(words3.split(' '));
var AFTER_VERB = set3('the a an its their our this these to with closely on from');
var AFTER_WORK = set3('with closely together');
function presentAt(reading, at2) {
  if (at2 === reading.clauseStart) return void 0;
  const s = reading.useAs(at2, 's');
  const use = s ?? reading.useAs(at2, 'base');
  if (!use) return void 0;
  const wordBefore = reading.word(at2 - 1);
  const before = wordBefore.lower;
  const after = reading.lower(at2 + 1);
  if (is(wordBefore, PREPOSITION | JOIN) || before === '(') return void 0;
  if (before === ',' && !s) return void 0;
  if (is(wordBefore, DETERMINER) && before !== 'this' && before !== 'that') return void 0;
  if (OFTEN_NOUNS.has(use.lemma)) {
    const clear = s
      ? AFTER_VERB.has(after)
      : (use.lemma === 'work' && AFTER_WORK.has(after)) || (use.lemma === 'look' && after === 'to');
    if (!clear) return void 0;
  }
  if (!s && reading.pending !== 'content' && !is(wordBefore, PLURAL | ADVERB)) {
    return void 0;
  }
  const group = { use, at: at2, passive: false, negative: false };
  const last2 = reading.last;
  if (reading.pending) {
    const standing = reading.pending;
    reading.pending = void 0;
    return reading.make(group, at2, {
      standing,
      governor: reading.governorOf(last2),
      subject: reading.subjectStart(at2),
    });
  }
  if (last2?.passingOn && !s) {
    return reading.make(group, at2, {
      standing: last2.standing,
      governor: last2.governor,
      subject: last2.subject,
    });
  }
  if (reading.mainSeen || reading.mainAhead(at2)) return void 0;
  return reading.make(group, at2, {
    standing: 'main',
    governor: reading.remark ? 'remark' : void 0,
    subject: reading.subjectStart(at2),
  });
}

// src/model/wording/verbs/simple-past.ts
var ENDING = /* @__PURE__ */ new Set(['(', '.', ',', ';']);
var BEFORE_OBJECT = new Set('a an the all our its new two three four five'.split(' '));
function simplePastAt(reading, at2) {
  const use = reading.useAs(at2, 'past') ?? reading.useAs(at2, 'participle');
  const { uses } = reading.word(at2);
  if (!use || uses.some((one) => one.form === 'base' && OFTEN_NOUNS.has(one.lemma))) return void 0;
  const wordBefore = reading.word(at2 - 1);
  const before = wordBefore.lower;
  const wordAfter = reading.word(at2 + 1);
  const after = wordAfter.lower;
  const last2 = reading.last;
  const passive = after === '' || is(wordAfter, PREPOSITION) || ENDING.has(after);
  const group = { use, at: at2, passive, negative: false };
  if (at2 === reading.clauseStart) {
    if (!BEFORE_OBJECT.has(after) && !/^\d/.test(after)) return void 0;
    return reading.make(group, at2, { standing: 'main', governor: void 0, subject: at2 });
  }
  if (is(wordBefore, JOIN) && last2 && (last2.form === 'past' || last2.form === 'participle')) {
    const governor = last2.vague ? void 0 : last2.governor;
    return reading.make({ ...group, passive: last2.passive }, at2, {
      standing: last2.standing,
      governor,
      subject: last2.subject,
    });
  }
  if (before === ',' && passive && !last2 && after !== 'by') {
    return reading.make(group, at2, {
      standing: 'relative',
      governor: void 0,
      subject: reading.clauseStart,
    });
  }
  if (is(wordBefore, PREPOSITION | DETERMINER | JOIN) || before === ',') return void 0;
  if (reading.pending) {
    const standing = reading.pending;
    reading.pending = void 0;
    return reading.make(group, at2, {
      standing,
      governor: reading.governorOf(last2),
      subject: reading.subjectStart(at2),
    });
  }
  if (reading.mainSeen || reading.mainAhead(at2)) return void 0;
  return reading.make(group, at2, {
    standing: 'main',
    governor: reading.remark ? 'remark' : void 0,
    subject: reading.subjectStart(at2),
  });
}

// src/model/wording/predicates.ts
function predicatesOf(sentence2, lexicon) {
  const { words: words3 } = sentence2;
  const reading = new Reading(sentence2, lexicon);
  for (let at2 = 0; at2 < words3.length; at2 += 1) {
    const word = wordAt(words3, at2);
    if (reading.remarks.includes(at2)) reading.remark = true;
    if (is(word, BREAK)) {
      reading.startClause(at2 + 1);
      continue;
    }
    if (word.lower === ',' && reading.last?.standing === 'aside' && !reading.mainSeen) {
      reading.startClause(at2 + 1);
    }
    if (is(word, SUBORDINATOR) || word.lower === 'as') {
      const standing = subordinatorAt(reading, at2);
      if (standing) {
        reading.pending = standing;
        continue;
      }
    }
    if (!is(word, AUXILIARY | VERB) && word.lower !== 'to') continue;
    const next =
      finiteAt(reading, at2) ??
      infinitiveAt(reading, at2) ??
      gerundAt(reading, at2) ??
      simplePastAt(reading, at2) ??
      presentAt(reading, at2) ??
      imperativeAt(reading, at2);
    if (!next) continue;
    reading.found.push(next);
    if (next.standing === 'main') {
      reading.mainSeen = next.head > reading.clauseStart || next.form === 'base';
      if (next.head === reading.clauseStart && reading.lower(next.head) === 'to')
        reading.mainSeen = false;
      reading.mainAt = next.from;
    }
    at2 = Math.max(at2, next.to - 1);
    reading.pending = wordAt(words3, at2).opens ?? reading.pending;
  }
  return demoteOpenings(reading.found, words3);
}
function subordinatorAt(reading, at2) {
  const { lower, opens } = reading.word(at2);
  if (lower === 'as' && SUBJECTS.has(reading.lower(at2 + 1))) return 'aside';
  if (lower === 'why' && is(reading.word(at2 - 1), IS)) return void 0;
  if (lower !== 'that') return opens;
  if (is(reading.word(at2 - 1), PREPOSITION)) return void 0;
  const last2 = reading.last;
  if (!last2 || (at2 > last2.to + 4 && last2.lemma !== 'ensure')) return 'aside';
  if (WITH_CONTENT.has(last2.lemma)) return 'content';
  return 'aside';
}
var SUBJECTS = /* @__PURE__ */ new Set(['they', 'it', 'we', 'this', 'these']);
function demoteOpenings(found2, words3) {
  const begins = found2.some((one) => one.head === 0) || wordAt(words3, 0).lower === 'to';
  if (!begins) return found2;
  return found2.map((one, index) => {
    const opens = one.head === 0 || (one.from <= 1 && words3[0]?.lower === 'to');
    if (!opens || one.standing !== 'main') return one;
    const finite = found2
      .slice(index + 1)
      .find((other) => other.standing === 'main' && other.subject > one.to);
    const comma = finite && words3.slice(one.to, finite.head).some((word) => word.lower === ',');
    const opening = one.form === 'ing' || words3[0]?.lower === 'to';
    return opening && comma ? { ...one, standing: 'purpose' } : one;
  });
}

// src/model/wording/states.ts
var STATES = /* @__PURE__ */ new Set([
  'available',
  'live',
  'operational',
  'accessible',
  'established',
]);
var UNDER = /* @__PURE__ */ new Set(['way', 'evaluation', 'development', 'construction']);
var MAY_STATE = /* @__PURE__ */ new Set([...STATES, 'in', 'on', 'underway', 'under']);
var NEAR2 = 20;
function statesIn(sentence2) {
  const { predicates } = sentence2;
  if (!is(sentence2, PRODUCT | MAY_MEASURE)) return [];
  const found2 = [];
  for (const predicate of predicates) {
    const { standing, governor, negative, lemma } = predicate;
    if (standing !== 'main' || governor || negative) continue;
    if (lemma === 'be' || lemma === 'have') found2.push(...statesOf(sentence2, predicate));
  }
  found2.push(...dueIn(sentence2));
  if (predicates.length === 0) found2.push(...headline(sentence2));
  return found2.length === 0 ? [] : found2.filter((state2) => state2 !== void 0);
}
function statesOf(sentence2, predicate) {
  const { words: words3 } = sentence2;
  const { lemma, head, to, subject, from } = predicate;
  const found2 = [];
  if (
    lemma === 'be' &&
    wordAt(words3, head - 1).lower === 'there' &&
    wordAt(words3, to).lower !== 'no'
  ) {
    const end = Math.min(words3.length, to + NEAR2);
    const qualified = words3.slice(to, end).findIndex((word) => is(word, PREPOSITION));
    const products = productsIn(sentence2, to, qualified < 0 ? end : to + qualified);
    const shares = amountsIn(sentence2, to, end).filter((one) => one.text.endsWith('%'));
    found2.push(state(sentence2, from, products, shares));
  }
  for (let at2 = to; at2 < Math.min(words3.length, to + NEAR2); at2 += 1) {
    if (!isState(words3, at2)) continue;
    const products =
      lemma === 'be'
        ? [
            ...productsOfSubject(sentence2, subject, head),
            ...productsIn(sentence2, to, words3.length),
          ]
        : productsIn(sentence2, to, at2);
    const amounts = amountsIn(sentence2, subject, lemma === 'be' ? words3.length : at2);
    found2.push(state(sentence2, at2, products, amounts));
    break;
  }
  return found2;
}
function isState(words3, at2) {
  const { lower } = wordAt(words3, at2);
  if (!MAY_STATE.has(lower)) return false;
  const next = wordAt(words3, at2 + 1).lower;
  return (
    STATES.has(lower) ||
    (lower === 'in' && next === 'place') ||
    (lower === 'on' && next === 'track') ||
    lower === 'underway' ||
    (lower === 'under' && UNDER.has(next))
  );
}
function dueIn(sentence2) {
  const { words: words3 } = sentence2;
  const found2 = [];
  if (!is(sentence2, PRODUCT)) return found2;
  for (let at2 = 0; at2 < words3.length; at2 += 1) {
    if (wordAt(words3, at2).lower !== 'due' || wordAt(words3, at2 + 1).lower === 'to') continue;
    found2.push(state(sentence2, at2, productsIn(sentence2, Math.max(0, at2 - 3), at2), []));
  }
  return found2;
}
function headline(sentence2) {
  const { words: words3 } = sentence2;
  if (is(wordAt(words3, 0), OPENING)) return [];
  const [first] = productsIn(sentence2, 0, Math.min(words3.length, 8));
  if (!first) return [];
  return [
    state(
      sentence2,
      first.from,
      productsIn(sentence2, 0, words3.length),
      amountsIn(sentence2, 0, words3.length),
    ),
  ];
}
function state(sentence2, verb, products, amounts) {
  const [artefact, made] = artefactIn(sentence2, products) ?? [];
  const product = artefact ?? products[0];
  if (!product && amounts.length === 0) return void 0;
  return {
    step: {
      ahead: false,
      sentence: sentence2.number,
      verb: spanOf(sentence2, verb, verb + 1),
      product: product && spanOf(sentence2, product.from, product.to),
    },
    measures: made ? [made, ...amounts] : amounts,
  };
}

// src/model/wording/read-wording.ts
function readWording(text2, lexicon = standardLexicon()) {
  const wording = new TextRead();
  for (const [number, words3] of sentencesOf(text2, lexicon).entries()) {
    readSentence(text2, number, words3, lexicon, wording);
  }
  return wording;
}
var TextRead = class {
  steps = [];
  measures = [];
  /** The sentences, each with the verbs that take the promise out of their clause. */
  #sentences = [];
  #vague;
  add(sentence2, governing) {
    this.#sentences.push([sentence2, governing]);
  }
  get specific() {
    return this.steps.length > 0;
  }
  get measurable() {
    return this.measures.length > 0;
  }
  /** Asked for only where something is missing, so not worked out for every action. */
  get vague() {
    this.#vague ??= this.#sentences.flatMap(([sentence2, governing]) =>
      vagueIn(sentence2, governing),
    );
    return this.#vague;
  }
};
function readSentence(text2, number, found2, lexicon, wording) {
  const { words: words3, starts, classes: classes2 } = found2;
  const predicates = predicatesOf(found2, lexicon);
  const sentence2 = {
    number,
    text: text2,
    words: words3,
    starts,
    classes: classes2,
    predicates,
    lexicon,
  };
  const conditional = isConditional(sentence2);
  const { steps, measures } = wording;
  const governing = [];
  wording.add(sentence2, governing);
  for (let index = 0; index < predicates.length; index += 1) {
    const predicate = predicates[index];
    if (!predicate) continue;
    if (predicate.standing === 'aside' || predicate.negative) continue;
    const clause = clauseOf(sentence2, index);
    const judged = judgePredicate(sentence2, index, clause);
    if (predicate.governor !== void 0) {
      if (judged && goesOn2(predicate)) measures.push(...judged.measures.filter(isAmount));
      continue;
    }
    if (!judged) {
      if (predicate.vague && predicate.standing !== 'purpose') governing.push(predicate);
      continue;
    }
    if (conditional && !namesSomething(words3, clause)) continue;
    if (predicate.standing === 'purpose' && judged.product?.kind !== 'artefact') continue;
    steps.push({
      verb: spanOf(sentence2, predicate.from, predicate.to),
      product: judged.product && spanOf(sentence2, judged.product.from, judged.product.to),
      ahead: predicate.ahead && predicate.standing !== 'purpose',
      sentence: number,
    });
    measures.push(...judged.measures.filter((one) => !predicate.asked || isAmount(one)));
  }
  for (const state2 of statesIn(sentence2)) {
    steps.push(state2.step);
    measures.push(...state2.measures);
  }
}
function vagueIn(sentence2, governing) {
  const spans = governing.map((predicate) => vagueSpan(sentence2, predicate));
  spans.push(...remarksIn2(sentence2), ...phrasesIn(sentence2));
  return spans.sort((a, b) => a.start - b.start);
}
function isConditional(sentence2) {
  if (!is(sentence2, PHRASE)) return false;
  const { words: words3 } = sentence2;
  for (let at2 = 0; at2 < words3.length; at2 += 1) {
    if (is(wordAt(words3, at2), PHRASE) && vaguePhraseAt(words3, at2)?.[0].conditional) return true;
  }
  return false;
}
function goesOn2({ governor, standing }) {
  return governor !== 'remark' && governor?.vague?.kind === 'continuing' && standing !== 'purpose';
}
function isAmount({ kind }) {
  return kind === 'frequency' || kind === 'coverage' || kind === 'number';
}
function namesSomething(words3, { subject, end }) {
  return words3.slice(Math.max(1, subject), end).some((word) => is(word, UPPER_FIRST));
}
function remarksIn2(sentence2) {
  const { words: words3 } = sentence2;
  if (!is(sentence2, REMARK)) return [];
  return [...words3.keys()].flatMap((at2) => {
    const found2 = remarkAt(words3, at2);
    if (!found2) return [];
    const [{ reason, instead }, length] = found2;
    return [
      {
        ...spanOf(sentence2, at2, at2 + length),
        reason,
        instead,
        governs: true,
        conditional: false,
      },
    ];
  });
}
function phrasesIn(sentence2) {
  const { words: words3 } = sentence2;
  if (!is(sentence2, PHRASE)) return [];
  return [...words3.keys()].flatMap((at2) => {
    const found2 = vaguePhraseAt(words3, at2);
    if (!found2) return [];
    const [{ reason, instead, conditional = false }, length] = found2;
    return [
      { ...spanOf(sentence2, at2, at2 + length), reason, instead, governs: false, conditional },
    ];
  });
}
var BELONGING = new Set('to with how whether at into on'.split(' '));
function vagueSpan(sentence2, predicate) {
  const after = wordAt(sentence2.words, predicate.to).lower;
  const to = predicate.to + (BELONGING.has(after) ? 1 : 0);
  const span = spanOf(sentence2, predicate.from, to);
  const { reason = '', instead = '' } = predicate.vague ?? {};
  return { ...span, reason, instead, governs: true, conditional: false };
}

// src/model/wording/wording-of.ts
var known2 = /* @__PURE__ */ new WeakMap();
var recent = /* @__PURE__ */ new Map();
var MOST_RECENT = 256;
function wordingOf(action) {
  const before = known2.get(action);
  if (before) return before;
  const text2 = action.action;
  const wording = recent.get(text2) ?? readWording(text2);
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(text2, wording);
  known2.set(action, wording);
  return wording;
}

// src/model/day.ts
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { format } from 'date-fns/format';

// src/model/remembered.ts
var LONGEST = 12;
var MOST2 = 5e3;
function remembered(answer) {
  const known3 = /* @__PURE__ */ new Map();
  return (text2) => {
    if (text2.length > LONGEST) return answer(text2);
    const before = known3.get(text2);
    if (before !== void 0) return before;
    if (known3.size >= MOST2) known3.clear();
    const now = answer(text2);
    known3.set(text2, now);
    return now;
  };
}

// src/model/day.ts
var dayNumber = remembered((day) => {
  const [year, month, date] = parts(day);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
});
function dayFromNumber(number) {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return writeDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}
function daysBetween(from, to) {
  return dayNumber(to) - dayNumber(from);
}
function addDays(day, days2) {
  return dayFromNumber(dayNumber(day) + days2);
}
function writeDay(year, month, date) {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
function parts(day) {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}
function two(number) {
  return String(number).padStart(2, '0');
}

// src/model/state.ts
function isOpen(status) {
  return status === 'not-started' || status === 'in-progress' || status === 'paused';
}
function existsOn(action, day) {
  return action.since <= day;
}
function entriesUntil(action, day) {
  const { progress } = action;
  const inOrder2 = progress.every(({ date }, index) => {
    const before = progress[index - 1];
    return date.day <= day && (before === void 0 || before.date.day <= date.day);
  });
  if (inOrder2) return progress;
  return action.progress
    .filter((entry) => entry.date.day <= day)
    .sort((a, b) => (a.date.day < b.date.day ? -1 : a.date.day > b.date.day ? 1 : 0));
}
function stateOn(action, day) {
  if (!existsOn(action, day)) return null;
  const entries = entriesUntil(action, day);
  let status = 'not-started';
  let target = action.target;
  let completing = [];
  const moves = [];
  for (const entry of entries) {
    if (entry.target) {
      if (target && entry.target.written !== target.written) {
        moves.push({ entry, from: target, to: entry.target });
      }
      target = entry.target;
    }
    if (entry.status === void 0) continue;
    if (entry.status !== 'complete') completing = [];
    else completing.push(entry);
    status = entry.status;
  }
  const due2 = target?.due ?? null;
  const open = isOpen(status);
  const daysOverdue = open && due2 !== null ? Math.max(0, daysBetween(due2, day)) : 0;
  const firstDue = action.target?.due ?? null;
  return {
    status,
    open,
    target,
    due: due2,
    overdue: daysOverdue > 0,
    daysOverdue,
    rag: ragOf(status, daysOverdue > 0),
    moves,
    slippage: due2 !== null && firstDue !== null ? daysBetween(firstDue, due2) : null,
    lastUpdate: entries.at(-1)?.date ?? null,
    completion: completionOf(action, completing),
  };
}
function ragOf(status, overdue) {
  if (status === 'superseded' || status === 'withdrawn') return null;
  if (status === 'complete') return 'green';
  return status === 'in-progress' && !overdue ? 'amber' : 'red';
}
function completionOf(action, completing) {
  const [entry] = completing;
  if (!entry) return null;
  const known3 = completing.findLast(({ completed }) => completed)?.completed;
  const done = known3 ?? entry.date;
  const target = targetOn(action, done.day);
  const due2 = target?.due ?? null;
  return {
    entry,
    done,
    dayKnown: known3 !== void 0,
    target,
    daysLate: due2 === null ? null : daysBetween(due2, done.day),
  };
}
function targetOn(action, day) {
  return entriesUntil(action, day).findLast((entry) => entry.target)?.target ?? action.target;
}

// src/rules/worded-actions.ts
function wordedActions(plan, day) {
  if (last?.plan === plan && last.day === day) return last.actions;
  const actions = [...actionsOf(plan)]
    .map(({ action }) => action)
    .filter((action) => {
      const status = stateOn(action, day)?.status;
      return status !== 'superseded' && status !== 'withdrawn';
    });
  last = { plan, day, actions };
  return actions;
}
var last;

// src/rules/one-deliverable.ts
var one_deliverable_default = defineRule({
  id: 'one-deliverable',
  group: 'Actions: owner and SMART',
  severity: 'info',
  scope: 'plan',
  summary: 'An action is one step, not a list of several with one date.',
  why: 'Of several steps with one date, the date holds for none, and "complete" cannot be said before the last of them is. Things promised in several sentences, more than two in one, and numbered lists count as several.',
  source:
    'HSAB action plan of 2018, recommendations 3 to 5: numbered lists in one cell with one timescale',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: >-
          Publish a guide to record keeping. Train every team in its use with a new workbook and a
          checklist.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
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
`,
  },
  *check({ plan, asOf }) {
    for (const action of wordedActions(plan, asOf)) {
      const promised = deliverables(wordingOf(action));
      if (!isSeveral(action.action, promised)) continue;
      yield {
        at: action.at('action'),
        message: `action ${action.id} is several steps in one${promised.length > 1 ? `: ${listed(promised.map(stepName))}` : ''}`,
        help: 'make each step an action of its own, with its own owner and target',
      };
    }
  },
});
function stepName({ verb, product }) {
  return `"${brief(verb.text)} \u2026 ${brief(product?.text ?? '')}"`;
}

// src/rules/overdue-explained.ts
var overdue_explained_default = defineRule({
  id: 'overdue-explained',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'An action past its target has an entry since, or a new target.',
  why: 'An action that passes its target without a word is one that nobody is looking at.',
  examples: {
    bad: `plan: example
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
        target: 2022-09
`,
    good: `plan: example
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
        target: 2022-09
        progress:
          - date: 2023-03-27
            status: in-progress
            text: The record system is delivered late.
`,
  },
  *check({ plan, asOf }) {
    for (const { action } of actionsOf(plan)) {
      const state2 = stateOn(action, asOf);
      if (!state2?.overdue || state2.due === null) continue;
      if (state2.lastUpdate !== null && state2.lastUpdate.day > state2.due) continue;
      const mover = entriesUntil(action, asOf).findLast((entry) => entry.target);
      yield {
        at: (mover ?? action).at('target'),
        message: `action ${action.id} was due on ${state2.due} and nothing has been said of it since`,
        help: 'add a progress entry that says why, with a new `target` if there is one',
      };
    }
  },
});

// src/rules/owner-in-post.ts
var owner_in_post_default = defineRule({
  id: 'owner-in-post',
  group: 'Actions: owner and SMART',
  severity: 'warning',
  scope: 'portfolio',
  summary: "The owner's post has not ended while the action is open.",
  why: 'An open action whose owner has left belongs to nobody. Posts end where the owners file says `until`; the last day is still in post.',
  examples: {
    bad: {
      'plan.yaml': `plan: example
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
        owner: records-head
        target: 2023-06
`,
      'owners.yaml': `owners:
  - id: records-head
    organisation: HMPPS
    role: Head of Records
    until: 2023-03-31
`,
    },
    good: {
      'plan.yaml': `plan: example
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
        owner: records-head
        target: 2023-06
`,
      'owners.yaml': `owners:
  - id: records-head
    organisation: HMPPS
    role: Head of Records
`,
    },
  },
  *check({ portfolio, asOf }) {
    const { owners } = portfolio;
    if (!owners) return;
    for (const { action } of actionsOfAll(portfolio.plans)) {
      if (!stateOn(action, asOf)?.open) continue;
      for (const [index, name] of action.owner.entries()) {
        const until = owners.find(name)?.until;
        if (!until || until.day >= asOf) continue;
        yield {
          at: action.at('owner', index),
          message: `action ${action.id} is open, but the post of its owner, ${brief(ownerLabel(owners.name(name)))}, ended on ${until.written}`,
          help: 'name the new owner, and say so in a progress entry',
        };
      }
    }
  },
});

// src/model/suggest.ts
import leven, { closestMatch } from 'leven';

var MAX_LENGTH = 200;
var MIN_BEGINNING = 3;
function suggest(name, candidates) {
  if (name.length > MAX_LENGTH) return void 0;
  const plain4 = name.toLowerCase();
  const usable = [...candidates].filter((candidate) => candidate.length <= MAX_LENGTH);
  const sameLetters = usable.find((candidate) => candidate.toLowerCase() === plain4);
  if (sameLetters !== void 0) return sameLetters;
  const closest = closestMatch(
    plain4,
    usable.map((candidate) => candidate.toLowerCase()),
    { maxDistance: Math.max(name.length > 3 ? 2 : 1, Math.floor(name.length / 3)) },
  );
  if (closest !== void 0) {
    return usable.find((candidate) => candidate.toLowerCase() === closest);
  }
  const beginning = usable.filter((candidate) => candidate.toLowerCase().startsWith(plain4));
  return plain4.length >= MIN_BEGINNING && beginning.length === 1 ? beginning[0] : void 0;
}

// src/rules/owner-known.ts
var owner_known_default = defineRule({
  id: 'owner-known',
  group: 'Actions: owner and SMART',
  severity: 'error',
  scope: 'portfolio',
  summary: 'Each owner is in the owners file, where there is one.',
  why: 'An owner spelt in several ways is counted as several owners, and none of them answers for all.',
  examples: {
    bad: {
      'plan.yaml': `plan: example
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
        owner: record-team
        target: 2023-06
`,
      'owners.yaml': `owners:
  - id: records-team
    organisation: HMPPS
    role: Records team
`,
    },
    good: {
      'plan.yaml': `plan: example
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
        owner: records-team
        target: 2023-06
`,
      'owners.yaml': `owners:
  - id: records-team
    organisation: HMPPS
    role: Records team
`,
    },
  },
  *check({ portfolio }) {
    const { owners } = portfolio;
    if (!owners) return;
    const known3 = owners.owners.flatMap((owner) => [owner.id, ...owner.also]);
    for (const { action } of actionsOfAll(portfolio.plans)) {
      for (const [index, name] of action.owner.entries()) {
        if (owners.find(name)) continue;
        const near = suggest(name, known3);
        yield {
          at: action.at('owner', index),
          message: `the owner "${brief(name)}" is not in the owners file`,
          help: near
            ? `did you mean \`${brief(near)}\`?`
            : 'add the owner to the owners file, or this spelling under its `also`',
        };
      }
    }
  },
});

// src/rules/owner-required.ts
var owner_required_default = defineRule({
  id: 'owner-required',
  group: 'Actions: owner and SMART',
  severity: 'error',
  scope: 'plan',
  summary: 'Each action has an owner.',
  why: "An action that is nobody's is not done.",
  examples: {
    bad: `plan: example
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
        target: 2023-06
`,
    good: `plan: example
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
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      if (action.owner.length > 0) continue;
      yield {
        at: action.at('owner'),
        message: `action ${action.id} has no owner`,
        help: 'add `owner:` with the post or team that answers for it',
      };
    }
  },
});

// src/model/alike-owners.ts
import leven2 from 'leven';

// src/model/diagnostic.ts
function compareText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// src/model/alike-owners.ts
var LONG_ROLE = 3;
function alikeOwners(counts3) {
  const names2 = [...counts3.keys()].sort(compareText);
  const groups = new Map(names2.map((name) => [name, name]));
  const root = (name) => {
    let top = name;
    for (let next = groups.get(top); next !== void 0 && next !== top; next = groups.get(top)) {
      top = next;
    }
    groups.set(name, top);
    return top;
  };
  const join11 = (one, other) => {
    groups.set(root(one), root(other));
  };
  const firstBy = /* @__PURE__ */ new Map();
  const slips = /* @__PURE__ */ new Map();
  for (const name of names2) {
    const words3 = wordsOf(name);
    const key = words3.toSorted(compareText).join(' ');
    const same = firstBy.get(key);
    if (same !== void 0) join11(name, same);
    else firstBy.set(key, name);
    for (const [index, word] of words3.entries()) {
      const rest = `${index}:${words3.with(index, '').join(' ')}`;
      const near = slips.get(rest) ?? [];
      for (const other of near) if (isSlip(word, other.word)) join11(name, other.name);
      if (near.length < MOST_ALIKE) near.push({ name, word });
      slips.set(rest, near);
    }
  }
  joinBareRoles(names2, join11);
  const found2 = /* @__PURE__ */ new Map();
  for (const name of names2) found2.set(root(name), [...(found2.get(root(name)) ?? []), name]);
  return [...found2.values()]
    .filter((group) => group.length > 1)
    .map((group) =>
      group.toSorted(
        (a, b) =>
          (counts3.get(b) ?? 0) - (counts3.get(a) ?? 0) ||
          Number(b.includes(': ')) - Number(a.includes(': ')) ||
          compareText(a, b),
      ),
    );
}
var MOST_ALIKE = 20;
function joinBareRoles(names2, join11) {
  const byRole = /* @__PURE__ */ new Map();
  for (const name of names2) {
    const colon = name.indexOf(': ');
    if (colon <= 0) continue;
    const role = wordsOf(name.slice(colon + 2)).join(' ');
    byRole.set(role, [...(byRole.get(role) ?? []), name]);
  }
  for (const name of names2) {
    const words3 = wordsOf(name);
    const [only, ...more] = byRole.get(words3.join(' ')) ?? [];
    if (only !== void 0 && more.length === 0 && words3.length >= LONG_ROLE) join11(name, only);
  }
}
function wordsOf(name) {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('&', ' and ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
function isSlip(one, other) {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 5 || /\d/.test(one + other)) return false;
  return leven2(one, other) <= (shorter < 9 ? 1 : 2);
}
function usualSpellings(counts3) {
  const usual = /* @__PURE__ */ new Map();
  for (const [most, ...others2] of alikeOwners(counts3)) {
    for (const other of others2) usual.set(other, most ?? '');
  }
  return usual;
}

// src/rules/owner-spelling.ts
var IN_FULL = 150;
var owner_spelling_default = defineRule({
  id: 'owner-spelling',
  group: 'Actions: owner and SMART',
  severity: 'warning',
  scope: 'portfolio',
  summary: 'Without an owners file, one owner is spelt one way throughout.',
  why: 'An owner spelt in two ways is counted as two. Spellings that differ only in case, spaces, punctuation or order, by a typing slip, or by leaving out the organisation are taken for one owner. With an owners file, owner-known looks after this.',
  source:
    'HMPPS action plan of 2022 and 2023: "HMPPS Deputy Director, Public Protection Group" without its colon, and the NPCC lead with and without "Police:"',
  examples: {
    bad: `plan: example
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
        owner: "HMPPS: Head of Records"
        target: 2023-06
      - id: "1.2"
        action: Publish a form for record keeping.
        owner: "Head of Records, HMPPS"
        target: 2023-06
`,
    good: `plan: example
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
        owner: "HMPPS: Head of Records"
        target: 2023-06
      - id: "1.2"
        action: Publish a form for record keeping.
        owner: "HMPPS: Head of Records"
        target: 2023-06
`,
  },
  *check({ portfolio }) {
    if (portfolio.owners) return;
    const actions = actionsOfAll(portfolio.plans).map(({ action }) => action);
    const usual = usualSpellings(portfolio.ownerCounts ?? countOwners(actions));
    for (const action of actions) {
      for (const [index, name] of action.owner.entries()) {
        const most = usual.get(name);
        if (most === void 0) continue;
        yield {
          at: action.at('owner', index),
          message: `the owner "${brief(name, IN_FULL)}" is elsewhere spelt "${brief(most, IN_FULL)}"`,
          help: 'use one spelling, or list both in an owners file: one as the owner, the other under its `also`',
        };
      }
    }
  },
});
function countOwners(actions) {
  const counts3 = /* @__PURE__ */ new Map();
  for (const name of actions.flatMap((action) => action.owner)) {
    counts3.set(name, (counts3.get(name) ?? 0) + 1);
  }
  return counts3;
}

// src/rules/progress-after-raised.ts
var progress_after_raised_default = defineRule({
  id: 'progress-after-raised',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'No entry is dated before the action was raised.',
  why: 'An entry from before the action existed belongs to another action, or one of the two dates is wrong.',
  examples: {
    bad: `plan: example
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
        progress:
          - date: 2022-01-10
            status: in-progress
            text: Writing has begun.
`,
    good: `plan: example
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
        progress:
          - date: 2022-04-10
            status: in-progress
            text: Writing has begun.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (entry.date.day >= action.raised.first) continue;
        yield {
          at: entry.at('date'),
          message: `an entry is dated ${entry.date.written}, before action ${action.id} was raised on ${action.raised.written}`,
          help: 'check the year of both dates',
        };
      }
    }
  },
});

// src/rules/progress-not-future.ts
var progress_not_future_default = defineRule({
  id: 'progress-not-future',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'plan',
  summary: 'No entry is dated after the day of validation.',
  why: 'Progress is what has happened. A date to come is a slip of the pen, or a plan written as if it were done.',
  examples: {
    bad: `plan: example
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
        progress:
          - date: 2024-03-27
            status: in-progress
            text: The guide is drafted.
`,
    good: `plan: example
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
        progress:
          - date: 2023-03-27
            status: in-progress
            text: The guide is drafted.
`,
  },
  *check({ plan, asOf }) {
    for (const { action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (entry.date.first <= asOf) continue;
        yield {
          at: entry.at('date'),
          message: `an entry of action ${action.id} is dated ${entry.date.written}, after ${asOf}`,
          help: 'check the year; what is still to come belongs in the target',
        };
      }
    }
  },
});

// src/rules/progress-order.ts
function inOrder(action) {
  const sorted = [];
  for (const entry of action.progress) {
    const later = sorted.findIndex((other) => entry.date.day < other.date.first);
    sorted.splice(later < 0 ? sorted.length : later, 0, entry);
  }
  return {
    op: 'reorder',
    path: [...action.path, 'progress'],
    order: sorted.map((entry) => Number(entry.path.at(-1))),
  };
}
var progress_order_default = defineRule({
  id: 'progress-order',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'plan',
  summary: 'Entries are in date order.',
  why: 'The log is read from top to bottom as a history; an entry out of place is easily taken for the latest.',
  repair: 'puts the entries in the order of their dates, each with its comments',
  examples: {
    bad: `plan: example
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
        progress:
          - date: 2023-03-27
            status: in-progress
            text: The guide is drafted.
          - date: 2022-09-01
            status: in-progress
            text: Writing has begun.
`,
    good: `plan: example
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
        progress:
          - date: 2022-09-01
            status: in-progress
            text: Writing has begun.
          - date: 2023-03-27
            status: in-progress
            text: The guide is drafted.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      for (const [index, entry] of action.progress.entries()) {
        const before = action.progress[index - 1];
        if (!before || entry.date.day >= before.date.first) continue;
        yield {
          at: entry.at('date'),
          message: `an entry of ${entry.date.written} stands after one of ${before.date.written}`,
          help: 'put the entries in the order of their dates, oldest first',
          fix: inOrder(action),
        };
      }
    }
  },
});

// src/rules/progress-status-stays-closed.ts
var REOPENED = /\bre-?open|\bresum(?:e|ing)|\bre-?start|\breinstat/i;
var progress_status_stays_closed_default = defineRule({
  id: 'progress-status-stays-closed',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'plan',
  summary:
    'After complete, superseded or withdrawn, an open status comes only with a text that says reopened and why.',
  why: 'What was reported as done and is open again must not pass as if it had never been done.',
  examples: {
    bad: `plan: example
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
        progress:
          - date: 2022-09-01
            status: complete
            text: The guide is published.
          - date: 2023-03-27
            status: in-progress
            text: The guide is being written.
`,
    good: `plan: example
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
        progress:
          - date: 2022-09-01
            status: complete
            text: The guide is published.
          - date: 2023-03-27
            status: in-progress
            text: "Reopened: the guide left out electronic records."
`,
  },
  *check({ plan, asOf }) {
    for (const { action } of actionsOf(plan)) {
      let status = 'not-started';
      for (const entry of entriesUntil(action, asOf)) {
        if (entry.status === void 0) continue;
        if (!isOpen(status) && isOpen(entry.status) && !REOPENED.test(entry.text)) {
          yield {
            at: entry.at('status'),
            message: `action ${action.id} was ${status} and is ${entry.status} again`,
            help: 'begin the text with "Reopened:" and say why, or correct the status',
          };
        }
        status = entry.status;
      }
    }
  },
});

// src/model/plan-file.ts
var REASON_CATEGORIES = ['commissioning', 'policy', 'operational', 'affordability'];

// src/rules/reason-category.ts
var reason_category_default = defineRule({
  id: 'reason-category',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: 'A reason names commissioning, policy, operational or affordability.',
  why: 'The published definitions ask that the reason be one of commissioning, policy, operational or affordability.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: not-agreed
    reason:
      text: The cost is out of proportion to the benefit.
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: not-agreed
    reason:
      category: affordability
      text: The cost is out of proportion to the benefit.
`,
  },
  *check({ plan }) {
    for (const recommendation of plan.recommendations) {
      const { reason } = recommendation;
      if (!reason || recommendation.agreement === 'agreed' || reason.category.length > 0) continue;
      yield {
        at: reason.at('category'),
        message: `the reason of ${nameOf(plan, recommendation)} names no category`,
        help: `add \`category:\` with one or more of ${REASON_CATEGORIES.join(', ')}`,
      };
    }
  },
});

// src/rules/reason-required.ts
var reason_required_default = defineRule({
  id: 'reason-required',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: 'A recommendation partly agreed or not agreed gives its reason.',
  why: 'The published definitions require an explanation wherever a recommendation is not agreed in full.',
  source: 'HMPPS action plan, definitions of Agreed, Partly Agreed and Not Agreed',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: not-agreed
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: not-agreed
    reason:
      category: affordability
      text: The cost is out of proportion to the benefit.
`,
  },
  *check({ plan }) {
    for (const recommendation of plan.recommendations) {
      const { agreement, reason } = recommendation;
      if (agreement === void 0 || agreement === 'agreed' || reason?.text !== void 0) continue;
      yield {
        at: reason ? reason.at('text') : recommendation.at('agreement'),
        lacks: recommendation.at('reason').path,
        message: `${nameOf(plan, recommendation)} is ${agreement === 'not-agreed' ? 'not agreed' : 'partly agreed'} without a reason`,
        help: reason
          ? 'add `text:` with the explanation to the reason'
          : 'add `reason:` with a `category` and a `text`',
      };
    }
  },
});

// src/rules/references.ts
function* referencesOf(plan) {
  for (const recommendation of plan.recommendations) {
    yield* listed3(recommendation, 'see', recommendation.see, 'item');
    yield* listed3(recommendation, 'standards', recommendation.standards, 'expectation');
    for (const action of recommendation.actions) {
      yield* listed3(action, 'depends-on', action.dependsOn, 'action');
      yield* listed3(action, 'see', action.see, 'item');
      yield* listed3(action, 'standards', action.standards, 'expectation');
      for (const entry of action.progress) yield* listed3(entry, 'see', entry.see, 'item');
    }
  }
}
function* listed3(owner, field, texts, kind) {
  for (const [index, text2] of texts.entries())
    yield { at: owner.at(field, index), text: text2, kind };
}
function plansById(portfolio) {
  let byId;
  return (id) => {
    if (!byId) {
      byId = /* @__PURE__ */ new Map();
      for (const plan of everyPlan(portfolio)) {
        const same = byId.get(plan.id);
        if (same) same.push(plan);
        else byId.set(plan.id, [plan]);
      }
    }
    return byId.get(id) ?? [];
  };
}
function actionIndex(portfolio) {
  const plans = plansById(portfolio);
  const known3 = /* @__PURE__ */ new Map();
  return (name) => {
    const [plan, id] = halves(name);
    let actions = known3.get(plan);
    if (!actions) {
      actions = /* @__PURE__ */ new Map();
      for (const one of plans(plan).flatMap((each) => [...actionsOf(each)])) {
        if (!actions.has(one.action.id)) actions.set(one.action.id, one);
      }
      known3.set(plan, actions);
    }
    return actions.get(id);
  };
}
function halves(name) {
  const slash = name.indexOf('/');
  return [name.slice(0, slash), name.slice(slash + 1)];
}
function resolveAction(index, plan, reference) {
  return index(reference.includes('/') ? reference : `${plan.id}/${reference}`);
}
function knownNames(portfolio) {
  const plans = plansById(portfolio);
  const expectations = new Set(
    portfolio.standards.flatMap((one) => expectationsOf(one).map(({ id }) => `${one.id}/${id}`)),
  );
  const own = {
    expectation: () => [],
    action: actionIds,
    item: itemIds2,
  };
  const sets = /* @__PURE__ */ new Map();
  const setOf = (key, ids2) => {
    const set4 = sets.get(key) ?? new Set(ids2());
    sets.set(key, set4);
    return set4;
  };
  const hasShared = (kind, name) => {
    if (kind === 'expectation') return expectations.has(name);
    if (!name.includes('/')) return false;
    const [plan, id] = halves(name);
    return setOf(`all ${kind} ${plan}`, () => plans(plan).flatMap(own[kind])).has(id);
  };
  const expectationsOfSet = (id) =>
    portfolio.standards
      .filter((one) => one.id === id)
      .flatMap((one) => expectationsOf(one).map((expectation) => expectation.id));
  const containers = (kind) =>
    kind === 'expectation'
      ? setOf('sets', () => portfolio.standards.map(({ id }) => id).sort())
      : setOf('plans', () =>
          everyPlan(portfolio)
            .map(({ id }) => id)
            .sort(),
        );
  return (plan, kind) => {
    const names2 = setOf(`own ${kind} ${plan.file}`, () => own[kind](plan));
    return {
      has: (name) => names2.has(name) || hasShared(kind, name),
      near: (name) => {
        const slash = name.indexOf('/');
        if (slash < 0) return suggest(name, names2.size > 0 ? names2 : expectations);
        const first = name.slice(0, slash);
        const set4 = containers(kind).has(first) ? first : suggest(first, containers(kind));
        if (set4 === void 0) return void 0;
        const ids2 =
          kind === 'expectation' ? expectationsOfSet(set4) : plans(set4).flatMap(own[kind]);
        const id = suggest(name.slice(slash + 1), ids2);
        return id === void 0 ? void 0 : `${set4}/${id}`;
      },
    };
  };
}
function actionIds(plan) {
  return [...actionsOf(plan)].map(({ action }) => action.id);
}
function itemIds2(plan) {
  return [...plan.recommendations.map(({ id }) => id), ...actionIds(plan)];
}

// src/rules/reference-cycle.ts
function* circles(starts, next) {
  const done = /* @__PURE__ */ new Set();
  for (const start of starts) {
    const path = [];
    const enter = (one) => path.push({ one, rest: [...next(one)] });
    if (!done.has(start.action)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = top.rest.shift();
      if (step === void 0) {
        done.add(top.one.action);
        path.pop();
        continue;
      }
      const seen = path.findIndex(({ one }) => one.action === step.action);
      if (seen >= 0) yield path.slice(seen).map(({ one }) => one);
      else if (!done.has(step.action)) enter(step);
    }
  }
}
var reference_cycle_default = defineRule({
  id: 'reference-cycle',
  group: 'Identity and references',
  severity: 'error',
  scope: 'portfolio',
  summary: '`depends-on` has no circle.',
  why: 'Actions that wait for one another are never begun.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
        depends-on: "1.2"
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
        depends-on: "1.1"
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
        depends-on: "1.1"
`,
  },
  *check({ portfolio }) {
    const index = actionIndex(portfolio);
    const next = ({ plan, action }) =>
      action.dependsOn.flatMap((reference) => resolveAction(index, plan, reference) ?? []);
    for (const circle of circles(actionsOfAll(portfolio.plans), next)) {
      const [first] = circle;
      if (!first) continue;
      const ids2 = [...circle, first].map(({ plan, action }) =>
        plan === first.plan ? action.id : `${plan.id}/${action.id}`,
      );
      yield {
        at: first.action.at('depends-on'),
        message: `these actions wait for one another: ${ids2.join(' \u2192 ')}`,
        help: 'remove one of the dependencies',
      };
    }
  },
});

// src/rules/reference-exists.ts
var WHAT = {
  item: 'recommendation or action',
  action: 'action',
  expectation: 'expectation',
};
var HELP = {
  item: 'write the id of a recommendation or action of this plan, or `other-plan/4.2`',
  action: 'write the id of an action of this plan, or `other-plan/4.2`',
  expectation: 'write the id of the standards, a slash and the id of the expectation',
};
var reference_exists_default = defineRule({
  id: 'reference-exists',
  group: 'Identity and references',
  severity: 'error',
  scope: 'portfolio',
  summary: '`see`, `depends-on` and `standards` point at something.',
  why: 'A reference that leads nowhere is a fact lost: what it pointed at was renamed, or never there.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
        depends-on: "1.3"
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09
        depends-on: "1.1"
`,
  },
  *check({ portfolio }) {
    const known3 = knownNames(portfolio);
    for (const plan of portfolio.plans) {
      for (const { at: at2, text: text2, kind } of referencesOf(plan)) {
        const names2 = known3(plan, kind);
        if (names2.has(text2)) continue;
        const near = names2.near(text2);
        yield {
          at: at2,
          message: `there is no ${WHAT[kind]} "${brief(text2)}"`,
          help: near ? `did you mean \`${near}\`?` : HELP[kind],
        };
      }
    }
  },
});

// src/rules/texts.ts
function* headTextsOf(plan) {
  const texts = [
    [plan.at('title'), plan.title],
    [plan.at('item'), plan.item],
    [plan.at('report', 'title'), plan.report?.title],
    [plan.at('report', 'publisher'), plan.report?.publisher],
    ...plan.by.map((text2) => [plan.at('by'), text2]),
    ...plan.rounds.map((round) => [round.at('title'), round.title]),
  ];
  for (const [at2, text2] of texts) if (text2 !== void 0) yield { at: at2, text: text2, see: [] };
}
function* textsOf(recommendation) {
  const { see, reason } = recommendation;
  for (const text2 of recommendation.to) yield { at: recommendation.at('to'), text: text2, see };
  yield { at: recommendation.at('text'), text: recommendation.text, see };
  if (reason?.text !== void 0) yield { at: reason.at('text'), text: reason.text, see };
  for (const [field, text2] of [
    ['theme', recommendation.theme],
    ['agreed-part', recommendation.agreedPart],
    ['response', recommendation.response],
  ]) {
    if (text2 !== void 0) yield { at: recommendation.at(field), text: text2, see };
  }
  for (const action of recommendation.actions) {
    const own = [...see, ...action.see, ...action.dependsOn];
    for (const field of ['action', 'measure', 'achievable', 'realistic']) {
      const text2 = action[field];
      if (text2 !== void 0) yield { at: action.at(field), text: text2, see: own };
    }
    for (const entry of action.progress) {
      const cited = [...own, ...entry.see];
      yield { at: entry.at('text'), text: entry.text, see: cited };
      for (const { title } of entry.evidence) {
        yield { at: entry.at('evidence'), text: title, see: cited };
      }
    }
  }
}

// src/rules/reference-in-text.ts
var MENTION = /\b(?:recommendations?|key concerns?)\s+((?:\d+(?:\s*(?:,|and|&)\s*(?=\d))?)+)/gi;
function idsIn(text2) {
  const lower = text2.toLowerCase();
  if (!lower.includes('recommendation') && !lower.includes('key concern')) return [];
  return new Set([...text2.matchAll(MENTION)].flatMap((match) => match[1]?.match(/\d+/g) ?? []));
}
var reference_in_text_default = defineRule({
  id: 'reference-in-text',
  group: 'Identity and references',
  severity: 'info',
  scope: 'plan',
  summary: 'A recommendation that a text speaks of is also in `see`.',
  why: 'A reference in words cannot be followed or checked; `see` can.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    response: This is taken forward with recommendation 2.
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
  - id: "2"
    text: Audit records once a year.
    agreement: agreed
    actions:
      - id: "2.1"
        action: Publish the first audit.
        owner: Records team
        target: 2023-09
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    response: This is taken forward with recommendation 2.
    see: "2"
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
  - id: "2"
    text: Audit records once a year.
    agreement: agreed
    actions:
      - id: "2.1"
        action: Publish the first audit.
        owner: Records team
        target: 2023-09
`,
  },
  *check({ plan }) {
    const ids2 = new Set(plan.recommendations.map(({ id }) => id));
    for (const recommendation of plan.recommendations) {
      for (const { at: at2, text: text2, see } of textsOf(recommendation)) {
        for (const id of idsIn(text2)) {
          const known3 = see.some((one) => one === id || one.startsWith(`${id}.`));
          if (known3 || id === recommendation.id || !ids2.has(id)) continue;
          yield {
            at: at2,
            message: `the text speaks of ${nameOf(plan, { ...recommendation, id })}, which is not in \`see\``,
            help: `add \`see: ["${id}"]\``,
          };
        }
      }
    }
  },
});

// src/rules/response-required.ts
var response_required_default = defineRule({
  id: 'response-required',
  group: 'The response',
  severity: 'error',
  scope: 'plan',
  summary: "A thematic review's item has a response.",
  why: 'A thematic review states concerns rather than recommendations to agree to: the answer is the response.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: thematic-review
submitted: 2022-03-04
item: key concern
recommendations:
  - id: "1"
    text: Records are out of date.
`,
    good: `plan: example
title: Inspection of record keeping
kind: thematic-review
submitted: 2022-03-04
item: key concern
recommendations:
  - id: "1"
    text: Records are out of date.
    response: A guide will be published.
`,
  },
  *check({ plan }) {
    if (plan.kind !== 'thematic-review') return;
    for (const recommendation of plan.recommendations) {
      if (recommendation.response !== void 0) continue;
      yield {
        at: recommendation.at('response'),
        message: `${nameOf(plan, recommendation)} has no response`,
        help: 'add `response:` with the answer given to it',
      };
    }
  },
});

// src/model/round.ts
function isMissingFrom(round, action) {
  const { first, day } = round.date;
  if (!stateOn(action, addDays(first, -1))?.open) return false;
  return !action.progress.some(({ date }) => date.first <= day && date.day >= first);
}

// src/rules/round-covered.ts
var round_covered_default = defineRule({
  id: 'round-covered',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'Each action open at an update round has an entry in it.',
  why: 'An update that is silent about an open action leaves its readers to guess whether it was done, dropped or forgotten.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
rounds:
  - date: 2023-03-27
    title: First update
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
rounds:
  - date: 2023-03-27
    title: First update
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
        progress:
          - date: 2023-03-27
            status: in-progress
            text: The guide is drafted.
`,
  },
  *check({ plan, asOf }) {
    for (const round of plan.rounds) {
      if (round.date.day > asOf) continue;
      for (const { action } of actionsOf(plan)) {
        if (!isMissingFrom(round, action)) continue;
        yield {
          at: action.at(),
          message: `action ${action.id} was open at the round of ${round.date.written} but has no entry in it`,
          help: `add an entry dated ${round.date.written} that says where it stood`,
        };
      }
    }
  },
});

// src/rules/schema.ts
var schema_default = defineRule({
  id: 'schema',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'Every field is known and of the right form, and required ones are there.',
  why: 'A misspelt field is a fact nobody will find again: `tagret: 2023-06` would leave an action without a target.',
  repair:
    'renames a field or value with one near neighbour, and rewrites a date that can be read in one way',
  examples: {
    bad: `plan: example
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
        mesure: The guide is published.
`,
    good: `plan: example
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
        measure: The guide is published.
`,
  },
});

// src/rules/missing-part.ts
var HABIT = 5;
function* missingPart(plan, day, part, help) {
  const actions = wordedActions(plan, day);
  const without = actions.filter((action) => action[part] === void 0);
  if (without.length >= HABIT && without.length * 2 > actions.length) {
    const given = actions.length - without.length;
    yield {
      at: { ...plan.at('recommendations'), part: 'key' },
      message: `${given === 0 ? 'none' : given} of the plan's ${actions.length} actions ${given > 1 ? 'say' : 'says'} what makes it ${part}`,
      help,
    };
    return;
  }
  for (const action of without) {
    yield {
      at: action.at(part),
      message: `action ${action.id} does not say what makes it ${part}`,
      help,
    };
  }
}

// src/rules/smart-achievable.ts
var smart_achievable_default = defineRule({
  id: 'smart-achievable',
  group: 'Actions: owner and SMART',
  severity: 'info',
  scope: 'plan',
  summary: 'Each action says what makes it achievable.',
  why: 'A promise without the means to keep it is a wish: who has the time, the money and the powers, and what it depends on. Where most actions of a plan leave it out, that is one finding for the plan.',
  source: 'SMART: achievable',
  examples: {
    bad: `plan: example
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
        realistic: The last guide was written within three months.
`,
    good: `plan: example
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
        achievable: Two people have the time for it, and the money is agreed.
        realistic: The last guide was written within three months.
`,
  },
  *check({ plan, asOf }) {
    yield* missingPart(
      plan,
      asOf,
      'achievable',
      'add `achievable:` with the means, resources and dependencies',
    );
  },
});

// src/model/smart.ts
function smartOf(action) {
  return {
    specific: wordingOf(action).specific,
    measurable: action.measure !== void 0 || wordingOf(action).measurable,
    achievable: action.achievable !== void 0,
    realistic: action.realistic !== void 0,
    timeBound: action.target !== void 0 && (action.target.due !== null || action.review !== void 0),
  };
}

// src/rules/smart-measurable.ts
var smart_measurable_default = defineRule({
  id: 'smart-measurable',
  group: 'Actions: owner and SMART',
  severity: 'warning',
  scope: 'plan',
  summary: 'Each action gives its measure, or names something that can be checked.',
  why: 'A third party must be able to see that it is done: from a document to ask for, a number or threshold reached, how often, or for all of whom. An action reported complete is read too, because there it matters most; one superseded or withdrawn is not.',
  source: 'SMART: measurable',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Hold a meeting with the archive team.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Hold a meeting with the archive team.
        owner: Records team
        target: 2023-06
        measure: The minutes are agreed by every team.
`,
  },
  *check({ plan, asOf }) {
    for (const action of wordedActions(plan, asOf)) {
      if (smartOf(action).measurable) continue;
      yield {
        at: action.at('action'),
        message: `action ${action.id} has no measure, and names no document, number or threshold that can be checked`,
        help: 'add `measure:` with what will show that it is done, or name it in the action',
      };
    }
  },
});

// src/rules/smart-realistic.ts
var smart_realistic_default = defineRule({
  id: 'smart-realistic',
  group: 'Actions: owner and SMART',
  severity: 'info',
  scope: 'plan',
  summary: 'Each action says what makes it realistic.',
  why: 'A reader should see why it is within reach and worth doing, before the target passes. Where most actions of a plan leave it out, that is one finding for the plan.',
  source: 'SMART: realistic',
  examples: {
    bad: `plan: example
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
        achievable: Two people have the time for it, and the money is agreed.
`,
    good: `plan: example
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
        achievable: Two people have the time for it, and the money is agreed.
        realistic: The last guide was written within three months.
`,
  },
  *check({ plan, asOf }) {
    yield* missingPart(
      plan,
      asOf,
      'realistic',
      'add `realistic:` with why it is within reach and worth doing',
    );
  },
});

// src/rules/smart-specific.ts
var smart_specific_default = defineRule({
  id: 'smart-specific',
  group: 'Actions: owner and SMART',
  severity: 'warning',
  scope: 'plan',
  summary: 'Each action names a step that is either done or not done.',
  why: 'Of "continue to", "explore" or "work with" nobody can say that it is finished. The words of the action alone are read: one sentence with a step is enough. An action reported complete is read too, because a vague action that is called complete is the one nobody can check; one superseded or withdrawn is not.',
  source:
    'SMART: specific. HMPPS action plan of 2022: "Actions should be specific enough to be tracked for progress"',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Continue to refine the guidance on record keeping.
        owner: Records team
        target: 2023-06
        measure: The guidance is agreed by every team.
`,
    good: `plan: example
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
`,
  },
  *check({ plan, asOf }) {
    for (const action of wordedActions(plan, asOf)) {
      const wording = wordingOf(action);
      if (wording.specific) continue;
      const vague = vagueWords(wording);
      const [first] = vague;
      yield {
        at: first ? { ...action.at('action'), stretch: first } : action.at('action'),
        message: `action ${action.id} names no step that is done or not done${first ? `: "${brief(first.text)}" ${first.reason}${others(vague)}` : ''}`,
        help: first
          ? first.instead
          : 'name what will be published, set up, agreed, changed or held, and for whom',
      };
    }
  },
});
function vagueWords({ vague }) {
  const governing = vague.filter((one) => one.governs);
  return governing.length > 0 ? governing : vague;
}
var MOST3 = 3;
function others([first, ...rest]) {
  const words3 = new Set(rest.map((one) => one.text.toLowerCase()));
  words3.delete(first?.text.toLowerCase() ?? '');
  if (words3.size === 0) return '';
  return `; see also ${listed([...words3].slice(0, MOST3).map((word) => `"${brief(word)}"`))}`;
}

// src/rules/smart-time-bound.ts
var smart_time_bound_default = defineRule({
  id: 'smart-time-bound',
  group: 'Actions: owner and SMART',
  severity: 'error',
  scope: 'plan',
  summary: 'Each action has a target, with a last day or a review date.',
  why: 'Without a last day an action can never be late, so it is never looked at again. An open-ended target needs a day on which it is reviewed.',
  source: 'SMART: time-bound',
  examples: {
    bad: `plan: example
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
        target: ongoing
`,
    good: `plan: example
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
        target: ongoing
        review: 2023-09
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      if (stateOn(action, action.raised.day)?.status === 'complete') continue;
      if (action.target === void 0) {
        yield {
          at: action.at('target'),
          message: `action ${action.id} has no target`,
          help: 'add `target:` with a day, month, quarter, season or year, such as 2022-06',
        };
      } else if (action.target.due === null && action.review === void 0) {
        yield {
          at: action.at('target'),
          message: `action ${action.id} has no last day and no review date`,
          help: 'add `review:` with the date on which it is next looked at, or give a target with a last day',
        };
      }
    }
  },
});

// src/rules/superseded-by.ts
var BY =
  /\b(?:superseded|replaced|overtaken|subsumed|covered|merged|incorporated|taken forward)\b[^.]*\b(?:by|in|into|under|with|through)\b|\b(?:action|recommendation|concern)s? \d/i;
var superseded_by_default = defineRule({
  id: 'superseded-by',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'A superseded action says by what.',
  why: 'A commitment replaced by another is only kept if readers can follow it there.',
  examples: {
    bad: `plan: example
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
        progress:
          - date: 2023-03-27
            status: superseded
            text: No longer needed in this form.
`,
    good: `plan: example
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
        progress:
          - date: 2023-03-27
            status: superseded
            text: Superseded by the national record strategy.
`,
  },
  *check({ plan }) {
    for (const { recommendation, action } of actionsOf(plan)) {
      for (const entry of action.progress) {
        if (entry.status !== 'superseded') continue;
        const named2 = [entry.see, action.see, recommendation.see].some((see) => see.length > 0);
        if (named2 || BY.test(entry.text)) continue;
        yield {
          at: entry.at('text'),
          message: `action ${action.id} is superseded, but it is not said by what`,
          help: 'add `see:` with the action that takes its place, or say it in the text',
        };
      }
    }
  },
});

// src/rules/target-after-raised.ts
var target_after_raised_default = defineRule({
  id: 'target-after-raised',
  group: 'Dates and progress',
  severity: 'warning',
  scope: 'plan',
  summary: 'The first target is not before the action was raised.',
  why: 'A target that had passed before the action was taken on is a slip of the pen, or an action reported only after it was done.',
  examples: {
    bad: `plan: example
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
        target: 2022-01
        progress:
          - date: 2022-04-01
            status: complete
            text: The guide is published.
`,
    good: `plan: example
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
        target: 2022-06
        progress:
          - date: 2022-04-01
            status: complete
            text: The guide is published.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      const due2 = action.target?.due;
      if (due2 === void 0 || due2 === null || due2 >= action.raised.first) continue;
      yield {
        at: action.at('target'),
        message: `the target of action ${action.id} ends on ${due2}, before the action was raised on ${action.raised.written}`,
        help: 'check the year of both; an action taken on after the plan was submitted has `raised:`',
      };
    }
  },
});

// src/rules/target-form.ts
var target_form_default = defineRule({
  id: 'target-form',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'A target has one of the forms of the file format.',
  why: 'A target can only be checked and reported on if its last day is known: `2023-06` ends on 30 June 2023. Forms: 2022-06-30, 2022-06, 2022-Q2, 2022-summer, 2022, FY2022, FY2022-Q1, from 2022-04, ongoing, "when: \u2026".',
  repair: 'rewrites a target that can be read in one way: `June 2023` becomes `2023-06`',
  examples: {
    bad: `plan: example
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
        target: June 2023
`,
    good: `plan: example
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
`,
  },
});

// src/rules/target-move-explained.ts
var FILLERS = new Set(
  'a an and are as at be been by changed completion date dates deadline delayed due end extended for from has have in is it later moved new next now of on postponed pushed put quarter reset revised set slipped summer autumn winter spring target targets that the this timescale timescales to until updated was were will with year month january february march april may june july august september october november december'.split(
    ' ',
  ),
);
function meaningfulWords(text2) {
  const words3 = text2.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words3.filter((word) => word.length > 1 && !FILLERS.has(word)).length;
}
var target_move_explained_default = defineRule({
  id: 'target-move-explained',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'plan',
  summary: 'An entry that moves the target says why.',
  why: 'Targets slip; the published definitions of progress ask for the reason. "Date moved" is none. An entry counts as explained when three words are left after dates and words such as "target", "revised" or "extended".',
  examples: {
    bad: `plan: example
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
        progress:
          - date: 2023-03-27
            status: in-progress
            target: 2023-09
            text: Target date extended to June 2023.
`,
    good: `plan: example
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
        progress:
          - date: 2023-03-27
            status: in-progress
            target: 2023-09
            text: Moved because the new record system is delivered late.
`,
  },
  *check({ plan }) {
    for (const { action } of actionsOf(plan)) {
      let held = action.target?.written;
      for (const entry of action.progress) {
        if (entry.target === void 0) continue;
        const moved = held !== void 0 && entry.target.written !== held;
        if (moved && meaningfulWords(entry.text) < 3) {
          yield {
            at: entry.at('text'),
            message: `action ${action.id} moves its target from ${held} to ${entry.target.written} without saying why`,
            help: 'say in the text what made the move necessary',
          };
        }
        held = entry.target.written;
      }
    }
  },
});

// src/rules/target-order.ts
var target_order_default = defineRule({
  id: 'target-order',
  group: 'Dates and progress',
  severity: 'error',
  scope: 'portfolio',
  summary: 'No action is due before one it depends on.',
  why: 'What cannot be begun before something else is done cannot be done before it either. Where only months or years are known, the finding is a warning.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-09-30
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06-30
        depends-on: "1.1"
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Agree the contents of the guide.
        owner: Records team
        target: 2023-06-30
      - id: "1.2"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-09-30
        depends-on: "1.1"
`,
  },
  *check({ portfolio, asOf }) {
    const index = actionIndex(portfolio);
    for (const { plan, action } of actionsOfAll(portfolio.plans)) {
      const own = existsOn(action, asOf) ? stateOn(action, asOf) : null;
      if (!own?.open || !own.target?.due) continue;
      for (const [position2, reference] of action.dependsOn.entries()) {
        const first = resolveAction(index, plan, reference);
        const state2 = first && stateOn(first.action, asOf);
        if (!state2?.open || !state2.target?.due || own.target.due >= state2.target.due) continue;
        const certain = [own.target, state2.target].every((target) => target.first === target.due);
        yield {
          at: action.at('depends-on', position2),
          message: `action ${action.id} is due on ${own.target.due}, before action ${reference}, which it depends on (${state2.target.due})`,
          help: 'move one of the two targets with a progress entry, or remove the dependency',
          ...(certain ? {} : { severity: 'warning' }),
        };
      }
    }
  },
});

// src/model/unclean.ts
var UNCLEAN = /[^\P{C}\n\r]|[\u00a0\u2007\u202f\u2028\u2029\u3164]|(?<=\S) {2,}(?=\S)/gu;
var MEANINGLESS = /[\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff]|[^\P{Cc}\n\r\t]/gu;
function cleanedText(text2) {
  return text2
    .replace(/[\t\u00a0\u2007\u202f\u3164]/g, ' ')
    .replace(/[\u2028\u2029]/g, ' ')
    .replace(MEANINGLESS, '')
    .replace(/(?<=\S) {2,}(?=\S)/g, ' ');
}

// src/rules/text-clean.ts
var SUSPECT = /[^\x20-\x7e\n\r£‘’“”–—•…]| {2}/;
var NAMES = {
  '\xA0': 'a non-breaking space',
  '\u200B': 'a zero-width space',
  '\xAD': 'a soft hyphen',
  '	': 'a tab',
};
function describe(text2) {
  if (!SUSPECT.test(text2)) return '';
  const kinds = /* @__PURE__ */ new Set();
  for (const [found2] of text2.matchAll(UNCLEAN)) {
    if (found2.startsWith(' ')) kinds.add('doubled spaces');
    else {
      const code = (found2.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      kinds.add(`${NAMES[found2] ?? 'an invisible or control character'} (U+${code})`);
    }
  }
  return [...kinds].join(', ');
}
var text_clean_default = defineRule({
  id: 'text-clean',
  group: 'Identity and references',
  severity: 'warning',
  scope: 'plan',
  summary:
    'Texts have no invisible, bidirectional or control characters, and no doubled or non-breaking spaces.',
  why: 'Such characters come with text copied from Word or PDF. They break search and comparison, and some can make a text read other than it is.',
  repair:
    'takes such characters and spaces out, but for joiners and direction marks, which may be meant',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep  records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
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
`,
  },
  *check({ plan }) {
    const texts = plan.recommendations.flatMap((one) => [...textsOf(one)]);
    for (const { at: at2, text: text2 } of [...headTextsOf(plan), ...texts]) {
      const found2 = describe(text2);
      if (found2 === '') continue;
      yield {
        at: at2,
        message: `the text has ${found2}`,
        help: 'type the text again there, with ordinary single spaces',
        fix: cleanedText(text2) === text2 ? void 0 : { op: 'clean', path: at2.path },
      };
    }
  },
});

// src/rules/text-whole.ts
var text_whole_default = defineRule({
  id: 'text-whole',
  group: 'Identity and references',
  severity: 'warning',
  scope: 'plan',
  summary: 'No text ends at a `#` that looks like a part of it.',
  why: 'After a space, YAML takes `#` and all that follows for a comment: half of the text would be lost in silence.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to form #2 of record keeping.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: "Publish a guide to form #2 of record keeping."
        owner: Records team
        target: 2023-06
`,
  },
  *check({ cuts }) {
    for (const { at: at2, lost } of cuts) {
      yield {
        at: at2,
        message: `the text ends before \`${brief(lost)}\`, which YAML takes for a comment`,
        help: 'put the whole text in straight quotes; if it is a comment, begin it with `# ` and a space',
      };
    }
  },
});

// src/rules/unknown-document.ts
var unknown_document_default = defineRule({
  id: 'unknown-document',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'The file is a plan, owners, standards or settings file.',
  why: 'A file that is none of these would be left out of every check and report. Name such files in `ignore` of `actionplan.yaml`.',
  examples: {
    bad: {
      'plan.yaml': `plan: example
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
`,
      'notes.yaml': `minutes:
  - Agreed to keep records.
`,
    },
    good: {
      'plan.yaml': `plan: example
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
`,
    },
  },
});

// src/rules/waiver-reason.ts
var waiver_reason_default = defineRule({
  id: 'waiver-reason',
  group: 'Waivers',
  severity: 'error',
  scope: 'waivers',
  summary: 'A waiver gives a reason.',
  why: 'Whoever reads the plan next must be able to judge whether the waiver still holds.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      # actionplan-ignore owner-required
      - id: "1.1"
        action: Publish a guide to record keeping.
        target: 2023-06
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      # actionplan-ignore owner-required: the published plan names no owner
      - id: "1.1"
        action: Publish a guide to record keeping.
        target: 2023-06
`,
  },
});

// src/rules/waiver-used.ts
var waiver_used_default = defineRule({
  id: 'waiver-used',
  group: 'Waivers',
  severity: 'warning',
  scope: 'waivers',
  summary: 'A waiver waives something.',
  why: 'A waiver left behind hides the next real fault at its place.',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      # actionplan-ignore owner-required: the published plan names no owner
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      # actionplan-ignore owner-required: the published plan names no owner
      - id: "1.1"
        action: Publish a guide to record keeping.
        target: 2023-06
`,
  },
});

// src/rules/yaml-plain.ts
var yaml_plain_default = defineRule({
  id: 'yaml-plain',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'The file is plain YAML in UTF-8, within the limits.',
  why: 'Anchors, aliases, tags, directives and merge keys change what a file says in places where a reader does not see it, and can be made to exhaust memory. Limits: 1 MiB a file, 64 levels, 250,000 parts (words and signs); no NUL character, and no carriage return but before a line feed.',
  examples: {
    bad: `plan: example
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
        owner: *records
        target: 2023-06
`,
    good: `plan: example
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
`,
  },
});

// src/rules/yaml-syntax.ts
var yaml_syntax_default = defineRule({
  id: 'yaml-syntax',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'The file is one YAML document.',
  why: 'YAML has few rules, but they are strict: spaces to indent, never tabs; `- ` before each item of a list; quotes around a value that holds `: `; one document to a file.',
  repair: 'puts a value that holds `: `, or begins with a sign of YAML, in quotes',
  examples: {
    bad: `plan: example
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
        owner: HMPPS: Records team
        target: 2023-06
`,
    good: `plan: example
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
        owner: "HMPPS: Records team"
        target: 2023-06
`,
  },
});

// src/rules/yaml-unique-keys.ts
var yaml_unique_keys_default = defineRule({
  id: 'yaml-unique-keys',
  group: 'Reading',
  severity: 'error',
  scope: 'reading',
  summary: 'No key is given twice in one mapping.',
  why: 'Of two values for one key a reader of the file sees both and a program only one, so one of them would be lost.',
  examples: {
    bad: `plan: example
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
        owner: Data team
`,
    good: `plan: example
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
`,
  },
});

// src/rules/index.ts
var rules = [
  file_readable_default,
  yaml_syntax_default,
  yaml_unique_keys_default,
  yaml_plain_default,
  unknown_document_default,
  schema_default,
  target_form_default,
  date_real_default,
  agreement_required_default,
  reason_required_default,
  reason_category_default,
  agreed_part_required_default,
  actions_required_default,
  response_required_default,
  owner_required_default,
  owner_known_default,
  owner_spelling_default,
  owner_in_post_default,
  smart_specific_default,
  smart_measurable_default,
  smart_achievable_default,
  smart_realistic_default,
  smart_time_bound_default,
  one_deliverable_default,
  target_after_raised_default,
  target_move_explained_default,
  target_order_default,
  progress_order_default,
  progress_not_future_default,
  progress_after_raised_default,
  progress_status_stays_closed_default,
  completed_consistent_default,
  round_covered_default,
  overdue_explained_default,
  complete_evidence_default,
  complete_words_default,
  superseded_by_default,
  id_unique_default,
  id_prefix_default,
  id_sequence_default,
  reference_exists_default,
  reference_cycle_default,
  reference_in_text_default,
  text_clean_default,
  text_whole_default,
  change_recommendation_kept_default,
  change_recommendation_words_default,
  change_action_kept_default,
  change_action_words_default,
  change_first_target_default,
  change_agreement_default,
  change_owner_default,
  change_progress_kept_default,
  change_progress_dated_default,
  change_settings_default,
  waiver_reason_default,
  waiver_used_default,
];

// test/support/hostile.ts
var HOSTILE2 = [
  '::error::x',
  '::error file=a,line=1::x',
  '\n::stop-commands::x',
  '\r\n  ::add-mask::x',
  '##[error]x',
  'a ##[add-mask]x',
  '%0A::error::x',
  '%25',
  'a:b,c=d',
  '::',
  ']]>',
  '<![CDATA[',
  '&amp;&#64;',
  '"><script>alert(1)</script>',
  "' onload='x",
  '<img src=x onerror=y>',
  '<!-- x -->',
  '</details>',
  '![a](http://b.example/c.png)',
  '[a](javascript:b)',
  '[a]: http://b.example',
  'http://c.example www.d.example e@f.example',
  '@someone',
  '#12 GH-12 o/r#3',
  '| a | b |',
  '\\| \\@ \\',
  '`code` ```',
  '**b** _i_ ~~s~~',
  '# heading',
  '$x$ and $$y$$',
  '=1+1',
  '\x1B[31m',
  '\x9B2J',
  '\x1B]8;;http://g.example\x07',
  '\u202E\u2066\u200B\uFEFF',
  '\0\x07\b\v\f\x7F',
  '\u2028\u2029\x85',
  '\uD800',
  '\uFFFE\uFFFF',
  '\u061C\u200E\u200F\u2067\u2069',
  '\u2060\xAD\u034F\u115F\u3164\uFFA0\u{E0041}',
  '\x1BPq\x1B\\',
  'over\rwritten',
  '::set-output name=a::b',
  '::group::x',
  '##vso[task.setvariable variable=a]b',
  '+1',
  '-1+1',
  '@SUM(1)',
  '	=1',
  '\n=1',
  '\uFF1D1',
  '=HYPERLINK("http://h.example")',
  '"=1',
  'ftp://i.example mailto:j@k.example',
  '<http://l.example> <m@n.example>',
  '- x',
  '1. x',
  '> x',
  '---',
  '&lt;img&gt; &#60;img&#62;',
  '{0}',
  '__proto__',
  '',
];
var hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE2), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts2) => parts2.join(''));
var position = fc.record({
  line: fc.integer({ min: 1, max: 9 }),
  column: fc.nat(20).map((n2) => n2 + 1),
});
var hostileDiagnostic = fc.record({
  rule: fc.constantFrom(...rules.map(({ id }) => id)),
  severity: fc.constantFrom('error', 'warning', 'info'),
  message: hostileText,
  help: fc.option(hostileText),
  file: hostileText.map((text2) => `plans/${text2}`),
  range: fc.tuple(position, position).map(([start, end]) => ({
    start,
    end: { line: start.line + end.line - 1, column: start.column + end.column },
  })),
  plan: fc.option(hostileText),
  item: fc.option(hostileText),
  fixable: fc.boolean(),
  waived: fc.boolean(),
});
function soundPlan(text2) {
  const value = JSON.stringify(text2);
  return `plan: sound
title: ${value}
kind: inspection
item: ${value}
report: {title: ${value}, publisher: ${value}}
by: [${value}]
submitted: 2022-03-04
notes: ${value}
recommendations:
  - id: "1"
    to: [${value}]
    theme: ${value}
    text: ${value}
    agreement: partly-agreed
    reason: {category: policy, text: ${value}}
    agreed-part: ${value}
    response: ${value}
    see: [${value}]
    standards: [${value}]
    tags: [${value}]
    actions:
      - id: "1.1"
        action: ${value}
        measure: ${value}
        owner: [${value}, Team]
        target: 2022-06
        depends-on: [${value}]
        tags: [${value}]
        progress:
          - date: 2023-01-02
            status: in-progress
            target: 2023-02
            by: ${value}
            text: ${value}
            evidence: [{title: ${value}, href: ${value}}]
      - id: "1.2"
        action: ${value}
        owner: ${value}
        target: ${JSON.stringify(`when: x ${text2.replace(/\s+/g, ' ')}`)}
        progress:
          - {date: 2023-03-02, status: complete, text: ${value}}
      - id: "1.3"
        action: ${value}
        owner: ${value}
        target: 2023-05-20
`;
}

// test/support/hostile-plan.ts
var TEXTS = {
  element: '<script>alert(1)</script><img src=x onerror=alert(2)>',
  attribute: '" onmouseover="alert(3)" x="',
  entity: '&lt;b&gt;already&lt;/b&gt; &amp;#60;',
  comment: '--> <!-- ]]> </style></title>',
  markdown: '[click](javascript:alert(4)) ![i](https://evil.example/x.png) `code` | cell | **b**',
  autolink: 'https://evil.example/a www.evil.example @someone #1 user@evil.example',
  formula: '=HYPERLINK("https://evil.example","x")',
  field: '{ HYPERLINK "https://evil.example" } \\* MERGEFORMAT',
  xml: '<w:p><w:r><w:t>x</w:t></w:r></w:p>',
};
var HIDDEN = 'a\x1B[31mb\x07c\u202Ed\u2066e\u200Bf\0g\uFFFE';
var text = [...Object.values(TEXTS), HIDDEN].join(' ');
var LINKS = [
  'javascript:alert(5)',
  ' JaVaScRiPt:alert(6)',
  'java	script:alert(7)',
  'data:text/html,<script>alert(8)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example/x',
  '\\\\evil.example\\x',
  '/etc/passwd',
  'https://evil.example/"onclick="x)',
  'https:evil.example',
  'mailto:a@example.org',
  'evidence/a (1).xls',
];
var HOSTILE3 = {
  text,
  links: LINKS,
  /** What readers must see of them. */
  shown: {
    element: TEXTS.element,
    attribute: TEXTS.attribute.trim(),
    entity: TEXTS.entity,
    markdown: TEXTS.markdown,
    formula: TEXTS.formula,
    xml: TEXTS.xml,
    hidden: 'a<U+001B>[31mb<U+0007>c<U+202E>d<U+2066>e<U+200B>f',
  },
};
function hostilePlan(kind) {
  return {
    plan: 'x',
    title: text,
    kind,
    item: '<b>item</b>',
    report: { title: text, publisher: text, url: 'https://evil.example/"><script>' },
    by: [text],
    submitted: '2022-03-04',
    rounds: [{ date: '2023-01-31', title: text }],
    recommendations: ['1', '2'].map((id) => ({
      id,
      to: [text],
      ...(id === '2' ? { theme: text } : {}),
      text,
      agreement: 'partly-agreed',
      reason: { category: ['policy'], text },
      'agreed-part': text,
      response: `${text}
- ${text}
1. ${text}`,
      see: [text],
      actions: [
        {
          id: `${id}.1`,
          action: text,
          measure: text,
          achievable: text,
          realistic: text,
          owner: [text],
          target: `when: ${text}`,
          'depends-on': [text],
          see: [text],
          progress: [
            {
              date: '2023-01-31',
              by: text,
              text,
              see: [text],
              evidence: LINKS.map((href) => ({ title: text, href })),
            },
            { date: '2023-02-01', status: 'in-progress', target: `when: ${text}`, text },
          ],
        },
      ],
    })),
  };
}

// test/support/measure.ts
import { parse as parse2 } from 'csv-parse/sync';

// test/support/active-html.ts
import { parse } from 'parse5';

var ELEMENTS =
  'html head meta title style body header main footer h1 h2 h3 p div table thead tbody tfoot tr th td span ul li svg g defs pattern path rect line circle polyline polygon text tspan desc details summary'.split(
    ' ',
  );
var ACTING =
  /^(?:on|(?:href|src|srcset|style|action|formaction|data|poster|background|ping|target)$)/i;
function activeHtml(page) {
  return walk(parse(page)).flatMap((node) => {
    if (node.nodeName.startsWith('#')) {
      return node.nodeName === '#comment' ? ['a comment'] : [];
    }
    if (!('attrs' in node)) return [];
    const foreign = node.attrs.filter(({ name }) => ACTING.test(name));
    return [
      ...(ELEMENTS.includes(node.tagName) ? [] : [`<${node.tagName}>`]),
      ...foreign.map(({ name, value }) => `<${node.tagName} ${name}="${value}">`),
    ];
  });
}
function walk(node) {
  return [node, ...('childNodes' in node ? node.childNodes.flatMap(walk) : [])];
}

// test/support/markdown.ts
function shown(text2) {
  return text2
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|amp);/g, (_, name) => ({ lt: '<', gt: '>', amp: '&' })[name] ?? '');
}
function withoutOurs(text2) {
  return text2
    .replace(/<details><summary>\d+ (findings?|changes?)<\/summary>\n\n/g, '')
    .replaceAll('\n\n</details>', '')
    .replace(/^\*\*\d+ more .*$/gm, '')
    .replace(/ \*\*The check is not complete\*\*: something could not be read\.$/gm, '')
    .replace(/^#{2,4} /gm, 'Heading: ')
    .replace(/^\| ?(---:? \| ?|---:? ?\|)+$/gm, '')
    .replace(/^(?: {2})?- (?:\*\*((?:\\.|[^*\n])*)\*\* )?/gm, '$1 ');
}
function activeMarkdown(text2) {
  const active = withoutOurs(text2).replace(/\\[!-/:-@[-`{-~]|&#?\w+;/g, '');
  return [
    ...active.split('\n').filter(
      (line2) =>
        /[<>`*_[\]~!@#$\\&]|:\/\/|(?<![a-z\d])www\./i.test(line2) || // What begins a block: a list, a quote, a heading underlined, code.
        /^\s*(?:[-+>]|\d+[.)]\s|=+\s*$)|^ {4}\S/.test(line2),
    ),
    // What GitHub looks for once Markdown is text.
    ...text2.split('\n').filter((line2) => /@\w|#\d(?!#)|\bGH-\d/i.test(shown(line2))),
  ];
}

// test/support/runner-commands.ts
var unescape = (text2) =>
  text2.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
function runnerCommands(log) {
  return log.split(/\r\n|\r|\n/).flatMap((line2) => {
    const now = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line2);
    if (now) return [command(now, ',')];
    const old = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line2);
    return old ? [command(old, ';')] : [];
  });
}
function command([, name = '', properties = '', message = ''], between) {
  const pairs = properties.split(between).flatMap((pair) => {
    const at2 = pair.indexOf('=');
    if (at2 < 0) return [];
    const value = pair
      .slice(at2 + 1)
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',');
    return [[pair.slice(0, at2).trim(), unescape(value)]];
  });
  return { name, properties: Object.fromEntries(pairs), message: unescape(message) };
}

// test/support/measure.ts
var NONE3 = { controls: [], commands: [], active: [], formulas: [] };
var ACTING2 =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;
var OURS = /^(error|warning|notice)$/;
function harmOf(format2, output) {
  const text2 = format2 === 'csv' ? output.replaceAll('\r\n', '\n') : output;
  const annotations = format2 === 'github' ? output.split('\n').length - 1 : 0;
  const commands = [
    ...runnerCommands(output).filter(({ name }) => annotations === 0 || !OURS.test(name)),
    ...runnerCommands(output).slice(annotations === 0 ? Infinity : annotations),
  ].map(({ name, message }) => `${name} ${message}`);
  return {
    ...NONE3,
    controls: [...text2.matchAll(ACTING2)].map(([sign]) => JSON.stringify(sign)),
    commands: [...commands, ...(output.match(/^.*##\w*\[.*$/gm) ?? [])],
    ...(format2 === 'markdown' && { active: activeMarkdown(output) }),
    ...(format2 === 'html' && { active: activeHtml(output) }),
    ...(format2 === 'csv' && { formulas: formulasIn(output) }),
  };
}
function formulasIn(csv) {
  const rows = parse2(csv, { relax_column_count: false });
  return rows
    .flat()
    .filter((cell) => /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^-?\d+$/.test(cell));
}

// test/support/sarif-schema.ts
import { readFileSync as readFileSync2 } from 'node:fs';
import { join as join5 } from 'node:path';
import { Ajv } from 'ajv';

var file = join5('/tmp/wt/hostile/test/hostile', 'sarif/sarif-2.1.0-rtm.5.json');
var { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync2(file, 'utf8'));
var ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat('uri', /^[a-z][a-z\d+.-]*:[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i);
ajv.addFormat('uri-reference', /^[\w.~:/?#[\]@!$&'()*+,;=%-]+$/);
ajv.addFormat('date-time', true);
var check = ajv.compile(schema);
function sarifFaults(log) {
  check(log);
  return check.errors ?? [];
}

// test/support/xml.ts
var NAME = '[A-Za-z_][\\w.-]*';
var PART = new RegExp(
  `<(?<close>/)?(?<name>${NAME})(?<attributes>(?:\\s+${NAME}="[^"<]*")*)\\s*(?<empty>/)?>|(?<text>[^<]+)`,
  'y',
);
var ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"' };
function readXml(xml) {
  const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (illegal) throw new Error(`an illegal character at ${illegal.index}`);
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(head)) throw new Error('no XML declaration');
  const root = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  PART.lastIndex = head.length;
  while (PART.lastIndex < xml.length) {
    const at2 = PART.lastIndex;
    const { close, name, attributes, empty, text: text2 } = PART.exec(xml)?.groups ?? {};
    const inside = open.at(-1) ?? root;
    if (text2 !== void 0) {
      if (text2.includes(']]>')) throw new Error(`]]> in text at ${at2}`);
      inside.text += plain2(text2);
    } else if (name === void 0) {
      throw new Error(`not XML at ${at2}: ${xml.slice(at2, at2 + 40)}`);
    } else if (close) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing at ${at2}`);
    } else {
      const pairs = [...(attributes ?? '').matchAll(/([\w.-]+)="([^"]*)"/g)];
      const element = {
        name,
        attributes: Object.fromEntries(
          pairs.map(([, key = '', value = '']) => [key, plain2(value)]),
        ),
        children: [],
        text: '',
      };
      inside.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [first, ...others2] = root.children;
  if (open.length !== 1 || !first || others2.length > 0) throw new Error('not one root element');
  return first;
}
function plain2(text2) {
  return text2.replace(/&(?:(\w+);)?/g, (whole, name) => {
    const sign = name === void 0 ? void 0 : ENTITIES[name];
    if (sign === void 0) throw new Error(`a bare or unknown entity: ${whole}`);
    return sign;
  });
}

// test/hostile/cases/outputs.ts
var MANY = 2e4;
var TEXTS2 = {
  controls: 'a\x1B[31mb\x1B]8;;http://g.example\x07c\x9B2Jd\0e\x7Ff\bg\rh',
  directions: 'a\u202Egnp.exe\u2066b\u200Bc\u2028d\u2029e\u{E0041}f\uFEFFg\u061Ch',
  surrogates: 'a\uD800b\uDC00c\uFFFEd\uFFFFe\uFDD0f',
  commands: 'x\n::error::y\n##[error]z\n::stop-commands::t\r\n  ::add-mask::a %0A::error::b',
  elements: `<script>alert(1)</script><img src=x onerror=y>"><svg/onload=z>' onload='x <!-- --></title></style>]]><![CDATA[&#60;b&#62;`,
  markdown:
    '[a](javascript:b) ![c](http://d.example/e.png) | f | **g** `h` ``` @someone #12 GH-1 o/r#3 <http://l.example>\n# heading\n- [ ] task\n> quote\n---',
  formulas: '=HYPERLINK("http://h.example","x")',
  formulaAfterTab: "	=cmd|' /C calc'!A0",
  formulaFullWidth: '\uFF1D1+1',
  fields: '{ HYPERLINK "http://x.example" } \\* MERGEFORMAT <w:p/> _x0041_ _x001B_',
  calendar: 'x\r\nEND:VTODO\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\nATTACH:file:///bin/sh;,:\\n',
  long: `${'word '.repeat(MANY / 5)}end`,
  unbroken: 'x'.repeat(MANY),
  lines: 'x\n'.repeat(MANY / 10),
  marks: `a${'\u0301'.repeat(MANY / 10)}`,
  wide: '\u6F22'.repeat(MANY / 10),
  emoji: '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'.repeat(200),
  rightToLeft: '\u0645\u0631\u062D\u0628\u0627 abc \u05E9\u05DC\u05D5\u05DD',
  empty: '\u2800',
};
var LONG = /* @__PURE__ */ new Set(['long', 'unbroken', 'lines', 'marks', 'wide']);
var LINK = /^(?:#|https?:\/\/|mailto:|[^:/?#\\]+(?:\/|$))/;
var isLong = (text2) => text2.length >= MANY;
var ACTING3 =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufffe\uffff]/;
var isNeutral = (text2) =>
  ACTING3.test(text2) ? [`it holds ${JSON.stringify(ACTING3.exec(text2)?.[0])}`] : [];
function isJson({ stdout }) {
  JSON.parse(stdout);
  return isNeutral(stdout.replace(/[\ufffe\uffff]/g, ''));
}
function isSarif(done) {
  return sarifFaults(JSON.parse(done.stdout)).map(({ message }) => message ?? 'not SARIF');
}
function isXml({ stdout }) {
  readXml(stdout);
  return isNeutral(stdout);
}
function isPage({ stdout }) {
  const wrong = isNeutral(stdout);
  const look = (node) => {
    if ('tagName' in node) {
      if (/^(?:script|iframe|object|embed|form|input|link|base|img)$/.test(node.tagName)) {
        wrong.push(`an element ${node.tagName}`);
      }
      for (const { name, value } of node.attrs) {
        if (name.startsWith('on')) wrong.push(`an attribute ${name}`);
        if (name === 'src' || name === 'srcset') wrong.push(`a source ${value}`);
        if (name === 'href' && !LINK.test(value)) {
          wrong.push(`a link ${value}`);
        }
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) look(child);
  };
  look(parsePage(stdout));
  return wrong;
}
function partsOf(bytes) {
  const wrong = [];
  for (const [name, content2] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const text2 = strFromU8(content2);
    wrong.push(...isNeutral(text2));
    if (/<!DOCTYPE|<!ENTITY|w:fldSimple|w:object|w:altChunk|<f>|<f /.test(text2))
      wrong.push(`${name} acts`);
    for (const [, field = ''] of text2.matchAll(/<w:instrText[^>]*>([^<]*)</g)) {
      if (!['PAGE', 'NUMPAGES'].includes(field.trim())) wrong.push(`a field ${field}`);
    }
    for (const [, target = ''] of text2.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g)) {
      if (!LINK.test(target)) wrong.push(`a link ${target}`);
    }
  }
  return wrong;
}
var isDocx = ({ bytes }) => (bytes ? partsOf(bytes) : ['there is no document']);
async function isWorkbook(bytes) {
  const sheets = await readExcelFile(Buffer.from(bytes));
  return sheets.length > 0 ? partsOf(bytes) : ['there is no sheet'];
}
function isCalendar({ stdout }) {
  const calendar = new ICAL.Component(ICAL.parse(stdout));
  const entries = calendar.getAllSubcomponents();
  const long3 = stdout.split('\r\n').filter((line2) => Buffer.byteLength(line2) > 75);
  return [
    ...isNeutral(stdout.replaceAll('\r\n', '')),
    ...harmOf('notes', stdout).commands.map((command2) => `a command ${command2}`),
    ...entries.filter(({ name }) => name !== 'vtodo').map(({ name }) => `an entry ${name}`),
    ...entries
      .flatMap((entry) => entry.getAllSubcomponents())
      .map(({ name }) => `within it ${name}`),
    ...long3.map((line2) => `a line of ${Buffer.byteLength(line2)} octets`),
  ];
}
function isDocument({ stdout }) {
  const [, ...lines] = stdout.split('\n');
  const text2 = lines.join('\n').replaceAll('<br>', '');
  const links2 = [...text2.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].filter(
    ([, href = '']) => !LINK.test(href),
  );
  return [
    ...isNeutral(stdout),
    ...(/[<>]/.test(text2) ? ['an element'] : []),
    ...links2.map(([link]) => `a link ${link}`),
    ...(/(?<![\\&#\w;])@\w|!\[/.test(text2) ? ['a mention or a picture'] : []),
  ];
}
var FORMATS = {
  'findings-pretty': [['validate', '.', ...AS_OF, '--format', 'pretty']],
  'findings-compact': [['validate', '.', ...AS_OF, '--format', 'compact']],
  'findings-json': [['validate', '.', ...AS_OF, '--format', 'json'], isJson],
  'findings-github': [['validate', '.', ...AS_OF, '--format', 'github']],
  'findings-gitlab': [['validate', '.', ...AS_OF, '--format', 'gitlab'], isJson],
  'findings-sarif': [['validate', '.', ...AS_OF, '--format', 'sarif'], isSarif],
  'findings-junit': [['validate', '.', ...AS_OF, '--format', 'junit'], isXml],
  'findings-markdown': [['validate', '.', ...AS_OF, '--format', 'markdown']],
  'report-table': [['report', 'slippage', '.', ...AS_OF, '--format', 'table']],
  'report-markdown': [['report', 'slippage', '.', ...AS_OF, '--format', 'markdown']],
  'report-csv': [['report', 'slippage', '.', ...AS_OF, '--format', 'csv']],
  'report-json': [['report', 'slippage', '.', ...AS_OF, '--format', 'json'], isJson],
  'report-html': [['report', 'slippage', '.', ...AS_OF, '--format', 'html'], isPage],
  'report-xlsx': [
    ['report', 'slippage', '.', ...AS_OF, '--format', 'xlsx'],
    ({ bytes }) => isWorkbook(bytes ?? new Uint8Array()),
  ],
  'monthly-note': [
    ['report', 'summary', '.', '--month', '2023-03', ...AS_OF, '--format', 'markdown'],
  ],
  'document-html': [['publish', 'plan.yaml', ...AS_OF, '--format', 'html'], isPage],
  'document-markdown': [['publish', 'plan.yaml', ...AS_OF, '--format', 'markdown'], isDocument],
  'document-docx': [['publish', 'plan.yaml', ...AS_OF, '--format', 'docx'], isDocx],
  calendar: [['calendar', '.', ...AS_OF], isCalendar],
  'table-csv': [
    ['export', 'plan.yaml', ...AS_OF, '--format', 'csv'],
    ({ stdout }) => Object.values(harmOf('csv', stdout.replace('\uFEFF', ''))).flat(),
  ],
  'table-xlsx': [
    ['export', 'plan.yaml', ...AS_OF, '--output', 'out.xlsx'],
    ({ exit }, { here }) => (exit === 2 ? [] : isWorkbook(readFileSync3(join6(here, 'out.xlsx')))),
  ],
};
var outcome = Object.entries(TEXTS2).flatMap(([name, text2]) =>
  Object.entries(FORMATS).map(([format2, [argv, check2]]) => ({
    id: `${format2}-of-${name}`,
    files: { 'plan.yaml': () => soundPlan(text2) },
    argv: argv.map((word) =>
      word === 'plan.yaml' && format2.startsWith('table-') ? 'sound' : word,
    ),
    // A cell of Excel has an end, which is said, since what is cut could not come back.
    exit: argv[0] === 'validate' ? [0, 1] : format2 === 'table-xlsx' && isLong(text2) ? 2 : 0,
    says: [],
    wrong:
      'a text of the plan acts in what is made of it: on a screen, in a log, a page or a sheet',
    writes: format2 === 'table-xlsx' ? ['here/out.xlsx'] : [],
    ...(check2 && { check: check2 }),
    long: LONG.has(name),
  })),
);
var documents = ['inspection', 'thematic-review', 'case-review', 'strategy'].flatMap((kind) =>
  ['html', 'docx', 'markdown'].map((format2) => ({
    id: `document-${format2}-of-a-hostile-${kind}`,
    files: { 'plan.yaml': () => stringify(hostilePlan(kind)) },
    argv: ['publish', 'plan.yaml', '--as-of', '2023-05-01', '--format', format2],
    exit: 0,
    says: [],
    wrong: 'a text of the plan acts in the official document',
    check: format2 === 'docx' ? isDocx : format2 === 'html' ? isPage : isDocument,
  })),
);
var outputs2 = { name: 'outputs', cases: [...outcome, ...documents] };

// test/hostile/cases/settings.ts
var FAULTY2 = planWith({ owner: '""' });
function settingsCase(id, settings2, says, wrong, more = {}) {
  return {
    id,
    files: { 'actionplan.yaml': settings2, 'plan.yaml': PLAN },
    argv: VALIDATE,
    exit: 2,
    says,
    wrong,
    ...more,
  };
}
var told = (line2, words3) => new RegExp(`^actionplan\\.yaml:${line2}: error: .*${words3}`, 'm');
var LOST = 'settings that cannot be read are left out in silence, or half of them hold';
var RAISED = 'the repository lowers what the person who runs the tool relies on';
var EXECUTED = 'something that settings name is loaded, opened or run';
var unreadable = [
  settingsCase('no-yaml', 'rules: {\n', [told('\\d+:\\d+', '')], LOST),
  settingsCase('not-a-mapping', '- rules\n', [told('1:1', '')], LOST),
  settingsCase('a-text', 'off\n', [told('1:1', '')], LOST),
  settingsCase('utf-16', Buffer.from('\uFEFFrules: {}', 'utf16le'), [told('1:1', 'UTF-16')], LOST),
  settingsCase('nul', 'rules: {}\0\n', [told('1:10', 'NUL')], LOST),
  settingsCase('an-anchor', 'rules: &r {}\noverrides: *r\n', [told('1:8', 'anchor')], LOST),
  settingsCase('too-large', () => '#'.repeat(1024 * 1024 + 1), [told('1:1', '1 MiB')], LOST),
  settingsCase('two-documents', 'rules: {}\n---\nignore: "*"\n', [told('2:1', 'second')], LOST),
  settingsCase('keys-twice', 'ignore: a\nignore: "*"\n', [told('2:1', 'ignore')], LOST),
  settingsCase('deep', `rules: ${'['.repeat(1e4)}`, [told('1:\\d+', '64 levels')], LOST),
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
var wrongValues = [
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
    'rules:\n  \u043Ewner-required: off\n',
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
    Array.from(
      { length: 1e3 },
      (_, i) => `k${i}: 1
`,
    ).join(''),
    [told('1000:1', 'k999')],
    LOST,
  ),
];
var raised = [
  ...['schema', 'yaml-syntax', 'file-readable', 'date-real', 'unknown-document'].map((rule) =>
    settingsCase(
      `off-${rule}`,
      `rules:
  ${rule}: off
`,
      [told('2:\\d+', rule)],
      RAISED,
    ),
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
      'plan.yaml': FAULTY2,
      'sub/actionplan.yaml': 'rules: {owner-required: "off"}\n',
      'sub/other.yaml': planWith({ plan: 'b' }),
    },
    exit: 1,
  }),
];
var executed = [
  ...['extends', 'plugins', 'require', 'command', 'hooks', 'parser', 'env', '$ref'].map((key) =>
    settingsCase(
      `field-${key.replace('$', '')}`,
      `${key}: ./evil.js
`,
      [told('1:1', 'unknown field')],
      EXECUTED,
      {
        files: {
          'actionplan.yaml': `${key}: ./evil.js
`,
          'plan.yaml': PLAN,
          'evil.js': 'require("fs").writeFileSync("sprung", "")',
        },
      },
    ),
  ),
  ...[
    ['logo-outside', '../outside/secret.yaml'],
    ['logo-absolute', '/etc/passwd'],
    ['logo-url', 'http://127.0.0.1:9/x.png'],
    ['logo-link', 'link.png'],
    ['logo-pipe', 'pipe.png'],
    ['logo-no-picture', 'plan.yaml'],
    ['logo-not-there', 'none.png'],
  ].map(([id, logo]) =>
    settingsCase(id, '', [/logo|actionplan\.yaml/], EXECUTED, {
      files: {
        'actionplan.yaml': `publish: {logo: ${JSON.stringify(logo)}, logo-text: L}
`,
        'plan.yaml': PLAN,
        'link.png': { link: '../outside/secret.yaml' },
        'pipe.png': { pipe: true },
        '.git': { folder: true },
      },
      argv: ['publish', 'plan.yaml', '--format', 'html', '--as-of', '2023-05-01'],
    }),
  ),
];
var patterns = [
  ['pattern-of-20-stars', `${'a*'.repeat(20)}b`],
  ['pattern-of-folders', '**/a/**/a/**/a/**'],
  ['pattern-too-long', 'a'.repeat(201)],
].map(([id, pattern]) =>
  settingsCase(
    id,
    `ignore: ${JSON.stringify(pattern)}
`,
    [told('1:\\d+', 'more signs')],
    'matching takes for ever',
  ),
);
var oddPatterns = ['[z-a]', '\\\\', '[', '!', '(', 'a{1,', '/', '../**', ' ', '\\0'].map(
  (pattern, index) =>
    settingsCase(
      `pattern-odd-${index + 1}`,
      `ignore: ${JSON.stringify(pattern)}
`,
      [/checked|actionplan\.yaml/],
      'a pattern that is none ends the run, or takes every file out',
      { exit: 0 },
    ),
);
var settings = {
  name: 'settings',
  cases: [...unreadable, ...wrongValues, ...raised, ...executed, ...patterns, ...oddPatterns],
};

// test/hostile/cases/values.ts
function rowHas(field, value) {
  return ({ stdout }) => {
    const [row] = JSON.parse(stdout).rows;
    const is2 = JSON.stringify(row?.[field]);
    return is2 === JSON.stringify(value)
      ? []
      : [`${field} is ${is2}, not ${JSON.stringify(value)}`];
  };
}
var STALE = ['report', 'upcoming', '.', '--days', '99999', '--format', 'json', ...AS_OF];
var WORDS = [
  'No',
  'no',
  'NO',
  'Yes',
  'on',
  'off',
  'y',
  'N',
  'true',
  'FALSE',
  'null',
  'Null',
  '~',
  '014',
  '0o14',
  '0x1F',
  '0b11',
  '12:30:45',
  '190:20:30',
  '1e3',
  '1E400',
  '.5',
  '1_000',
  '.inf',
  '-.Inf',
  '.NaN',
  '1.10',
  '9007199254740993',
  '-0',
  '+1',
  '=',
  '2022-03-04',
];
var words2 = WORDS.map((word) => ({
  id: `word-${word === '~' ? 'tilde' : word.replace(/[^\w.+-]/g, '_')}`,
  files: { 'plan.yaml': planWith({ action: word, owner: word, tags: `[${word}]` }) },
  argv: STALE,
  exit: 0,
  says: [],
  wrong: 'the text is read as a number, a date, a truth or nothing, and comes out as another',
  check: (done) => [
    ...rowHas('text', word)(done),
    ...rowHas('owners', [{ id: null, organisation: word, role: null }])(done),
  ],
}));
var ids = ['1e3', '014', '0x1F', '1.10', 'No', 'null', '1-000'].map((id) => ({
  id: `id-${id}`,
  files: { 'plan.yaml': planWith({ id }).replace('id: "1.1"', `id: ${id}.1`) },
  argv: STALE,
  exit: 0,
  says: [],
  wrong: 'an id is another once it is read',
  check: (done) => [...rowHas('recommendation', id)(done), ...rowHas('action', `${id}.1`)(done)],
}));
var DUE = [
  ['2024-02-29', '2024-02-29'],
  ['2000-02-29', '2000-02-29'],
  ['2024-02', '2024-02-29'],
  ['2023-02', '2023-02-28'],
  ['2100-02', '2100-02-28'],
  ['2024-winter', '2025-02-28'],
  ['2023-winter', '2024-02-29'],
  ['2024-Q1', '2024-03-31'],
  ['FY2023', '2024-03-31'],
  ['2099', '2099-12-31'],
];
var due = DUE.map(([written, day]) => ({
  id: `due-${written}`,
  files: {
    'plan.yaml': planWith({ submitted: '1999', target: written }).replace(
      / {8}progress:[\s\S]*/,
      '',
    ),
  },
  argv: ['calendar', '.', ...AS_OF],
  exit: 0,
  says: [`DUE;VALUE=DATE:${day.replaceAll('-', '')}`],
  wrong: 'a day is another one in a leap year or at the end of a month',
}));
var NO_DATES = [
  ['2023-02-29', 'date-real'],
  ['2100-02-29', 'date-real'],
  ['2023-02-30', 'date-real'],
  ['2023-04-31', 'date-real'],
  ['2023-13-01', 'date-real'],
  ['2023-00-10', 'date-real'],
  ['2023-01-00', 'date-real'],
  ['2023-01-32', 'date-real'],
  ['2023-13', 'date-real'],
  ['0000-01-01', '(?:schema|date-real)'],
  ['10000-01-01', 'schema'],
  ['-2023-01-01', 'schema'],
  ['+002023-01-01', 'schema'],
  ['99999999999999999999', 'schema'],
  ['2023-1-2', 'schema'],
  ['23-01-02', 'schema'],
  ['20230102', 'schema'],
  ['2023-W05', 'schema'],
  ['2023-123', 'schema'],
  ['2023-01-02T00:00:00Z', 'schema'],
  ['2023-01-02 00:00', 'schema'],
  ['2023-01-02+13:00', 'schema'],
  ['2023/01/02', 'schema'],
  ['03/04/2022', 'schema'],
  ['1672617600', 'schema'],
  ['44927', 'schema'],
  ['\u0662\u0660\u0662\u0663-\u0660\u0661-\u0660\u0662', 'schema'],
  ['\uFF12\uFF10\uFF12\uFF13-\uFF10\uFF11-\uFF10\uFF12', 'schema'],
  ['2023\u201301\u201302', 'schema'],
  ['2023-01-02\u200B', 'schema'],
  ['today', 'schema'],
  ['NaN', 'schema'],
  ['Infinity', 'schema'],
  ['"2023-01-02 "', 'schema'],
  ['"2023-01-02\\n"', 'schema'],
  ['"2023-01-02\\0"', 'schema'],
];
var noDates = NO_DATES.map(([written, rule], index) => ({
  id: `no-date-${index + 1}-${written.replace(/[^\w.+-]/g, '_')}`,
  files: { 'plan.yaml': planWith({ submitted: written }) },
  argv: VALIDATE,
  exit: 1,
  says: [new RegExp(`^${at('submitted')}: error: .* \\[${rule}\\]$`, 'm')],
  wrong: 'a day that there is not is taken, moved or guessed',
}));
var NO_TARGETS = [
  '2023-02-29',
  '2023-Q5',
  '2023-Q0',
  '2023-q1',
  'FY2023-Q5',
  'FY23',
  'FY10000',
  '10000',
  'from 2024-13',
  'from',
  'from 2024-04 to 2024-05',
  'until 2024',
  '2023-fall',
  '2023-SPRING',
  'ongoing 2024',
  'when:',
  '"when: "',
  'June 2022',
  'Q1 2022/23',
  'Summer 2022',
  'Dec 22',
  '30/06/2022',
  '03/04/2022',
  '31/31/2022',
  'ASAP',
  'TBC',
  '2022-06-30 or later',
  '2022 2023',
];
var noTargets = NO_TARGETS.map((written, index) => ({
  id: `no-target-${index + 1}-${written.replace(/[^\w.+-]/g, '_')}`,
  files: { 'plan.yaml': planWith({ target: written }) },
  argv: VALIDATE,
  exit: 1,
  says: [/^plan\.yaml:16:\d+: error: .* \[(?:target-form|date-real|schema|yaml-syntax)\]$/m],
  wrong: 'a target of no known form is guessed at, or taken for a text',
}));
var values = {
  name: 'values',
  cases: [...words2, ...ids, ...due, ...noDates, ...noTargets],
};

// test/hostile/cases/waivers.ts
function under(comment, field = 'owner: ""') {
  return PLAN.replace(
    '        owner: Team',
    `        ${comment}
        ${field}`,
  );
}
function above(comment) {
  return PLAN.replace('        owner: Team\n', '').replace(
    '      - id: "1.1"',
    `      ${comment}
      - id: "1.1"`,
  );
}
var HIDDEN2 = 'a comment hides a finding that nobody allowed it to hide';
function waiverCase(id, plan, exit, says, more = {}) {
  return { id, files: { 'plan.yaml': plan }, argv: VALIDATE, exit, says, wrong: HIDDEN2, ...more };
}
var OWNER = /^plan\.yaml:\d+:\d+: error: .* \[owner-required\]$/m;
var waivers = {
  name: 'waivers',
  cases: [
    waiverCase('sound', above('# actionplan-ignore owner-required: none was named'), 0, [
      '1 waived',
    ]),
    waiverCase('without-a-reason', above('# actionplan-ignore owner-required'), 1, [
      /\[waiver-reason\]/,
    ]),
    waiverCase('with-an-empty-reason', above('# actionplan-ignore owner-required:   '), 1, [
      /\[waiver-reason\]/,
    ]),
    waiverCase(
      'with-an-invisible-reason',
      above('# actionplan-ignore owner-required: \u200B\u2060'),
      1,
      [/\[waiver-reason\]/],
    ),
    waiverCase('without-a-rule', above('# actionplan-ignore: because'), 1, [
      /\[waiver-used\]/,
      OWNER,
    ]),
    waiverCase('of-all-rules', above('# actionplan-ignore *: because'), 1, [
      /there is no rule `\*`/,
      OWNER,
    ]),
    waiverCase('of-an-unknown-rule', above('# actionplan-ignore owner-requird: x'), 1, [
      /there is no rule `owner-requird`/,
      OWNER,
    ]),
    waiverCase('of-a-lookalike', above('# actionplan-ignore \u043Ewner-required: x'), 1, [
      /there is no rule/,
      OWNER,
    ]),
    waiverCase('of-an-inherited-name', above('# actionplan-ignore constructor, __proto__: x'), 1, [
      /there is no rule `constructor`/,
      /there is no rule `__proto__`/,
      OWNER,
    ]),
    waiverCase('in-upper-case', above('# ACTIONPLAN-IGNORE owner-required: x'), 1, [OWNER]),
    waiverCase('of-a-fault-of-reading', under('# actionplan-ignore schema: x', 'ownr: Team'), 1, [
      /\[schema\]/,
    ]),
    waiverCase(
      'of-a-fault-of-reading-for-the-file',
      `# actionplan-ignore-file schema: x
${planWith({ submitted: '2023-02-30' })}`,
      1,
      [/\[date-real\]/, /`schema` cannot be waived/],
    ),
    waiverCase(
      'of-a-file-that-is-no-yaml',
      '# actionplan-ignore-file yaml-syntax: x\nplan: [\n',
      1,
      [/\[yaml-syntax\]/],
    ),
    waiverCase('of-waivers', above('# actionplan-ignore waiver-reason, waiver-used: x'), 1, [
      /`waiver-reason` cannot be waived/,
      OWNER,
    ]),
    waiverCase('of-what-changes', above('# actionplan-ignore change-settings: x'), 1, [
      /`change-settings` cannot be waived/,
      OWNER,
    ]),
    waiverCase(
      'for-nothing',
      PLAN.replace('    actions:', '    # actionplan-ignore owner-required: x\n    actions:'),
      0,
      [/waives nothing/],
    ),
    waiverCase(
      'for-the-file',
      `# actionplan-ignore-file owner-required: none was named
${PLAN.replace('        owner: Team\n', '')}`,
      0,
      ['1 waived'],
    ),
    waiverCase(
      'in-a-text',
      above('# x').replace('Keep records.', '"# actionplan-ignore owner-required: x"'),
      1,
      [OWNER],
    ),
    waiverCase(
      'in-a-block',
      above('# x').replace('Keep records.', '|\n      # actionplan-ignore-file owner-required: x'),
      1,
      [OWNER],
    ),
    waiverCase('behind-a-nul', above('# actionplan-ignore owner-required: x\0'), 1, [/NUL/]),
    waiverCase('behind-a-carriage-return', above('# x\r# actionplan-ignore owner-required: x'), 1, [
      /a carriage return/,
    ]),
    waiverCase(
      'with-line-ends-of-windows',
      above('# actionplan-ignore owner-required: x').replaceAll('\n', '\r\n'),
      0,
      ['1 waived'],
    ),
    waiverCase(
      'with-an-escape',
      above('# actionplan-ignore owner-required: \x1B[2J::error::x'),
      0,
      ['waived'],
      {
        argv: [...VALIDATE, '--show-waived'],
      },
    ),
    waiverCase(
      'with-a-reason-of-100-kb',
      above(`# actionplan-ignore owner-required: ${'x'.repeat(1e5)}`),
      0,
      ['1 waived'],
    ),
    waiverCase(
      'ten-thousand-of-them',
      above(`${'# actionplan-ignore owner-required: x\n      '.repeat(1e4)}# x`),
      0,
      ['1 waived'],
    ),
    waiverCase(
      'ten-thousand-rules',
      above(`# actionplan-ignore ${'x, '.repeat(1e4)}owner-required: x`),
      0,
      ['1 waived'],
    ),
    waiverCase(
      'on-another-item',
      PLAN.replace('        owner: Team\n', '').replace(
        '  - id: "1"',
        '  # actionplan-ignore smart-achievable: x\n  - id: "1"',
      ),
      1,
      [OWNER],
    ),
    waiverCase(
      'at-the-end-of-the-file',
      `${PLAN.replace('        owner: Team\n', '')}# actionplan-ignore owner-required: x
`,
      1,
      [OWNER],
    ),
    waiverCase('from-another-file', above('# x'), 1, [OWNER], {
      files: {
        'plan.yaml': above('# x'),
        'owners.yaml':
          '# actionplan-ignore-file owner-required: x\nowners:\n  - {id: team, organisation: Team}\n',
      },
    }),
    waiverCase(
      'with-a-space-that-is-none',
      above('# actionplan-ignore\xA0owner-required: x'),
      1,
      [],
      {
        exit: 0,
        says: ['waived'],
      },
    ),
  ],
};

// test/hostile/cases/yaml.ts
var MIB = 1024 * 1024;
var utf8 = new TextEncoder();
function cases(wrong, rows, shared = {}) {
  return rows.map(([id, content2, says, options]) => ({
    id,
    files: { 'plan.yaml': content2 },
    argv: VALIDATE,
    exit: 1,
    says: [says].flat(),
    wrong,
    ...shared,
    ...options,
  }));
}
function found(rule, place, words3) {
  const escaped = words3.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^plan\\.yaml:${place}: error: .*${escaped}.* \\[${rule}\\]$`, 'm');
}
var plain3 = (place, words3) => found('yaml-plain', place, words3);
var syntax = (place, words3) => found('yaml-syntax', place, words3);
var schema2 = (place, words3) => found('schema', place, words3);
var SOUND = 'checked: 0 errors, 0 warnings';
var FINE = { exit: 0 };
var NEXT = PLAN.split('\n').length;
var bombs = cases('what is small in the file grows in memory, or an alias is followed', [
  [
    'bomb-of-ten-laughs',
    `a: &a [x, x]
${'bcdefghij'.replace(
  /./g,
  (
    name,
  ) => `${name}: &${name} [*${String.fromCharCode(name.charCodeAt(0) - 1)}, *${String.fromCharCode(name.charCodeAt(0) - 1)}]
`,
)}`,
    plain3('1:4', '`&` begins an anchor'),
  ],
  [
    'bomb-in-a-plan',
    planAnd(
      `x: &a ${JSON.stringify('lol')}
y: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]
z: [*b,*b,*b,*b,*b,*b,*b,*b,*b]
`,
    ),
    plain3(`${NEXT}:4`, '`&` begins an anchor'),
  ],
  ['alias-of-itself', 'plan: &a [*a]\n', plain3('1:7', '`&` begins an anchor')],
  [
    'aliases-of-each-other',
    'plan: &a {b: *b}\nc: &b {a: *a}\n',
    plain3('1:14', '`*` begins an alias'),
  ],
  ['alias-of-nothing', planWith({ owner: '*team' }), plain3(at('owner').slice(10), '`*` begins')],
  ['anchor-alone', planWith({ title: '&t Records' }), plain3(at('title').slice(10), '`&` begins')],
  [
    'anchors-twenty-thousand',
    Array.from(
      { length: 2e4 },
      (_, i) => `k${i}: &a${i} x
`,
    ).join(''),
    plain3('1:5', 'anchor'),
  ],
  [
    'aliases-half-a-million',
    `a: &a x
b: [${'*a,'.repeat(3e5)}]
`,
    plain3('1:4', 'begins an anchor'),
  ],
  [
    'merge-of-a-mapping',
    planAnd('<<: {notes: x}\n'),
    [new RegExp(`^plan\\.yaml:${NEXT}:1: error: .*merge key`, 'm')],
  ],
  ['merge-of-an-alias', planAnd('<<: *base\n'), plain3(`${NEXT}:5`, '`*` begins an alias')],
  [
    'merge-in-an-action',
    planWith({ tags: '[records]\n        <<: {owner: Other}' }),
    /^plan\.yaml:18:9: error: .*merge key/m,
  ],
  [
    'merge-key-in-quotes',
    planAnd('"<<": {notes: x}\n'),
    new RegExp(`^plan\\.yaml:${NEXT}:1: error: `, 'm'),
  ],
]);
var deep = 1e4;
var LEVELS = 'nested more than 64 levels deep';
var nesting = cases('the reader runs out of stack or of time, or takes Node down with it', [
  [
    'deep-brackets',
    `plan: ${'['.repeat(deep)}${']'.repeat(deep)}
`,
    plain3('1:\\d+', LEVELS),
  ],
  ['deep-brackets-unclosed', '['.repeat(MIB - 1), plain3('1:\\d+', LEVELS)],
  [
    'deep-braces',
    `plan: ${'{a: '.repeat(deep)}x${'}'.repeat(deep)}
`,
    plain3('1:\\d+', LEVELS),
  ],
  [
    'deep-dashes',
    `plan:
${'- '.repeat(deep)}x
`,
    plain3('2:\\d+', LEVELS),
  ],
  ['deep-questions', '? '.repeat(deep), /error: /],
  ['deep-questions-few', '? '.repeat(40), /error: /],
  ['deep-mixed', '[{a: '.repeat(deep), plain3('1:\\d+', LEVELS)],
  [
    'deep-by-indentation',
    Array.from(
      { length: 1200 },
      (_, level) => `${' '.repeat(level)}k:
`,
    ).join(''),
    plain3('\\d+:\\d+', LEVELS),
  ],
  [
    'deep-quotes',
    `plan: ${'"'.repeat(deep + 1)}
`,
    /error: /,
  ],
  [
    'deep-comments',
    `${'#'.repeat(deep)}
${PLAN}`,
    SOUND,
    FINE,
  ],
  [
    'deep-just-within',
    planAnd(`x: ${'['.repeat(60)}${']'.repeat(60)}
`),
    schema2(`${NEXT}:1`, 'unknown field `x`'),
  ],
  [
    'deep-just-beyond',
    planAnd(`x: ${'['.repeat(70)}${']'.repeat(70)}
`),
    plain3(`${NEXT}:\\d+`, LEVELS),
  ],
  [
    'deep-by-indentation-ten-thousand',
    Array.from(
      { length: deep },
      (_, level) => `${' '.repeat(level)}k:
`,
    ).join(''),
    plain3('1:1', 'limit of 1 MiB'),
  ],
]);
var LARGE = 50 * MIB;
var scalars = cases('a large file is read before it is refused', [
  [
    'scalar-of-50-mb',
    () => `plan: ${'x'.repeat(LARGE)}
`,
    plain3('1:1', 'limit of 1 MiB'),
  ],
  [
    'scalar-of-50-mb-in-quotes',
    () => `plan: "${'x'.repeat(LARGE)}"
`,
    plain3('1:1', 'limit of 1 MiB'),
    { long: true },
  ],
  [
    'scalar-of-50-mb-in-a-block',
    () => `plan: |
${'  xxxxxxxxxxxx\n'.repeat(LARGE / 15)}`,
    plain3('1:1', 'limit of 1 MiB'),
    { long: true },
  ],
  [
    'comment-of-50-mb',
    () => `# ${'x'.repeat(LARGE)}
${PLAN}`,
    plain3('1:1', 'limit of 1 MiB'),
    { long: true },
  ],
  ['blank-lines-50-mb', () => '\n'.repeat(LARGE), plain3('1:1', 'limit of 1 MiB'), { long: true }],
  ['scalar-just-within', planWith({ notes: 'x'.repeat(MIB - PLAN.length) }), SOUND, FINE],
  [
    'scalar-just-beyond',
    planWith({ notes: 'x'.repeat(MIB - PLAN.length + 20) }),
    plain3('1:1', 'limit of 1 MiB'),
  ],
  [
    'scalar-within-a-raised-limit',
    planWith({ notes: 'x'.repeat(3 * MIB) }),
    SOUND,
    { exit: 0, argv: [...VALIDATE, '--max-bytes', String(4 * MIB)] },
  ],
  [
    'parts-too-many',
    `plan: [${'1,'.repeat(3e5)}]
`,
    plain3('1:\\d+', '250,000 parts'),
  ],
  [
    'keys-thirty-thousand',
    Array.from(
      { length: 3e4 },
      (_, i) => `k${i}: 1
`,
    ).join(''),
    'not a plan',
  ],
  [
    'key-of-half-a-mebibyte',
    `${'k'.repeat(MIB / 2)}: x
`,
    /^plan\.yaml:1:1: error: /m,
  ],
  ['words-a-quarter-million', planWith({ notes: 'word '.repeat(2e5).trim() }), SOUND, FINE],
]);
var largeByFlag = cases(
  'a person who raises the limit gets a crash instead of an answer',
  [
    [
      'scalar-of-50-mb-that-a-person-lets-in',
      () => planWith({ notes: 'x'.repeat(LARGE) }),
      SOUND,
      { exit: 0 },
    ],
    [
      'block-of-50-mb-that-a-person-lets-in',
      () =>
        planWith({
          notes: `|
${'  xxxxxxxxxxxx\n'.repeat(LARGE / 15)}`,
        }),
      /checked: /,
      { exit: 0, most: { mebibytes: 768 } },
    ],
  ],
  { argv: [...VALIDATE, '--max-bytes', '99999999'], long: true },
);
var features = cases('a feature that a reader of the file would not see changes what it says', [
  ['tag-binary', planWith({ notes: '!!binary AAAA' }), plain3(at('notes').slice(10), '`!` begins')],
  ['tag-str', planWith({ notes: '!!str x' }), plain3(at('notes').slice(10), '`!` begins')],
  ['tag-int', planWith({ notes: '!!int "1"' }), plain3(at('notes').slice(10), '`!` begins')],
  [
    'tag-timestamp',
    planWith({ submitted: '!!timestamp 2022-02-30' }),
    plain3(at('submitted').slice(10), '`!` begins'),
  ],
  ['tag-set', planWith({ notes: '!!set {a}' }), plain3(at('notes').slice(10), '`!` begins')],
  ['tag-omap', planWith({ notes: '!!omap [a: b]' }), plain3(at('notes').slice(10), '`!` begins')],
  ['tag-null', planWith({ owner: '!!null ""' }), plain3(at('owner').slice(10), '`!` begins')],
  [
    'tag-python',
    planWith({ notes: '!!python/object/apply:os.system ["touch sprung"]' }),
    plain3(at('notes').slice(10), '`!` begins'),
  ],
  [
    'tag-javascript',
    planWith({ notes: '!!js/function "function(){ process.exit(0) }"' }),
    plain3(at('notes').slice(10), '`!` begins'),
  ],
  [
    'tag-local',
    planWith({ notes: '!include /etc/passwd' }),
    plain3(at('notes').slice(10), '`!` begins'),
  ],
  [
    'tag-verbatim',
    planWith({ notes: '!<tag:yaml.org,2002:str> x' }),
    plain3(at('notes').slice(10), '`!` begins'),
  ],
  ['tag-bare', planWith({ notes: '! x' }), plain3(at('notes').slice(10), '`!` begins')],
  ['tags-many', '- !a\n'.repeat(15e4), plain3('1:3', '`!` begins')],
  [
    'directive-1-1',
    `%YAML 1.1
---
${PLAN}`,
    plain3('1:1', '`%` begins a directive'),
  ],
  [
    'directive-1-2',
    `%YAML 1.2
---
${PLAN}`,
    plain3('1:1', '`%` begins a directive'),
  ],
  [
    'directive-9-9',
    `%YAML 9.9
---
${PLAN}`,
    plain3('1:1', '`%` begins a directive'),
  ],
  [
    'directive-tag',
    `%TAG ! tag:x,2000:
---
${PLAN}`,
    plain3('1:1', '`%` begins a directive'),
  ],
  [
    'directive-unknown',
    `%FOO bar
---
${PLAN}`,
    plain3('1:1', '`%` begins a directive'),
  ],
  [
    'document-start',
    `---
${PLAN}`,
    SOUND,
    FINE,
  ],
  [
    'document-end',
    `${PLAN}...
`,
    SOUND,
    FINE,
  ],
  [
    'document-second',
    `${PLAN}---
${PLAN}`,
    syntax(`${NEXT}:1`, 'a second YAML document'),
  ],
  [
    'document-second-empty',
    `${PLAN}---
`,
    syntax(`${NEXT}:1`, 'a second YAML document'),
  ],
  [
    'document-second-after-its-end',
    `${PLAN}...
---
x: 1
`,
    syntax('\\d+:1', 'a second YAML document'),
  ],
  ['document-of-a-text', 'just words\n', found('unknown-document', '1:1', 'the file is a text')],
  ['document-of-a-list', '- plan: x\n', found('unknown-document', '1:1', 'the file is a list')],
  ['document-empty', '', found('unknown-document', '1:1', 'the file is empty')],
  ['document-of-a-comment', '# plan: x\n', found('unknown-document', '1:1', 'the file is empty')],
  ['document-of-null', '~\n', found('unknown-document', '1:1', 'the file is a text')],
  ['key-twice', planAnd('title: Other\n'), found('yaml-unique-keys', `${NEXT}:1`, 'title')],
  [
    'key-twice-by-quotes',
    planAnd('"title": Other\n'),
    found('yaml-unique-keys', `${NEXT}:1`, 'title'),
  ],
  [
    'key-twice-by-escape',
    planAnd('"t\\u0069tle": Other\n'),
    found('yaml-unique-keys', `${NEXT}:1`, 'title'),
  ],
  [
    'key-twice-in-braces',
    planWith({ tags: '[{a: 1, a: 2}]' }),
    found('yaml-unique-keys', '\\d+:\\d+', '`a`'),
  ],
  ['key-thirty-thousand-times', 'a: 1\n'.repeat(3e4), found('yaml-unique-keys', '2:1', '`a`')],
  ['key-that-is-a-list', planAnd('[a, b]: x\n'), /^plan\.yaml:\d+:\d+: error: .*\[yaml-/m],
  ['key-that-is-a-mapping', planAnd('? {a: b}\n: x\n'), /^plan\.yaml:\d+:\d+: error: .*\[yaml-/m],
  ['key-that-is-empty', planAnd(': x\n'), new RegExp(`^plan\\.yaml:${NEXT}:\\d+: error: `, 'm')],
  ['key-by-question-mark', planAnd('? x\n: y\n'), schema2(`${NEXT}:\\d+`, 'unknown field `x`')],
]);
var faults = cases('the place is wrong, or the fault hides what else is wrong', [
  ['colon-in-a-text', planWith({ title: 'Records: a plan' }), syntax(`2:\\d+`, ': ')],
  ['tab-as-indentation', planAnd('	notes: x\n'), syntax(`${NEXT}:1`, 'tab')],
  ['quote-never-closed', planAnd('x: "never\n'), syntax(`${NEXT}:4`, 'quote')],
  ['apostrophe-never-closed', planAnd("x: 'never\n"), syntax(`${NEXT}:4`, 'quote')],
  ['bracket-never-closed', planAnd('x: [a, b\n'), syntax('\\d+:\\d+', '')],
  ['brace-closed-by-bracket', planAnd('x: {a: b]\n'), syntax('\\d+:\\d+', '')],
  ['quotes-a-million', planWith({ notes: '"'.repeat(900001) }), plain3('5:\\d+', '250,000 parts')],
  ['at-sign', planWith({ owner: '@team' }), syntax(`15:16`, '@')],
  ['backtick', planWith({ owner: '`team`' }), syntax(`15:16`, '`')],
  [
    'conflict',
    planAnd('<<<<<<< HEAD\nx: 1\n=======\nx: 2\n>>>>>>> b\n'),
    syntax(`${NEXT}:1`, 'git conflict'),
  ],
  ['conflict-half', planAnd('=======\n>>>>>>> b\n'), syntax('\\d+:\\d+', '')],
  ['escape-unknown', planWith({ title: '"\\q"' }), syntax('2:\\d+', '')],
  ['escape-cut-short', planWith({ title: '"\\u00"' }), syntax('2:\\d+', '')],
  ['escape-beyond-unicode', planWith({ title: '"\\U00110000"' }), /^plan\.yaml:2:\d+: error: /m],
  ['block-with-a-wrong-mark', planWith({ title: '|x' }), syntax('2:\\d+', '')],
  ['block-indented-by-0', planWith({ title: '|0\n  x' }), syntax('2:\\d+', '')],
  ['dedent-to-nowhere', planAnd('x:\n    a: 1\n  b: 2\n'), syntax('\\d+:\\d+', '')],
  ['a-list-where-a-mapping-was', planAnd('- x\n'), syntax(`\\d+:\\d+`, '')],
  ['commas-without-a-value', planWith({ tags: '[a,,b]' }), syntax('17:\\d+', '')],
  ['comment-without-space', planWith({ tags: '[a]#b' }), syntax('17:\\d+', '')],
]);
var EOL = cases(
  'the same text with other line ends is another plan, or its findings have other places',
  [
    ['line-ends-crlf', PLAN.replaceAll('\n', '\r\n'), SOUND, FINE],
    ['line-ends-mixed', PLAN.replace(/\n(?=k|r|a)/g, '\r\n'), SOUND, FINE],
    ['line-end-missing', PLAN.trimEnd(), SOUND, FINE],
    [
      'line-ends-many',
      `


${PLAN}


`,
      SOUND,
      FINE,
    ],
    ['line-ends-cr', PLAN.replaceAll('\n', '\r'), plain3('1:12', 'a carriage return')],
    ['line-ends-nel', PLAN.replaceAll('\n', '\x85'), /^plan\.yaml:1:\d+: error: /m],
    ['line-ends-ls', PLAN.replaceAll('\n', '\u2028'), /^plan\.yaml:1:\d+: error: /m],
    ['line-ends-ps', PLAN.replaceAll('\n', '\u2029'), /^plan\.yaml:1:\d+: error: /m],
    ['line-ends-form-feed', PLAN.replaceAll('\n', '\f'), /^plan\.yaml:1:\d+: error: /m],
    ['line-ends-vertical-tab', PLAN.replaceAll('\n', '\v'), /^plan\.yaml:1:\d+: error: /m],
    [
      'line-ends-crlf-place',
      planWith({ target: '2023-13' }).replaceAll('\n', '\r\n'),
      new RegExp(`^${at('target').replace('.', '\\.')}: error: `, 'm'),
    ],
    [
      'line-end-cr-in-a-text',
      planWith({ notes: 'a\rb' }),
      plain3(`${at('notes').split(':')[1]}:9`, 'a carriage return'),
    ],
    [
      'line-end-cr-that-hides-a-key',
      planWith({ notes: `x\rowner: Other${' '.repeat(40)}` }),
      plain3('5:9', 'a carriage return'),
    ],
    ['carriage-returns-many', `${PLAN}${'\r'.repeat(1e5)}`, plain3(`${NEXT}:1`, 'a carriage')],
  ],
);
var encodings = cases(
  'bytes that are no UTF-8 are read as something else, or a text hides in them',
  [
    ['utf-16-le', wide(`\uFEFF${PLAN}`, true), plain3('1:1', 'UTF-16')],
    ['utf-16-be', wide(`\uFEFF${PLAN}`, false), plain3('1:1', 'UTF-16')],
    ['utf-16-without-mark', wide(PLAN, true), plain3('1:2', 'NUL')],
    ['utf-32-le', Buffer.from([255, 254, 0, 0, 112, 0, 0, 0]), plain3('1:1', 'UTF-16')],
    ['utf-32-be', Buffer.from([0, 0, 254, 255, 0, 0, 0, 112]), plain3('1:1', 'UTF-8')],
    ['utf-7', planWith({ title: '+AGEAYg-' }), SOUND, FINE],
    ['latin-1', Buffer.from(planWith({ title: 'Caf\xE9' }), 'latin1'), plain3('2:1', 'UTF-8')],
    ['lone-surrogate-as-bytes', spliced('', [237, 160, 128]), plain3('2:1', 'UTF-8')],
    [
      'lone-surrogate-escaped',
      planWith({ title: '"\\ud800"' }),
      /^plan\.yaml:2:\d+: (?:error|warning): /m,
    ],
    [
      'pair-of-surrogates-escaped',
      planWith({ title: '"\\ud83d\\ude00"' }),
      /checked: /,
      { exit: 0 },
    ],
    ['overlong-nul', spliced('', [192, 128]), plain3('2:1', 'UTF-8')],
    ['overlong-slash', spliced('', [224, 128, 175]), plain3('2:1', 'UTF-8')],
    ['beyond-unicode', spliced('', [244, 144, 128, 128]), plain3('2:1', 'UTF-8')],
    [
      'cut-in-a-character',
      Buffer.from([...utf8.encode(PLAN), 226, 130]),
      plain3('\\d+:1', 'UTF-8'),
    ],
    ['nul-raw', planWith({ title: 'a\0b' }), plain3('2:9', 'NUL')],
    ['nul-at-the-end', `${PLAN}\0`, plain3(`${NEXT}:1`, 'NUL')],
    ['nul-only', '\0'.repeat(1e3), plain3('1:1', 'NUL')],
    [
      'nul-escaped',
      planWith({ title: '"a\\0b"' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    ['mark-of-utf-8', `\uFEFF${PLAN}`, SOUND, FINE],
    ['mark-twice', `\uFEFF\uFEFF${PLAN}`, SOUND, FINE],
    [
      'mark-within',
      planWith({ title: 'a\uFEFFb' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    ['mark-only', '\uFEFF', found('unknown-document', '1:1', 'the file is empty')],
    [
      'escape-character-raw',
      planWith({ title: 'a\x1B[2Jb' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    [
      'c1-raw',
      planWith({ title: 'a\x9B2Jb' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    [
      'delete-raw',
      planWith({ title: 'a\x7Fb' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    [
      'noncharacter',
      planWith({ title: 'a\uFFFEb' }),
      /^plan\.yaml:2:\d+: \w+: .*\[text-clean\]$/m,
      { exit: 0 },
    ],
    [
      'space-that-does-not-break',
      planAnd('\xA0notes: x\n'),
      new RegExp(`^plan\\.yaml:${NEXT}:\\d+: error: `, 'm'),
    ],
    [
      'space-of-ideographs',
      planAnd('\u3000x: y\n'),
      new RegExp(`^plan\\.yaml:${NEXT}:\\d+: error: `, 'm'),
    ],
    ['gzip', Buffer.from([31, 139, 8, 0, 0, 0, 0, 0, 0, 3]), plain3('1:1', 'UTF-8')],
    ['zip', Buffer.from('PK'), /^plan\.yaml:1:1: error: /m],
    ['elf', Buffer.from([127, 69, 76, 70, 2, 1, 1, 0]), plain3('1:8', 'NUL')],
  ],
);
function wide(text2, little) {
  const bytes = Buffer.from(text2, 'utf16le');
  return little ? bytes : bytes.swap16();
}
function spliced(mark, bytes) {
  const [before = '', after = ''] = planWith({ title: `a${mark}b` }).split(mark);
  return Buffer.concat([utf8.encode(before), Uint8Array.from(bytes), utf8.encode(after)]);
}
var yaml = {
  name: 'yaml',
  cases: [
    ...bombs,
    ...nesting,
    ...scalars,
    ...largeByFlag,
    ...features,
    ...faults,
    ...EOL,
    ...encodings,
  ],
};

// test/hostile/cases/index.ts
var classes = [yaml, values, names, files, git, settings, waivers, words, environment, outputs2];

// test/hostile/sandbox.ts
import { execFileSync as execFileSync5 } from 'node:child_process';
import { createHash } from 'node:crypto';
// test/hostile/judge.ts
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  mkdirSync as mkdirSync5,
  mkdtempSync as mkdtempSync2,
  openSync,
  readdirSync as readdirSync2,
  readFileSync as readFileSync4,
  readFileSync as readFileSync5,
  readlinkSync,
  realpathSync as realpathSync2,
  statSync,
  symlinkSync,
  writeFileSync as writeFileSync5,
} from 'node:fs';
import { tmpdir as tmpdir2 } from 'node:os';
import { dirname as dirname2, join as join7, join as join8 } from 'node:path';

var SECRET = 'secret-of-the-machine';
function makeYard() {
  const yard = realpathSync2(mkdtempSync2(join7(tmpdir2(), 'actionplan-hostile-')));
  chmodSync(yard, 493);
  return yard;
}
function makePlace(yard, { id, files: files2 = {}, make }) {
  const root = join7(yard, id);
  const place = {
    root,
    here: join7(root, 'here'),
    home: join7(root, 'home'),
    outside: join7(root, 'outside'),
  };
  for (const folder of [place.here, place.home, place.outside]) {
    mkdirSync5(folder, { recursive: true });
  }
  for (const folder of [place.here, place.home]) chmodSync(folder, 511);
  for (const name of ['secret.yaml', 'actionplan.yaml', 'owners.yaml']) {
    writeFileSync5(
      join7(place.outside, name),
      `${SECRET}: ${SECRET}
`,
    );
  }
  for (const [path, content2] of Object.entries(files2)) put(join7(place.here, path), content2);
  make?.(place);
  return place;
}
function put(path, content2) {
  mkdirSync5(dirname2(path), { recursive: true });
  if (typeof content2 === 'function') writeFileSync5(path, content2());
  else if (typeof content2 === 'string' || content2 instanceof Uint8Array)
    writeFileSync5(path, content2);
  else if ('link' in content2) symlinkSync(content2.link, path);
  else if ('same' in content2) linkSync(join7(dirname2(path), content2.same), path);
  else if ('pipe' in content2) execFileSync5('mkfifo', [path]);
  else if ('socket' in content2) makeSocket(path);
  else if ('hole' in content2) {
    const file2 = openSync(path, 'w');
    ftruncateSync(file2, content2.hole);
    closeSync(file2);
  } else if ('folder' in content2) {
    mkdirSync5(path, { recursive: true });
    if (content2.mode !== void 0) chmodSync(path, content2.mode);
  } else {
    writeFileSync5(path, content2.text);
    chmodSync(path, content2.mode);
  }
}
function makeSocket(path) {
  const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  try {
    execFileSync5(process.execPath, ['-e', script], { stdio: 'ignore' });
  } catch {}
}
var MOST_BYTES = 256 * 1024;
function snapshot(place, but = []) {
  const seen = /* @__PURE__ */ new Map();
  const left = [join7(place.home, '.cache'), ...but.map((path) => join7(place.root, path))];
  const around = new Set(left.map((path) => dirname2(path)));
  const look = (path) => {
    const name = path.toString('latin1');
    const stats = statsOf(path);
    if (!stats) return void seen.set(name, 'out of reach');
    const isFolder = stats.isDirectory();
    if (left.includes(path.toString())) return;
    const facts = [stats.mode, stats.uid];
    if (!isFolder) facts.push(stats.mtimeNs, stats.size, stats.nlink);
    else if (!around.has(path.toString())) facts.push(stats.mtimeNs, stats.nlink);
    const content2 = stats.isSymbolicLink()
      ? readlinkSync(path)
      : stats.isFile() && stats.size <= MOST_BYTES
        ? createHash('sha256').update(readFileSync4(path)).digest('base64')
        : '';
    seen.set(name, `${facts.join(' ')} ${content2}`);
    if (!isFolder) return;
    for (const one of readdirSync2(path, { encoding: 'buffer' })) {
      look(Buffer.concat([path, Buffer.from('/'), one]));
    }
  };
  look(Buffer.from(place.root));
  return seen;
}
function statsOf(path) {
  try {
    return lstatSync(path, { bigint: true });
  } catch {
    return void 0;
  }
}
function changesBetween(before, after) {
  const paths = /* @__PURE__ */ new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}
function removeYard(yard) {
  execFileSync5('chmod', ['-R', 'u+rwX', yard], { stdio: 'ignore' });
  execFileSync5('rm', ['-rf', yard]);
}

// test/hostile/judge.ts
var MOST_MILLISECONDS = 5e3;
var MOST_PASSED = 45e3;
var MOST_MEBIBYTES = 512;
var CRASH =
  /(?:^|\n)\s+at .+:\d+:\d+|node:internal|\bUncaught\b|(?:^|\n)\w*Error(?: \[\w+\])?: |\[object \w+\]|fault in actionplan|FATAL ERROR|Node\.js v\d/;
async function judge(one, done, place) {
  const all = `${done.stdout}
${done.stderr}`;
  const wrong = [];
  const say = (fault) => wrong.push(`${fault}: ${all.slice(0, 1500)}`);
  if (done.signal !== null) say(`it was ended by ${done.signal}`);
  if (![one.exit].flat().some((right) => right === done.exit)) {
    say(`exit code ${done.exit}, where ${[one.exit].flat().join(' or ')} is right`);
  }
  const crash = CRASH.exec(all);
  if (crash) say(`it shows the fault of a program (${crash[0].trim()})`);
  const { milliseconds = MOST_MILLISECONDS, mebibytes = MOST_MEBIBYTES } = one.most ?? {};
  if (done.milliseconds > milliseconds) say(`it took ${Math.round(done.milliseconds)} ms`);
  if (done.passed > Math.max(MOST_PASSED, 4 * milliseconds))
    say(`it was not done after ${Math.round(done.passed)} ms`);
  if (done.mebibytes > mebibytes) say(`it held ${Math.round(done.mebibytes)} MiB`);
  for (const words3 of one.says) if (!has(all, words3)) say(`it does not say ${String(words3)}`);
  for (const words3 of one.never ?? []) if (has(all, words3)) say(`it says ${String(words3)}`);
  if (all.includes(SECRET)) say('it shows what is outside');
  if (done.exit !== 0 && all.trim() === '') say('it fails without a word');
  wrong.push(...placesOf(one, done, place));
  wrong.push(...harmIn(one, done));
  try {
    if (one.check) wrong.push(...(await one.check(done, place)));
  } catch (error) {
    say(`it cannot be read: ${String(error)}`);
  }
  return wrong;
}
function has(text2, words3) {
  return typeof words3 === 'string' ? text2.includes(words3) : words3.test(text2);
}
function formatOf({ argv }) {
  if (['publish', 'calendar', 'export'].includes(argv[0] ?? '')) return argv[0] ?? '';
  const asked = argv.indexOf('--format');
  if (asked >= 0) return argv[asked + 1] ?? '';
  return argv[0] === 'report' ? 'table' : 'pretty';
}
function placesOf(one, { stdout }, { here }) {
  if (formatOf(one) !== 'compact') return [];
  const wrong = [];
  const files2 = /* @__PURE__ */ new Map();
  for (const line2 of stdout.split('\n')) {
    if (line2 === '') continue;
    const [, file2 = '', row, column] =
      /^(.*?):(\d+):(\d+): (?:error|warning|info)(?: \(waived\))?: .* \[[a-z-]+\]$/.exec(line2) ??
      [];
    if (row === void 0) {
      wrong.push(`this is no finding: ${line2.slice(0, 300)}`);
      continue;
    }
    if (!files2.has(file2)) files2.set(file2, lengthsOf(join8(here, file2)));
    const lengths = files2.get(file2);
    if (lengths && !(Number(column) <= (lengths[Number(row) - 1] ?? -1) + 1)) {
      wrong.push(`there is no such place: ${line2.slice(0, 300)}`);
    }
  }
  return wrong;
}
var MOST_BYTES2 = 4 * 1024 * 1024;
function lengthsOf(path) {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > MOST_BYTES2) return void 0;
    const text2 = readFileSync5(path, 'utf8').replace(/^\ufeff/, '');
    return text2.split('\n').map((line2) => [...line2].length);
  } catch {
    return void 0;
  }
}
var TEXTS3 = /* @__PURE__ */ new Set([
  'pretty',
  'compact',
  'json',
  'github',
  'gitlab',
  'sarif',
  'junit',
  'markdown',
  'table',
  'csv',
]);
function harmIn(one, { stdout, stderr }) {
  const format2 = formatOf(one);
  const harms = [
    ...(TEXTS3.has(format2) && stdout !== '' ? [harmOf(format2, stdout)] : []),
    harmOf('notes', stderr),
  ];
  return harms.flatMap((harm) =>
    Object.entries(harm).flatMap(([kind, found2]) =>
      found2.length === 0 ? [] : [`${kind} in its output: ${found2.slice(0, 3).join(' ')}`],
    ),
  );
}

// test/hostile/run.ts
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync as existsSync3,
  readFileSync as readFileSync6,
  rmSync as rmSync3,
  writeFileSync as writeFileSync6,
} from 'node:fs';
// test/support/program.ts
import { join as join9, join as join10 } from 'node:path';

var PROGRAM = join9('/tmp/wt/hostile/test/hostile', '../../bin/actionplan.js');

// test/hostile/run.ts
var BATCH = join10('/tmp/wt/hostile/test/hostile', 'batch.js');
var COST = join10('/tmp/wt/hostile/test/hostile', 'cost.cjs');
var PATIENCE = 6e4;
var NOBODY = 65534;
function isShared({ by, asNobody, long: long3 }) {
  return by === void 0 && asNobody !== true && long3 !== true;
}
function environment2({ env = {} }, { home }) {
  const all = { PATH: process.env['PATH'] ?? '', HOME: home, ...env };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}
function runTogether(cases2, yard) {
  const jobs = cases2.map(([one, place]) => ({
    id: one.id,
    cwd: place.here,
    argv: one.argv,
    env: environment2(one, place),
    stdin: one.stdin ?? '',
  }));
  const list = join10(yard, 'jobs.json');
  writeFileSync6(list, JSON.stringify(jobs));
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [BATCH, list], {
    cwd: yard,
    encoding: 'utf8',
    timeout: 2 * PATIENCE,
    maxBuffer: 512 * 1024 * 1024,
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const done = /* @__PURE__ */ new Map();
  let last2 = '';
  for (const line2 of stdout.split('\n')) {
    if (line2 === '') continue;
    const { id, bytes, ...rest } = JSON.parse(line2);
    last2 = id;
    if (!('exit' in rest)) continue;
    done.set(id, {
      ...rest,
      signal: null,
      bytes: bytes === void 0 ? void 0 : Buffer.from(bytes, 'base64'),
    });
  }
  if (!done.has(last2)) {
    done.set(last2, {
      exit: status,
      signal,
      stdout: '',
      stderr,
      bytes: void 0,
      milliseconds: 0,
      passed: PATIENCE,
      mebibytes: 0,
    });
  }
  return done;
}
async function runAlone(one, place, trace = []) {
  const by = typeof one.by === 'function' ? one.by(place) : (one.by ?? []);
  const [command2 = '', ...words3] = [...by, ...trace, process.execPath, PROGRAM, ...one.argv];
  const cost = join10(place.root, '..', `${one.id}.cost`);
  const start = performance.now();
  const child = spawn(command2, words3, {
    cwd: place.here,
    env: {
      ...environment2(one, place),
      HOSTILE_COST: cost,
      NODE_OPTIONS: `--require ${JSON.stringify(COST)}`,
    },
    ...(one.asNobody && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
  });
  const out = [];
  const notes = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => notes.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(one.stdin ?? '');
  let mebibytes = 0;
  let milliseconds = 0;
  const watch = setInterval(() => {
    mebibytes = Math.max(mebibytes, heldBy(child.pid));
  }, 50);
  const patience = Math.max(PATIENCE, 4 * (one.most?.milliseconds ?? 0));
  const stop = setTimeout(() => child.kill('SIGKILL'), patience);
  const [exit, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, killedBy) => resolve([code, killedBy]));
  });
  clearInterval(watch);
  clearTimeout(stop);
  const figures = existsSync3(cost) ? readFileSync6(cost, 'utf8') : '';
  if (figures !== '') {
    const [held, worked] = JSON.parse(figures);
    mebibytes = Math.max(mebibytes, held);
    milliseconds = worked;
    rmSync3(cost);
  }
  const bytes = Buffer.concat(out);
  return {
    exit,
    signal,
    stdout: bytes.toString('utf8'),
    stderr: Buffer.concat(notes).toString('utf8'),
    bytes,
    milliseconds,
    passed: performance.now() - start,
    mebibytes,
  };
}
function heldBy(pid) {
  try {
    const status = readFileSync6(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

// ../../hx/hr.ts
var [, , cls, filter = '.', show = '500', verbose] = process.argv;
var long2 = process.env.LONG === '1';
var bad = 0;
var n = 0;
var t = performance.now();
for (const { name, cases: cases2 } of classes) {
  if (!new RegExp(cls).test(name)) continue;
  const yard = makeYard();
  const list = cases2.filter((c) => new RegExp(filter).test(c.id) && (long2 || !c.long));
  const places = new Map(list.map((c) => [c.id, makePlace(yard, c)]));
  const before = new Map(list.map((c) => [c.id, snapshot(places.get(c.id), c.writes)]));
  console.log(name, 'made', Math.round(performance.now() - t));
  const done = runTogether(
    list.filter(isShared).map((c) => [c, places.get(c.id)]),
    yard,
  );
  console.log(name, 'together', Math.round(performance.now() - t));
  for (const c of list) if (!isShared(c)) done.set(c.id, await runAlone(c, places.get(c.id)));
  console.log(name, 'alone', Math.round(performance.now() - t));
  for (const c of list) {
    n += 1;
    const d = done.get(c.id);
    const start = performance.now();
    const wrong = d ? await judge(c, d, places.get(c.id)) : ['not run'];
    wrong.push(
      ...changesBetween(before.get(c.id), snapshot(places.get(c.id), c.writes)).map(
        (x) => `changed ${x}`,
      ),
    );
    if (performance.now() - start > 1e3)
      console.log('SLOW judge', c.id, Math.round(performance.now() - start));
    if (wrong.length) {
      bad += 1;
      console.log('##', c.id, '\n   ', wrong.map((w) => w.slice(0, Number(show))).join('\n    '));
    } else if (verbose)
      console.log(
        'ok',
        c.id,
        d.exit,
        Math.round(d.milliseconds),
        Math.round(d.mebibytes),
        JSON.stringify((d.stdout + '|' + d.stderr).slice(0, Number(show))),
      );
  }
  const most = [...done]
    .sort((a, b) => b[1].milliseconds - a[1].milliseconds)
    .slice(0, 3)
    .map(([id, d]) => `${id} ${Math.round(d.milliseconds)} ms`);
  console.log(
    name,
    'most',
    most.join(', '),
    Math.max(...[...done.values()].map((d) => d.mebibytes)),
  );
  removeYard(yard);
}
console.log(n, 'cases', bad, 'bad', Math.round(performance.now() - t), 'ms');
