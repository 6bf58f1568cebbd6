import { buildOwners } from '../model/build-directory.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { OwnersFile } from '../model/owners-file.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { SettingsFile } from '../model/settings-file.ts';
import { MAX_BYTES } from './decode.ts';
import { type FileTree, folderOf, nameOf } from './file-tree.ts';
import { type Found, filesIn, findFiles } from './find-files.ts';
import {
  type FileRead,
  fieldFault,
  type ReadOptions,
  readFile,
  unreadable,
  valueDiagnostic,
} from './read-file.ts';
import {
  buildSettings,
  DEFAULT_SETTINGS,
  findSettings,
  SETTINGS_NAME,
  type Settings,
} from './settings.ts';

/** Everything read for one run. */
export interface Loaded {
  readonly portfolio: Portfolio;
  readonly settings: Settings;
  /** The files asked about, as read. */
  readonly files: readonly FileRead[];
  /** Other files of the project, read so that owners and references can be looked up. */
  readonly context: readonly FileRead[];
  /** Faults of reading, in all of them but plans that were not asked about. */
  readonly diagnostics: readonly Diagnostic[];
  /** Plans that were not asked about and have faults: references to them could not all be checked. */
  readonly faultyContext: readonly string[];
  /** Files left out because settings say so. */
  readonly ignored: readonly string[];
  /** Settings files that were found but do not hold for this run. */
  readonly unusedSettings: readonly string[];
  /** The settings file that holds, as read. */
  readonly settingsRead: FileRead | undefined;
  /** Plans that were not read because another tree has the same; by their absolute paths. */
  readonly unchanged: ReadonlySet<string>;
  /** Reads a file once more, as it was read the first time. */
  readonly again: (file: string) => FileRead;
}

/** What is to be read in a run. */
export interface Work {
  readonly tree: FileTree;
  /** The files asked about, and those read as their context. */
  readonly asked: readonly string[];
  readonly context: readonly string[];
  readonly settings: Settings;
  /** The file of the settings. */
  readonly settingsPath: string | undefined;
  readonly maxBytes: number;
}

/** What is done with files as they are read, so that they need not all be held. */
export interface Keep {
  /** Is told of the work before the first file is read. */
  readonly begin?: (work: Work) => void;
  /** What is known of a file without opening it: from another run, or another thread of this one. */
  readonly unopened?: (file: string) => FileRead | undefined;
  readonly end?: () => void;
  /** Is told the bytes of each file that is opened all the same. */
  readonly opened?: (bytes: Uint8Array) => void;
  /** What is kept of a file that was read. */
  readonly done: (read: FileRead, settings: Settings, asked: boolean) => FileRead;
}

