import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  makeRepository,
  openTestRepository,
  type TestRepository,
} from '../../support/repository.ts';
import { AS_OF, type Case, type CaseClass, type Place } from '../case.ts';
import { PLAN, planWith } from '../plans.ts';

const AFTER = planWith({ action: 'Publish a new guide.' });

/** A repository of two commits, made once and copied to each case. */
let template: TestRepository | undefined;

function copyOf({ here }: Place): TestRepository {
  if (!template) {
    template = makeRepository('--template=');
    template.write('plans/plan.yaml', PLAN);
    template.commit('First', '2022-03-04');
    template.write('plans/plan.yaml', AFTER);
    template.commit('Second', '2023-01-10');
    process.on('exit', () => rmSync(template?.folder ?? '', { recursive: true, force: true }));
  }
  cpSync(template.folder, here, { recursive: true });
  return openTestRepository(here);
}

type Make = (repository: TestRepository, place: Place) => void;

const DIFF = ['diff', 'HEAD~1', 'HEAD'];
const ANSWER: readonly RegExp[] = [/Publish a new guide\./];

function gitCase(
  id: string,
  make: Make,
  exit: Case['exit'],
  says: readonly (string | RegExp)[],
  wrong: string,
  more: Partial<Case> = {},
): Case {
  return {
    id,
    make: (place) => make(copyOf(place), place),
    argv: DIFF,
    exit,
    says,
    wrong,
    ...more,
  };
}

const RUN = 'a program that the repository names is run';
const TRAP = 'touch sprung';

