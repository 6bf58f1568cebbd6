import type { Plan } from '../model/plan.ts';
import type { FinancialYear } from '../model/target.ts';
import { MAX_BYTES } from './decode.ts';
import type { YamlDocument } from './document.ts';
import { memoryTree } from './file-tree.ts';
import { partialClone } from './git.ts';
import type { Commit } from './git-history.ts';
import { itemText, namesPlan } from './item-text.ts';
import { type FileRead, readFile } from './read-file.ts';
import type { Revisions } from './revisions.ts';

/** A plan as one file had it in one commit. */
export interface Version {
  readonly path: string;
  readonly object: string;
}

/** A commit in which the file of a plan changed, with the plan in each parent and after it. */
export interface PlanCommit extends Commit {
  readonly before: readonly (Version | undefined)[];
  readonly after: Version | undefined;
}

/** The life of one plan over commits, wherever its file was. */
export interface PlanHistory {
  readonly commits: readonly PlanCommit[];
  /** Where the plan is in the last commit. */
  readonly last: Version | undefined;
  /** A version of it, read; undefined where it does not hold the plan after all. */
  read(version: Version): FileRead;
  plan(version: Version | undefined): Plan | undefined;
  /** The document a plan of this history was read from. */
  documentOf(plan: Plan): YamlDocument | undefined;
  /** The text of an action, to see without reading that it did not change. */
  textOf(version: Version | undefined, action: string): string | undefined;
}

/** Contents are looked through in portions: most of them are not about the plan. */
const PORTION = 2_000;

/** Follows a plan by its id through every commit up to a revision. */
export function planHistory(
  revisions: Revisions,
  commits: readonly Commit[],
  id: string,
  options: {
    /** Whether a path is under those asked about: where two files have the plan, that one counts. */
    readonly isAsked: (path: string) => boolean;
    readonly financialYear: FinancialYear;
  },
): PlanHistory {
  const texts = textsOfPlan(revisions, commits, id);
  const reads = new Map<string, FileRead>();
  const read = ({ path, object }: Version): FileRead => {
    const file = revisions.fromHere(path);
    const key = `${object} ${file}`;
    const known = reads.get(key);
    if (known) return known;
    const limits = { maxBytes: MAX_BYTES, financialYear: options.financialYear };
    const fresh = readFile(memoryTree({ [file]: texts.get(object) ?? '' }), file, limits);
    reads.set(key, fresh);
    return fresh;
  };

  const after = new Map<string, Version | undefined>();
  const touched: PlanCommit[] = [];
  for (const commit of commits) {
    const before = commit.parents.map((parent) => after.get(parent));
    const now = nextVersion(before[0], commit, texts, options.isAsked);
    after.set(commit.commit, now);
    const isNew = (version: Version | undefined) =>
      version?.object !== now?.object || version?.path !== now?.path;
    if (before.length === 0 ? now !== undefined : before.every(isNew)) {
      touched.push({ ...commit, before, after: now });
    }
  }
  const last = commits.at(-1);
  return {
    commits: touched,
    last: last && after.get(last.commit),
    read,
    plan: (version) => {
      const plan = version && read(version).plan;
      return plan?.id === id ? plan : undefined;
    },
    documentOf: (plan) => [...reads.values()].find((one) => one.plan === plan)?.document,
    textOf: (version, action) => version && itemText(texts.get(version.object) ?? '', action),
  };
}

/** Where a plan is after a commit: where its first parent had it, unless that file changed. */
function nextVersion(
  before: Version | undefined,
  commit: Commit,
  texts: ReadonlyMap<string, string>,
  isAsked: (path: string) => boolean,
): Version | undefined {
  const holding = commit.files.flatMap(({ path, object }) =>
    object !== null && texts.has(object) ? [{ path, object }] : [],
  );
  const changed = commit.files.some(({ path }) => path === before?.path);
  const same = changed ? holding.find(({ path }) => path === before?.path) : before;
  const asked = holding.find(({ path }) => isAsked(path));
  if (same && (isAsked(same.path) || !asked)) return same;
  return asked ?? holding[0];
}

/** The contents that name the plan, by object. */
function textsOfPlan(
  revisions: Revisions,
  commits: readonly Commit[],
  id: string,
): Map<string, string> {
  const objects = new Set(
    commits.flatMap(({ files }) =>
      files.flatMap(({ path, object }) =>
        object !== null && /\.ya?ml$/i.test(path) ? [object] : [],
      ),
    ),
  );
  const texts = new Map<string, string>();
  const all = [...objects];
  for (let start = 0; start < all.length; start += PORTION) {
    const portion = revisions.contents(all.slice(start, start + PORTION), MAX_BYTES);
    for (const [object, content] of portion) {
      if (!(content instanceof Uint8Array)) {
        if (content === 'missing') throw partialClone();
        continue;
      }
      const text = new TextDecoder().decode(content);
      if (namesPlan(text, id)) texts.set(object, text);
    }
  }
  return texts;
}
