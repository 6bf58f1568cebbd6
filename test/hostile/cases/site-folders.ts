import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { AS_OF, type Case, type Place } from '../case.ts';
import { PLAN, planWith } from '../plans.ts';
import {
  AFTER,
  at,
  digestOf,
  LIST,
  listWith,
  MADE,
  type More,
  putSite,
  siteCase,
  soundSite,
} from '../sites.ts';
import { ODD } from './files.ts';

/** What stands where the folder of the site is to be. */
const folders: Case[] = [
  siteCase('out-is-new', 0, [MADE]),
  siteCase('out-is-deep', 0, [MADE], { out: 'a/b/c', writes: ['here/a'] }),
  siteCase('out-is-empty', 0, [MADE], { make: at((out) => mkdirSync(out)) }),
  siteCase('out-ends-with-slashes', 0, ['written to out,'], {
    argv: ['site', 'out///', 'plan.yaml', ...AS_OF],
  }),
  siteCase('out-is-there-already', 0, [': 0 files written to out, 48 as before, 0 removed'], {
    make: at((out) => putSite(out)),
    // Nothing is to be written at all, not even a time.
    writes: [],
  }),
  siteCase('out-has-no-name', 2, ['error: the name of the folder is empty'], {
    argv: ['site', '', 'plan.yaml'],
  }),
  siteCase('out-is-a-file', 2, ['error: out is a file'], {
    files: { 'plan.yaml': PLAN, out: 'x' },
  }),
  siteCase('out-is-the-plan', 2, ['error: plan.yaml is a file'], { out: 'plan.yaml' }),
  siteCase('out-is-in-a-file', 2, ['error: cannot write "plan.yaml/out/'], {
    out: 'plan.yaml/out',
  }),
  siteCase('out-is-a-pipe', 2, ['error: out is no folder'], {
    files: { 'plan.yaml': PLAN, out: { pipe: true } },
  }),
  siteCase('out-is-a-socket', 2, ['error: out is no folder'], {
    files: { 'plan.yaml': PLAN, out: { socket: true } },
  }),
  siteCase('out-is-a-device', 2, ['error: /dev/null is no folder'], { out: '/dev/null' }),
  siteCase('out-is-where-no-folder-can-be', 2, ['error: cannot write "/proc/nothing/'], {
    out: '/proc/nothing',
    wrong: 'it tries for ever to make a folder that the system does not let it make',
  }),
  siteCase('out-is-the-root', 2, ['error: / holds '], { out: '/' }),
  siteCase('out-is-above', 2, ['error: .. holds '], { out: '..' }),
  siteCase('out-is-here', 2, ['error: . holds 1 file (plan.yaml) and no site'], { out: '.' }),
  siteCase('out-holds-a-file', 2, ['error: out holds 1 file (mine.txt) and no site'], {
    files: { 'plan.yaml': PLAN, 'out/mine.txt': 'x' },
  }),
  siteCase('out-holds-a-hidden-file', 2, ['error: out holds 1 file (.gitkeep) and no site'], {
    files: { 'plan.yaml': PLAN, 'out/.gitkeep': '' },
  }),
  siteCase('out-holds-what-acts', 2, ['error: out holds 4 files (', '<U+001B>'], {
    files: {
      'plan.yaml': PLAN,
      'out/\n::error::x': '',
      'out/\u001b[2J': '',
      'out/##[error]x': '',
      'out/z': '',
    },
    wrong: 'the name of a file acts in the message that names it',
  }),
  siteCase('out-holds-no-utf-8', 2, ['error: out holds 1 file'], {
    make: at((out) => {
      mkdirSync(out);
      writeFileSync(Buffer.concat([Buffer.from(`${out}/`), Buffer.from([0x66, 0xff])]), 'x');
    }),
  }),
  siteCase('out-holds-leavings-of-a-killed-run', 0, [MADE], {
    files: {
      'plan.yaml': PLAN,
      'out/.0123456789ab.actionplan-new': 'half',
      'out/.0123456789ab.actionplan-lock': '1 x',
    },
    foreign: ['.0123456789ab.actionplan-new', '.0123456789ab.actionplan-lock'],
  }),
  siteCase('out-is-git', 2, ['error: .git leads '], {
    files: { 'plan.yaml': PLAN, '.git/config': 'x' },
    out: '.git',
  }),
  siteCase('out-is-in-git', 2, ['error: .git/site leads '], {
    files: { 'plan.yaml': PLAN, '.git/config': 'x' },
    out: '.git/site',
  }),
  siteCase('out-is-a-link-here', 0, [MADE], {
    files: { 'plan.yaml': PLAN, real: { folder: true }, out: { link: 'real' } },
    writes: ['here/real'],
  }),
  siteCase('out-is-a-link-to-the-plans', 2, ['error: out holds 1 file (plan.yaml) and no site'], {
    files: { 'plans/plan.yaml': PLAN, out: { link: 'plans' } },
    argv: ['site', 'out', 'plans', ...AS_OF],
  }),
  siteCase('out-is-a-link-to-nothing', 2, ['error: out is a link that points at nothing'], {
    files: { 'plan.yaml': PLAN, out: { link: 'nowhere' } },
  }),
  siteCase('out-is-a-link-to-itself', 2, ['error: out is a link that points at nothing'], {
    files: { 'plan.yaml': PLAN, out: { link: 'out' } },
  }),
  siteCase('out-is-a-link-out-of-the-repository', 2, ['error: out leads out of the repository'], {
    files: { 'plan.yaml': PLAN, '.git': { folder: true }, out: { link: '../outside' } },
  }),
  siteCase('out-is-beyond-such-a-link', 2, ['error: way/site leads out of the repository'], {
    files: { 'plan.yaml': PLAN, '.git': { folder: true }, way: { link: '../outside' } },
    out: 'way/site',
  }),
  siteCase('out-is-a-name-too-long', 2, [/error: n+ cannot be looked into/], {
    out: 'n'.repeat(300),
  }),
  siteCase('out-is-a-path-too-long', 2, ['error: '], { out: `${'n'.repeat(100)}/`.repeat(50) }),
  siteCase('out-cannot-be-written', 2, ['error: cannot write "out/', 'permission denied'], {
    make: at((out) => mkdirSync(out, { mode: 0o555 })),
    asNobody: true,
  }),
  siteCase('out-cannot-be-made', 2, ['error: cannot write "sub/out/', 'permission denied'], {
    make: ({ here }) => mkdirSync(join(here, 'sub'), { mode: 0o555 }),
    out: 'sub/out',
    asNobody: true,
  }),
  siteCase('out-cannot-be-listed', 2, ['error: out cannot be looked into'], {
    make: at((out) => {
      mkdirSync(out);
      chmodSync(out, 0o333);
    }),
    asNobody: true,
  }),
  siteCase('out-cannot-be-entered', 2, ['error: sub/out cannot be looked into'], {
    make: ({ here }) => mkdirSync(join(here, 'sub'), { mode: 0 }),
    out: 'sub/out',
    asNobody: true,
  }),
  ...ODD.map((name, index) =>
    siteCase(`out-of-odd-name-${index + 1}`, 0, [MADE], {
      out: name,
      wrong: 'the name of the folder acts in the message, or is another one',
      // One that acts on a terminal, in a log, in a shell and as an option each time, all in the long run.
      long: ![1, 7, 12, 15, 23].includes(index + 1),
    }),
  ),
  {
    ...siteCase('out-is-among-the-plans', 0, ['1 file (1 plan) checked: 0 errors']),
    files: { 'plans/plan.yaml': PLAN },
    make: ({ here }) => putSite(join(here, 'plans/out')),
    argv: ['validate', 'plans', ...AS_OF],
    writes: [],
    check: () => [],
    wrong: 'a page or a file of data is taken for a plan',
  },
];

