import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM } from '../support/program.ts';
import type { Case, Done, Place } from './case.ts';

const BATCH = join(import.meta.dirname, 'batch.js');
const COST = join(import.meta.dirname, 'cost.cjs');

/** Nothing here needs so long; whoever takes longer is stopped, so that the rest is still tried. */
const PATIENCE = 60_000;

/** Who modes bind. */
export const NOBODY = 65_534;

/** Whether a case can share a process with others: nothing of the process itself is part of it. */
export function isShared({ by, asNobody, long }: Case): boolean {
  return by === undefined && asNobody !== true && long !== true;
}

function environment({ env = {} }: Case, { home }: Place): Record<string, string> {
  const all = { PATH: process.env['PATH'] ?? '', HOME: home, ...env };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

/** Runs cases one after another in one process; a case that ended it is told apart from those after it. */
export function runTogether(
  cases: readonly (readonly [Case, Place])[],
  yard: string,
): Map<string, Done> {
  const jobs = cases.map(([one, place]) => ({
    id: one.id,
    cwd: place.here,
    argv: one.argv,
    env: environment(one, place),
    stdin: one.stdin ?? '',
  }));
  const list = join(yard, 'jobs.json');
  writeFileSync(list, JSON.stringify(jobs));
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [BATCH, list], {
    cwd: yard,
    encoding: 'utf8',
    timeout: 2 * PATIENCE,
    maxBuffer: 512 * 1024 * 1024,
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const done = new Map<string, Done>();
  let last = '';
  for (const line of stdout.split('\n')) {
    if (line === '') continue;
    const { id, bytes, ...rest } = JSON.parse(line);
    last = id;
    if (!('exit' in rest)) continue;
    done.set(id, {
      ...rest,
      signal: null,
      bytes: bytes === undefined ? undefined : Buffer.from(bytes, 'base64'),
    });
  }
  if (!done.has(last)) {
    done.set(last, {
      exit: status,
      signal,
      stdout: '',
      stderr,
      bytes: undefined,
      milliseconds: 0,
      passed: PATIENCE,
      mebibytes: 0,
    });
  }
  return done;
}

/** Runs a case in a process of its own, by a prefix that traces it where it is to be traced. */
export async function runAlone(
  one: Case,
  place: Place,
  trace: readonly string[] = [],
): Promise<Done> {
  const by = typeof one.by === 'function' ? one.by(place) : (one.by ?? []);
  const [command = '', ...words] = [...by, ...trace, process.execPath, PROGRAM, ...one.argv];
  const cost = join(place.root, '..', `${one.id}.cost`);
  const start = performance.now();
  const child = spawn(command, words, {
    cwd: place.here,
    env: {
      ...environment(one, place),
      HOSTILE_COST: cost,
      NODE_OPTIONS: `--require ${JSON.stringify(COST)}`,
    },
    ...(one.asNobody && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
  });
  const out: Buffer[] = [];
  const notes: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => notes.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(one.stdin ?? '');
  let mebibytes = 0;
  let milliseconds = 0;
  const watch = setInterval(() => {
    mebibytes = Math.max(mebibytes, heldBy(child.pid));
  }, 50);
  const patience = Math.max(PATIENCE, 4 * (one.most?.milliseconds ?? 0));
  const stop = setTimeout(() => child.kill('SIGKILL'), patience);
  const [exit, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, killedBy) => resolve([code, killedBy]));
  });
  clearInterval(watch);
  clearTimeout(stop);
  const figures = existsSync(cost) ? readFileSync(cost, 'utf8') : '';
  if (figures !== '') {
    const [held, worked] = JSON.parse(figures) as [number, number];
    mebibytes = Math.max(mebibytes, held);
    milliseconds = worked;
    rmSync(cost);
  }
  const bytes = Buffer.concat(out);
  return {
    exit,
    signal,
    stdout: bytes.toString('utf8'),
    stderr: Buffer.concat(notes).toString('utf8'),
    bytes,
    milliseconds,
    passed: performance.now() - start,
    mebibytes,
  };
}

/** The most memory a running process has held, in MiB. */
function heldBy(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
