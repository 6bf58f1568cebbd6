import ignore, { type Ignore } from 'ignore';
import type { PublishFile } from '../model/publish-settings.ts';
import type { RuleLevel, SettingsFile } from '../model/settings-file.ts';
import { type FinancialYear, UK_FINANCIAL_YEAR } from '../model/target.ts';
import { MAX_BYTES } from './decode.ts';
import { type FileTree, folderOf, joinPath } from './file-tree.ts';

/** The name of the settings file. */
export const SETTINGS_NAME = 'actionplan.yaml';

/** What the settings file says, or the defaults where there is none. */
export interface Settings {
  /** The file they come from; null for the defaults. */
  readonly file: string | null;
  readonly financialYear: FinancialYear;
  /** What published documents look like, where anything is said of it. */
  readonly publish: PublishFile | undefined;
  /** The level set for a rule in a file; undefined where none is set. The last override wins. */
  level(rule: string, file: string): RuleLevel | undefined;
  /** Whether a file is not to be read. */
  ignores(file: string): boolean;
}

/** A path longer than this matches no pattern: the time that matching takes grows with a power of it. */
const LONGEST = 500;

type Override = NonNullable<SettingsFile['overrides']>[number];

export const DEFAULT_SETTINGS: Settings = {
  file: null,
  financialYear: UK_FINANCIAL_YEAR,
  publish: undefined,
  level: () => undefined,
  ignores: () => false,
};

/** The settings a file gives. Patterns are read from the folder of the settings file. */
export function buildSettings(file: string, value: SettingsFile, tree: FileTree): Settings {
  const folder = tree.absolute(folderOf(file));
  const prefix = folder === '/' ? '/' : `${folder}/`;
  // Each file is asked about many times in a row.
  let last: readonly [path: string, absolute: string] | undefined;
  const matches = (patterns: Ignore, path: string): boolean => {
    if (last?.[0] !== path) last = [path, tree.absolute(path)];
    const [, absolute] = last;
    const below = absolute.slice(prefix.length);
    return absolute.startsWith(prefix) && below.length <= LONGEST && patterns.ignores(below);
  };
  // What did not fit the schema has been taken out, so that even required parts may be missing.
  const overrides = (value.overrides ?? []).flatMap(({ files, rules }: Partial<Override>) =>
    files === undefined || rules === undefined ? [] : [{ patterns: patternsOf(files), rules }],
  );
  const ignored = value.ignore === undefined ? undefined : patternsOf(value.ignore);
  const start = value['financial-year'];
  return {
    file,
    financialYear: start
      ? { month: Number(start.slice(0, 2)), date: Number(start.slice(3)) }
      : UK_FINANCIAL_YEAR,
    publish: value.publish,
    level: (rule, path) => {
      const last = overrides.findLast(
        (override) => Object.hasOwn(override.rules, rule) && matches(override.patterns, path),
      );
      if (last) return last.rules[rule];
      return value.rules && Object.hasOwn(value.rules, rule) ? value.rules[rule] : undefined;
    },
    ignores: (path) => ignored !== undefined && matches(ignored, path),
  };
}

/**
 * The settings file that holds for a path: in its folder, else in the folders above up to the
 * root of the git repository, else of the file system.
 */
export function findSettings(tree: FileTree, path: string): string | undefined {
  let folder = tree.kind(path) === 'folder' ? path : folderOf(path);
  for (;;) {
    const file = joinPath(folder, SETTINGS_NAME);
    if (['file', 'unreadable'].includes(tree.kind(file))) return file;
    if (tree.kind(joinPath(folder, '.git')) !== 'missing') return undefined;
    const absolute = tree.absolute(folder);
    if (absolute === '/' || absolute === folderOf(absolute)) return undefined;
    folder = parentOf(folder, absolute);
  }
}

/** Where the settings for a path are and what they say, to tell whether two trees have the same. */
export function settingsText(tree: FileTree, path: string): string {
  const file = findSettings(tree, path);
  if (file === undefined) return '';
  const bytes = tree.read(file, MAX_BYTES);
  return `${file}\n${'fault' in bytes ? '' : new TextDecoder().decode(bytes)}`;
}

/** The folder above, written as the user would: `..` above `.`. */
function parentOf(folder: string, absolute: string): string {
  if (folder.startsWith('/')) return folderOf(absolute);
  if (folder === '.') return '..';
  if (folder === '..' || folder.endsWith('/..')) return `${folder}/..`;
  return folderOf(folder);
}

function patternsOf(globs: string | readonly string[]): Ignore {
  return ignore().add(typeof globs === 'string' ? [globs] : globs.filter(() => true));
}
