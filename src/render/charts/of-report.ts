import type { Portfolio } from '../../model/portfolio.ts';
import type { Question } from '../../reports/report.ts';
import { ageOfOverdue } from './age-of-overdue.ts';
import { burnUp } from './burn-up.ts';
import type { Chart } from './chart.ts';
import { overdueByOwner } from './overdue-by-owner.ts';
import { ragByOrganisation, ragByPlan } from './rag.ts';

/** The pictures that say what a report says, of the same actions on the same day. */
export function chartsOfReport(report: string, portfolio: Portfolio, question: Question): Chart[] {
  const { asOf, by, narrowing } = question;
  const draw = PICTURES[report]?.(by) ?? [];
  return draw.flatMap((one) => one(portfolio, asOf, { narrowing }) ?? []);
}

type Draw = typeof burnUp;

const PICTURES: Readonly<Record<string, (by: Question['by']) => readonly Draw[]>> = {
  overdue: () => [ageOfOverdue, overdueByOwner],
  owners: (by) => [by === 'owner' ? overdueByOwner : ragByOrganisation],
  summary: () => [burnUp, ragByPlan],
};
