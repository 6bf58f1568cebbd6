import type { PlanNotYet } from '../reports/action-row.ts';
import type { Answer, Question } from '../reports/report.ts';
import { jsonText } from './json.ts';

/** What a report was made from. */
export interface Sources {
  readonly files: number;
  readonly plans: number;
  /** The revision of git they were read from; null for the working tree. */
  readonly revision: { readonly rev: string; readonly commit: string } | null;
  /** Files that are left out, and why; only with --skip-invalid. */
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  /** Plans asked for of which nothing counts, since they had not been submitted by the day. */
  readonly notYet: readonly PlanNotYet[];
}

/** What was skipped, in words. */
export function skippedNotes({ skipped }: Pick<Sources, 'skipped'>): string[] {
  return skipped.map(({ file, reason }) => `${file} is left out: ${reason}`);
}

/** The JSON of a report: the contract with scripts. */
export function reportJson(
  report: string,
  answer: Answer,
  question: Question,
  { revision, ...sources }: Sources,
): string {
  const result = {
    schemaVersion: 1,
    kind: 'report',
    report,
    asOf: question.asOf,
    revision,
    period: question.period,
    sources,
    rows: answer.rows,
    totals: answer.totals,
    notes: answer.notes,
  };
  return jsonText(result);
}
