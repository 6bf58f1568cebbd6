import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AS_OF, type Case, type CaseClass, type Content, VALIDATE } from '../case.ts';
import { PLAN, planWith } from '../plans.ts';

const UNSEEN = 'what is there is passed over in silence, or opened and waited for';

function fileCase(
  id: string,
  files: Readonly<Record<string, Content>>,
  exit: Case['exit'],
  says: readonly (string | RegExp)[],
  more: Partial<Case> = {},
): Case {
  return { id, files, argv: VALIDATE, exit, says, wrong: UNSEEN, ...more };
}
const named = (file: string, words: string) =>
  new RegExp(`^${file}:1:1: error: .*${words}.* \\[file-readable\\]$`, 'm');
const ONE = '1 file (1 plan) checked: 0 errors, 0 warnings';

const noFiles: Case[] = [
  fileCase('a-pipe', { 'plan.yaml': { pipe: true } }, 2, [named('plan.yaml', 'neither a file')]),
  fileCase('a-pipe-that-is-named', { pipe: { pipe: true } }, 2, [named('pipe', 'neither a file')], {
    argv: ['validate', 'pipe', '--format', 'compact'],
  }),
  fileCase('a-pipe-of-another-name', { 'plan.yaml': PLAN, 'pipe.txt': { pipe: true } }, 0, [ONE]),
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

const links: Case[] = [
  fileCase('link-to-itself', { 'plan.yaml': { link: 'plan.yaml' } }, 2, [
    named('plan.yaml', 'points at nothing'),
  ]),
  fileCase('links-in-a-circle', { 'a.yaml': { link: 'b.yaml' }, 'b.yaml': { link: 'a.yaml' } }, 2, [
    named('a.yaml', 'points at nothing'),
    named('b.yaml', 'points at nothing'),
  ]),
  fileCase('link-to-the-folder', { 'plan.yaml': PLAN, 'sub/again': { link: '..' } }, 0, [ONE]),
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
    [ONE],
  ),
  fileCase('two-names-of-one-file', { 'a.yaml': PLAN, 'b.yaml': { same: 'a.yaml' } }, 1, [
    /\[id-unique\]/,
  ]),
];

const modes: Case[] = [
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
      sub: { folder: true, mode: 0o444 },
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
      sub: { folder: true, mode: 0o111 },
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
      sub: { folder: true, mode: 0o444 },
    },
    2,
    ['sub/deep', 'permission denied'],
    { asNobody: true, argv: ['report', 'owners', '.'] },
  ),
  fileCase(
    'plan-that-cannot-be-written',
    { 'plan.yaml': { text: planWith({ tags: '[  records  ]' }), mode: 0o444 } },
    2,
    ['read-only'],
    { argv: ['fmt', 'plan.yaml'] },
  ),
];

/** Names that act on a terminal, in a log, a shell or a pattern. */
export const ODD = [
  'new\nline.yaml',
  'return\r.yaml',
  'tab\t.yaml',
  'quote".yaml',
  "apostrophe'.yaml",
  '-dash.yaml',
  '--output=x.yaml',
  '\u{1f600}.yaml',
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
  '\u202eabc.yaml',
  '\u001b[2Jx.yaml',
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
const odd: Case[] = ODD.flatMap((name, index): Case[] => [
  fileCase(`odd-name-${index + 1}-found`, { [name]: planWith({ owner: '""' }) }, 1, [
    /:15:\d+: error: .* \[owner-required\]$|:15:\d+: error: .* \[schema\]$/m,
  ]),
  fileCase(`odd-name-${index + 1}-named`, { [name]: PLAN }, 0, [ONE], {
    argv: ['validate', '--format', 'compact', ...AS_OF, '--', name],
  }),
]);
const oddFolders: Case[] = [
  'new\nline',
  '::error::x',
  '\u001b[2J',
  '-x',
  '$(touch sprung)',
  '\u202ex',
].map((name, index) =>
  fileCase(`odd-folder-${index + 1}`, { [`${name}/plan.yaml`]: planWith({ owner: '""' }) }, 1, [
    /plan\.yaml:15:\d+: error: /,
  ]),
);

const noUtf8 = Buffer.from([0x66, 0xff, 0x67]);
const inBytes = (place: string, ...parts: (string | Uint8Array)[]) =>
  Buffer.concat([
    Buffer.from(place),
    ...parts.flatMap((part) => [Buffer.from('/'), Buffer.from(part)]),
  ]);

const hidden: Case[] = [
  fileCase(
    'name-that-is-no-utf-8',
    { 'plan.yaml': PLAN },
    2,
    [/^f\ufffdg\.yaml:1:1: error: .*cannot be opened under its name/m],
    {
      make: ({ here }) =>
        writeFileSync(inBytes(here, Buffer.concat([noUtf8, Buffer.from('.yaml')])), PLAN),
    },
  ),
  fileCase(
    'folder-whose-name-is-no-utf-8',
    { 'plan.yaml': PLAN },
    2,
    [/^f\ufffdg:1:1: error: .*cannot be opened under its name/m],
    {
      make: ({ here }) => {
        mkdirSync(inBytes(here, noUtf8));
        writeFileSync(inBytes(here, noUtf8, 'plan.yaml'), planWith({ plan: 'b' }));
      },
    },
  ),
  fileCase('other-file-whose-name-is-no-utf-8', { 'plan.yaml': PLAN }, 0, [ONE], {
    make: ({ here }) =>
      writeFileSync(inBytes(here, Buffer.concat([noUtf8, Buffer.from('.txt')])), 'x'),
  }),
  fileCase('folders-a-hundred-deep', { [`${'d/'.repeat(100)}plan.yaml`]: PLAN }, 0, [ONE]),
  fileCase(
    'folders-nearly-too-deep',
    { [`${`${'d'.repeat(200)}/`.repeat(18)}plan.yaml`]: PLAN },
    0,
    [ONE],
  ),
  fileCase(
    'folders-deeper-than-a-path-can-be',
    { 'plan.yaml': PLAN },
    2,
    [/cannot be opened|name too long|permission|no such file/],
    {
      make: ({ here }) =>
        execFileSync(
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
      ...Array.from({ length: 3_000 }, (_, i) => [`f${i}.txt`, 'x'] as const),
    ]),
    0,
    [ONE],
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
    [ONE],
  ),
  fileCase(
    'leavings-of-a-killed-run',
    {
      'plan.yaml': PLAN,
      '.0123456789ab.actionplan-new': '[',
      '.0123456789ab.actionplan-lock': '1 x',
    },
    0,
    [ONE],
  ),
];

/** Run while another program does something to the files, again and again. */
function beside(act: string): readonly string[] {
  return [
    'sh',
    '-c',
    `(while :; do ${act}; done) >/dev/null 2>&1 & other=$!; for i in 1 2 3 4 5 6; do "$@" || break; done; code=$?; kill $other; exit $code`,
    'sh',
  ];
}
const changing: Case[] = [
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
        mkdirSync(join(here, `f${folder}`));
        for (let file = 0; file < 1_000; file += 1) {
          const plan = planWith({ plan: `p-${folder}-${file}` });
          writeFileSync(join(here, `f${folder}/p${file}.yaml`), plan);
        }
      }
    },
    long: true,
    most: { milliseconds: 240_000, mebibytes: 1_024 },
  }),
];

export const files: CaseClass = {
  name: 'files',
  cases: [...noFiles, ...links, ...modes, ...odd, ...oddFolders, ...hidden, ...changing],
};
