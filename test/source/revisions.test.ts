import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countGit, runIn } from '../support/memory-host.ts';
import {
  openTestRepository,
  type TestRepository,
  temporaryFolder,
  temporaryRepository,
} from '../support/repository.ts';

const PLAN = `plan: records
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
`;
const LATER = PLAN.replace('2023-06', '2023-09');

/** Two commits: the target was 2023-06 in the first and is 2023-09 in the second. */
function twoCommits(): TestRepository {
  const repository = temporaryRepository();
  repository.write('plans/records.yaml', PLAN);
  repository.commit('First', '2022-03-04');
  repository.write('plans/records.yaml', LATER);
  repository.commit('Second', '2023-01-10');
  return repository;
}

function clone(from: TestRepository, ...options: string[]): TestRepository {
  const folder = temporaryFolder();
  from.git('clone', '-q', ...options, `file://${from.folder}`, folder);
  return openTestRepository(folder);
}

const overdue = (rev: string, ...more: string[]) => [
  'report',
  'overdue',
  '--as-of',
  '2023-08-01',
  '--format',
  'json',
  '--at',
  rev,
  ...more,
];

describe('--at reads plans as they were', () => {
  it('the plans, and the state of the day as it was then said', async () => {
    const { folder, git } = twoCommits();
    const before = JSON.parse((await runIn(folder, overdue('HEAD~1'))).stdout);
    expect(before.rows.map((row: { target: string }) => row.target)).toEqual(['2023-06']);
    expect(before.revision).toEqual({ rev: 'HEAD~1', commit: git('rev-parse', 'HEAD~1') });
    expect(JSON.parse((await runIn(folder, overdue('HEAD'))).stdout).rows).toEqual([]);
  });

  it('the settings and owners of that revision, not those of the working tree', async () => {
    const { folder, write, commit } = twoCommits();
    write('plans/actionplan.yaml', 'rules:\n  owner-known: info\n');
    write('plans/owners.yaml', 'owners:\n  - id: records\n    organisation: Records\n');
    commit('Owners, and a rule that is lowered');
    write('plans/actionplan.yaml', 'ignore: ["*.yaml"]\n');
    write('plans/owners.yaml', 'owners:\n  - id: team\n    organisation: Records team\n');
    const severities = async (rev: string) => {
      const { stdout } = await runIn(folder, ['validate', '--at', rev, '--format', 'json']);
      return JSON.parse(stdout).findings.map(
        ({ rule, severity }: { rule: string; severity: string }) => `${rule} ${severity}`,
      );
    };
    expect(await severities('HEAD')).toContain('owner-known info');
    expect(await severities('HEAD~1')).not.toContain('owner-known info');
  });

  it('from a folder below the root, and by an absolute path', async () => {
    const { folder } = twoCommits();
    const rows = async (cwd: string, path: string) =>
      JSON.parse((await runIn(cwd, overdue('HEAD~1', path))).stdout).rows;
    expect(await rows(join(folder, 'plans'), '.')).toMatchObject([{ file: 'records.yaml' }]);
    expect(await rows(join(folder, 'plans'), '../plans')).toMatchObject([
      { file: '../plans/records.yaml' },
    ]);
    expect(await rows(folder, join(folder, 'plans'))).toHaveLength(1);
  });

  it('branches, tags, and commits by a part of their name', async () => {
    const { folder, git } = twoCommits();
    git('tag', '-a', '-m', 'Published', 'v1', 'HEAD~1');
    git('branch', 'old', 'HEAD~1');
    for (const rev of ['v1', 'old', git('rev-parse', 'HEAD~1').slice(0, 8), ':/First']) {
      const { stdout } = await runIn(folder, overdue(rev));
      expect(JSON.parse(stdout).revision.commit).toBe(git('rev-parse', 'HEAD~1'));
    }
  });

  it('in a linked worktree and in a repository with SHA-256', async () => {
    const { folder, git } = twoCommits();
    const linked = join(temporaryFolder(), 'linked');
    git('worktree', 'add', '-q', linked, 'HEAD~1');
    expect((await runIn(linked, overdue('main~1'))).exit).toBe(0);
    expect(folder).not.toBe(linked);

    const other = temporaryRepository('--object-format=sha256');
    other.write('plans/records.yaml', PLAN);
    other.commit('First');
    expect(JSON.parse((await runIn(other.folder, overdue('HEAD'))).stdout).rows).toHaveLength(1);
  });

  it('in a submodule, which is a repository of its own', async () => {
    const inner = twoCommits();
    const outer = temporaryRepository();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.folder, 'sub');
    outer.commit('Plans of others');
    const { stdout } = await runIn(join(outer.folder, 'sub'), overdue('HEAD~1'));
    expect(JSON.parse(stdout).rows).toHaveLength(1);
  });

  it('of a sparse checkout, whose objects are all there', async () => {
    const { folder, git } = twoCommits();
    git('sparse-checkout', 'set', 'elsewhere');
    expect(existsSync(join(folder, 'plans'))).toBe(false);
    expect(JSON.parse((await runIn(folder, overdue('HEAD~1'))).stdout).rows).toHaveLength(1);
  });

  it('a bare repository that is named by GIT_DIR', () => {
    const bare = clone(twoCommits(), '--bare');
    const binary = join(import.meta.dirname, '../../bin/actionplan.js');
    const output = execFileSync(process.execPath, [binary, ...overdue('HEAD~1')], {
      cwd: bare.folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', GIT_DIR: '.' },
    });
    expect(JSON.parse(output).rows).toHaveLength(1);
  });

  it('follows links within the repository', async () => {
    const { folder, commit } = twoCommits();
    mkdirSync(join(folder, 'current'));
    symlinkSync('../plans/records.yaml', join(folder, 'current/link.yaml'));
    symlinkSync('plans', join(folder, 'same'));
    symlinkSync('.', join(folder, 'plans/circle'));
    commit('Links');
    const rows = async (path: string) =>
      JSON.parse((await runIn(folder, [...overdue('HEAD', path), '--as-of', '2023-12-01'])).stdout)
        .rows.length;
    expect(await rows('current')).toBe(1);
    expect(await rows('same')).toBe(1);
    expect(await rows('plans')).toBe(1);
  });
});

