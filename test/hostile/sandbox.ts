import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  type BigIntStats,
  chmodSync,
  closeSync,
  ftruncateSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Case, Content, Place } from './case.ts';

/** What is outside of each case, and must not be shown by any. */
export const SECRET = 'secret-of-the-machine';

/** A folder for many cases; the caller removes it. */
export function makeYard(): string {
  const yard = realpathSync(mkdtempSync(join(tmpdir(), 'actionplan-hostile-')));
  chmodSync(yard, 0o755);
  return yard;
}

/** Makes the folders of a case and all that is in them. */
export function makePlace(yard: string, { id, files = {}, make }: Case): Place {
  const root = join(yard, id);
  const place = {
    root,
    here: join(root, 'here'),
    home: join(root, 'home'),
    outside: join(root, 'outside'),
  };
  for (const folder of [place.here, place.home, place.outside]) {
    mkdirSync(folder, { recursive: true });
  }
  // The one who is bound by modes may write where a case runs.
  for (const folder of [place.here, place.home]) chmodSync(folder, 0o777);
  for (const name of ['secret.yaml', 'actionplan.yaml', 'owners.yaml']) {
    writeFileSync(join(place.outside, name), `${SECRET}: ${SECRET}\n`);
  }
  for (const [path, content] of Object.entries(files)) put(join(place.here, path), content);
  make?.(place);
  return place;
}

function put(path: string, content: Content): void {
  mkdirSync(dirname(path), { recursive: true });
  if (typeof content === 'function') writeFileSync(path, content());
  else if (typeof content === 'string' || content instanceof Uint8Array)
    writeFileSync(path, content);
  else if ('link' in content) symlinkSync(content.link, path);
  else if ('same' in content) linkSync(join(dirname(path), content.same), path);
  else if ('pipe' in content) execFileSync('mkfifo', [path]);
  else if ('socket' in content) makeSocket(path);
  else if ('hole' in content) {
    const file = openSync(path, 'w');
    ftruncateSync(file, content.hole);
    closeSync(file);
  } else if ('folder' in content) {
    mkdirSync(path, { recursive: true });
    if (content.mode !== undefined) chmodSync(path, content.mode);
  } else {
    writeFileSync(path, content.text);
    chmodSync(path, content.mode);
  }
}

/** A socket stays in its folder when whoever listened there is killed. */
function makeSocket(path: string): void {
  const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => process.kill(process.pid, 'SIGKILL'))`;
  try {
    execFileSync(process.execPath, ['-e', script], { stdio: 'ignore' });
  } catch {
    // As meant.
  }
}

/** Larger files are told apart by their times and sizes alone. */
const MOST_BYTES = 256 * 1024;

/**
 * Everything under a folder, with what would change if it were written: also the times of folders, in
 * which a file that comes and goes leaves its trace. What the program keeps among the user's own
 * files, so that the next run is quicker, is its own.
 */
export function snapshot(place: Place, but: readonly string[] = []): Map<string, string> {
  const seen = new Map<string, string>();
  const left = [join(place.home, '.cache'), ...but.map((path) => join(place.root, path))];
  const around = new Set(left.map((path) => dirname(path)));
  const look = (path: Buffer): void => {
    const name = path.toString('latin1');
    const stats = statsOf(path);
    if (!stats) return void seen.set(name, 'out of reach');
    const isFolder = stats.isDirectory();
    if (left.includes(path.toString())) return;
    const facts = [stats.mode, stats.uid];
    if (!isFolder) facts.push(stats.mtimeNs, stats.size, stats.nlink);
    else if (!around.has(path.toString())) facts.push(stats.mtimeNs, stats.nlink);
    const content = stats.isSymbolicLink()
      ? readlinkSync(path)
      : stats.isFile() && stats.size <= MOST_BYTES
        ? createHash('sha256').update(readFileSync(path)).digest('base64')
        : '';
    seen.set(name, `${facts.join(' ')} ${content}`);
    if (!isFolder) return;
    for (const one of readdirSync(path, { encoding: 'buffer' })) {
      look(Buffer.concat([path, Buffer.from('/'), one]));
    }
  };
  look(Buffer.from(place.root));
  return seen;
}

function statsOf(path: Buffer): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}

/** What is not as it was. */
export function changesBetween(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

/** Removes what may have lost its permissions, or hold a disk of its own. */
export function removeYard(yard: string): void {
  // By programs that know paths longer than the system takes.
  execFileSync('chmod', ['-R', 'u+rwX', yard], { stdio: 'ignore' });
  execFileSync('rm', ['-rf', yard]);
}
