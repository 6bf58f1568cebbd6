import type { Severity } from '../model/diagnostic.ts';
import type { RuleLevel } from '../model/settings-file.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import type { FileRead } from '../source/read-file.ts';
import type { Settings } from '../source/settings.ts';
import { whereabouts } from '../source/whereabouts.ts';
import { followsFrom } from './cascade.ts';
import type { Found } from './found.ts';

/** How much a rule counts in a file. A rule that is off but asked for by name is wanted. */
export function levelOf(
  rule: Rule,
  file: string,
  settings: Settings,
  only: ReadonlySet<string> | undefined,
): RuleLevel {
  const set = settings.level(rule.id, file) ?? rule.severity;
  return set === 'off' && only ? 'warning' : set;
}

/** What a rule says, as a finding; undefined where the rule is off or a fault of reading says it. */
export function foundBy(
  rule: Rule,
  finding: Finding,
  read: FileRead,
  settings: Settings,
  level: RuleLevel,
): Found | undefined {
  if (level === 'off' || followsFrom(read, rule, finding.at.path)) return undefined;
  if (finding.lacks && followsFrom(read, rule, finding.lacks)) return undefined;
  const asDefault = settings.level(rule.id, read.file) === undefined;
  const severity = (asDefault ? finding.severity : undefined) ?? level;
  return { diagnostic: toDiagnostic(rule, finding, severity, read), path: finding.at.path };
}

function toDiagnostic(
  rule: Rule,
  finding: Finding,
  severity: Severity,
  { document, file }: FileRead,
) {
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
    ...(finding.fix && { fix: finding.fix }),
    waived: false,
  };
}