/** A list that names a site; anybody may have written it. */
const lists: Case[] = (
  [
    ['empty', ''],
    ['no-json', 'not JSON'],
    ['another-json', '{}'],
    ['an-array', '[]'],
    ['null', 'null'],
    ['cut-short', () => listWith({}).slice(0, -30)],
    ['deep', '['.repeat(1_000_000)],
    ['no-utf-8', Buffer.from([0xff, 0xfe, 0x00])],
    ['of-another-program', '{"kind":"other","files":{}}'],
    ['names-a-file-above', () => listWith({ files: { '../plan.yaml': digestOf(PLAN) } })],
    ['names-a-path', () => listWith({ files: { '/etc/passwd': 'x' } })],
    ['names-a-way-back', () => listWith({ files: { 'plans/../mine.txt': digestOf('mine') } })],
    ['names-a-plan', () => listWith({ files: { 'mine.yaml': digestOf('mine') } })],
    ['names-a-program', () => listWith({ files: { 'src/mine.js': digestOf('mine') } })],
    ['names-settings', () => listWith({ files: { 'package.json': digestOf('mine') } })],
    ['names-a-hidden-file', () => listWith({ files: { '.env': digestOf('mine') } })],
    ['claims-settings', () => listWith({ unfinished: ['package.json'] })],
    ['claims-a-program', () => listWith({ unfinished: ['src/mine.js'] })],
    ['claims-a-file-above', () => listWith({ unfinished: ['../plan.yaml'] })],
    ['claims-no-text', () => listWith({ unfinished: [1, null, {}] })],
    ['claims-no-list', () => listWith({ unfinished: { length: 1 } })],
    ['has-digests-that-are-none', () => listWith({ files: { 'index.html': 1 } })],
    ['has-files-that-are-none', () => listWith({ files: ['index.html'] })],
    ['has-a-day-that-is-none', () => listWith({ asOf: '2023-02-30' })],
    ['has-a-day-of-signs', () => listWith({ asOf: '\u001b[2J' })],
    [
      'has-a-month-that-is-none',
      () => listWith({ period: { from: '2023-99-99', to: '2023-99-99' } }),
    ],
    [
      'has-a-month-that-is-turned',
      () => listWith({ period: { from: '2023-05-01', to: '2023-01-01' } }),
    ],
    ['has-a-revision-that-is-none', () => listWith({ revision: '--output=x' })],
    ['has-no-version', () => listWith({ version: null })],
  ] satisfies readonly (readonly [string, string | Uint8Array | (() => string)])[]
).flatMap(([id, content]) => {
  const make = at((out) => {
    putSite(out, { [LIST]: typeof content === 'function' ? content() : content });
    for (const [path, text] of [
      ['mine.txt', 'mine'],
      ['mine.yaml', 'mine'],
      ['package.json', 'mine'],
      ['.env', 'mine'],
      ['src/mine.js', 'mine'],
    ] as const) {
      mkdirSync(join(out, 'src'), { recursive: true });
      writeFileSync(join(out, path), text);
    }
  });
  const says = [`error: out/${LIST} is not what \`actionplan site\` writes`];
  const wrong = 'a list that somebody made gives leave to write, or to remove what no site has';
  return [
    siteCase(`list-${id}`, 2, says, { make, wrong }),
    siteCase(`list-${id}-checked`, 2, says, {
      make,
      wrong: 'a list that somebody made is taken for one of ours',
      argv: ['site', 'out', 'plan.yaml', '--check'],
    }),
  ];
});

