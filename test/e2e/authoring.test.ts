import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { long } from '../support/long.ts';

const root = join(import.meta.dirname, '../..');
const binary = join(root, 'bin/actionplan.js');
/** Each costs a start of the program. */
const KILLS = long ? 200 : 12;
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

/** Types each piece once a question stands on the screen. */
const TYPE = `import json, os, pty, re, sys, time
pid, fd = pty.fork()
if pid == 0: os.execv(sys.argv[2], sys.argv[2:])
out = shown = b''
for piece in json.loads(sys.argv[1]):
    while not re.search(rb'(: |> )(\x1b\\[\\d+G)?$', out):
        part = os.read(fd, 1000); out += part; shown += part
    os.write(fd, piece.encode()); out = b''
    time.sleep(0.05)
try:
    while True: shown += os.read(fd, 1000)
except OSError: pass
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))`;

function type(argv: readonly string[], pieces: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout } = spawnSync(
    'python3',
    ['-c', TYPE, JSON.stringify(pieces), process.execPath, binary, ...argv],
    {
      cwd: folder,
      timeout: 30_000,
      encoding: 'utf8',
      env: { ...process.env, TERM: 'xterm', ...env },
    },
  );
  return { status, shown: stdout, text: readFileSync(path, 'utf8') };
}

describe.runIf(spawnSync('python3', ['-c', 'import pty']).status === 0)('at a terminal', () => {
  it('asks, and takes what is typed', () => {
    const { status, text } = type(
      ['progress', 'x/1.1'],
      ['c\n', 'The guide is published.\n', '\n', '\n'],
    );
    expect(status).toBe(0);
    expect(text).toContain('status: complete\n            text: The guide is published.\n');
  });

  it.each([
    ['marks as pasted, sent by Enter', ['\x1b[200~One.\rTwo.\rThree.\r\x1b[201~\r'], {}],
    ['marks as pasted, and finished by hand', ['\x1b[200~One.\rTwo.\rThr\x1b[201~ee.\r'], {}],
    ['sends in one burst, without marks', ['One.\rTwo.\rThree.\r'], { TERM: 'dumb' }],
    [
      'gets line by line, each but the last with a \\ at its end',
      ['One.\\\r', 'Two.\\\r', 'Three.\r'],
      {},
    ],
  ])('takes whole what the terminal %s', (_, pieces, env) => {
    const { status, shown, text } = type(['progress', 'x/1.1'], ['i\r', ...pieces, '\r'], env);
    expect(status).toBe(0);
    expect(text).toContain(
      'text: >-\n              One.\n\n              Two.\n\n              Three.\n',
    );
    // The terminal is left as it was found, and one that shows signs as they are is sent none.
    const marks = (sign: string) => shown.split(`\x1b[?2004${sign}`).length;
    if ('TERM' in env) expect(marks('h')).toBe(1);
    else expect(shown.lastIndexOf('\x1b[?2004l')).toBeGreaterThan(shown.lastIndexOf('\x1b[?2004h'));
  });
});