export interface LoadOptions {
  readonly maxBytes?: number;
  /** Whether a path may be missing: what is compared need not be on both sides. */
  readonly missing?: 'fault' | 'none';
  /** Whether other plans of the project are left unread, with what refers to them. */
  readonly alone?: boolean;
  /** Plans that are the same in this tree, byte for byte, need not be read. */
  readonly unlike?: FileTree | undefined;
  /** What becomes of each file once it is read: what is kept of it. */
  readonly keep?: Keep | undefined;
  /** Is told how many of the files are read. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Reads the plans under paths with all they refer to: settings, owners, standards and the other
 * plans of the project, which is the folder of the settings file or else of the first path.
 * Nothing is skipped without a word: what cannot be read is among the diagnostics.
 */
export function load(tree: FileTree, paths: readonly string[], options: LoadOptions = {}): Loaded {
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  const [firstPath = '.'] = paths;
  const settingsPath = findSettings(tree, firstPath);
  const { settingsRead, settings } = readSettings(tree, settingsPath, maxBytes);

  const found = findFiles(tree, paths);
  const ignored = found.files.filter((file) => settings.ignores(file));
  const asked = found.files.filter((file) => !settings.ignores(file));
  const settingsAt = settingsRead && tree.absolute(settingsRead.file);
  const again = (file: string, opened?: ReadOptions['opened']): FileRead =>
    settingsRead && nameOf(file) === SETTINGS_NAME && tree.absolute(file) === settingsAt
      ? settingsRead
      : readFile(tree, file, { maxBytes, financialYear: settings.financialYear, opened });
  const { keep, progress } = options;
  let done = 0;
  let total = 0;
  const readAs =
    (asked: boolean) =>
    (file: string): FileRead => {
      progress?.(done, total);
      done += 1;
      if (!keep) return again(file);
      return keep.unopened?.(file) ?? keep.done(again(file, keep.opened), settings, asked);
    };
  // What is nowhere refers to nothing; of two sides that are compared, the other one may have it.
  const nowhere = found.files.length === 0 && options.missing !== 'none';
  const project = nowhere ? [] : contextFiles(tree, settingsPath, paths, found, settings);
  tree.prepare?.([...asked, ...project], maxBytes);
  const beside = options.alone
    ? project.filter((file) => !holdsPlan(tree, file, maxBytes))
    : project;
  const same = options.unlike && sameIn(tree, options.unlike, [...asked, ...beside], maxBytes);
  const toRead = asked.filter((file) => !same?.has(file));
  const toReadBeside = beside.filter((file) => !same?.has(file));
  total = toRead.length + toReadBeside.length;
  keep?.begin?.({ tree, asked: toRead, context: toReadBeside, settings, settingsPath, maxBytes });
  const files = toRead.map(readAs(true));
  const context = toReadBeside.map(readAs(false)).filter(isOurs);
  keep?.end?.();
  progress?.(total, total);

  const every = [...files, ...context];
  const ownersRead = every.filter((one) => one.kind === 'owners');
  const owners = buildOwners(
    ownersRead.map(({ file, value }) => ({ file, value: value as unknown as OwnersFile })),
  );
  const ownersSound =
    ownersRead.length > 0 &&
    every.every((one) => one.kind !== undefined || !looksLike(one, 'owners'));
  const others = new Set(context.filter((one) => one.diagnostics.length > 0 && isPlan(one)));
  const diagnostics = [
    ...found.faults
      .filter(({ file }) => options.missing !== 'none' || tree.kind(file) !== 'missing')
      .map((fault) => unreadable(fault.file, fault.message, fault.help)),
    ...every.filter((one) => !others.has(one)).flatMap((one) => one.diagnostics),
    ...(settingsRead && !every.includes(settingsRead) ? settingsRead.diagnostics : []),
    ...owners.faults.flatMap((fault) => {
      const document = every.find((one) => one.file === fault.file)?.document;
      return document ? [valueDiagnostic(fault.file, document, fieldFault(fault))] : [];
    }),
  ];
  return {
    portfolio: {
      plans: files.flatMap((one) => one.plan ?? []),
      context: context.flatMap((one) => one.plan ?? []),
      owners: ownersSound ? owners.directory : undefined,
      standards: every.flatMap((one) => one.standards ?? []),
      financialYear: settings.financialYear,
    },
    settings,
    files,
    context,
    diagnostics,
    faultyContext: [...others].map(({ file }) => file),
    ignored,
    unusedSettings: every
      .filter((one) => one.kind === 'settings' && one !== settingsRead)
      .map((one) => one.file),
    settingsRead,
    unchanged: new Set([...(same ?? [])].map((file) => tree.absolute(file))),
    again: (file) => again(file),
  };
}

/** What a settings file says; the defaults where there is none, or where it cannot be read. */
export function readSettings(
  tree: FileTree,
  path: string | undefined,
  maxBytes: number,
): { settings: Settings; settingsRead: FileRead | undefined } {
  if (path === undefined) return { settings: DEFAULT_SETTINGS, settingsRead: undefined };
  const { financialYear } = DEFAULT_SETTINGS;
  const settingsRead = readFile(tree, path, { maxBytes, financialYear });
  const settings =
    settingsRead.value === undefined
      ? DEFAULT_SETTINGS
      : buildSettings(settingsRead.file, settingsRead.value as SettingsFile, tree);
  return { settings, settingsRead };
}

function holdsPlan(tree: FileTree, file: string, maxBytes: number): boolean {
  const bytes = tree.read(file, maxBytes);
  return !('fault' in bytes) && startsAsPlan(bytes);
}

/** The plans among these files that another tree holds byte for byte. */
function sameIn(
  tree: FileTree,
  other: FileTree,
  files: readonly string[],
  maxBytes: number,
): ReadonlySet<string> {
  other.prepare?.(files, maxBytes);
  const isSame = (file: string): boolean => {
    const bytes = tree.read(file, maxBytes);
    if ('fault' in bytes || !startsAsPlan(bytes)) return false;
    const others = other.read(file, maxBytes);
    return !('fault' in others) && Buffer.from(bytes).equals(others);
  };
  return new Set(files.filter(isSame));
}

/** Whether the first line with a key says that this is a plan. */
function startsAsPlan(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /^(?:\uFEFF?(?:#.*|---)?\s*\n)*plan:/.test(start);
}

/** The files of the project that were not asked about. */
function contextFiles(
  tree: FileTree,
  settingsPath: string | undefined,
  paths: readonly string[],
  found: Found,
  settings: Settings,
): string[] {
  const [firstPath = '.'] = paths;
  const start = settingsPath ?? firstPath;
  const project =
    settingsPath === undefined && tree.kind(start) === 'folder' ? start : folderOf(start);
  // Then all of it has been found already.
  if (paths.includes(project)) return [];
  // What lies at the root of a machine is no project with all of it.
  if (project !== '.' && tree.absolute(project) === '/') {
    return filesIn(tree, project).filter(
      (file) => !found.byAbsolute.has(tree.absolute(file)) && !settings.ignores(file),
    );
  }
  const known = found.byAbsolute;
  const more = findFiles(tree, [project]);
  const beside = new Set(
    [...more.byAbsolute].flatMap(([absolute, file]) => (known.has(absolute) ? [] : [file])),
  );
  return more.files.filter((file) => beside.has(file) && !settings.ignores(file));
}

/** Whether a file is a plan, or was meant to be one. */
function isPlan(read: FileRead): boolean {
  if (read.kind !== undefined) return read.kind === 'plan';
  return read.document !== undefined && looksLike(read, 'plan');
}

/** Whether a file beside those asked about is one of this tool's; others are nobody's concern. */
function isOurs(read: FileRead): boolean {
  if (read.kind === 'settings') return false;
  return (
    read.kind !== undefined || ['plan', 'owners', 'standards'].some((key) => looksLike(read, key))
  );
}

/**
 * Whether the first key in the text is this one. A file that could not even be decoded may be
 * anything, so it counts.
 */
function looksLike(read: FileRead, key: string): boolean {
  if (!read.document) return true;
  const lines = read.document.source.text.split('\n');
  const first = lines.find((line) => line.trim() !== '' && !/^\s*#|^---/.test(line));
  return first?.startsWith(`${key}:`) ?? false;
}
