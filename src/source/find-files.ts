import { compareText } from '../model/diagnostic.ts';
import { suggest } from '../model/suggest.ts';
import {
  type Entry,
  type FileKind,
  type FileTree,
  folderOf,
  joinPath,
  nameOf,
} from './file-tree.ts';

/** A path that was asked for and cannot be read. */
export interface PathFault {
  readonly file: string;
  readonly message: string;
  readonly help: string;
}

export interface Found {
  /** Files in the order of their paths; each once, however often it was reached. */
  readonly files: readonly string[];
  /** The same by the absolute forms of their paths, in the order in which they were found. */
  readonly byAbsolute: ReadonlyMap<string, string>;
  readonly faults: readonly PathFault[];
}

/**
 * The YAML files under paths. A file named outright is taken whatever it is called. Folders whose
 * name begins with a dot and `node_modules` hold no plans and are passed over.
 */
export function findFiles(tree: FileTree, paths: readonly string[]): Found {
  const files = new Map<string, string>();
  const folders = new Set<string>();
  const faults: PathFault[] = [];

  const take = (path: string, inWalk: boolean, kind = tree.kind(path)): void => {
    switch (kind) {
      case 'file': {
        const absolute = tree.absolute(path);
        if (!files.has(absolute)) files.set(absolute, path);
        return;
      }
      case 'folder':
        if (inWalk && isYaml(path)) {
          faults.push({
            file: path,
            message: 'this is a folder with the name of a plan file',
            help: 'rename the folder, so that nobody takes it for a file',
          });
        }
        walk(path, inWalk);
        return;
      case 'missing':
        faults.push({
          file: path,
          message: 'there is no such file or folder',
          help: nearName(tree, path),
        });
        return;
      case 'broken-link':
        faults.push({
          file: path,
          message: 'this link points at nothing',
          help: 'mend or remove the link',
        });
        return;
      case 'unreadable': {
        const read = tree.read(path, 0);
        faults.push({
          file: path,
          message: 'fault' in read ? read.fault : 'this cannot be opened',
          help: path.includes('\ufffd')
            ? 'rename it: its name is not valid UTF-8'
            : 'check its permissions and the disk: it may hold plans',
        });
        return;
      }
      case 'submodule':
        faults.push({
          file: path,
          message: 'this is a submodule: its files are in another repository',
          help: 'run the command inside it, or name the folders that hold the plans',
        });
        return;
      case 'outside':
      case 'outside-file':
        faults.push({
          file: path,
          message: 'this leads out of the repository, and what is there is not read',
          help: 'run the command in the repository that holds the plans; in place of a link keep the file itself',
        });
        return;
      default:
        faults.push({
          file: path,
          message: 'this is neither a file nor a folder',
          help: 'give a plan file, or a folder of plan files',
        });
    }
  };

  const walk = (folder: string, inWalk: boolean): void => {
    const absolute = tree.absolute(folder);
    // A link may lead back to a folder already seen.
    if (folders.has(absolute)) return;
    folders.add(absolute);
    const entries = entriesOf(tree, folder);
    if (entries === undefined) {
      // What went away since its name was listed holds nothing.
      if (inWalk && tree.kind(folder) === 'missing') return;
      faults.push({
        file: folder,
        message: 'this folder cannot be opened',
        help: 'check its permissions',
      });
      return;
    }
    for (const entry of entries) {
      const { name } = entry;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = joinPath(folder, name);
      if (entry.isFile()) {
        // It is where its folder is, and nothing more need be asked about it.
        const file = joinPath(absolute, name);
        if (isYaml(name) && !files.has(file)) files.set(file, path);
        continue;
      }
      const kind = tree.kind(path);
      if (isYaml(path) || MAY_HOLD_PLANS.has(kind)) take(path, true, kind);
    }
  };

  for (const path of paths) take(path, false);
  return { files: [...files.values()].sort(compareText), byAbsolute: files, faults };
}

function entriesOf(tree: FileTree, folder: string): readonly Entry[] | undefined {
  if (tree.entries) return tree.entries(folder);
  return tree.list(folder)?.map((name) => ({ name, isFile: () => false }));
}

/** The YAML files right in a folder, not in those below it. */
export function filesIn(tree: FileTree, folder: string): string[] {
  return (tree.list(folder) ?? [])
    .filter((name) => isYaml(name) && !name.startsWith('.'))
    .map((name) => joinPath(folder, name))
    .filter((path) => tree.kind(path) === 'file');
}

/** What to look into in a folder; what cannot be looked into is named. */
const MAY_HOLD_PLANS = new Set<FileKind>(['folder', 'submodule', 'outside', 'unreadable']);

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(nameOf(path));
}

/** A misspelt path is mostly a misspelt name in a folder that is there. */
function nearName(tree: FileTree, path: string): string {
  const folder = folderOf(path);
  if (tree.kind(folder) !== 'folder') return 'check the path';
  const near = suggest(nameOf(path), tree.list(folder) ?? []);
  return near === undefined ? 'check the path' : `did you mean ${joinPath(folder, near)}?`;
}
