import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { soundPlan } from '../../support/hostile.ts';
import { hostilePlan } from '../../support/hostile-plan.ts';
import { openTestRepository } from '../../support/repository.ts';
import { AS_OF, type Case, type CaseClass, type Place } from '../case.ts';
import { PLAN, planWith } from '../plans.ts';
import { AFTER, at, LIST, MADE, type More, putSite, siteCase, siteFaults } from '../sites.ts';
import { ODD } from './files.ts';
import { TEXTS } from './outputs.ts';
import { siteFolders } from './site-folders.ts';

/** Names that no page can have as they are. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  paths: [
    '..',
    '../..',
    '../../outside/secret',
    '/etc/passwd',
    'a/b',
    'a\\b',
    '.',
    './x',
    '~',
    'index.html',
    '.htaccess',
  ],
  escapes: [
    '%2e%2e%2f',
    '%2e%2e/x',
    '%00',
    '%',
    'a%20b',
    'a b',
    'a+b',
    'a?b#c',
    'a#b',
    'a;b',
    'a:b',
  ],
  devices: [
    'con',
    'CON',
    'prn',
    'aux',
    'nul',
    'com1',
    'LPT9',
    'con.',
    'con.html',
    'con-page',
    'nul ',
  ],
  capitals: [
    'Team',
    'team x',
    'TEAM X',
    'Team-X',
    'team--x',
    'team_x',
    'team.x',
    '\u0130stanbul',
    'istanbul',
    'I\u0307stanbul',
  ],
  forms: [
    'Caf\u00e9',
    'Cafe\u0301',
    'Cafe',
    'CAFE\u0301',
    '\u212bngstr\u00f6m',
    '\u00c5ngstr\u00f6m',
    '\ufb01n',
    'fin',
    '\uff21\uff22',
    'AB',
  ],
  scripts: [
    '\u{1f600}',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
    '\u8d22\u653f\u90e8',
    '\u0645\u0627\u0644\u064a\u0629',
    '\u05e9\u05dc\u05d5\u05dd',
    'T\u0435am',
    '\u202egnp.exe',
    'a\u200bb',
    '\u2800x',
  ],
  long: [
    'x'.repeat(10_000),
    `${'x'.repeat(9_999)}y`,
    '\u00e9'.repeat(300),
    '\u{1f600}'.repeat(300),
    'x '.repeat(300),
  ],
  acting: [
    '<img src=x onerror=y>',
    '"><script>alert(1)</script>',
    "' onload='x",
    '::error::x',
    '##[error]x',
    '\u001b[2J',
    'a\nb',
    'a\u0000b',
    '=1+1',
    '$(touch sprung)',
    '-rf',
    '--output=x',
  ],
  inherited: [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'none',
    'null',
    'undefined',
    'NaN',
  ],
};
function planOfOwners(owners: readonly string[], plan = 'x', file = ''): string {
  return stringify({
    plan,
    title: `Plan ${plan}${file}`,
    kind: 'strategy',
    submitted: '2022-03-04',
    recommendations: [
      {
        id: '1',
        text: 'Keep records.',
        actions: owners.flatMap((owner, index) =>
          [owner, `${owner}: Chief`].map((one, role) => ({
            id: `1.${2 * index + role + 1}`,
            action: 'Publish a guide.',
            owner: one,
            target: '2023-04',
          })),
        ),
      },
    ],
  });
}
const PAGES = 'a page gets a name that is a path, a device, another page, or no name on some disk';
const pages: Case[] = [
  ...Object.entries(OWNERS).map(([id, owners]) =>
    siteCase(`owners-${id}`, 0, [MADE], {
      files: { 'plan.yaml': planOfOwners(owners) },
      wrong: PAGES,
    }),
  ),
  siteCase('plans-of-names-of-devices', 0, [/^17 plans, /m], {
    files: Object.fromEntries(
      [
        'con',
        'prn',
        'aux',
        'nul',
        'com1',
        'lpt9',
        'con-page',
        'index',
        'plans',
        'none',
        'constructor',
        '0',
        '00',
        '0-0',
        'a-',
        'a--',
        'a'.repeat(200),
      ].map((id) => [`${id.slice(0, 20)}x.yaml`, planOfOwners(['Team'], id)]),
    ),
    argv: ['site', 'out', '.', ...AS_OF],
    wrong: PAGES,
  }),
  siteCase('plans-whose-ids-begin-alike', 0, [/^4 plans, /m], {
    files: Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((end) => [
        `${end}.yaml`,
        planOfOwners(['Team'], `${'x'.repeat(198)}-${end}`),
      ]),
    ),
    argv: ['site', 'out', '.', ...AS_OF],
    wrong: PAGES,
  }),
  siteCase('two-plans-of-one-id', 0, [/^2 plans, /m], {
    files: { 'a.yaml': PLAN, 'b.yaml': PLAN },
    argv: ['site', 'out', '.', ...AS_OF],
    wrong: 'one plan takes the place of another, in silence',
    check: (_, { here }) => [
      ...siteFaults(join(here, 'out')),
      ...(Object.keys(JSON.parse(readFileSync(join(here, 'out', LIST), 'utf8')).files).filter(
        (path) => path.startsWith('plans/'),
      ).length === 2
        ? []
        : ['there are not two pages']),
    ],
  }),
  siteCase('plans-in-files-of-odd-names', 0, [new RegExp(`^${ODD.length} plans, `, 'm')], {
    files: Object.fromEntries(
      ODD.map((name, index) => [name, planOfOwners(['Team'], `p-${index}`)]),
    ),
    argv: ['site', 'out', '.', ...AS_OF, '--source-url', 'https://git.example/{path}#L{line}'],
    wrong: 'the name of a file acts on a page, or leads elsewhere',
  }),
  siteCase('faulty-plans-in-files-of-odd-names', 0, [/^1 plan, /m], {
    files: {
      'sound.yaml': PLAN,
      ...Object.fromEntries(ODD.map((name) => [`sub/${name}`, 'plan: x\ntitle: {\n'])),
    },
    argv: ['site', 'out', '.', '--skip-invalid', ...AS_OF],
    wrong: 'the name of a file that is left out acts on the pages that name it',
  }),
  siteCase('action-ids-that-differ-in-case', 0, [MADE], {
    files: {
      'plan.yaml':
        PLAN +
        PLAN.slice(PLAN.indexOf('      - id: "1.1"')).replace('"1.1"', '1.A') +
        PLAN.slice(PLAN.indexOf('      - id: "1.1"')).replace('"1.1"', '1.a'),
    },
    wrong: 'two actions have one place on the page',
    check: (_, { here }) => {
      const page = readFileSync(join(here, 'out/plans/sound.html'), 'utf8');
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      return [
        ...siteFaults(join(here, 'out')),
        ...ids
          .filter((id, index) => ids.indexOf(id) !== index)
          .map((id) => `the place ${id} stands twice`),
      ];
    },
  }),
  siteCase('a-thousand-owners', 0, [MADE], {
    files: {
      'plan.yaml': planOfOwners(Array.from({ length: 500 }, (_, index) => `Team ${index}`)),
    },
    wrong: 'many owners take time with their square',
    long: true,
    most: { milliseconds: 20_000 },
  }),
];

/** Each hostile text in every field of a plan, and as the title. */
const LONG_TEXTS = new Set(['long', 'unbroken', 'lines', 'marks', 'wide']);
const texts: Case[] = [
  ...Object.entries(TEXTS).map(([name, text]) =>
    siteCase(`text-${name}`, 0, [MADE], {
      files: { 'plan.yaml': () => soundPlan(text) },
      wrong: 'a text of the plan acts on a page or in the data of the site',
      long: LONG_TEXTS.has(name),
    }),
  ),
  ...['inspection', 'thematic-review', 'case-review', 'strategy'].map((kind) =>
    siteCase(`text-of-a-hostile-${kind}`, 0, [MADE], {
      files: { 'plan.yaml': () => stringify(hostilePlan(kind)) },
      wrong: 'a text of the plan acts on a page or in the data of the site',
      long: kind !== 'inspection',
    }),
  ),
];

