import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTestRepository } from '../../support/repository.ts';
import { AS_OF, type Case, type CaseClass, VALIDATE } from '../case.ts';
import { PLAN, planWith } from '../plans.ts';

const WRONG = 'the result depends on where it is run, or is lost without a word';
const ONE = '1 file (1 plan) checked: 0 errors, 0 warnings';
const OWNERS = ['report', 'owners', '.', ...AS_OF];

function case_(
  id: string,
  exit: Case['exit'],
  says: readonly (string | RegExp)[],
  more: Partial<Case>,
): Case {
  return { id, files: { 'plan.yaml': PLAN }, argv: VALIDATE, exit, says, wrong: WRONG, ...more };
}

/** A shell that runs the program as its words say. */
const sh = (script: string): readonly string[] => ['sh', '-c', script, 'sh'];

const homes: Case[] = [
  ['none', null],
  ['empty', ''],
  ['relative', 'home'],
  ['not-there', '/dev/null/home'],
  ['a-file', '/etc/hostname'],
  ['a-device', '/dev/null'],
  ['of-signs', '/dev/null/\u001b[2J::error::x'],
].flatMap(([id = '', HOME = null]) => [
  case_(`home-${id}`, 0, [ONE], { env: { HOME }, argv: [...VALIDATE, '--cache'] }),
  case_(`cache-${id}`, 0, [ONE], { env: { XDG_CACHE_HOME: HOME }, argv: [...VALIDATE, '--cache'] }),
]);

/** Two commits, and what git is given by the environment. */
const repository: NonNullable<Case['make']> = ({ here }) => {
  const { git, commit } = openTestRepository(here);
  git('init', '-q', '--template=');
  commit('First');
  writeFileSync(join(here, 'plan.yaml'), planWith({ action: 'Publish a new guide.' }));
  commit('Second');
};
const DIFF: Partial<Case> = { make: repository, argv: ['diff', 'HEAD~1', 'HEAD'] };
const gits: Case[] = [
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
      mkdirSync(join(place.home, 'bin/git'), { recursive: true });
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
      check: (_, { here }) => (existsSync(join(here, 'sprung')) ? ['something was run'] : []),
    }),
  ),
];

const FAULTY = { 'plan.yaml': planWith({ owner: '""' }) };
const GITHUB = ['validate', '.', '--format', 'github', ...AS_OF];
const services: Case[] = [
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
    env: { CI_PROJECT_DIR: '\u001b[2J' },
  }),
];

const colours: Case[] = Object.entries({
  'no-color-empty': { NO_COLOR: '' },
  'force-color-99': { FORCE_COLOR: '0', NO_COLOR: 'x' },
  'force-color-false': { FORCE_COLOR: 'false' },
  'term-of-signs': { TERM: '\u001b[2J' },
  'term-none': { TERM: null, COLORTERM: 'truecolor' },
  'columns-0': { COLUMNS: '0', LINES: '0' },
  'columns-of-noise': { COLUMNS: '\u001b[2J' },
}).map(([id, env]) => case_(id, 0, ['Team'], { argv: OWNERS, env }));

const zones: Case[] = [
  '',
  'Nonsense/Zone',
  ':/etc/passwd',
  '../../etc/passwd',
  'UTC+999',
  'Pacific/Apia',
  '\u001b[2J',
  'x'.repeat(10_000),
].map((TZ, index) =>
  case_(`zone-${index + 1}`, 0, ['Actions by owner on 1 May 2023'], {
    argv: OWNERS,
    by: ['env', `TZ=${TZ}`],
  }),
);
const locales: Case[] = [
  'tr_TR.UTF-8',
  'xx_XX.nonsense',
  'ja_JP.SJIS',
  'C',
  '\u001b[2J',
  'lt_LT',
].map((locale, index) =>
  case_(`locale-${index + 1}`, 0, ['Actions by owner on 1 May 2023', '1 action, 0 overdue'], {
    argv: OWNERS,
    by: ['env', `LANG=${locale}`, `LC_ALL=${locale}`, `LANGUAGE=${locale}`],
  }),
);

const streams: Case[] = [
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

const limits: Case[] = [
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
  case_('a-home-that-is-not-there', 0, [/61 files/], {
    files: Object.fromEntries(
      Array.from({ length: 61 }, (_, at) => [`p${at}.yaml`, planWith({ plan: `p-${at}` })]),
    ),
    argv: [...VALIDATE, '--cache'],
    by: sh('HOME="$PWD/none"; export HOME; exec "$@"'),
  }),
  case_('five-thousand-variables', 0, [ONE], {
    env: Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`V${at}`, 'x'.repeat(100)])),
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
    make: ({ here }) => execFileSync('chmod', ['555', here]),
  }),
];

/** A small disk of its own in `disk`, with the plan on it, gone when the run is over. */
function onDisk(script: string): readonly string[] {
  return [
    'unshare',
    '-m',
    'sh',
    '-c',
    `mount -t tmpfs -o size=256k tmpfs disk && cp plan.yaml disk/ && ${script}`,
    'sh',
  ];
}
const FULL = 'head -c 1000000 /dev/zero >disk/fill 2>/dev/null';
/** The plan is as it was, and nothing lies beside it. */
const SAME =
  'code=$?; cmp -s plan.yaml disk/plan.yaml || exit 9; test "$(ls -A disk | grep -v fill)" = plan.yaml || exit 8; exit $code';
const UNTIDY = planWith({ tags: '[  records  ]' });
const WRITING: readonly (readonly [id: string, argv: readonly string[], more?: Partial<Case>])[] = [
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
      'x'.repeat(3_000),
      '--date',
      '2023-04-30',
    ],
  ],
  ['publish', ['publish', 'disk/plan.yaml', '--output', 'disk/out.html', ...AS_OF]],
  ['publish-docx', ['publish', 'disk/plan.yaml', '--output', 'disk/out.docx', ...AS_OF]],
  ['report', ['report', 'owners', 'disk', '--output', 'disk/out.md', ...AS_OF]],
  ['diff', ['diff', 'HEAD', './disk', '--output', 'disk/out.html'], { make: repository }],
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
const disks: Case[] = WRITING.flatMap(([id, argv, more]) => {
  const files = {
    'plan.yaml': UNTIDY,
    disk: { folder: true },
    'table.csv': 'Recommendation,Action no,Action,Owner\n1,1.1,Publish a guide.,Another team\n',
  } as const;
  return [
    case_(`full-disk-${id}`, 2, [/error: .*the disk is full/], {
      files,
      argv,
      by: onDisk(`${FULL}; "$@"; ${SAME}`),
      needs: 'unshare',
      ...more,
    }),
    case_(`read-only-disk-${id}`, 2, [/error: .*(?:read-only|permission denied)/], {
      files,
      argv,
      by: onDisk(`mount -o remount,ro disk; "$@"; ${SAME}`),
      needs: 'unshare',
      ...more,
    }),
  ];
});

/** On a terminal of some columns; its line ends are made plain again. */
function onTerminal(columns: number): readonly string[] {
  return sh(
    `shown=$(script -qec "stty cols ${columns}; $*" /dev/null); code=$?; printf '%s\\n' "$shown" | tr -d '\\r'; exit $code`,
  );
}
const terminals: Case[] = [0, 1, 2, 10, 40, 9_999].flatMap((columns) => [
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

export const environment: CaseClass = {
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