const LISTED = [`error: out/${LIST} is not what \`actionplan site\` writes`];
const noLists: Case[] = (
  [
    ['is-a-folder', (path: string) => mkdirSync(path)],
    ['is-a-pipe', (path: string) => execFileSync('mkfifo', [path])],
    ['is-a-link-outside', (path: string) => symlinkSync('../../outside/secret.yaml', path)],
    ['is-a-link-to-nothing', (path: string) => symlinkSync('nowhere', path)],
    ['is-a-link-to-dev-zero', (path: string) => symlinkSync('/dev/zero', path)],
    [
      'is-a-hole-of-ten-gigabytes',
      (path: string) => {
        writeFileSync(path, '');
        truncateSync(path, 10 * 1024 ** 3);
      },
    ],
  ] satisfies readonly (readonly [string, (path: string) => void])[]
).map(([id, put]) =>
  siteCase(`list-${id}`, 2, LISTED, {
    make: at((out) => {
      putSite(out, { [LIST]: null });
      put(join(out, LIST));
    }),
    wrong: 'it is opened and waited for, read without end, or taken for no list at all',
  }),
);
const otherLists: Case[] = [
  siteCase('list-cannot-be-read', 2, ['error: ', `out/${LIST}`], {
    make: at((out) => {
      putSite(out);
      chmodSync(join(out, LIST), 0);
    }),
    asNobody: true,
  }),
  siteCase('list-is-a-link-to-a-list', 2, [`error: out/${LIST} is a link to another place`], {
    make: at((out, { here }) => {
      putSite(out, { [LIST]: null });
      writeFileSync(join(here, 'list.json'), listWith({}));
      symlinkSync('../list.json', join(out, LIST));
    }),
  }),
  siteCase('list-names-what-objects-have', 2, LISTED, {
    make: at((out) =>
      putSite(out, {
        [LIST]: listWith({}).replace('{"about.html"', '{"__proto__":"x","about.html"'),
      }),
    ),
  }),
  siteCase('list-names-ten-thousand-pages-that-are-gone', 0, [', 0 removed'], {
    make: at((out) =>
      putSite(out, {
        [LIST]: listWith({
          files: {
            ...JSON.parse(listWith({})).files,
            ...Object.fromEntries(
              Array.from({ length: 10_000 }, (_, index) => [`plans/p${index}.html`, 'x']),
            ),
          },
        }),
      }),
    ),
    long: true,
  }),
  siteCase('list-of-another-version', 0, [MADE], {
    make: at((out) => putSite(out, { [LIST]: listWith({ version: '99.0.0\u001b[2J', more: {} }) })),
  }),
];