describe('what git cannot answer ends with exit code 2 and the way out', () => {
  const cases: [string, () => string, string[], RegExp, RegExp][] = [
    [
      'no repository',
      () => temporaryFolder(),
      overdue('HEAD'),
      /no git repository/,
      /run the command in/,
    ],
    [
      'no commit yet',
      () => temporaryRepository().folder,
      overdue('HEAD'),
      /there is no commit yet/,
      /git commit/,
    ],
    [
      'a name that is misspelt',
      () => twoCommits().folder,
      overdue('mian'),
      /no revision "mian"/,
      /did you mean `main`/,
    ],
    [
      'a branch that only the server has',
      () => {
        const origin = twoCommits();
        origin.git('branch', 'release');
        return clone(origin).folder;
      },
      overdue('release'),
      /no revision "release"/,
      /did you mean `origin\/release`/,
    ],
    [
      'an object that is no commit',
      () => twoCommits().folder,
      overdue('HEAD:plans'),
      /no revision/,
      /commit/,
    ],
    ['a range', () => twoCommits().folder, overdue('HEAD~1..HEAD'), /range/, /two revisions/],
    [
      'a day before the clone was made',
      () => twoCommits().folder,
      overdue('main@{2001-01-01}'),
      /further back/,
      /git rev-list -1 --before/,
    ],
    [
      'a name that is empty',
      () => twoCommits().folder,
      overdue(''),
      /no revision is named/,
      /HEAD/,
    ],
    [
      'a name with a line break',
      () => twoCommits().folder,
      overdue('HEAD\n::error::x'),
      /no revision "HEAD\\n::error::x"/,
      /branch/,
    ],
    [
      'a commit that a shallow clone lacks',
      () => clone(twoCommits(), '--depth=1').folder,
      overdue('HEAD~1'),
      /shallow clone/,
      /git fetch --unshallow.*fetch-depth: 0/,
    ],
    [
      'a merge base that a shallow clone lacks',
      () => {
        const origin = twoCommits();
        origin.git('checkout', '-q', '-b', 'side', 'HEAD~1');
        origin.write('a.txt', 'a');
        origin.commit('Side');
        return clone(origin, '--depth=1', '--no-single-branch').folder;
      },
      ['validate', '--base', 'origin/main'],
      /shallow clone/,
      /fetch-depth: 0/,
    ],
    [
      'the history of a shallow clone',
      () => clone(twoCommits(), '--depth=1').folder,
      ['history', 'records/1.1'],
      /shallow clone/,
      /git fetch --unshallow/,
    ],
    [
      'no merge base',
      () => {
        const { folder, git, commit } = twoCommits();
        git('checkout', '-q', '--orphan', 'other');
        commit('Another beginning');
        return folder;
      },
      ['validate', '--base', 'main'],
      /no commit in common/,
      /`diff` compares any two/,
    ],
    [
      'a bare repository',
      () => clone(twoCommits(), '--bare').folder,
      overdue('HEAD'),
      /bare repository/,
      /GIT_DIR/,
    ],
    [
      'a submodule',
      () => {
        const inner = twoCommits();
        const { folder, git, commit } = temporaryRepository();
        git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner.folder, 'plans');
        commit('Plans of others');
        return folder;
      },
      overdue('HEAD'),
      /plans: this is a submodule/,
      /run the command inside it/,
    ],
    [
      'a partial clone without the files',
      () => {
        const origin = twoCommits();
        origin.git('config', 'uploadpack.allowFilter', 'true');
        return clone(origin, '--filter=blob:none', '--no-checkout').folder;
      },
      overdue('HEAD'),
      /lacks the file/,
      /git fetch --refetch/,
    ],
    [
      'a partial clone without the folders',
      () => {
        const origin = twoCommits();
        origin.git('config', 'uploadpack.allowFilter', 'true');
        return clone(origin, '--filter=tree:0', '--no-checkout').folder;
      },
      overdue('HEAD~1'),
      /partial clone/,
      /git fetch --refetch/,
    ],
    [
      'a pointer of Git LFS',
      () => {
        const { folder, write, commit } = temporaryRepository();
        const hash = 'a'.repeat(64);
        write(
          'plans/records.yaml',
          `version https://git-lfs.github.com/spec/v1\noid sha256:${hash}\nsize 12\n`,
        );
        commit('In LFS');
        return folder;
      },
      overdue('HEAD'),
      /pointer of Git LFS/,
      /git lfs pull/,
    ],
    [
      'a link out of the repository',
      () => {
        const { folder, commit } = twoCommits();
        symlinkSync('/etc/hostname', join(folder, 'plans/host.yaml'));
        commit('A link');
        return folder;
      },
      overdue('HEAD'),
      /plans\/host\.yaml: this leads out of the repository/,
      /keep the file itself/,
    ],
    [
      'a path out of the repository',
      () => twoCommits().folder,
      overdue('HEAD', '../../etc'),
      /leads out of the repository/,
      /in the repository that holds the plans/,
    ],
    [
      'the history of an action that a sparse checkout leaves out',
      () => {
        const { folder, git } = twoCommits();
        git('sparse-checkout', 'set', 'elsewhere');
        return folder;
      },
      ['history', 'records/1.1', '.'],
      /sparse checkout leaves out plans\/records\.yaml/,
      /git sparse-checkout disable/,
    ],
    [
      'a working tree that is not whole',
      () => {
        const { folder, git } = twoCommits();
        git('sparse-checkout', 'set', 'elsewhere');
        return folder;
      },
      ['diff', 'HEAD', './plans'],
      /sparse checkout leaves out plans\/records\.yaml/,
      /git sparse-checkout disable/,
    ],
  ];

  it.each(cases)('%s', async (_, make, argv, message, help) => {
    const { exit, stdout, stderr } = await runIn(make(), argv);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(help);
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/fatal:|undefined|\n\s+at /);
  });

  it('git that is not installed', () => {
    const { folder } = twoCommits();
    const binary = join(import.meta.dirname, '../../bin/actionplan.js');
    const { status, stderr } = spawnSync(process.execPath, [binary, ...overdue('HEAD')], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: '/nowhere' },
    });
    expect(stderr).toMatch(/git was not found.*\n.*install git/);
    expect(status).toBe(2);
  });

  it('what the way out of a partial clone names does mend it', async () => {
    const origin = twoCommits();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const { folder, git } = clone(origin, '--filter=blob:none', '--no-checkout');
    git('fetch', '-q', '--refetch', '--no-filter');
    expect((await runIn(folder, overdue('HEAD~1'))).exit).toBe(0);
  });
});

