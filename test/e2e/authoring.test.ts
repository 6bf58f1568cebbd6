import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const binary = join(root, 'bin/actionplan.js');
/** Each costs a start of the program; `KILLS=200` before a release. */
const KILLS = Number(process.env['KILLS'] ?? 12);
const PLAN = `plan: x
title:   T
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide.
        owner: Team
        target: 2099-06
`;
let folder: string;
let path: string;

beforeAll(() => {
  execFileSync('node', ['build.js'], { cwd: root });
  folder = mkdtempSync(join(tmpdir(), 'actionplan-authoring-'));
  mkdirSync(join(folder, 'plans'));
  path = join(folder, 'plans/x.yaml');
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => writeFileSync(path, PLAN));

const progress = (words: string) => [
  'progress',
  'x/1.1',
  '--status',
  'in-progress',
  '--text',
  words,
];

function start(argv: readonly string[]) {
  const run = spawn(process.execPath, [binary, ...argv], { cwd: folder, stdio: 'ignore' });
  const exit = new Promise((resolve) => run.on('exit', resolve));
  return { run, exit };
}

describe('two people at once', () => {
  it('lose nothing', async () => {
    const person = async (name: string) => {
      for (let index = 0; index < 5; index += 1) {
        expect(await start(progress(`Step ${index} of ${name}.`)).exit).toBe(0);
      }
    };
    await Promise.all([person('A'), person('B')]);
    const text = readFileSync(path, 'utf8');
    for (const name of ['A', 'B']) {
      for (let index = 0; index < 5; index += 1)
        expect(text).toContain(`Step ${index} of ${name}.`);
    }
    expect(readdirSync(join(folder, 'plans'))).toEqual(['x.yaml']);
  }, 120_000);
});

describe.each([
  ['progress', progress('Begun.')],
  ['fmt', ['fmt']],
])('a %s that is killed', (_, argv) => {
  it('leaves the old or the new file', async () => {
    expect(await start(argv).exit).toBe(0);
    const after = readFileSync(path, 'utf8');
    expect(after).not.toBe(PLAN);
    for (let kill = 0; kill < KILLS; kill += 1) {
      writeFileSync(path, PLAN);
      const { run, exit } = start(argv);
      // Somewhere between its start and its end.
      setTimeout(() => run.kill('SIGKILL'), 40 + ((kill * 37) % 160));
      await exit;
      expect([PLAN, after]).toContain(readFileSync(path, 'utf8'));
    }
    writeFileSync(path, PLAN);
    expect(await start(argv).exit).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(after);
  }, 240_000);
});

describe.runIf(spawnSync('python3', ['-c', 'import pty']).status === 0)('at a terminal', () => {
  it('asks, and takes what is typed', () => {
    const script = `import os, pty, re, sys, time
pid, fd = pty.fork()
if pid == 0: os.execv(sys.argv[1], sys.argv[1:])
out = b''
for line in [b'c\\n', b'The guide is published.\\n', b'\\n', b'\\n']:
    while not re.search(rb': (\\x1b\\[\\d+G)?$', out): out += os.read(fd, 1000)
    os.write(fd, line); out = b''
    time.sleep(0.05)
try:
    while True: os.read(fd, 1000)
except OSError: pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`;
    const { status } = spawnSync(
      'python3',
      ['-c', script, process.execPath, binary, 'progress', 'x/1.1'],
      { cwd: folder, timeout: 30_000 },
    );
    expect(status).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain(
      'status: complete\n            text: The guide is published.\n',
    );
  });
});
