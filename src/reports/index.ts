import { completed } from './completed.ts';
import { overdue } from './overdue.ts';
import { owners } from './owners.ts';
import type { Report } from './report.ts';
import { summary } from './summary.ts';

/** Every report, in the order of the help. */
export const reports: readonly Report[] = [overdue, completed, owners, summary];
