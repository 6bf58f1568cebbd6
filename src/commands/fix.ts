import { fixText } from '../edit/fix-text.ts';
import { ExitCode, type Host } from '../host.ts';
import type { Day } from '../model/day.ts';
import type { Edit } from '../model/edit.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import { unifiedDiff } from '../render/unified-diff.ts';
import { rules } from '../rules/index.ts';
import { type FileTree, overlayTree } from '../source/file-tree.ts';
import { load } from '../source/load.ts';
import { validate } from '../validate/validate.ts';
import { bytesWith, type Opened, openFile, saveFile } from './editing.ts';
import { requirePlans } from './reading.ts';
import type { Session } from './session.ts';

interface Options {
  readonly asOf: Day;
  readonly only: ReadonlySet<string> | undefined;
  readonly dryRun: boolean;
}

/** A file with its repairs. */
interface Repaired {
  readonly opened: Opened;
  readonly text: string;
  /** How many repairs were made in it. */
  readonly made: number;
}

/** One repair may show the next fault, but not for ever. */
const MOST_PASSES = 50;

/** Repairs what findings carry a repair for, until nothing is left to repair; a dry run only shows it. */
export function fixFindings(
  session: Session,
  paths: readonly string[],
  options: Options,
): { readonly unread: boolean } {
  const { host } = session;
  const { repaired, unread } = repair(host, paths, options);
  for (const { opened, text, made } of repaired) {
    const file = cleanText(opened.file);
    if (options.dryRun) host.out(unifiedDiff(opened.file, opened.text, text, session.style()));
    else saveFile(host, opened, text);
    host.note(`${counted(made, 'repair')} ${options.dryRun ? 'possible' : 'made'} in ${file}\n`);
  }
  if (unread) {
    host.note(
      'error: not everything could be read, so there may be more to repair\nhelp: mend that, and run it again\n',
    );
  } else if (repaired.length === 0) {
    host.note('nothing to repair without guessing\n');
  }
  if (!options.dryRun) return { unread };
  host.note('nothing was written (--dry-run)\n');
  const found = repaired.length > 0 ? ExitCode.problems : ExitCode.ok;
  session.exit(unread ? ExitCode.failed : found);
  return { unread };
}

function repair(host: Host, paths: readonly string[], options: Options) {
  const repaired = new Map<string, Repaired>();
  let unread = false;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let tree: FileTree = host.files;
    for (const [file, { opened, text }] of repaired) {
      tree = overlayTree(tree, file, bytesWith(opened, text));
    }
    const { edits, ...found } = editsByFile(tree, paths, options);
    unread ||= found.unread;
    let changed = false;
    for (const [file, wanted] of edits) {
      const before = repaired.get(file) ?? start(openFile(host, file));
      const { text, made } = fixText(before.text, wanted);
      if (made.length === 0) continue;
      changed = true;
      repaired.set(file, { ...before, text, made: before.made + made.length });
    }
    if (!changed) break;
  }
  return { repaired: [...repaired.values()], unread };
}

function start(opened: Opened): Repaired {
  return { opened, text: opened.text, made: 0 };
}

/** The repairs that findings in the files asked about carry. */
function editsByFile(
  tree: FileTree,
  paths: readonly string[],
  { asOf, only }: Options,
): { edits: Map<string, Edit[]>; unread: boolean } {
  const loaded = load(tree, paths);
  if (loaded.files.length === 0) requirePlans(paths, loaded);
  const asked = new Set(loaded.files.map(({ file }) => file));
  const edits = new Map<string, Edit[]>();
  const { diagnostics, unread } = validate(loaded, rules, { asOf, only });
  for (const { file, fix, waived } of diagnostics) {
    if (!fix || waived || !asked.has(file)) continue;
    edits.set(file, [...(edits.get(file) ?? []), fix]);
  }
  return { edits, unread };
}
