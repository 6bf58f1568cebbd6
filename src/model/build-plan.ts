import { type FormFault, isFault, type PlanDate, parseDate } from './date.ts';
import type { Path } from './diagnostic.ts';
import { withDaysOfLog } from './log-days.ts';
import {
  type Action,
  type Entry,
  type Evidence,
  type Plan,
  placeIn,
  type Reason,
  type Recommendation,
  type Round,
} from './plan.ts';
import type { ActionFile, EntryFile, PlanFile, RecommendationFile } from './plan-file.ts';
import { type FinancialYear, type Target, targetsIn } from './target.ts';

type RoundFile = NonNullable<PlanFile['rounds']>[number];
type EvidenceFile = NonNullable<EntryFile['evidence']>[number];

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
  const submitted = fields.date(value.submitted, ROOT, 'submitted') ?? UNKNOWN_DAY;
  const context = { file, submitted, fields };
  const plan: Plan = {
    file,
    path: ROOT,
    at: placeIn,
    id: value.plan ?? '',
    title: value.title ?? '',
    // The kind that requires least, so that one missing `kind` brings no second finding.
    kind: value.kind ?? 'strategy',
    item: value.item ?? 'recommendation',
    report: value.report && {
      title: value.report.title,
      publisher: value.report.publisher,
      published: fields.date(value.report.published, ['report'], 'published'),
      url: value.report.url,
    },
    by: list(value.by),
    submitted,
    rounds: items(context, value.rounds, ROOT, 'rounds', buildRound),
    notes: value.notes,
    tags: list(value.tags),
    recommendations: items(
      context,
      value.recommendations,
      ROOT,
      'recommendations',
      buildRecommendation,
    ),
  };
  return { plan, faults };
}

interface Context {
  readonly file: string;
  readonly submitted: PlanDate;
  readonly fields: FieldReader;
}

const ROOT: Path = [];

/** Reads dates and targets, and notes those it cannot read. */
class FieldReader {
  readonly #parseTarget: (text: string) => Target | FormFault;
  readonly #faults: FieldFault[];

  constructor(financialYear: FinancialYear, faults: FieldFault[]) {
    this.#parseTarget = targetsIn(financialYear);
    this.#faults = faults;
  }

  /** The date at a key of the mapping at a path. */
  date(written: string | undefined, path: Path, key: string): PlanDate | undefined {
    if (written === undefined) return undefined;
    const date = parseDate(written);
    if (!isFault(date)) return date;
    this.#faults.push({ path: [...path, key], kind: 'date', written, fault: date });
    return undefined;
  }

  target(written: string | undefined, path: Path): Target | undefined {
    if (written === undefined) return undefined;
    const target = this.#parseTarget(written);
    if (!isFault(target)) return target;
    this.#faults.push({ path: [...path, 'target'], kind: 'target', written, fault: target });
    return undefined;
  }
}

function buildRound({ file, fields }: Context, value: RoundFile, path: Path): Round | undefined {
  const date = fields.date(value.date, path, 'date');
  return date && { file, path, at: placeIn, date, title: value.title };
}

function buildRecommendation(
  context: Context,
  value: RecommendationFile,
  path: Path,
): Recommendation {
  const { file } = context;
  const reason: Reason | undefined = value.reason && {
    file,
    path: [...path, 'reason'],
    at: placeIn,
    category: list(value.reason.category),
    text: value.reason.text,
  };
  return {
    file,
    path,
    at: placeIn,
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
    actions: items(context, value.actions, path, 'actions', buildAction),
  };
}

function buildAction(context: Context, value: ActionFile, path: Path): Action {
  const { file, fields, submitted } = context;
  const raised = fields.date(value.raised, path, 'raised') ?? submitted;
  return {
    file,
    path,
    at: placeIn,
    id: value.id,
    action: value.action ?? '',
    measure: value.measure,
    achievable: value.achievable,
    realistic: value.realistic,
    owner: list(value.owner),
    target: fields.target(value.target, path),
    review: fields.date(value.review, path, 'review'),
    raised,
    since: raised.day > submitted.day ? raised.day : submitted.day,
    dependsOn: list(value['depends-on']),
    see: list(value.see),
    standards: list(value.standards),
    tags: list(value.tags),
    notes: value.notes,
    progress: withDaysOfLog(items(context, value.progress, path, 'progress', buildEntry)),
  };
}

/** An entry without a date that can be read has no place in the log. */
function buildEntry(context: Context, value: EntryFile, path: Path): Entry | undefined {
  const { file, fields } = context;
  const date = fields.date(value.date, path, 'date');
  if (!date) return undefined;
  return {
    file,
    path,
    at: placeIn,
    date,
    status: value.status,
    completed: fields.date(value.completed, path, 'completed'),
    target: fields.target(value.target, path),
    by: list(value.by),
    text: value.text ?? '',
    see: list(value.see),
    evidence: items(context, value.evidence, path, 'evidence', buildEvidence),
  };
}

function buildEvidence(_: Context, { title, href }: EvidenceFile): Evidence {
  return { title: title ?? '', href };
}

/** Builds the items of a list at their positions in the file; holes are left out. */
function items<From, To>(
  context: Context,
  values: readonly From[] | undefined,
  path: Path,
  key: string,
  build: (context: Context, value: From, path: Path) => To | undefined,
): readonly To[] {
  if (values === undefined) return NOTHING;
  const built: To[] = [];
  // forEach passes over holes.
  values.forEach((value, index) => {
    const item = build(context, value, [...path, key, index]);
    if (item !== undefined) built.push(item);
  });
  return built;
}

const NOTHING: readonly never[] = [];

function list(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return NOTHING;
  // filter passes over holes.
  return typeof value === 'string' ? [value] : value.filter(() => true);
}
