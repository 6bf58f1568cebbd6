import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { safeWrite, type Writer } from '../../src/safe-write.ts';

const root = join(import.meta.dirname, '../..');
let base: string;
let folder: string;
let script: string;

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'actionplan-write-'));
  script = join(base, 'write.cjs');
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { safeWrite } from './src/safe-write.ts';
import { readFileSync } from 'node:fs';
const [file, job, count] = process.argv.slice(2);
const writer = { pid: process.pid, machine: 'test', now: () => Date.now(),
  isAlive: (pid) => { try { process.kill(pid, 0); return true; } catch { return false; } } };
try {
  if (job === 'append') {
    for (let done = 0; done < Number(count); ) {
      const was = readFileSync(file);
      try { safeWrite(file, file, was + process.pid + '\\n', was, writer); done += 1; }
      catch (error) { if (error.name !== 'ChangedFile') throw error; }
    }
  } else safeWrite(file, file, job.repeat(Number(count)), readFileSync(file), writer);
} catch (error) { console.error(error.message); process.exitCode = 2; }`,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  writeFileSync(script, outputFiles[0]?.contents ?? '');
});
afterAll(() => rmSync(base, { recursive: true }));
beforeEach(() => {
  folder = mkdtempSync(join(base, 'f-'));
});

const writer: Writer = {
  pid: process.pid,
  machine: 'test',
  isAlive: (pid) => pid === process.pid,
  now: () => Date.now(),
};

function put(name: string, text = 'old\n'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function write(path: string, text = 'new\n', expected: string | null = 'old\n'): void {
  safeWrite(path, path, text, expected === null ? null : Buffer.from(expected), writer);
}

/** What is put beside `a.yaml` while it is written. */
function beside(what: 'lock' | 'new'): string {
  const short = createHash('sha256').update('a.yaml').digest('hex').slice(0, 12);
  return join(folder, `.${short}.actionplan-${what}`);
}

describe('a safe write', () => {
  it('replaces the file and leaves nothing beside it', () => {
    const path = put('a.yaml');
    write(path);
    expect(readFileSync(path, 'utf8')).toBe('new\n');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('makes a file where there must be none', () => {
    const path = join(folder, 'a.yaml');
    write(path, 'new\n', null);
    expect(readFileSync(path, 'utf8')).toBe('new\n');
    expect(() => write(path, 'newer\n', null)).toThrow(/exists already/);
    const deep = join(folder, 'b/c/a.yaml');
    write(deep, 'new\n', null);
    expect(readFileSync(deep, 'utf8')).toBe('new\n');
  });

  it('refuses a file that was changed meanwhile', () => {
    const path = put('a.yaml', 'theirs\n');
    expect(() => write(path)).toThrow(/changed by someone else/);
    expect(readFileSync(path, 'utf8')).toBe('theirs\n');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('keeps the mode', () => {
    const path = put('a.yaml');
    chmodSync(path, 0o640);
    write(path);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('follows a link, and refuses one that points at nothing', () => {
    const path = put('a.yaml');
    const link = join(folder, 'link.yaml');
    symlinkSync('a.yaml', link);
    write(link);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('new\n');
    symlinkSync('nowhere', join(folder, 'broken'));
    expect(() => write(join(folder, 'broken'), 'x', null)).toThrow(/points at nothing/);
  });

  it('refuses a read-only file, a folder, a hard link', () => {
    const path = put('a.yaml');
    chmodSync(path, 0o444);
    expect(() => write(path)).toThrow(/read-only/);
    chmodSync(path, 0o644);
    linkSync(path, join(folder, 'b.yaml'));
    expect(() => write(path)).toThrow(/hard link/);
    mkdirSync(join(folder, 'c'));
    expect(() => write(join(folder, 'c'))).toThrow(/folder/);
    expect(() => write(join(folder, 'no/a.yaml'))).toThrow(/folder does not exist/);
    expect(readFileSync(path, 'utf8')).toBe('old\n');
  });

  it('manages the longest name there can be', () => {
    const path = put(`${'n'.repeat(250)}.yaml`);
    write(path);
    expect(readFileSync(path, 'utf8')).toBe('new\n');
  });

  it('takes over the lock and the leavings of a dead run', () => {
    const path = put('a.yaml');
    writeFileSync(beside('lock'), '999999 test');
    writeFileSync(beside('new'), 'half');
    write(path);
    expect(readFileSync(path, 'utf8')).toBe('new\n');
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });

  it('loses nothing of two runs that write at once', async () => {
    const path = put('a.yaml', '');
    const runs = [1, 2].map(() =>
      spawn(process.execPath, [script, path, 'append', '40'], { stdio: 'inherit' }),
    );
    const exits = await Promise.all(
      runs.map((run) => new Promise((resolve) => run.on('exit', resolve))),
    );
    expect(exits).toEqual([0, 0]);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    for (const run of runs)
      expect(lines.filter((line) => line === String(run.pid))).toHaveLength(40);
    expect(lines).toHaveLength(80);
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  }, 60_000);
});

const hasStrace = spawnSync('strace', ['-V']).status === 0;

/** Random kills tear nothing even where writing is naive, so every system call is hit in turn. */
describe.runIf(hasStrace)('a write that is cut short', () => {
  const OLD = 'old\n'.repeat(20_000);
  const NEW = 'new\n'.repeat(20_000);

  function inject(rule: string): { stands: string; status: number | null; left: string[] } {
    const path = put('a.yaml', OLD);
    const { status } = spawnSync('strace', [
      '-f',
      '-o',
      '/dev/null',
      '-P',
      folder,
      ...paths(path),
      '-e',
      `inject=${rule}`,
      process.execPath,
      script,
      path,
      'new\n',
      '20000',
    ]);
    return {
      stands: readFileSync(path, 'utf8'),
      status,
      left: readdirSync(folder).filter((name) => name !== 'a.yaml'),
    };
  }

  function paths(path: string): string[] {
    return [path, beside('lock'), beside('new')].flatMap((one) => ['-P', one]);
  }

  let killed = 0;
  const calls = ['openat', 'write', 'fchmod', 'fsync', 'rename', 'unlink', 'close'];
  const points = calls.flatMap((call) => [1, 2, 3].map((when) => [call, when] as const));
  it.each(points)('by a kill at %s number %i leaves the old or the new file', (call, when) => {
    const { stands, status } = inject(`${call}:signal=KILL:when=${when}`);
    expect([OLD, NEW]).toContain(stands);
    if (status !== 0) killed += 1;
  });

  it('was killed at most of these points', () => {
    expect(killed).toBeGreaterThan(10);
  });

  it.each(
    ['ENOSPC', 'EIO', 'EDQUOT'].flatMap((error) =>
      ['write', 'fsync', 'rename', 'openat'].map((call) => [error, call]),
    ),
  )('by %s at %s leaves nothing behind and says so', (error, call) => {
    const when = call === 'openat' ? 3 : call === 'write' ? 2 : 1;
    const { stands, status, left } = inject(`${call}:error=${error}:when=${when}`);
    expect([OLD, NEW]).toContain(stands);
    expect(status).toBe(2);
    expect(stands).toBe(OLD);
    expect(left).toEqual([]);
  });
});
