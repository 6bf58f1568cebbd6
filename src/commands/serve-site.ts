import { ExitCode, type Host, RevisionError, UsageError } from '../host.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import { folderOf, joinPath } from '../source/file-tree.ts';
import type { Loaded } from '../source/load.ts';
import { pathsOrDefault } from './flags.ts';
import { type Made, makeSite, type SiteFlags, sourcesOf } from './make-site.ts';
import type { Session } from './session.ts';

/** Shows the site until the person ends it. While plans are faulty it shows what it last could. */
export async function serveSite(
  session: Session,
  paths: readonly string[],
  port: number,
  flags: SiteFlags,
): Promise<void> {
  const { host } = session;
  if (!host.serve) throw new UsageError('nothing can be served here', 'write a folder instead');
  let made = await makeSite(session, paths, flags, undefined);
  if (!made) return;
  let pages = pagesOf(made);
  await host.serve({
    port,
    answer: (path) => pages.get(path === '' ? 'index.html' : path),
    folders: () => foldersOf(host, pathsOrDefault(host.files, paths), made?.loaded),
    changed: async () => {
      try {
        const next = await makeSite(session, paths, flags, undefined);
        session.exit(ExitCode.ok);
        if (!next) return;
        made = next;
        pages = pagesOf(next);
        host.note(`made anew: ${counted(next.plans, 'plan')}\n`);
      } catch (error) {
        if (!(error instanceof UsageError || error instanceof RevisionError)) throw error;
        host.note(`error: ${cleanText(error.message)}; the pages are as they were\n`);
      }
    },
    ready: (address) =>
      host.note(`the site is at ${address} on this machine alone; Ctrl-C ends it\n`),
  });
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

function pagesOf({ files }: Made): Map<string, { type: string; content: string }> {
  return new Map(
    files.map((file) => {
      const type = TYPES[file.path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      return [file.path, { type, content: file.content() }];
    }),
  );
}

/** The folders in which a change may change the site: those asked about, and those of what was read. */
function foldersOf(
  { files }: Host,
  paths: readonly string[],
  loaded: Loaded | undefined,
): string[] {
  const folders = new Set<string>();
  const add = (folder: string): void => {
    if (folders.has(folder) || files.kind(folder) !== 'folder') return;
    folders.add(folder);
    for (const name of files.list(folder) ?? []) {
      if (!name.startsWith('.') && name !== 'node_modules') add(joinPath(folder, name));
    }
  };
  for (const path of paths) add(files.kind(path) === 'folder' ? path : folderOf(path));
  for (const file of loaded ? sourcesOf(loaded) : []) folders.add(folderOf(file));
  return [...folders];
}
