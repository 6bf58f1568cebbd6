import type { Day } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { jsonText } from './json.ts';
import type { RunNote } from './run-note.ts';

interface Revision {
  readonly rev: string;
  readonly commit: string;
}

/** What was checked: the day, the revision, and what it was compared with. */
export interface ValidationRun {
  readonly asOf: Day;
  /** Null for the working tree. */
  readonly revision: Revision | null;
  readonly base: (Revision & { readonly parted: readonly string[] }) | null;
}

/** The JSON of `validate`: the contract with scripts and CI. */
export function diagnosticsJson(
  { asOf, revision, base }: ValidationRun,
  counts: object,
  diagnostics: readonly Diagnostic[],
  notes: readonly RunNote[],
): string {
  const findings = diagnostics.map((one) => ({
    rule: one.rule,
    severity: one.severity,
    message: one.message,
    help: one.help,
    file: one.file,
    line: one.range.start.line,
    column: one.range.start.column,
    endLine: one.range.end.line,
    endColumn: one.range.end.column,
    plan: one.plan,
    item: one.item,
    fixable: one.fixable,
    waived: one.waived,
    docs: `docs/rules/${one.rule}.md`,
  }));
  const kind = 'validate';
  return jsonText({ schemaVersion: 1, kind, asOf, revision, base, counts, notes, findings });
}