/** Settings of git by which one or another of its commands runs a program. */
const CONFIG: readonly (readonly [key: string, value: string])[] = [
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
const config: Case[] = CONFIG.map(([key, value]) =>
  gitCase(
    `config-${key}`,
    ({ git, write }) => {
      write('hooks/post-checkout', `#!/bin/sh\n${TRAP}\n`);
      write('.gitattributes', '* diff=x filter=x\n');
      git('config', key, value);
    },
    key === 'include.path' ? [0, 2] : 0,
    key === 'include.path' ? [] : ANSWER,
    RUN,
  ),
);

const hooks: Case[] = [
  'pre-commit',
  'post-checkout',
  'post-index-change',
  'reference-transaction',
  'fsmonitor-watchman',
].map((hook) =>
  gitCase(
    `hook-${hook}`,
    (_, { here }) => {
      mkdirSync(join(here, '.git/hooks'), { recursive: true });
      writeFileSync(join(here, `.git/hooks/${hook}`), `#!/bin/sh\n${TRAP}\n`, { mode: 0o755 });
    },
    0,
    ANSWER,
    RUN,
  ),
);

const OTHER = 'attributes, replacements or another repository change what a commit says';
const content: Case[] = [
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
      mkdirSync(join(here, '.git/info'), { recursive: true });
      writeFileSync(join(here, '.git/info/attributes'), '* -diff filter=x binary\n');
    },
    0,
    ANSWER,
    OTHER,
  ),
  gitCase('a-replaced-commit', ({ git }) => git('replace', 'HEAD~1', 'HEAD'), 0, ANSWER, OTHER),
  gitCase(
    'a-grafted-commit',
    ({ git }, { here }) => {
      mkdirSync(join(here, '.git/info'), { recursive: true });
      writeFileSync(join(here, '.git/info/grafts'), `${git('rev-parse', 'HEAD')}\n`);
    },
    0,
    ANSWER,
    OTHER,
  ),
  gitCase(
    'a-work-tree-elsewhere',
    ({ git }, { outside }) => git('config', 'core.worktree', outside),
    0,
    ANSWER,
    OTHER,
  ),
  gitCase(
    'a-bare-repository-within',
    ({ git }) => {
      git('init', '-q', '--bare', 'plans/sub.git');
      git('config', '-f', 'plans/sub.git/config', 'core.fsmonitor', TRAP);
    },
    0,
    ANSWER,
    OTHER,
  ),
  gitCase(
    'a-submodule',
    ({ git }) => {
      git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD')},plans/sub`);
      git('commit', '-qm', 'Sub');
    },
    [0, 2],
    [/submodule|changed|no change|Publish/],
    OTHER,
  ),
  gitCase(
    'a-link-out-in-a-commit',
    ({ git, folder }) => {
      execFileSync('ln', ['-s', '/etc/passwd', 'plans/link.yaml'], { cwd: folder });
      git('add', '-A');
      git('commit', '-qm', 'Link');
    },
    2,
    [/link\.yaml.*leads out/],
    OTHER,
    { argv: ['validate', '--at', 'HEAD', '--format', 'compact', ...AS_OF] },
  ),
  gitCase(
    'links-in-a-circle-in-a-commit',
    ({ git, folder }) => {
      execFileSync('ln', ['-s', 'b.yaml', 'plans/a.yaml'], { cwd: folder });
      execFileSync('ln', ['-s', 'a.yaml', 'plans/b.yaml'], { cwd: folder });
      git('add', '-A');
      git('commit', '-qm', 'Circle');
    },
    2,
    [/a\.yaml.*points at nothing/],
    OTHER,
    { argv: ['validate', '--at', 'HEAD', '--format', 'compact', ...AS_OF] },
  ),
  gitCase(
    'a-file-too-large-in-a-commit',
    ({ git, write }) => {
      write('plans/large.yaml', '#'.repeat(3 * 1024 * 1024));
      git('add', '-A');
      git('commit', '-qm', 'Large');
    },
    1,
    [/large\.yaml:1:1: error: .*limit of 1 MiB/],
    OTHER,
    { argv: ['validate', '--at', 'HEAD', '--format', 'compact', ...AS_OF] },
  ),
  gitCase(
    'names-that-climb-in-a-tree',
    ({ git, folder }) => {
      const blob = git('rev-parse', 'HEAD:plans/plan.yaml');
      const inner = treeOf(folder, [['100644', 'evil.yaml', blob]]);
      const tree = treeOf(folder, [
        ['40000', '..', inner],
        ['40000', '.git', inner],
        ['40000', 'plans', git('rev-parse', 'HEAD:plans')],
      ]);
      git('update-ref', 'refs/heads/climb', git('commit-tree', '-m', 'Climb', tree));
    },
    [0, 2],
    [],
    OTHER,
    { argv: ['validate', '--at', 'climb', '--format', 'compact', ...AS_OF] },
  ),
  gitCase(
    'a-name-twice-in-a-tree',
    ({ git, folder }) => {
      const one = git('rev-parse', 'HEAD:plans/plan.yaml');
      const two = git('rev-parse', 'HEAD~1:plans/plan.yaml');
      const plans = treeOf(folder, [
        ['100644', 'plan.yaml', one],
        ['100644', 'plan.yaml', two],
      ]);
      git(
        'update-ref',
        'refs/heads/twice',
        git('commit-tree', '-m', 'Twice', treeOf(folder, [['40000', 'plans', plans]])),
      );
    },
    [0, 2],
    [],
    OTHER,
    { argv: ['validate', '--at', 'twice', '--format', 'compact', ...AS_OF] },
  ),
  gitCase(
    'odd-names-in-a-tree',
    ({ git, folder }) => {
      const blob = git('hash-object', '-w', '--stdin', '--path', 'x');
      const plans = treeOf(folder, [
        ['100644', '\u001b[2J.yaml', blob],
        ['100644', '::error::x\n.yaml', blob],
      ]);
      git(
        'update-ref',
        'refs/heads/odd',
        git('commit-tree', '-m', 'Odd', treeOf(folder, [['40000', 'plans', plans]])),
      );
    },
    1,
    [/the file is empty/],
    OTHER,
    { argv: ['validate', '--at', 'odd', '--format', 'compact', ...AS_OF] },
  ),
];

/** A tree as its bytes, since git makes no such trees itself. */
function treeOf(
  folder: string,
  entries: readonly (readonly [mode: string, name: string, object: string])[],
): string {
  const input = Buffer.concat(
    entries.flatMap(([mode, name, object]) => [
      Buffer.from(`${mode} ${name}\0`),
      Buffer.from(object, 'hex'),
    ]),
  );
  return execFileSync('git', ['hash-object', '-t', 'tree', '-w', '--stdin', '--literally'], {
    cwd: folder,
    input,
    encoding: 'utf8',
  }).trim();
}

const BROKEN = 'a broken repository is taken for one without changes, or the check passes';

function objectOf(folder: string, object: string): string {
  return join(folder, '.git/objects', object.slice(0, 2), object.slice(2));
}
function damage(path: string, how: (bytes: Buffer) => Buffer): void {
  const bytes = readFileSync(path);
  rmSync(path);
  writeFileSync(path, how(bytes));
}

