import type { Edit } from './edit.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A place in a text: line and column count from 1, columns in Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text; its end is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Keys and list positions that lead to a value in a file: `['recommendations', 3, 'reason']`. */
export type Path = readonly (string | number)[];

/**
 * Where a finding is, before anyone asked for its line: positions are worked out only for what
 * is printed. `part: 'key'` means the key itself rather than its value; a `stretch`, only some words of it.
 */
export interface Place {
  readonly file: string;
  readonly path: Path;
  readonly part?: 'key';
  /** Where it is no value but a comment. */
  readonly range?: Range;
  /** The stretch of the value meant, as offsets in its text; its end is exclusive. */
  readonly stretch?: { readonly start: number; readonly end: number };
}

/** One finding, with all that any format prints of it. Copied by {@link withChanges}, never by a spread. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, naming the thing. */
  readonly message: string;
  /** The way out; null where there is nothing to add. */
  readonly help: string | null;
  readonly file: string;
  readonly range: Range;
  /** The plan it concerns, where it concerns one. */
  readonly plan: string | null;
  /** The recommendation or action it concerns. */
  readonly item: string | null;
  readonly fixable: boolean;
  /** The repair, where there is one that is certain to be what is meant. */
  readonly fix?: Edit | undefined;
  readonly waived: boolean;
}

/** A finding with other values here and there. It may read its own from elsewhere, where a spread finds nothing. */
export function withChanges(
  { rule, severity, message, help, file, range, plan, item, fixable, fix, waived }: Diagnostic,
  changes: Partial<Diagnostic>,
): Diagnostic {
  const repair = fix && { fix };
  const own = {
    rule,
    severity,
    message,
    help,
    file,
    range,
    plan,
    item,
    fixable,
    ...repair,
    waived,
  };
  return { ...own, ...changes };
}

/** The order in which findings are shown: file, line, column, rule, message. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file, b.file) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Compares texts by code unit: the same order under every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
