import { usualSpellings } from '../model/alike-owners.ts';
import type { Day } from '../model/day.ts';
import type { OwnerDirectory } from '../model/owner.ts';
import { factsOf, outlineOf, type PlanFacts } from '../model/plan-facts.ts';
import { everyPlan, type Portfolio } from '../model/portfolio.ts';
import { expectationsOf } from '../model/standard.ts';
import type { Rule } from '../rules/rule.ts';
import type { Keep, Loaded, Work } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';
import type { Settings } from '../source/settings.ts';
import { type Checked, checkFile, type FileOptions } from './check-file.ts';
import type { KnownFile, KnownResults } from './known-results.ts';
import { WORTH_IT } from './shared-work.ts';

/** Of fewer files results are not kept: finding them out takes no longer than looking for them. */
export const WORTH_KEEPING = 20;

/** Plans that were checked by themselves as they were read, and of which little is kept. */
export interface PutAway {
  /** What is to become of each file that is read. */
  readonly keep: Keep;
  /** What was found in a file, if it was asked about. */
  readonly checked: (file: string) => Checked | undefined;
  /** All for the rules that look across files: the plans they need to see are read again. */
  readonly bringBack: (
    loaded: Loaded,
    asOf: Day,
  ) => { readonly portfolio: Portfolio; readonly reads: readonly FileRead[] };
  /** Keeps what was found for the next run, where there is a place for it. */
  readonly save: () => void;
}

/**
 * Checks each plan as soon as it is read and puts it away, so that ten thousand need hardly more
 * memory than ten. Rules that look across files see the whole of those plans about which they could
 * have something to say, and of all others the ids, so that they find the same.
 */
export function putAway(
  rules: readonly Rule[],
  options: FileOptions,
  more: {
    readonly results?: ((settings: Settings) => KnownResults | undefined) | undefined;
    readonly secondThread?: StartSecondThread | undefined;
  } = {},
): PutAway {
  const away = new Map<string, KnownFile>();
  let earlier: KnownResults | undefined;
  /** The digest of the file that is being read, if it was not known. */
  let digest: Uint8Array | undefined;
  let shared: SharedFiles | undefined;
  const remember = (file: string, known: KnownFile): FileRead => {
    away.set(file, known);
    return known.read;
  };
  return {
    checked: (file) => away.get(file)?.checked,
    keep: {
      begin: (work) => {
        const { asked, context } = work;
        if (asked.length + context.length >= WORTH_KEEPING) earlier = more.results?.(work.settings);
        if (earlier) takeKnown(work, earlier, away);
        const rest = away.size > 0 ? asked.filter((file) => !away.has(file)) : asked;
        shared = share(work, rest, options, earlier !== undefined, more.secondThread);
      },
      unopened: (file) => {
        digest = undefined;
        const ready = away.get(file);
        if (ready) return ready.read;
        const known = shared?.take(file);
        if (!known) return undefined;
        if (known.digest) earlier?.set(file, known.digest, known);
        return remember(file, known);
      },
      opened: (bytes) => {
        digest = earlier?.digest(bytes);
      },
      done: (read, settings, asked) => {
        if (!read.plan) return read;
        const known = copied(checkAlone(read, settings, rules, options, asked));
        if (digest) earlier?.set(read.file, digest, known);
        return remember(read.file, known);
      },
      end: () => shared?.end(),
    },
    bringBack: (loaded, asOf) => bringBack(loaded, asOf, away),
    save: () => earlier?.save(),
  };
}

/** All that is kept of a plan. */
export function checkAlone(
  read: FileRead,
  settings: Settings,
  rules: readonly Rule[],
  options: FileOptions,
  asked: boolean,
): KnownFile {
  const { file, kind, valueFaults, diagnostics, plan } = read;
  if (!plan) throw new Error(`no plan was read in ${file}`);
  return {
    read: { file, kind, document: undefined, valueFaults, diagnostics },
    facts: factsOf(plan),
    checked: asked ? checkFile(read, settings, rules, options) : undefined,
  };
}

/** Finds what is known of files from earlier runs, so that only the rest is to be checked. */
function takeKnown(
  { tree, asked, context, maxBytes }: Work,
  earlier: KnownResults,
  away: Map<string, KnownFile>,
): void {
  const look = (file: string, isAsked: boolean): void => {
    const untouched = earlier.untouched(file, isAsked, tree.stamp?.(file));
    const known = untouched ?? ofContent(file, isAsked);
    if (known) away.set(file, known);
  };
  const ofContent = (file: string, isAsked: boolean): KnownFile | undefined => {
    if (!earlier.has(file, isAsked)) return undefined;
    const bytes = tree.read(file, maxBytes);
    return 'fault' in bytes ? undefined : earlier.same(file, isAsked, earlier.digest(bytes));
  };
  for (const file of asked) look(file, true);
  for (const file of context) look(file, false);
}

