import { type Host, UsageError } from '../host.ts';
import { counted } from '../model/words.ts';
import type { SiteFile } from '../publish/site/input.ts';
import { cleanText } from '../render/clean-text.ts';
import { joinPath, nameOf } from '../source/file-tree.ts';
import { digestOf, MANIFEST, type Manifest, manifestText, readManifest } from './site-manifest.ts';

/** What was done to the folder. */
export interface Written {
  readonly written: number;
  readonly same: number;
  readonly removed: number;
}

/** No file of a site is larger. */
const MOST_BYTES = 256 * 1024 * 1024;

type Facts = Omit<Manifest, 'files' | 'unfinished'>;

/**
 * Writes a site into its folder, in place, each file whole or not at all. Only what the manifest says is
 * the site's is replaced or removed, and only while it is as it was written. Before the first file is
 * written the manifest claims them all, so that a run which was cut short is mended by the next one.
 */
export function writeSite(
  host: Host,
  folder: string,
  files: readonly SiteFile[],
  facts: Facts,
): Written {
  refuseUnfit(host, folder);
  const before = readManifest(host, folder);
  if (!before) refuseFull(host, folder);
  const at = (path: string): string => joinPath(folder, path);
  const claimedBefore = new Set(before?.unfinished);
  const isOurs = (path: string, bytes: Uint8Array): boolean =>
    before !== undefined && (claimedBefore.has(path) || before.files[path] === digestOf(bytes));
  refuseForeign(host, folder, files, isOurs);

  const paths = files.map(({ path }) => path);
  const wanted = new Set(paths);
  const gone = Object.keys(before?.files ?? {}).filter((path) => !wanted.has(path));
  const unfinished = [...new Set([...paths, ...claimedBefore])].sort();
  // Where nothing changed nothing is claimed either.
  let claimed = false;
  const claim = (): void => {
    if (!claimed)
      put(host, at(MANIFEST), manifestText({ ...facts, files: before?.files ?? {}, unfinished }));
    claimed = true;
  };
  const digests: Record<string, string> = {};
  let written = 0;
  let removed = 0;
  try {
    for (const [index, file] of files.entries()) {
      host.progress?.(index, files.length);
      const content = new TextEncoder().encode(file.content());
      digests[file.path] = digestOf(content);
      const stands = read(host, at(file.path));
      if (stands && digestOf(stands) === digests[file.path] && claimedBefore.size === 0) continue;
      claim();
      host.replace(at(file.path), stands, content);
      written += 1;
    }
    host.progress?.(files.length, files.length);
    const left = [...gone, ...[...claimedBefore].filter((path) => !wanted.has(path))];
    for (const path of new Set(left)) {
      const kind = host.files.kind(at(path));
      if (kind === 'missing') continue;
      const bytes = kind === 'file' && isInPlace(host, folder, path) ? read(host, at(path)) : null;
      if (!bytes || !isOurs(path, bytes)) {
        host.note(
          `${cleanText(at(path))} is no page any more, but was changed since it was written: it is left\n`,
        );
        continue;
      }
      claim();
      host.remove(at(path), bytes);
      removed += 1;
    }
    put(host, at(MANIFEST), manifestText({ ...facts, files: digests, unfinished: [] }));
  } catch (error) {
    throw claimed && error instanceof UsageError ? cutShort(error) : error;
  }
  return { written, same: files.length - written, removed };
}

/** Each file is whole, but not all of them are written: what was said of one is not true of all. */
function cutShort({ message }: UsageError): UsageError {
  return new UsageError(
    message,
    'some pages are written and others not yet; once that is mended, run it again: it does what is left',
  );
}

/** Replaces a file, or makes one; what is there already stays as it is. */
function put(host: Host, path: string, text: string): void {
  const stands = read(host, path);
  const content = new TextEncoder().encode(text);
  if (stands && digestOf(stands) === digestOf(content)) return;
  host.replace(path, stands, content);
}

function read({ files }: Host, path: string): Uint8Array | null {
  if (files.kind(path) === 'missing') return null;
  const [size = 0n] = files.stamp?.(path) ?? [];
  const bytes =
    size > MOST_BYTES ? { fault: 'no file of a site is so large' } : files.read(path, MOST_BYTES);
  if ('fault' in bytes) {
    throw new UsageError(
      `${cleanText(path)} cannot be read: ${bytes.fault}`,
      'name another folder',
    );
  }
  return bytes;
}

