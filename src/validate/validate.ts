import type { Change } from '../changes/change.ts';
import { stricter } from '../changes/settings-change.ts';
import type { Day } from '../model/day.ts';
import {
  compareDiagnostics,
  type Diagnostic,
  type Path,
  type Severity,
} from '../model/diagnostic.ts';
import type { RuleLevel } from '../model/settings-file.ts';
import type { CutText, Finding, Rule } from '../rules/rule.ts';
import { cutTexts } from '../source/cut-text.ts';
import type { Loaded } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';
import { whereabouts } from '../source/whereabouts.ts';
import type { Against } from './against.ts';
import { followsFrom, someItemsUnread } from './cascade.ts';
import { checkSettings } from './check-settings.ts';
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
}

/** A finding of a rule with the path it is about, which waivers and the cascade check go by. */
export interface Found {
  readonly diagnostic: Diagnostic;
  readonly path: Path;
}

/** Applies the rules to all that was read. */
export function validate(loaded: Loaded, rules: readonly Rule[], options: Options): Validation {
  const { against } = options;
  const runs = rules.filter(
    (rule) =>
      (!options.only || options.only.has(rule.id)) &&
      (rule.scope !== 'change' || against !== undefined),
  );
  const reads = new Map(loaded.files.map((read) => [read.file, read]));
  const eitherSide = readsOf(loaded, against);
  const level = (rule: Rule, file: string): RuleLevel => {
    const now = loaded.settings.level(rule.id, file) ?? rule.severity;
    const set = rule.scope === 'change' ? levelBefore(rule, file, now, against) : now;
    // A rule that is off but asked for by name is wanted.
    return set === 'off' && options.only ? 'warning' : set;
  };

  const found: Found[] = [];
  const add = (rule: Rule, finding: Finding): void => {
    const known = rule.scope === 'change' ? eitherSide : reads;
    const read = known.get(finding.at.file);
    if (!read?.document) return;
    const set = level(rule, read.file);
    if (set === 'off') return;
    if (followsFrom(read, rule, finding.at.path)) return;
    if (finding.lacks && followsFrom(read, rule, finding.lacks)) return;
    const asDefault = loaded.settings.level(rule.id, read.file) === undefined;
    const severity: Severity = (asDefault ? finding.severity : undefined) ?? set;
    found.push({ diagnostic: toDiagnostic(rule, finding, severity, read), path: finding.at.path });
  };

  const cuts = new Map<string, readonly CutText[]>();
  const cutsOf = (file: string): readonly CutText[] => {
    const document = reads.get(file)?.document;
    const known = cuts.get(file) ?? (document ? cutTexts(file, document) : []);
    cuts.set(file, known);
    return known;
  };

  const incomplete = someItemsUnread(loaded);
  for (const rule of runs) {
    if (rule.scope === 'plan') {
      for (const plan of loaded.portfolio.plans) {
        if (level(rule, plan.file) === 'off') continue;
        const { portfolio } = loaded;
        const context = { plan, portfolio, cuts: cutsOf(plan.file), asOf: options.asOf };
        for (const finding of rule.check(context)) add(rule, finding);
      }
    } else if (rule.scope === 'portfolio' && !incomplete) {
      const context = { portfolio: loaded.portfolio, asOf: options.asOf };
      for (const finding of rule.check(context)) add(rule, finding);
    } else if (rule.scope === 'change' && against && !incomplete) {
      const { changes, settings } = against;
      const { portfolio } = loaded;
      const whereWas = (change: Change) => placeInWords(change, against);
      const context = { changes, settings, portfolio, asOf: options.asOf, whereWas };
      for (const finding of rule.check(context)) add(rule, finding);
    }
  }

  const changeLeftOut = against !== undefined && incomplete;
  const settingsFaults = checkSettings(loaded, rules);
  const diagnostics = unique(
    [
      ...loaded.diagnostics,
      ...(against?.faults ?? []),
      ...settingsFaults,
      ...waive(loaded, found, { rules, runs, level }),
    ].sort(compareDiagnostics),
  );
  return {
    diagnostics,
    counts: count(loaded, diagnostics),
    unread: diagnostics.some((one) => one.rule === 'file-readable'),
    changeLeftOut,
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

function toDiagnostic(
  rule: Rule,
  finding: Finding,
  severity: Severity,
  { document, file }: FileRead,
): Diagnostic {
  const { path, part, stretch } = finding.at;
  const nowhere = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  return {
    rule: rule.id,
    severity,
    message: finding.message,
    help: finding.help ?? null,
    file,
    range: finding.at.range ?? document?.locate(path, part, stretch) ?? nowhere,
    ...(finding.about ?? whereabouts(document?.value, path)),
    fixable: finding.fix !== undefined,
    fix: finding.fix,
    waived: false,
  };
}

function unique(sorted: readonly Diagnostic[]): Diagnostic[] {
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return !before || compareDiagnostics(before, one) !== 0;
  });
}

function count(loaded: Loaded, diagnostics: readonly Diagnostic[]): Counts {
  const standing = diagnostics.filter((one) => !one.waived);
  const of = (severity: Severity) => standing.filter((one) => one.severity === severity).length;
  return {
    files: loaded.files.length,
    plans: loaded.files.filter((read) => read.kind === 'plan').length,
    error: of('error'),
    warning: of('warning'),
    info: of('info'),
    waived: diagnostics.length - standing.length,
    fixable: standing.filter((one) => one.fixable).length,
  };
}