const GUESSED = 'the command line is guessed at, or its words act in the message or on the pages';
function line(
  id: string,
  words: readonly string[],
  exit: Case['exit'],
  says: readonly (string | RegExp)[] = ['error: '],
  more: More = {},
): Case {
  return siteCase(id, exit, says, {
    argv: ['site', 'out', 'plan.yaml', ...AS_OF, ...words],
    wrong: GUESSED,
    ...more,
  });
}
/** Texts that act somewhere, as a word of the command line. */
const WORDS = [
  '\u001b[2J',
  '\r\n::error::x',
  '##[error]x',
  '\u202egnp.exe',
  '$(touch sprung)',
  '</title><script>',
  '__proto__',
  '-x',
  'x'.repeat(100_000),
];
const words: Case[] = WORDS.flatMap((text, index) => [
  line(`word-${index + 1}-as-title`, [`--title=${text}`], 0, [MADE]),
  line(`word-${index + 1}-as-month`, [`--month=${text}`], 2),
  line(`word-${index + 1}-as-day`, [`--as-of=${text}`], 2),
  line(`word-${index + 1}-as-revision`, [`--at=${text}`], 2),
  line(`word-${index + 1}-as-base`, [`--since=${text}`], 2),
  line(`word-${index + 1}-as-address`, [`--source-url=${text}`], 2),
  line(
    `word-${index + 1}-within-an-address`,
    [`--source-url=https://git.example/${text}/{path}`],
    [0, 2],
    [/written to|error: /],
    {
      writes: ['here/out'],
      check: ({ exit }, { here }) => (exit === 0 ? siteFaults(join(here, 'out')) : []),
    },
  ),
  line(`word-${index + 1}-as-port`, ['--serve', `--port=${text}`], 2, ['error: '], {
    argv: ['site', '--serve', `--port=${text}`],
  }),
]);
const options: Case[] = [
  line('title-that-is-empty', ['--title='], 2, ['error: the title is empty']),
  line('title-of-spaces', ['--title=  '], 2, ['error: the title is empty']),
  line('title-that-nobody-sees', ['--title=\u200b\u2060'], 2, ['error: the title is empty']),
  ...[
    'javascript:alert(1)//{path}',
    'data:text/html,{path}',
    'file:///{path}',
    '//evil.example/{path}',
    '/{path}',
    '../{path}',
    'https:{path}',
    'https://\u0001/{path}',
    ' https://git.example/{path}',
    'https://git.example/',
    'https://git.example/{path}{branch}',
    'https://git.example/{revision}/{path}',
    '{path}',
  ].map((template, index) =>
    line(
      `address-${index + 1}`,
      ['--source-url', template],
      template.startsWith(' ') ? [0, 2] : 2,
      [/error: |written/],
      template.startsWith(' ') ? { writes: ['here/out'] } : {},
    ),
  ),
  ...['0', '1', '65536', '99999999', '-1', '1.5', '', ' ', '0x50', '\u0661'].map((port, index) =>
    line(`port-${index + 1}`, [], 2, ['error: '], {
      argv: ['site', '--serve', `--port=${port}`, '--check'],
    }),
  ),
  line('month-that-has-not-begun', ['--month=2023-06'], 2),
  line('month-before-everything', ['--month=1900-01'], 0, [/^\d plans?, as of 2023-05-01/m]),
  line('day-before-everything', ['--as-of=1900-01-01'], 0, [/as of 1900-01-01/]),
  line('day-after-everything', ['--as-of=2199-12-31'], 0, [/as of 2199-12-31/]),
  line('serve-and-check', ['--serve', '--check'], 2),
  line('check-of-nothing', ['--check'], 2, ['there is no site in out']),
  line('check-of-a-file', ['--check'], 2, ['error: '], { files: { 'plan.yaml': PLAN, out: 'x' } }),
  line('check-of-a-site', ['--check'], 0, ['out is what the plans say'], {
    make: at((out) => putSite(out)),
    writes: [],
  }),
  line(
    'check-of-a-site-that-is-not-current',
    ['--check'],
    1,
    ['error: out/plans/sound.html is not what the plans say'],
    { ...AFTER, make: at((out) => putSite(out)) },
  ),
  line('check-of-a-page-that-is-a-pipe', ['--check'], 2, ['error: out/about.html cannot be read'], {
    make: at((out) => {
      putSite(out, { 'about.html': null });
      execFileSync('mkfifo', [join(out, 'about.html')]);
    }),
  }),
  line('check-of-a-page-that-is-a-link-outside', ['--check'], [1, 2], ['error: out/about.html'], {
    make: at((out) => {
      putSite(out, { 'about.html': null });
      symlinkSync('../../outside/secret.yaml', join(out, 'about.html'));
    }),
  }),
  line('no-plan', [], 2, ['no plan found'], {
    files: { 'x.txt': '' },
    argv: ['site', 'out', '.', ...AS_OF],
  }),
  line('a-faulty-plan', [], 2, ['so there is no site'], {
    files: { 'plan.yaml': 'plan: x\ntitle: {\n' },
  }),
  line('only-faulty-plans', ['--skip-invalid'], 0, ['0 plans, '], {
    files: { 'plan.yaml': 'plan: x\ntitle: {\n' },
  }),
  line('a-plan-outside', [], 2, ['leads out of the repository'], {
    files: { '.git': { folder: true }, 'plan.yaml': { link: '../outside/secret.yaml' } },
  }),
  line('at-a-revision', ['--at=HEAD'], 0, [MADE], { make: repository }),
  line('since-a-revision', ['--since=HEAD~1'], 0, [MADE], { make: repository }),
];

