import { type FormFault, isFault, type PlanDate, parseDate } from './date.ts';
import type { Path } from './diagnostic.ts';
import {
  type Action,
  type Entry,
  located,
  type Plan,
  type Reason,
  type Recommendation,
} from './plan.ts';
import type { ActionFile, EntryFile, PlanFile, RecommendationFile } from './plan-file.ts';
import { type FinancialYear, parseTarget, type Target } from './target.ts';

/** A date or target that cannot be read, and where it stands. */
export interface FieldFault {
  readonly path: Path;
  readonly kind: 'date' | 'target';
  readonly written: string;
  readonly fault: FormFault;
}

/** Stands in where `submitted` is missing, so that the rest of the plan can still be checked. */
const UNKNOWN_DAY: PlanDate = { written: '', first: '1900-01-01', day: '1900-01-01' };

/**
 * Builds a plan from what its file says, and names the dates and targets that cannot be read.
 * Other faulty values have been taken out of `value` before, and list items so taken out are
 * holes, so that positions still agree with the file.
 */
export function buildPlan(
  file: string,
  value: PlanFile,
  financialYear: FinancialYear,
): { plan: Plan; faults: FieldFault[] } {
  const faults: FieldFault[] = [];
  const fields = new FieldReader(financialYear, faults);
  const submitted = fields.date(value.submitted, ['submitted']) ?? UNKNOWN_DAY;
  const context = { file, submitted, fields };
  const plan = located(file, [], {
    id: value.plan ?? '',
    title: value.title ?? '',
    // The kind that requires least, so that one missing `kind` brings no second finding.
    kind: value.kind ?? 'strategy',
    item: value.item ?? 'recommendation',
    report: value.report && {
      title: value.report.title,
      publisher: value.report.publisher,
      published: fields.date(value.report.published, ['report', 'published']),
      url: value.report.url,
    },
    by: list(value.by),
    submitted,
    rounds: items(value.rounds, ['rounds'], (round, path) => {
      const date = fields.date(round.date, [...path, 'date']);
      return date && located(file, path, { date, title: round.title });
    }),
    notes: value.notes,
    tags: list(value.tags),
    recommendations: items(value.recommendations, ['recommendations'], (recommendation, path) =>
      buildRecommendation(context, recommendation, path),
    ),
  });
  return { plan, faults };
}

interface Context {
  readonly file: string;
  readonly submitted: PlanDate;
  readonly fields: FieldReader;
}

/** Reads dates and targets, and notes those it cannot read. */
class FieldReader {
  readonly #financialYear: FinancialYear;
  readonly #faults: FieldFault[];

  constructor(financialYear: FinancialYear, faults: FieldFault[]) {
    this.#financialYear = financialYear;
    this.#faults = faults;
  }

  date(written: string | undefined, path: Path): PlanDate | undefined {
    return this.#read(written, path, 'date', parseDate);
  }

  target(written: string | undefined, path: Path): Target | undefined {
    return this.#read(written, path, 'target', (text) => parseTarget(text, this.#financialYear));
  }

  #read<T extends object>(
    written: string | undefined,
    path: Path,
    kind: FieldFault['kind'],
    parse: (text: string) => T | FormFault,
  ): T | undefined {
    if (written === undefined) return undefined;
    const parsed = parse(written);
    if (!isFault(parsed)) return parsed;
    this.#faults.push({ path, kind, written, fault: parsed });
    return undefined;
  }
}

function buildRecommendation(
  context: Context,
  value: RecommendationFile,
  path: Path,
): Recommendation {
  const reason: Reason | undefined =
    value.reason &&
    located(context.file, [...path, 'reason'], {
      category: list(value.reason.category),
      text: value.reason.text,
    });
  return located(context.file, path, {
    id: value.id,
    to: list(value.to),
    theme: value.theme,
    text: value.text ?? '',
    agreement: value.agreement,
    reason,
    agreedPart: value['agreed-part'],
    response: value.response,
    see: list(value.see),
    standards: list(value.standards),
    tags: list(value.tags),
    notes: value.notes,
    actions: items(value.actions, [...path, 'actions'], (action, at) =>
      buildAction(context, action, at),
    ),
  });
}

function buildAction(context: Context, value: ActionFile, path: Path): Action {
  const { submitted } = context;
  const raised = context.fields.date(value.raised, [...path, 'raised']) ?? submitted;
  return located(context.file, path, {
    id: value.id,
    action: value.action ?? '',
    measure: value.measure,
    achievable: value.achievable,
    realistic: value.realistic,
    owner: list(value.owner),
    target: context.fields.target(value.target, [...path, 'target']),
    review: context.fields.date(value.review, [...path, 'review']),
    raised,
    since: raised.day > submitted.day ? raised.day : submitted.day,
    dependsOn: list(value['depends-on']),
    see: list(value.see),
    standards: list(value.standards),
    tags: list(value.tags),
    notes: value.notes,
    progress: items(value.progress, [...path, 'progress'], (entry, at) =>
      buildEntry(context, entry, at),
    ),
  });
}

/** An entry without a date that can be read has no place in the log. */
function buildEntry(context: Context, value: EntryFile, path: Path): Entry | undefined {
  const date = context.fields.date(value.date, [...path, 'date']);
  if (!date) return undefined;
  return located(context.file, path, {
    date,
    status: value.status,
    completed: context.fields.date(value.completed, [...path, 'completed']),
    target: context.fields.target(value.target, [...path, 'target']),
    by: list(value.by),
    text: value.text ?? '',
    see: list(value.see),
    evidence: items(value.evidence, path, (evidence) => ({
      title: evidence.title ?? '',
      href: evidence.href,
    })),
  });
}

/** Builds the items of a list at their positions in the file; holes are left out. */
function items<From, To>(
  values: readonly From[] | undefined,
  path: Path,
  build: (value: From, path: Path) => To | undefined,
): To[] {
  const built: To[] = [];
  // forEach passes over holes.
  (values ?? []).forEach((value, index) => {
    const item = build(value, [...path, index]);
    if (item !== undefined) built.push(item);
  });
  return built;
}

function list(value: string | readonly string[] | undefined): string[] {
  if (value === undefined) return [];
  // filter passes over holes.
  return typeof value === 'string' ? [value] : value.filter(() => true);
}