const corrupt: Case[] = [
  gitCase(
    'blob-gone',
    ({ git, folder }) => rmSync(objectOf(folder, git('rev-parse', 'HEAD~1:plans/plan.yaml'))),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'blob-with-a-bit-turned',
    ({ git, folder }) =>
      damage(objectOf(folder, git('rev-parse', 'HEAD~1:plans/plan.yaml')), (bytes) => {
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        return bytes;
      }),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'blob-cut-short',
    ({ git, folder }) =>
      truncateObject(objectOf(folder, git('rev-parse', 'HEAD~1:plans/plan.yaml'))),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'blob-empty',
    ({ git, folder }) =>
      damage(objectOf(folder, git('rev-parse', 'HEAD~1:plans/plan.yaml')), () => Buffer.alloc(0)),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'tree-gone',
    ({ git, folder }) => rmSync(objectOf(folder, git('rev-parse', 'HEAD~1:plans'))),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'tree-damaged',
    ({ git, folder }) =>
      damage(objectOf(folder, git('rev-parse', 'HEAD~1^{tree}')), () => Buffer.from('x')),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'commit-gone',
    ({ git, folder }) => rmSync(objectOf(folder, git('rev-parse', 'HEAD~1'))),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'commit-damaged',
    ({ git, folder }) => damage(objectOf(folder, git('rev-parse', 'HEAD')), () => Buffer.from('x')),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'pack-cut-short',
    ({ git, folder }) => {
      git('gc', '-q');
      const packs = join(folder, '.git/objects/pack');
      const pack = readdirSync(packs).find((name) => name.endsWith('.pack')) ?? '';
      damage(join(packs, pack), (bytes) => bytes.subarray(0, bytes.length / 2));
    },
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'index-of-pack-damaged',
    ({ git, folder }) => {
      git('gc', '-q');
      const packs = join(folder, '.git/objects/pack');
      const idx = readdirSync(packs).find((name) => name.endsWith('.idx')) ?? '';
      damage(join(packs, idx), () => Buffer.from('x'));
    },
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'head-empty',
    (_, { here }) => writeFileSync(join(here, '.git/HEAD'), ''),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'head-of-noise',
    (_, { here }) => writeFileSync(join(here, '.git/HEAD'), '\u001b[2J::error::x\n'),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'head-to-itself',
    (_, { here }) => writeFileSync(join(here, '.git/HEAD'), 'ref: HEAD\n'),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'refs-in-a-circle',
    (_, { here }) => {
      writeFileSync(join(here, '.git/refs/heads/a'), 'ref: refs/heads/b\n');
      writeFileSync(join(here, '.git/refs/heads/b'), 'ref: refs/heads/a\n');
    },
    2,
    ['error: '],
    BROKEN,
    { argv: ['diff', 'a', 'HEAD'] },
  ),
  gitCase(
    'packed-refs-of-noise',
    (_, { here }) => writeFileSync(join(here, '.git/packed-refs'), '\0\u001b[2J\n'),
    [0, 2],
    [/error: |Publish/],
    BROKEN,
  ),
  gitCase(
    'config-of-noise',
    (_, { here }) => appendFileSync(join(here, '.git/config'), '[\u001b[2J\n'),
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'index-of-noise',
    (_, { here }) => writeFileSync(join(here, '.git/index'), 'x'),
    0,
    ANSWER,
    BROKEN,
  ),
  gitCase(
    'no-commit-yet',
    (_, { here }) => {
      rmSync(join(here, '.git'), { recursive: true });
      openTestRepository(here).git('init', '-q', '--template=');
    },
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'no-repository',
    (_, { here }) => rmSync(join(here, '.git'), { recursive: true }),
    2,
    ['error: ', 'git repository'],
    BROKEN,
  ),
  gitCase(
    'git-is-an-empty-folder',
    (_, { here }) => {
      rmSync(join(here, '.git'), { recursive: true });
      mkdirSync(join(here, '.git'));
    },
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'git-is-a-file-that-leads-out',
    (_, { here, outside }) => {
      rmSync(join(here, '.git'), { recursive: true });
      writeFileSync(join(here, '.git'), `gitdir: ${outside}\n`);
    },
    2,
    ['error: '],
    BROKEN,
  ),
  gitCase(
    'a-shallow-clone',
    ({ git }, { here }) =>
      writeFileSync(join(here, '.git/shallow'), `${git('rev-parse', 'HEAD')}\n`),
    2,
    ['shallow', 'git fetch'],
    BROKEN,
    { argv: ['validate', '--base', 'HEAD~1'] },
  ),
  gitCase(
    'a-base-without-a-common-commit',
    ({ git }) =>
      git('update-ref', 'refs/heads/alone', git('commit-tree', '-m', 'Alone', 'HEAD^{tree}')),
    2,
    ['have no commit in common'],
    BROKEN,
    { argv: ['validate', '--base', 'alone'] },
  ),
];

function truncateObject(path: string): void {
  const bytes = readFileSync(path);
  rmSync(path);
  writeFileSync(path, bytes);
  truncateSync(path, Math.floor(bytes.length / 2));
}

