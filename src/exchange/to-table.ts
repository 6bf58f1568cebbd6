import { ownerLabel } from '../model/owner.ts';
import type { Action, Entry, Plan, Recommendation } from '../model/plan.ts';
import { nameOwner, type Portfolio } from '../model/portfolio.ts';
import { entriesUntil, type State, stateOn } from '../model/state.ts';
import { evidenceText } from './evidence.ts';
import { type Field, HEADINGS } from './fields.ts';

/** A value of an exported table; `day` where it is a whole day. */
export interface OutCell {
  readonly text: string;
  readonly day?: string;
}

export interface OutTable {
  readonly fields: readonly Field[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly OutCell[])[];
}

const ORDER: readonly Field[] = [
  'recommendation-id',
  'to',
  'theme',
  'recommendation',
  'agreement',
  'reason-category',
  'reason',
  'agreed-part',
  'response',
  'action-id',
  'action',
  'measure',
  'owner',
  'target',
  'revised-target',
  'status',
  'rag',
  'date',
  'progress',
  'completed',
  'by',
  'evidence',
  'review',
  'raised',
  'achievable',
  'realistic',
  'depends-on',
  'standards',
  'tags',
  'recommendation-notes',
  'notes',
];

/** Columns that are there even where they are empty, since they are for filling in. */
const ALWAYS = new Set<Field>([
  'recommendation-id',
  'recommendation',
  'action-id',
  'action',
  'owner',
  'target',
  'revised-target',
  'status',
  'rag',
  'date',
  'progress',
]);

type Values = Partial<Record<Field, string>>;

/**
 * A plan as a table that `import --into` reads back: a row for each action, with where it stands on a
 * day and its latest update. What is said of a recommendation stands in its first row.
 */
export function tableOfPlan(portfolio: Portfolio, plan: Plan, asOf: string): OutTable {
  const rows = plan.recommendations.flatMap((recommendation) =>
    rowsOf(portfolio, plan, recommendation, asOf),
  );
  const fields = ORDER.filter((field) => ALWAYS.has(field) || rows.some((row) => row[field]));
  return {
    fields,
    headings: fields.map((field) => HEADINGS[field]),
    rows: rows.map((row) => fields.map((field) => cellOf(row[field] ?? ''))),
  };
}

function cellOf(text: string): OutCell {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { text, day: text } : { text };
}

function rowsOf(
  portfolio: Portfolio,
  plan: Plan,
  recommendation: Recommendation,
  asOf: string,
): Values[] {
  const said = recommendationValues(recommendation);
  if (recommendation.actions.length === 0) return [said];
  return recommendation.actions.map((action, index) => ({
    ...(index === 0 ? said : { 'recommendation-id': recommendation.id }),
    ...actionValues(portfolio, plan, action, asOf),
  }));
}

function recommendationValues(recommendation: Recommendation): Values {
  const { id, to, theme, text, agreement, reason, agreedPart, response, standards, notes } =
    recommendation;
  return {
    'recommendation-id': id,
    to: to.join('\n'),
    theme: theme ?? '',
    recommendation: text,
    agreement: agreement?.replace('-', ' ') ?? '',
    'reason-category': reason?.category.join('\n') ?? '',
    reason: reason?.text ?? '',
    'agreed-part': agreedPart ?? '',
    response: response ?? '',
    standards: standards.join('\n'),
    'recommendation-notes': notes ?? '',
  };
}

function actionValues(portfolio: Portfolio, plan: Plan, action: Action, asOf: string): Values {
  const state = stateOn(action, asOf);
  const owners = (names: readonly string[]) =>
    names.map((name) => ownerLabel(nameOwner(portfolio, name))).join('\n');
  return {
    'action-id': action.id,
    action: action.action,
    measure: action.measure ?? '',
    achievable: action.achievable ?? '',
    realistic: action.realistic ?? '',
    owner: owners(action.owner),
    target: action.target?.written ?? '',
    review: action.review?.written ?? '',
    raised: action.raised === plan.submitted ? '' : action.raised.written,
    'depends-on': action.dependsOn.join('\n'),
    tags: action.tags.join('\n'),
    notes: action.notes ?? '',
    ...(state && stateValues(action, state)),
    ...entryValues(entriesUntil(action, asOf).at(-1), owners),
  };
}

function stateValues(action: Action, { status, rag, target }: State): Values {
  const moved = target && target.written !== action.target?.written;
  return {
    status: status.replace('-', ' '),
    rag: rag ?? '',
    'revised-target': moved ? target.written : '',
  };
}

function entryValues(
  entry: Entry | undefined,
  owners: (names: readonly string[]) => string,
): Values {
  if (!entry) return {};
  return {
    date: entry.date.written,
    progress: entry.text,
    completed: entry.completed?.written ?? '',
    by: owners(entry.by),
    evidence: evidenceText(entry.evidence),
  };
}
