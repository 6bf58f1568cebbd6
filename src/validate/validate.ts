import type { Change } from '../changes/change.ts';
import { stricter } from '../changes/settings-change.ts';
import type { Day } from '../model/day.ts';
import { compareDiagnostics, type Diagnostic, type Severity } from '../model/diagnostic.ts';
import type { RuleLevel } from '../model/settings-file.ts';
import type { Rule } from '../rules/rule.ts';
import type { Loaded } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';
import type { Against } from './against.ts';
import { someItemsUnread, unreadIn } from './cascade.ts';
import { checkFile } from './check-file.ts';
import { checkSettings } from './check-settings.ts';
import type { Found } from './found.ts';
import { foundBy, levelOf } from './level.ts';
import { type NotChecked, notChecked } from './not-checked.ts';
import type { PutAway } from './put-away.ts';
import { waive } from './waive.ts';

export interface Options {
  /** The day of validation. */
  readonly asOf: Day;
  /** Only these rules, beside those of reading; all where undefined. */
  readonly only?: ReadonlySet<string> | undefined;
  /** The change to judge as well; rules of changes are silent where there is none. */
  readonly against?: Against | undefined;
}

export interface Counts {
  readonly files: number;
  readonly plans: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly waived: number;
  readonly fixable: number;
}

export interface Validation {
  /** Every finding in order, waived ones among them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Counts;
  /** Whether something asked for could not be read at all: the check is then not complete. */
  readonly unread: boolean;
  /** Whether the settings are faulty: the check then ran with other settings than meant. */
  readonly settingsFailed: boolean;
  /** Whether a change was not judged, because something new could not be read. */
  readonly changeLeftOut: boolean;
  /** Files that were not asked about, and whose faults are not shown since nothing here looks at them. */
  readonly leftAside: readonly string[];
  /** How many findings are in files that were not asked about, but looked at. */
  readonly elsewhere: number;
  /** What looks across files and was not checked in full, because something could not be read. */
  readonly notChecked: NotChecked | undefined;
}

/** Applies the rules to all that was read. */
export function validate(
  loaded: Loaded,
  rules: readonly Rule[],
  options: Options,
  putAway?: PutAway,
): Validation {
  const { against } = options;
  const { settings } = loaded;
  const runs = rules.filter(
    (rule) =>
      (!options.only || options.only.has(rule.id)) &&
      (rule.scope !== 'change' || against !== undefined),
  );
  const level = (rule: Rule, file: string): RuleLevel =>
    levelOf(rule, file, settings, options.only);
  const levelOfChange = (rule: Rule, file: string): RuleLevel => {
    const now = settings.level(rule.id, file) ?? rule.severity;
    const set = levelBefore(rule, file, now, against);
    return set === 'off' && options.only ? 'warning' : set;
  };
  const checks = loaded.files.map(
    (read) => putAway?.checked(read.file) ?? checkFile(read, settings, rules, options),
  );
  /** What is found across files. */
  const found: Found[] = [];

  const unread = unreadIn(loaded);
  const changeLeftOut = against !== undefined && someItemsUnread(loaded);
  const { portfolio, reads } = putAway
    ? putAway.bringBack(loaded, options.asOf)
    : { portfolio: loaded.portfolio, reads: loaded.files };
  const known = new Map(
    reads.flatMap((read) => (read.document ? [[read.file, read] as const] : [])),
  );
  const eitherSide = against ? readsOf(loaded, against) : undefined;
  const add = (one: Found | undefined): void => {
    if (one) found.push(one);
  };
  for (const rule of runs) {
    if (rule.scope === 'portfolio') {
      if (rule.limit(unread, portfolio) === 'silent') continue;
      for (const finding of rule.check({ portfolio, asOf: options.asOf, unread })) {
        const read = known.get(finding.at.file);
        if (!read?.document) continue;
        add(foundBy(rule, finding, read, settings, level(rule, read.file)));
      }
    } else if (rule.scope === 'change' && against && !changeLeftOut) {
      const { changes, settings: changed } = against;
      const whereWas = (change: Change) => placeInWords(change, against);
      const context = { changes, settings: changed, portfolio, asOf: options.asOf, whereWas };
      for (const finding of rule.check(context)) {
        const read = eitherSide?.get(finding.at.file);
        if (!read?.document) continue;
        add(foundBy(rule, finding, read, settings, levelOfChange(rule, read.file)));
      }
    }
  }
  /** Whether a rule may have more to say, so that what waives it cannot be called idle. */
  const mayFindMore = ({ scope }: Rule): boolean =>
    (scope === 'portfolio' && unread.files.length > 0) || (scope === 'change' && changeLeftOut);

  const context = new Set(loaded.context.map(({ file }) => file));
  const looksAcross = runs.some(({ scope }) => scope === 'portfolio' || scope === 'change');
  const isAside = ({ file }: Diagnostic): boolean => !looksAcross && context.has(file);
  const settingsFaults = checkSettings(loaded, rules);
  const diagnostics = unique(
    [
      ...loaded.diagnostics.filter((one) => !isAside(one)),
      ...(against?.faults ?? []),
      ...settingsFaults,
      ...waive(loaded, checks, found, { rules, runs, level, mayFindMore }),
    ].sort(compareDiagnostics),
  );
  return {
    diagnostics,
    counts: count(loaded, diagnostics),
    unread: diagnostics.some((one) => one.rule === 'file-readable'),
    changeLeftOut,
    leftAside: [...new Set(loaded.diagnostics.filter(isAside).map(({ file }) => file))],
    elsewhere:
      context.size === 0
        ? 0
        : diagnostics.filter(({ file, waived }) => !waived && context.has(file)).length,
    notChecked: notChecked(unread, runs, portfolio),
    settingsFailed: settingsFaults.length > 0 || (loaded.settingsRead?.diagnostics.length ?? 0) > 0,
  };
}

/** Where findings about a change may be: in any file that was read, and in old ones. */
function readsOf(loaded: Loaded, against: Against | undefined): Map<string, FileRead> {
  const { settingsRead } = loaded;
  const now = [...loaded.context, ...loaded.files, ...(settingsRead ? [settingsRead] : [])];
  return new Map([...(against?.reads ?? []), ...now].map((read) => [read.file, read]));
}

/** A change cannot weaken the rules that judge it: where settings differ, the stricter hold. */
function levelBefore(
  rule: Rule,
  file: string,
  now: RuleLevel,
  against: Against | undefined,
): RuleLevel {
  const before = against?.settingsBefore ?? [];
  return before
    .map((settings) => settings.level(rule.id, file) ?? rule.severity)
    .reduce(stricter, now);
}

function placeInWords({ was }: Change, { reads, rev }: Against): string {
  if (!was) return rev;
  const document = reads.find(({ file }) => file === was.file)?.document;
  const line = document?.locate(was.path, was.part).start.line ?? 1;
  return `line ${line} of ${was.file} in ${rev}`;
}

function unique(sorted: readonly Diagnostic[]): Diagnostic[] {
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return !before || compareDiagnostics(before, one) !== 0;
  });
}

function count(loaded: Loaded, diagnostics: readonly Diagnostic[]): Counts {
  const counts: Record<Severity | 'waived' | 'fixable', number> = {
    error: 0,
    warning: 0,
    info: 0,
    waived: 0,
    fixable: 0,
  };
  for (const { severity, waived, fixable } of diagnostics) {
    counts[waived ? 'waived' : severity] += 1;
    if (fixable && !waived) counts.fixable += 1;
  }
  const plans = loaded.files.filter((read) => read.kind === 'plan').length;
  return { files: loaded.files.length, plans, ...counts };
}
