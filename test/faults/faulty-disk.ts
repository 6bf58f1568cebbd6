import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { planWith } from '../hostile/plans.ts';
import { PROGRAM } from '../support/program.ts';
import { openTestRepository } from '../support/repository.ts';

/** A command that writes, the file it writes, and whether a second run of it gives the same. */
export interface Writing {
  readonly name: string;
  readonly argv: readonly string[];
  readonly file: string;
  readonly again: 'same' | 'more';
  /** What it needs in the folder beside what all of them do. */
  readonly prepare?: (folder: string) => void;
}

const DAY = ['--as-of', '2023-05-01'] as const;

/** Every way in which the program writes a file. */
export const WRITINGS: readonly Writing[] = [
  {
    name: 'progress',
    argv: [
      'progress',
      'sound/1.1',
      'plans',
      '--status',
      'paused',
      '--text',
      'Waits for the board.',
      '--date',
      '2023-04-30',
    ],
    file: 'plans/plan.yaml',
    again: 'more',
  },
  { name: 'fmt', argv: ['fmt', 'plans/plan.yaml'], file: 'plans/plan.yaml', again: 'same' },
  {
    name: 'validate --fix',
    argv: ['validate', '--fix', 'plans', ...DAY],
    file: 'plans/plan.yaml',
    again: 'same',
  },
  {
    name: 'import --into',
    argv: ['import', 'table.csv', '--into', 'plans/plan.yaml', '--as-of', '2023-04-30'],
    file: 'plans/plan.yaml',
    again: 'same',
  },
  {
    name: 'new action',
    argv: [
      'new',
      'action',
      'sound/1',
      'plans',
      '--action',
      'Write a second guide.',
      '--owner',
      'Team',
      '--target',
      '2024',
    ],
    file: 'plans/plan.yaml',
    again: 'more',
  },
  {
    name: 'publish --output',
    argv: ['publish', 'plans/plan.yaml', '--output', 'out/plan.html', ...DAY],
    file: 'out/plan.html',
    again: 'same',
  },
  {
    name: 'publish --output, for Word',
    argv: ['publish', 'plans/plan.yaml', '--output', 'out/plan.docx', ...DAY],
    file: 'out/plan.docx',
    again: 'same',
  },
  {
    name: 'report --output',
    argv: ['report', 'owners', 'plans', '--output', 'out/owners.md', ...DAY],
    file: 'out/owners.md',
    again: 'same',
  },
  {
    name: 'diff --output',
    argv: ['diff', 'HEAD', './plans', '--output', 'out/diff.html'],
    file: 'out/diff.html',
    again: 'same',
    prepare: (folder) => {
      const { git, write } = openTestRepository(folder);
      git('init', '-q', '--template=');
      git('add', 'plans');
      git('commit', '-q', '-m', 'First');
      write('plans/plan.yaml', planWith({ action: 'Publish a new guide.' }));
    },
  },
];

export type Point = readonly [call: string, when: number];

/** Every call on the way, in the order in which they come first. */
export const POINTS: readonly Point[] = [
  ['openat', 1],
  ['openat', 2],
  ['openat', 3],
  ['openat', 4],
  ['write', 1],
  ['write', 2],
  ['fchown', 1],
  ['fchmod', 1],
  ['fsync', 1],
  ['fsync', 2],
  ['close', 1],
  ['close', 2],
  ['close', 3],
  ['rename', 1],
  ['unlink', 1],
  ['unlink', 2],
];

/** What a disk says at one or another of them. */
export const ERRORS: readonly (readonly [call: string, error: string, when: number])[] = [
  ['write', 'ENOSPC', 1],
  ['write', 'ENOSPC', 2],
  ['write', 'EIO', 2],
  ['write', 'EDQUOT', 2],
  ['fsync', 'EIO', 1],
  ['fsync', 'ENOSPC', 1],
  ['fsync', 'EIO', 2],
  ['rename', 'EIO', 1],
  ['rename', 'EACCES', 1],
  ['rename', 'EROFS', 1],
  ['openat', 'EACCES', 1],
  ['openat', 'EIO', 1],
  ['openat', 'EIO', 2],
  ['openat', 'EMFILE', 2],
  ['openat', 'EROFS', 2],
  ['openat', 'EACCES', 3],
  ['openat', 'ENOSPC', 3],
  ['close', 'EIO', 1],
  ['close', 'EIO', 2],
  ['close', 'EIO', 3],
  ['fchmod', 'EIO', 1],
];

/** A folder in which every command has something to write, and a file that is there already. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'actionplan-fault-')));
  mkdirSync(join(folder, 'plans/sub'), { recursive: true });
  mkdirSync(join(folder, 'out'));
  writeFileSync(
    join(folder, 'plans/plan.yaml'),
    planWith({ tags: '[  records  ]', title: 'Records  kept' }),
  );
  writeFileSync(join(folder, 'plans/sub/other.yaml'), planWith({ plan: 'other' }));
  writeFileSync(
    join(folder, 'table.csv'),
    'Recommendation,Action no,Action,Owner\nKeep records.,1.1,Publish a guide.,Another team\n',
  );
  for (const name of ['plan.html', 'plan.docx', 'owners.md', 'diff.html'])
    writeFileSync(join(folder, 'out', name), `old ${name}\n`);
  return folder;
}

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program, where asked under strace with faults put into its calls on some paths. */
export function runWith(
  folder: string,
  argv: readonly string[],
  fault?: { readonly rule: string; readonly paths: readonly string[] },
  env: Readonly<Record<string, string>> = {},
): Outcome {
  const words = [process.execPath, PROGRAM, ...argv];
  const trace = fault
    ? [
        'strace',
        '-f',
        '-qq',
        '-o',
        '/dev/null',
        ...fault.paths.flatMap((path) => ['-P', path]),
        '-e',
        `inject=${fault.rule}`,
      ]
    : [];
  const [command = '', ...rest] = [...trace, ...words];
  const { status, stdout, stderr } = spawnSync(command, rest, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...env },
  });
  return { status, stdout, stderr };
}

/** The file that is written, and what is put beside it meanwhile. */
export function pathsAround(folder: string, file: string): string[] {
  const target = join(folder, file);
  const short = createHash('sha256').update(basename(target)).digest('hex').slice(0, 12);
  const beside = join(dirname(target), `.${short}.actionplan`);
  return [dirname(target), target, `${beside}-lock`, `${beside}-new`];
}

/** All files of a folder with what is in them, but for one. */
export function othersIn(folder: string, file: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => path !== join(folder, file) && !path.includes('/.cache/'))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  );
}

export const canInject =
  spawnSync('strace', ['-qq', '-e', 'inject=getppid:error=EIO', 'true']).status === 0;