/** Two commits; the last of them by somebody whose name, words and branch act. */
function repository({ here }: Place): void {
  const { git, write, commit } = openTestRepository(here);
  git('init', '-q', '--template=');
  commit('First');
  write('plan.yaml', planWith({ action: 'Publish a new guide.' }));
  git('add', '-A');
  git(
    'commit',
    '-q',
    '-m',
    '<script>alert(1)</script> ::error::x',
    '--author=a \u001b[2J<i>b</i> <a@b.example>',
  );
}

/** A small disk of its own in `disk`, gone when the run is over; the site is to be in it. */
function onDisk(size: string, script: string): readonly string[] {
  return [
    'unshare',
    '-m',
    'sh',
    '-c',
    `mount -t tmpfs -o size=${size} tmpfs disk && ${script}`,
    'sh',
  ];
}
const onDiskFiles = { 'plan.yaml': PLAN, disk: { folder: true } } as const;
const LOST = 'pages are lost or cut, or the list says that all is done, or nobody is told';
/** What lies on the disk is whole pages, and the next run makes the site whole. */
const MENDED =
  'test "$(find disk -name "*.actionplan-new" -o -name "*.actionplan-lock" | wc -l)" = 0 || exit 7; rm -f disk/fill; "$@" || exit 8; grep -q unfinished disk/out/.actionplan-site.json && exit 9; cp -r disk/out kept; exit $code';
