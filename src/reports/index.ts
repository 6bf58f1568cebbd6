import { completed } from './completed.ts';
import { overdue } from './overdue.ts';
import { owners } from './owners.ts';
import type { Report } from './report.ts';
import { slippage } from './slippage.ts';
import { smart } from './smart.ts';
import { stale } from './stale.ts';
import { standards } from './standards.ts';
import { summary } from './summary.ts';
import { upcoming } from './upcoming.ts';

/** Every report, in the order of the help. */
export const reports: readonly Report[] = [
  overdue,
  completed,
  owners,
  summary,
  upcoming,
  slippage,
  stale,
  smart,
  standards,
];