describe('nothing in a repository runs while it is read', () => {
  it('neither its monitors, hooks and filters, nor what its names look like', async () => {
    const { folder, git, write, commit } = twoCommits();
    const trap = join(folder, 'trap.sh');
    const sprung = join(folder, 'sprung');
    writeFileSync(trap, `#!/bin/sh\ntouch ${JSON.stringify(sprung)}\ncat\n`, { mode: 0o755 });
    write('.gitattributes', '*.yaml diff=trap filter=trap\n');
    write('more.config', `[core]\n\tfsmonitor = ${trap}\n\thooksPath = ${folder}\n`);
    for (const hook of [
      'post-checkout',
      'post-index-change',
      'fsmonitor-watchman',
      'reference-transaction',
    ]) {
      writeFileSync(join(folder, '.git/hooks', hook), readFileSync(trap), { mode: 0o755 });
    }
    commit('Attributes');
    for (const [name, value] of [
      ['core.fsmonitor', trap],
      ['core.hooksPath', folder],
      ['core.pager', trap],
      ['core.editor', trap],
      ['diff.external', trap],
      ['diff.trap.textconv', trap],
      ['diff.trap.command', trap],
      ['filter.trap.smudge', trap],
      ['filter.trap.clean', trap],
      ['gpg.program', trap],
      ['log.showSignature', 'true'],
      ['core.sshCommand', trap],
      ['core.askPass', trap],
      ['core.gitProxy', trap],
      ['core.alternateRefsCommand', trap],
      ['credential.helper', trap],
      ['filter.trap.process', trap],
      ['merge.trap.driver', trap],
      ['diff.trap.cachetextconv', 'true'],
      ['gpg.ssh.program', trap],
      ['interactive.diffFilter', trap],
      ['sequence.editor', trap],
      ['uploadpack.packObjectsHook', trap],
      ['include.path', join(folder, 'more.config')],
      ['alias.rev-parse', `!${trap}`],
    ]) {
      git('config', name ?? '', value ?? '');
    }
    git('update-ref', 'refs/heads/-x', 'HEAD~1');
    git('update-ref', 'refs/heads/$(touch${IFS}sprung)', 'HEAD~1');
    const commands = [
      overdue('HEAD~1'),
      overdue('refs/heads/-x'),
      overdue('refs/heads/$(touch${IFS}sprung)'),
      ['validate', '--base', 'HEAD~1'],
      ['diff', 'HEAD~1'],
      ['diff', 'HEAD~1', 'HEAD'],
      ['history', 'records/1.1'],
    ];
    // They do work: git, asked without our care, has sprung them.
    expect(existsSync(sprung)).toBe(true);
    rmSync(sprung);
    for (const argv of commands) expect((await runIn(folder, argv)).exit).not.toBe(3);
    expect(existsSync(sprung)).toBe(false);
  });

  it('a revision that looks like an option is a name', async () => {
    const { folder } = twoCommits();
    const out = join(folder, 'written');
    for (const rev of [`--output=${out}`, '--upload-pack=touch written', '-x', '--all', '-']) {
      for (const argv of [
        ['report', 'overdue', `--at=${rev}`],
        ['validate', `--base=${rev}`],
        ['diff', '--', rev],
      ]) {
        const { exit, stderr } = await runIn(folder, argv);
        expect(exit).toBe(2);
        expect(stderr).toMatch(/no revision/);
      }
    }
    expect(existsSync(out)).toBe(false);
  });

  it('a replaced object is what it was', async () => {
    const { folder, git } = twoCommits();
    git(
      'replace',
      git('rev-parse', 'HEAD:plans/records.yaml'),
      git('rev-parse', 'HEAD~1:plans/records.yaml'),
    );
    const { stdout } = await runIn(folder, [...overdue('HEAD'), '--as-of', '2023-12-01']);
    expect(JSON.parse(stdout).rows).toMatchObject([{ target: '2023-09' }]);
  });

  it('a partial clone fetches nothing', async () => {
    const origin = twoCommits();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const { folder, git } = clone(origin, '--filter=blob:none', '--no-checkout');
    const sprung = join(folder, 'sprung');
    git('config', 'remote.origin.url', `ext::touch ${sprung}`);
    git('config', 'protocol.ext.allow', 'always');
    expect((await runIn(folder, overdue('HEAD'))).exit).toBe(2);
    expect(existsSync(sprung)).toBe(false);
  });

  it('a bare repository inside another one is not taken for it', async () => {
    const { folder } = twoCommits();
    execFileSync('git', ['init', '-q', '--bare', join(folder, 'plans/inner')]);
    const { exit, stderr } = await runIn(join(folder, 'plans/inner'), overdue('HEAD'));
    expect(stderr).toMatch(/bare repository/);
    expect(exit).toBe(2);
  });
});

it('a thousand plans take few runs of git', async () => {
  const { folder, write, commit } = temporaryRepository();
  for (let plan = 0; plan < 1_000; plan += 1) {
    write(`plans/${plan % 10}/p${plan}.yaml`, PLAN.replace('plan: records', `plan: p${plan}`));
  }
  commit('Many');
  const counted = await countGit(folder, overdue('HEAD'));
  expect(JSON.parse(counted.stdout).sources.plans).toBe(1_000);
  expect(counted.runs).toBeLessThan(10);
});