/** What of others stands in the way of a page. */
function inTheWay(
  id: string,
  says: readonly (string | RegExp)[],
  put: (out: string, place: Place) => void,
  more: More = {},
): Case {
  return siteCase(`in-the-way-${id}`, 2, says, {
    ...AFTER,
    make: at((out, place) => {
      putSite(out);
      put(out, place);
    }),
    wrong:
      'some pages are written and others not, or what stands there is written over or by way of',
    ...more,
  });
}
const instead = (path: string, put: (path: string) => void) => (out: string) => {
  rmSync(join(out, path), { recursive: true });
  put(join(out, path));
};
const ways: Case[] = [
  inTheWay('a-page-of-others', ['out/index.html was not written by `actionplan site`'], (out) =>
    writeFileSync(join(out, 'index.html'), 'mine'),
  ),
  inTheWay('a-file-of-data-of-others', ['out/data/owners.csv was not written by'], (out) =>
    writeFileSync(join(out, 'data/owners.csv'), 'mine'),
  ),
  inTheWay(
    'a-folder',
    ['out/about.html is no plain file'],
    instead('about.html', (path) => mkdirSync(path)),
  ),
  inTheWay(
    'a-pipe',
    ['out/about.html is no plain file'],
    instead('about.html', (path) => execFileSync('mkfifo', [path])),
  ),
  inTheWay(
    'a-link',
    ['out/about.html is no plain file'],
    instead('about.html', (path) => symlinkSync('data.html', path)),
  ),
  inTheWay(
    'a-link-outside',
    ['out/about.html is no plain file'],
    instead('about.html', (path) => symlinkSync('../../outside/secret.yaml', path)),
  ),
  inTheWay(
    'a-link-to-nothing',
    ['out/about.html is no plain file'],
    instead('about.html', (path) => symlinkSync('nowhere', path)),
  ),
  inTheWay(
    'a-hole-of-ten-gigabytes',
    ['out/about.html cannot be read: no file of a site'],
    instead('about.html', (path) => {
      writeFileSync(path, '');
      truncateSync(path, 10 * 1024 ** 3);
    }),
  ),
  inTheWay(
    'a-file-for-a-folder',
    ['out/plans is no folder'],
    instead('plans', (path) => writeFileSync(path, 'mine')),
  ),
  inTheWay(
    'a-pipe-for-a-folder',
    ['out/plans is no folder'],
    instead('plans', (path) => execFileSync('mkfifo', [path])),
  ),
  inTheWay(
    'a-link-for-a-folder',
    ['out/plans is a link to another place'],
    instead('plans', (path) => symlinkSync('owners', path)),
  ),
  inTheWay(
    'a-link-outside-for-a-folder',
    ['out/assets is a link to another place'],
    instead('assets', (path) => symlinkSync('../../outside', path)),
  ),
  inTheWay(
    'a-link-to-nothing-for-a-folder',
    ['out/lists is no folder'],
    instead('lists', (path) => symlinkSync('nowhere', path)),
  ),
  inTheWay(
    'a-link-to-itself-for-a-folder',
    ['out/lists is no folder'],
    instead('lists', (path) => symlinkSync('lists', path)),
  ),
  inTheWay(
    'a-page-that-cannot-be-read',
    ['out/about.html cannot be read'],
    (out) => chmodSync(join(out, 'about.html'), 0),
    { asNobody: true },
  ),
  inTheWay(
    'a-folder-that-cannot-be-entered',
    ['error: out/lists'],
    (out) => chmodSync(join(out, 'lists'), 0),
    { asNobody: true },
  ),
];

