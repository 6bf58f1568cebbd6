import { type Diagnostic, withChanges } from '../model/diagnostic.ts';
import { pushTo } from '../model/group.ts';
import type { RuleLevel } from '../model/settings-file.ts';
import { suggest } from '../model/suggest.ts';
import type { Rule } from '../rules/rule.ts';
import type { Loaded } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';
import { covers, type Waiver } from '../source/waiver.ts';
import type { Checked, PlacedWaiver } from './check-file.ts';
import type { Found } from './found.ts';

interface Context {
  /** Every rule there is. */
  readonly rules: readonly Rule[];
  /** The rules of this run. */
  readonly runs: readonly Rule[];
  readonly level: (rule: Rule, file: string) => RuleLevel;
  /** Whether a rule may have more to say than it could, since something was not read. */
  readonly mayFindMore: (rule: Rule) => boolean;
}

/**
 * The findings of each file by itself and those across files, marked as waived where a comment says
 * so, with what is wrong with the comments.
 */
export function waive(
  loaded: Loaded,
  checks: readonly Checked[],
  across: readonly Found[],
  context: Context,
): Diagnostic[] {
  const byFile = new Map<string, Found[]>();
  for (const one of across) pushTo(byFile, one.diagnostic.file, one);
  const judgedFiles = loaded.files.flatMap((read, index) => {
    const { found = [], waivers = [] } = checks[index] ?? {};
    const more = byFile.get(read.file);
    byFile.delete(read.file);
    const inFile = more ? [...found, ...more] : found;
    if (waivers.length === 0) return inFile.map(({ diagnostic }) => diagnostic);
    const used = new Set<string>();
    const judged = inFile.map(({ diagnostic, path }) => {
      const matching = waivers.filter(
        (waiver) =>
          waiver.rules.includes(diagnostic.rule) &&
          covers(waiver, path) &&
          isWaivable(diagnostic.rule, context),
      );
      for (const waiver of matching) used.add(useOf(waiver, diagnostic.rule));
      return matching.length > 0 ? withChanges(diagnostic, { waived: true }) : diagnostic;
    });
    return [...judged, ...waivers.flatMap((waiver) => faultsOf(read, waiver, used, context))];
  });
  const elsewhere = [...byFile.values()].flat();
  return [...judgedFiles, ...elsewhere.map(({ diagnostic }) => diagnostic)];
}

function isWaivable(id: string, { rules }: Context): boolean {
  return rules.find((rule) => rule.id === id)?.waivable !== false;
}

function useOf(waiver: Waiver, rule: string): string {
  return `${waiver.range.start.line}:${rule}`;
}

function faultsOf(
  read: FileRead,
  waiver: PlacedWaiver,
  used: ReadonlySet<string>,
  { rules, runs, level, mayFindMore }: Context,
): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const add = (id: string, message: string, help: string): void => {
    const rule = runs.find((one) => one.id === id);
    const severity = rule && level(rule, read.file);
    if (severity === undefined || severity === 'off') return;
    faults.push({
      rule: id,
      severity,
      message,
      help,
      file: read.file,
      range: waiver.range,
      plan: waiver.plan,
      item: waiver.item,
      fixable: false,
      waived: false,
    });
  };

  if (waiver.reason === '') {
    add(
      'waiver-reason',
      'this waiver gives no reason',
      'write it after a colon: `# actionplan-ignore RULE: why it is right to leave this`',
    );
  }
  if (waiver.rules.length === 0) {
    add(
      'waiver-used',
      'this waiver names no rule',
      'name the rule: `# actionplan-ignore RULE: reason`',
    );
  }
  for (const id of waiver.rules) {
    const rule = rules.find((one) => one.id === id);
    if (!rule) {
      const near = suggest(
        id,
        rules.map((one) => one.id),
      );
      add(
        'waiver-used',
        `there is no rule \`${id.slice(0, 60)}\``,
        near ? `did you mean \`${near}\`?` : '`actionplan rules` lists them',
      );
    } else if (rule.scope === 'reading' || rule.scope === 'waivers' || rule.waivable === false) {
      add(
        'waiver-used',
        `\`${id}\` cannot be waived`,
        'mend what it finds, and remove this comment',
      );
    } else if (
      !used.has(useOf(waiver, id)) &&
      !mayFindMore(rule) &&
      canTell(rule, read, runs, level)
    ) {
      add(
        'waiver-used',
        `nothing here breaks \`${id}\`, so the waiver waives nothing`,
        'remove the comment, or move it above the item it is meant for',
      );
    }
  }
  return faults;
}

/** A waiver is idle only if its rule ran and the whole file could be read. */
function canTell(
  rule: Rule,
  read: FileRead,
  runs: readonly Rule[],
  level: Context['level'],
): boolean {
  return runs.includes(rule) && level(rule, read.file) !== 'off' && read.diagnostics.length === 0;
}