const OPTION = 'a name of a revision acts as an option, runs something or names another thing';
const REVISIONS = [
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
  'HEAD^{/\u001b[2J}',
  ':/First\n::error::x',
  '@{-1}',
  '@{yesterday}',
  'HEAD@{0}',
  'HEAD~99999999999',
  'x'.repeat(10_000),
  '0'.repeat(40),
  'deadbeef',
  '../../etc/passwd',
  '$(touch sprung)',
  ';touch sprung',
  '\u202ex',
  'refs/heads/*',
];
const revisions: Case[] = REVISIONS.map((rev, index) =>
  gitCase(`revision-${index + 1}`, () => {}, [0, 2], [/error: |checked/], OPTION, {
    argv: ['validate', `--at=${rev}`, '--format', 'compact', ...AS_OF],
  }),
);
const oddRefs: Case[] = [
  '-x',
  '$(touch$IFS"sprung")',
  '"><img',
  '=1+1',
  '|sh',
  '\u202ex',
  '#1@x',
].flatMap((name, index) =>
  gitCase(
    `ref-${index + 1}`,
    ({ git }) => git('update-ref', `refs/heads/${name}`, 'HEAD~1'),
    [0, 2],
    [/Publish a new guide|error: /],
    OPTION,
    { argv: ['diff', `refs/heads/${name}`, 'HEAD'] },
  ),
);

const SIGNED = 'a name, a day or a message of a commit acts where it is shown';
const commits: Case[] = [
  ['day-of-year-0', '0 +0000'],
  ['day-of-year-292277026596', '9223372036854775807 +0000'],
  ['day-before-1970', '-1 +0000'],
  ['day-of-an-odd-zone', '1673000000 +9999'],
  ['day-of-noise', '\u001b[2J x'],
].map(([id = '', day]) =>
  gitCase(
    `commit-${id}`,
    ({ git, folder }) => {
      const tree = git('rev-parse', 'HEAD^{tree}');
      const text = `tree ${tree}\nparent ${git('rev-parse', 'HEAD~1')}\nauthor \u001b[2J <::error::x> ${day}\ncommitter x <x> ${day}\n\n::error::x\n##[error]x\u202e\n`;
      const made = execFileSync(
        'git',
        ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'],
        { cwd: folder, input: text, encoding: 'utf8' },
      ).trim();
      git('update-ref', 'HEAD', made);
    },
    [0, 2],
    [/Publish|error: /],
    SIGNED,
    { argv: ['history', 'sound/1.1'], never: [/^ *commit/m] },
  ),
);

/** A history as long as a script makes it in a moment. */
function longHistory(count: number): Make {
  return ({ folder }) => {
    const lines: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const text = planWith({ title: `Records ${at}` });
      lines.push(
        'commit refs/heads/long',
        `committer x <x@example.org> ${1_600_000_000 + at} +0000`,
        'data 1\nx',
        `M 100644 inline plans/plan.yaml\ndata ${Buffer.byteLength(text)}\n${text}`,
      );
    }
    execFileSync('git', ['fast-import', '--quiet'], {
      cwd: folder,
      input: `${lines.join('\n')}\n`,
    });
  };
}
const long: Case[] = [
  gitCase(
    'history-of-two-thousand-commits',
    longHistory(2_000),
    0,
    ['sound 1.1: Publish a guide.', '1 change in files'],
    'it takes as long as reading every commit',
    { argv: ['history', 'sound/1.1', '--at', 'long'] },
  ),
  gitCase(
    'history-of-thirty-thousand-commits',
    longHistory(30_000),
    0,
    ['sound 1.1: Publish a guide.', '1 change in files'],
    'it takes as long as reading every commit',
    { argv: ['history', 'sound/1.1', '--at', 'long'], long: true, most: { milliseconds: 60_000 } },
  ),
  gitCase(
    'ten-thousand-branches',
    ({ git }, { here }) => {
      const commit = git('rev-parse', 'HEAD~1');
      const refs = Array.from(
        { length: 10_000 },
        (_, at) => `${commit} refs/heads/b${String(at).padStart(5, '0')}\n`,
      );
      writeFileSync(
        join(here, '.git/packed-refs'),
        `# pack-refs with: peeled fully-peeled sorted \n${refs.join('')}`,
      );
    },
    2,
    ['error: '],
    'looking for the name that was meant takes for ever',
    { argv: ['diff', 'b12345', 'HEAD'] },
  ),
];

/** Nothing that a repository names was run. */
function notSprung(one: Case): Case {
  return {
    ...one,
    check: (_, { here, root }) =>
      [here, root, join(here, 'plans')].some((folder) => existsSync(join(folder, 'sprung')))
        ? ['something was run']
        : [],
  };
}

export const git: CaseClass = {
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
