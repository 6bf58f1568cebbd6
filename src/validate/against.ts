import type { Change } from '../changes/change.ts';
import { diffPlans, sinceAll } from '../changes/diff.ts';
import {
  type PlacedRule,
  type SettingsChange,
  type SettingsSide,
  settingsChanges,
} from '../changes/settings-change.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { SettingsFile } from '../model/settings-file.ts';
import type { Rule } from '../rules/rule.ts';
import type { FileTree } from '../source/file-tree.ts';
import type { Loaded } from '../source/load.ts';
import { type FileRead, unreadable } from '../source/read-file.ts';
import type { Settings } from '../source/settings.ts';
import { readWaivers } from '../source/waiver.ts';
import { lastingPath, whereabouts } from '../source/whereabouts.ts';

/** What a change is compared with. */
export interface Base {
  /** The revision as it was asked for. */
  readonly rev: string;
  /** The plans where the two parted: more than one after criss-cross merges. */
  readonly parted: readonly Loaded[];
  /** The plans of the revision itself, needed where there are several. */
  readonly tip: Loaded | undefined;
}

/** A change, ready to be judged. */
export interface Against {
  readonly changes: readonly Change[];
  readonly settings: readonly SettingsChange[];
  /** Why parts of the change could not be judged. */
  readonly faults: readonly Diagnostic[];
  /** The settings that held before: a change is judged by them too. */
  readonly settingsBefore: readonly Settings[];
  /** The old files, for findings about what is gone. */
  readonly reads: readonly FileRead[];
  readonly rev: string;
}

/** What changed from a base to what was read. */
export function against(base: Base, head: Loaded, tree: FileTree, rules: readonly Rule[]): Against {
  const changesSince = (before: Loaded) =>
    diffPlans({
      before: before.portfolio,
      after: head.portfolio,
      unchanged: ({ file }) => before.unchanged.has(tree.absolute(file)),
    });
  const levelOf = (id: string) => rules.find((rule) => rule.id === id)?.severity;
  const settingsSince = (before: Loaded) => {
    const isSame = (file: string) => before.unchanged.has(tree.absolute(file));
    return settingsChanges(settingsSide(before, isSame), settingsSide(head, isSame), levelOf);
  };
  const lists = base.parted.map(changesSince);
  const settings = base.parted.map(settingsSince);
  const tip = base.tip;
  return {
    changes: tip ? sinceAll(lists, changesSince(tip)) : lists.flat(),
    settings: tip ? alsoIn(settings.flat(), settingsSince(tip)) : settings.flat(),
    faults: base.parted.flatMap((before) => unjudged(before, head, base.rev)),
    settingsBefore: base.parted.map((before) => before.settings),
    reads: base.parted.flatMap((before) => [
      ...before.files,
      ...before.context,
      ...(before.settingsRead ? [before.settingsRead] : []),
    ]),
    rev: base.rev,
  };
}

function alsoIn(some: readonly SettingsChange[], tip: readonly SettingsChange[]): SettingsChange[] {
  const key = ({ at, message }: SettingsChange) =>
    JSON.stringify([at.range ? at.file : null, message]);
  const real = new Set(tip.map(key));
  const first = new Map(some.map((one) => [key(one), one]));
  return [...first.values()].filter((one) => real.has(key(one)));
}

/** What one side says; files that are the same on both say nothing new, and are left out of both. */
function settingsSide(loaded: Loaded, isSame: (file: string) => boolean): SettingsSide {
  return {
    file: loaded.settingsRead?.file,
    value: (loaded.settingsRead?.value as SettingsFile | undefined) ?? {},
    waivers: loaded.files.filter(({ file }) => !isSame(file)).flatMap(waiversOf),
  };
}

function waiversOf(read: FileRead): PlacedRule[] {
  const { document, file } = read;
  if (!document) return [];
  const owner = read.plan?.id ?? file;
  return readWaivers(document).flatMap(({ rules, range, path }) => {
    const place = lastingPath(document.value, path ?? []);
    const { item } = whereabouts(document.value, path ?? []);
    return rules.map((rule) => ({ file, owner, rule, place, item, range }));
  });
}

/** Whether a file was read well enough to know that there is no commitment in it. */
function holdsNoPlan({ kind, document, diagnostics }: FileRead): boolean {
  if (kind === 'owners' || kind === 'standards') return true;
  if (kind !== undefined || diagnostics.some(({ rule }) => rule !== 'unknown-document'))
    return false;
  const value = document?.value;
  return typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value, 'plan');
}

/**
 * Old files that could not be read in full, and are not as they were: whatever is not seen on the
 * old side could be changed or removed unnoticed.
 */
function unjudged(before: Loaded, head: Loaded, rev: string): Diagnostic[] {
  const texts = new Set(
    [...head.files, ...head.context, ...(head.settingsRead ? [head.settingsRead] : [])].flatMap(
      (read) => read.document?.source.text ?? [],
    ),
  );
  const every = [...before.files, ...before.context];
  if (before.settingsRead) every.push(before.settingsRead);
  const same = new Set(
    every
      .filter(
        (read) => holdsNoPlan(read) || (read.document && texts.has(read.document.source.text)),
      )
      .map(({ file }) => file),
  );
  const faulty = new Map<string, Diagnostic>();
  for (const one of before.diagnostics) {
    if (!same.has(one.file) && !faulty.has(one.file)) faulty.set(one.file, one);
  }
  return [...faulty.values()].map(({ file, range, message }) =>
    unreadable(
      file,
      `this file could not be read as it was in ${rev} (line ${range.start.line}: ${message}), so what changed in it was not checked`,
      'compare the two by eye; once the file is mended there, changes of it can be checked again',
    ),
  );
}
