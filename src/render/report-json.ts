import type { Answer, Question } from '../reports/report.ts';
import { jsonText } from './json.ts';

/** What a report was made from. */
export interface Sources {
  readonly files: number;
  readonly plans: number;
  /** The revision of git they were read from; null for the working tree. */
  readonly revision: { readonly rev: string; readonly commit: string } | null;
  /** Files that could not be read, and why; only with --skip-invalid. */
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
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
  };
  return jsonText(result);
}
