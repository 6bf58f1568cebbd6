/**
 * What a path is, after following links. `other` is anything but a file or folder: a pipe, a socket.
 * Only a revision knows `submodule`. `outside` leads out of the repository, `outside-file` to a file.
 * Of what is `unreadable` the system does not tell what it is, or its name cannot be said to it.
 */
export type FileKind =
  | 'file'
  | 'folder'
  | 'other'
  | 'missing'
  | 'broken-link'
  | 'submodule'
  | 'outside'
  | 'outside-file'
  | 'unreadable';

/** A file that could not be read, in words for the person who asked for it. */
export interface ReadFault {
  readonly fault: string;
  /** The way out, where it is not plain. */
  readonly help?: string;
}

/** A name in a folder. */
export interface Entry {
  readonly name: string;
  /** Whether it plainly is a file: no link, so that it is nowhere else. */
  isFile(): boolean;
}

/**
 * What the file system tells of a plain file without opening it: size, times of its content and of
 * itself in milliseconds, as exact as a number is (a quarter of a microsecond), number, device and
 * rights.
 */
export type Stamp = readonly number[];

/**
 * Files to read from: the working tree, memory, or a revision of git. Paths use forward slashes
 * and are as the user gave them: relative to the folder the command runs in, or absolute.
 */
export interface FileTree {
  kind(path: string): FileKind;
  /** The names in a folder, sorted by code unit; undefined where it cannot be read. */
  list(folder: string): readonly string[] | undefined;
  /** The same with what they are, where that costs no look at each of them. */
  entries?(folder: string): readonly Entry[] | undefined;
  /** Marks that change whenever a file is touched; undefined where a path is no plain file. */
  stamp?(path: string): Stamp | undefined;
  /** The bytes of a file; of no more than `limit` + 1 bytes, so that a huge file costs little. */
  read(path: string, limit: number): Uint8Array | ReadFault;
  /** Says which files will be read, where many at a time cost less than each by itself. */
  prepare?(paths: readonly string[], limit: number): void;
  /** The absolute form of a path, by which two ways to write it are known to be one. */
  absolute(path: string): string;
}

/** Joins a folder and a name as a user would write it: no leading `./`. */
export function joinPath(folder: string, name: string): string {
  if (folder === '.' || folder === '') return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/** The folder a path is in: `.` for a bare name. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return '.';
  return slash === 0 ? '/' : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path from the root, without `.` and `..`. */
function resolvePath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}`;
}

/** Files held in memory, by path: for tests and examples. */
export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): FileTree {
  const bytes = new Map(
    Object.entries(files).map(([path, content]) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const names = (folder: string) => {
    const prefix = folder === '.' ? '' : `${folder}/`;
    return [...bytes.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length).split('/')[0] ?? '');
  };
  return {
    kind: (path) => {
      if (bytes.has(path)) return 'file';
      return path === '.' || names(path).length > 0 ? 'folder' : 'missing';
    },
    list: (folder) => [...new Set(names(folder))].sort(),
    read: (path, limit) =>
      bytes.get(path)?.subarray(0, limit + 1) ?? { fault: 'there is no such file' },
    absolute: (path) => resolvePath(path),
  };
}

/** A tree in which one file has other content: how `--stdin-filename` reads an unsaved file. */
export function overlayTree(tree: FileTree, path: string, content: Uint8Array): FileTree {
  const absolute = tree.absolute(path);
  const isIt = (other: string) => tree.absolute(other) === absolute;
  return {
    kind: (other) => (isIt(other) ? 'file' : tree.kind(other)),
    list: (folder) => {
      const names = tree.list(folder);
      if (tree.absolute(folder) !== tree.absolute(folderOf(path))) return names;
      return [...new Set([...(names ?? []), nameOf(path)])].sort();
    },
    read: (other, limit) =>
      isIt(other) ? content.subarray(0, limit + 1) : tree.read(other, limit),
    prepare: (paths, limit) => tree.prepare?.(paths, limit),
    absolute: (other) => tree.absolute(other),
  };
}