/** What of others lies in a site, and is not in the way. */
const beside: Case[] = [
  siteCase('files-of-others-stay', 0, [MADE, ', 1 removed'], {
    files: { 'plan.yaml': planWith({ plan: 'other' }) },
    make: at((out) =>
      putSite(out, { CNAME: 'x', 'plans/own/x.html': 'x', 'robots.txt': 'x', 'lists/z.html': 'x' }),
    ),
    foreign: ['CNAME', 'plans/own/x.html', 'robots.txt', 'lists/z.html'],
  }),
  siteCase(
    'a-page-that-is-gone-and-was-changed-stays',
    0,
    ['is no page any more, but was changed'],
    {
      files: { 'plan.yaml': planWith({ plan: 'other' }) },
      make: at((out) => putSite(out, { 'plans/sound.html': 'mine' })),
      foreign: ['plans/sound.html'],
    },
  ),
  siteCase('a-page-that-is-gone-and-is-a-link-stays', 0, ['is no page any more, but was changed'], {
    files: {
      'plan.yaml': planWith({ plan: 'other' }),
      'copy.html': () => soundSite().get('plans/sound.html') ?? '',
    },
    make: at((out) => {
      putSite(out, { 'plans/sound.html': null });
      symlinkSync('../../copy.html', join(out, 'plans/sound.html'));
    }),
    foreign: ['plans/sound.html'],
  }),
  siteCase(
    'a-page-that-is-gone-and-is-a-folder-stays',
    0,
    ['is no page any more, but was changed'],
    {
      files: { 'plan.yaml': planWith({ plan: 'other' }) },
      make: at((out) => putSite(out, { 'plans/sound.html': null, 'plans/sound.html/x': 'mine' })),
      foreign: ['plans/sound.html/x'],
    },
  ),
  siteCase('a-page-that-is-missing-is-made-again', 0, [': 1 file written to out'], {
    make: at((out) => putSite(out, { 'index.html': null })),
  }),
];

/** Pages that cannot be replaced, found out on the way: what stands is whole, and the next run mends it. */
const onTheWay: Case[] = (
  [
    ['read-only', (path: string) => chmodSync(path, 0o444), 'it is read-only'],
    [
      'of-two-names',
      (path: string) => linkSync(path, join(path, '../../second.html')),
      'it has a second name',
    ],
  ] as const
).map(([id, put, why]) =>
  siteCase(
    `a-page-that-is-${id}`,
    2,
    [`error: cannot write "out/plans/sound.html": ${why}`, 'run it again'],
    {
      ...AFTER,
      make: at((out) => {
        putSite(out);
        put(join(out, 'plans/sound.html'));
      }),
      writes: ['here/out'],
      check: (_, { here }) => {
        const { unfinished } = JSON.parse(readFileSync(join(here, 'out', LIST), 'utf8'));
        const stands = readFileSync(join(here, 'out/plans/sound.html'), 'utf8');
        return [
          ...(Array.isArray(unfinished) ? [] : ['the list does not say that pages are missing']),
          ...(stands === soundSite().get('plans/sound.html') ? [] : ['the page was written over']),
        ];
      },
      wrong: 'a page is written that must not be, or the list says that all is done',
    },
  ),
);

/** The folder of a site, and what is in it already. */
export const siteFolders: readonly Case[] = [
  ...folders,
  ...lists,
  ...noLists,
  ...otherLists,
  ...ways,
  ...beside,
  ...onTheWay,
];