/** A second thread that checks some of the files, and hands over what it found. */
export interface SecondThread {
  take(index: number): KnownFile | undefined;
  end(): void;
}

/** Files that a second thread checks beside this one. */
interface SharedFiles {
  take(file: string): KnownFile | undefined;
  end(): void;
}

function share(
  { settingsPath, maxBytes }: Work,
  files: readonly string[],
  { asOf, only }: FileOptions,
  digests: boolean,
  start: StartSecondThread | undefined,
): SharedFiles | undefined {
  if (files.length < WORTH_IT) return undefined;
  const settings = settingsPath ?? null;
  const second = start?.({ files, settings, asOf, only: only && [...only], maxBytes, digests });
  if (!second) return undefined;
  const places = new Map(files.map((file, place) => [file, place]));
  return {
    take: (file) => {
      const place = places.get(file);
      return place === undefined ? undefined : second.take(place);
    },
    end: () => second.end(),
  };
}

export type StartSecondThread = (job: {
  readonly files: readonly string[];
  /** Whether digests of the files are wanted too. */
  readonly digests: boolean;
  readonly settings: string | null;
  readonly asOf: Day;
  readonly only: readonly string[] | undefined;
  readonly maxBytes: number;
}) => SecondThread | undefined;

/** A copy that shares nothing: a word cut from a text would keep the whole text in memory. */
function copied<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function bringBack(loaded: Loaded, asOf: Day, away: ReadonlyMap<string, KnownFile>) {
  const factsOf = (file: string) => away.get(file)?.facts;
  const ownerCounts = countOwners(loaded, factsOf);
  const needed = filesNeeded(loaded, asOf, factsOf, ownerCounts);
  const whole = (read: FileRead): FileRead =>
    needed.has(read.file) ? loaded.again(read.file) : read;
  const reads = loaded.files.map(whole);
  const context = loaded.context.map(whole);
  const every = [...reads, ...context].flatMap((read) => {
    const known = factsOf(read.file);
    return read.plan ?? (known ? outlineOf(read.file, known) : []);
  });
  const portfolio = {
    ...loaded.portfolio,
    plans: reads.flatMap(({ plan }) => plan ?? []),
    context: context.flatMap(({ plan }) => plan ?? []),
    every,
    ownerCounts,
  };
  return { portfolio, reads };
}

type FactsOf = (file: string) => PlanFacts | undefined;

function countOwners(loaded: Loaded, factsOf: FactsOf): Map<string, number> {
  const counts = new Map<string, { count: number }>();
  for (const { file } of loaded.files) {
    factsOf(file)?.owners.forEach((one) => {
      const known = counts.get(one[0]);
      if (known) known.count += one[1];
      else counts.set(one[0], { count: one[1] });
    });
  }
  return new Map([...counts].map(([name, { count }]) => [name, count]));
}

/**
 * The plans that rules across files must see. Of the others none of them could say a thing: their
 * ids differ, their owners are known, and what they refer to is their own.
 */
function filesNeeded(
  { files, context, portfolio }: Loaded,
  asOf: Day,
  factsOf: FactsOf,
  ownerCounts: ReadonlyMap<string, number>,
): Set<string> {
  const ids = new Set<string>();
  const twice = new Set<string>();
  const waitedFor = new Set<string>();
  const note = ({ id }: { readonly id: string }): void => {
    if (ids.has(id)) twice.add(id);
    ids.add(id);
  };
  everyPlan(portfolio).forEach(note);
  for (const { file } of [...files, ...context]) {
    const one = factsOf(file);
    if (!one) continue;
    note(one);
    for (const id of one.waitsFor) waitedFor.add(id);
  }
  const unsettled = unsettledOwners(portfolio.owners, asOf, ownerCounts);
  const expectations = new Set(
    portfolio.standards.flatMap((one) => expectationsOf(one).map(({ id }) => `${one.id}/${id}`)),
  );
  const needed = new Set<string>();
  const lookAt = (reads: readonly FileRead[], asked: boolean): void => {
    for (const { file } of reads) {
      const one = factsOf(file);
      if (!one) continue;
      const asReference = one.depends || waitedFor.has(one.id) || twice.has(one.id);
      const asItself =
        asked &&
        (one.doubled ||
          one.refersOut ||
          (unsettled.size > 0 && one.owners.some((owner) => unsettled.has(owner[0]))) ||
          one.standards.some((name) => !expectations.has(name)));
      if (asReference || asItself) needed.add(file);
    }
  };
  lookAt(files, true);
  lookAt(context, false);
  return needed;
}

/** The owners of whom a rule could have something to say. */
function unsettledOwners(
  owners: OwnerDirectory | undefined,
  asOf: Day,
  counts: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  if (!owners) return new Set(usualSpellings(counts).keys());
  const isUnsettled = (name: string): boolean => {
    const owner = owners.find(name);
    return !owner || (owner.until !== undefined && owner.until.day < asOf);
  };
  return new Set([...counts.keys()].filter(isUnsettled));
}