/** What an interrupted first run may have left, before it came to its manifest. */
const LEFT_BY_A_RUN = /^\.[0-9a-f]{12}\.actionplan-(?:lock|new)$/;

const UNFIT: Readonly<Record<string, string>> = {
  file: 'is a file',
  'broken-link': 'is a link that points at nothing',
  unreadable: 'cannot be looked into',
};

function refuseUnfit({ files }: Host, folder: string): void {
  const kind = files.kind(folder);
  if (kind === 'missing' || kind === 'folder') return;
  const why = kind.startsWith('outside')
    ? 'leads out of the repository'
    : (UNFIT[kind] ?? 'is no folder');
  throw new UsageError(
    `${cleanText(folder)} ${why}`,
    'name a folder for the site, which need not exist yet',
  );
}

/** A folder that holds anything, and no site, is somebody's. */
function refuseFull({ files }: Host, folder: string): void {
  if (files.kind(folder) === 'missing') return;
  const shown = cleanText(folder);
  const names = files.list(folder);
  if (names === undefined)
    throw new UsageError(`${shown} cannot be looked into`, 'name another folder');
  const foreign = names.filter((name) => !LEFT_BY_A_RUN.test(name));
  if (foreign.length === 0) return;
  throw new UsageError(
    `${shown} holds ${counted(foreign.length, 'file')} (${foreign.slice(0, 3).map(cleanText).join(', ')}${foreign.length > 3 ? ', …' : ''}) and no site: nothing was written`,
    'name a new or empty folder: only a folder that `actionplan site` made is written to again',
  );
}

/** Refuses to write over what is not the site's, or by way of a link to another place. */
function refuseForeign(
  host: Host,
  folder: string,
  pages: readonly SiteFile[],
  isOurs: (path: string, bytes: Uint8Array) => boolean,
): void {
  const { files } = host;
  if (files.kind(folder) === 'missing') return;
  const folders = new Set(
    pages.flatMap(({ path }) => (path.includes('/') ? [path.split('/')[0] ?? ''] : [])),
  );
  const refuse = (path: string, why: string): UsageError =>
    new UsageError(
      `${cleanText(joinPath(folder, path))} ${why}: nothing was written`,
      'move it away or remove it, and run the command again',
    );
  for (const path of [MANIFEST, ...folders]) {
    const kind = files.kind(joinPath(folder, path));
    if (kind === 'missing') continue;
    if (!isInPlace(host, folder, path)) throw refuse(path, 'is a link to another place');
    if (path !== MANIFEST && kind !== 'folder') throw refuse(path, 'is no folder');
  }
  for (const { path } of pages) {
    const kind = files.kind(joinPath(folder, path));
    if (kind === 'missing') continue;
    if (kind !== 'file' || !isInPlace(host, folder, path)) throw refuse(path, 'is no plain file');
    const bytes = read(host, joinPath(folder, path));
    if (bytes && !isOurs(path, bytes)) {
      throw refuse(
        path,
        `was not written by \`actionplan site\`, or was changed since (${nameOf(path)})`,
      );
    }
  }
}

/** Whether a path leads where it says, and not by way of a link to another place. */
function isInPlace({ files }: Host, folder: string, path: string): boolean {
  const root = files.absolute(folder);
  return files.absolute(joinPath(folder, path)) === `${root === '/' ? '' : root}/${path}`;
}

/** How a folder differs from what the site would be: nothing where it does not. */
export function differences(host: Host, folder: string, files: readonly SiteFile[]): string[] {
  const manifest = readManifest(host, folder);
  const wanted = new Set(files.map(({ path }) => path));
  const extra = Object.keys(manifest?.files ?? {})
    .filter((path) => !wanted.has(path) && host.files.kind(joinPath(folder, path)) !== 'missing')
    .map((path) => `${path} is no page any more`);
  const other = files.flatMap((file, index) => {
    host.progress?.(index, files.length);
    const stands = read(host, joinPath(folder, file.path));
    if (!stands) return [`${file.path} is missing`];
    return digestOf(stands) === digestOf(file.content())
      ? []
      : [`${file.path} is not what the plans say`];
  });
  host.progress?.(files.length, files.length);
  return [...extra, ...other];
}