const disks: Case[] = [
  siteCase('full-disk', 2, ['error: cannot write "disk/out/', 'the disk is full'], {
    files: onDiskFiles,
    out: 'disk/out',
    by: onDisk(
      '64k',
      'head -c 100000 /dev/zero >disk/fill 2>/dev/null; "$@"; code=$?; test "$(find disk -type f | wc -l)" = 1 || exit 9; exit $code',
    ),
    needs: 'unshare',
    wrong: LOST,
  }),
  ...['disk-that-fills-on-the-way', 'disk-that-fills-on-the-way-of-a-second-run'].map(
    (id, second) =>
      siteCase(id, 2, ['the disk is full', 'run it again', MADE], {
        files: onDiskFiles,
        out: 'disk/out',
        by: onDisk(
          '2m',
          `${second ? '"$@" 2>/dev/null; long=$(head -c 9000 /dev/zero | tr "\\0" x); sed -i "s/guide/guide $long/" plan.yaml; ' : ''}head -c 10000000 /dev/zero >disk/fill 2>/dev/null; truncate -s -${second ? 24 : 80}k disk/fill; "$@"; code=$?; ${MENDED}`,
        ),
        needs: 'unshare',
        writes: ['here/kept', ...(second ? ['here/plan.yaml'] : [])],
        check: (_, { here }) => siteFaults(join(here, 'kept')),
        wrong: LOST,
      }),
  ),
  siteCase('read-only-disk', 2, ['error: cannot write "disk/out/', /read-only|permission denied/], {
    files: onDiskFiles,
    out: 'disk/out',
    by: onDisk('2m', 'mount -o remount,ro disk; "$@"'),
    needs: 'unshare',
    wrong: LOST,
  }),
];
const sh = (script: string): readonly string[] => ['sh', '-c', script, 'sh'];
const surroundings: Case[] = [
  siteCase('no-file-may-grow', 2, ['error: cannot write "out/'], {
    by: ['prlimit', '--fsize=0', '--'],
    writes: ['here/out'],
    check: (_, { here }) => (existsSync(join(here, 'out', LIST)) ? ['there is a list'] : []),
    wrong: LOST,
  }),
  siteCase('few-files-open', 0, [MADE], { by: ['prlimit', '--nofile=40', '--'], wrong: LOST }),
  siteCase('no-mode-for-new-files', [0, 2], [/written to|cannot be read|cannot write/], {
    by: sh('umask 777; "$@"; code=$?; chmod -R u+rwX out; exit $code'),
    asNobody: true,
    writes: ['here/out'],
    check: () => [],
    wrong: LOST,
  }),
  siteCase('notes-closed', 0, [], { by: sh('exec "$@" 2>&-'), wrong: LOST }),
  siteCase('notes-on-a-full-disk', [0, 2], [/exit code [02]/], {
    by: sh('"$@" 2>/dev/full; code=$?; echo "exit code $code"; exit $code'),
    writes: ['here/out'],
    check: (_, { here }) => siteFaults(join(here, 'out')),
    wrong: LOST,
  }),
  siteCase('no-home', 0, [MADE], { env: { HOME: null, PATH: '/nonexistent' }, wrong: LOST }),
  siteCase('two-at-a-time', [0, 2], [/written to out|meanwhile|exists already|another run/], {
    by: sh('"$@" & "$@"; wait; "$@" || exit 9'),
    writes: ['here/out'],
    check: (_, { here }) => siteFaults(join(here, 'out')),
    wrong: 'what two runs write is a mixture, or the list says what is not so',
  }),
  siteCase('plan-that-changes-meanwhile', [0, 2], [/written to|error: /], {
    files: { 'plan.yaml': PLAN, 'other.txt': planWith({ action: 'Publish a new guide.' }) },
    by: sh(
      '(while :; do cp other.txt new.txt; mv new.txt plan.yaml; done) >/dev/null 2>&1 & other=$!; "$@"; code=$?; kill $other; exit $code',
    ),
    writes: ['here/out', 'here/plan.yaml', 'here/new.txt'],
    check: ({ exit }, { here }) => (exit === 0 ? siteFaults(join(here, 'out')) : []),
    wrong: 'pages of one site tell of different plans',
  }),
];

export const site: CaseClass = {
  name: 'site',
  cases: [...siteFolders, ...pages, ...texts, ...words, ...options, ...disks, ...surroundings],
};
