import type {
  ActionFile,
  EntryFile,
  Kind,
  PlanFile,
  RecommendationFile,
} from '../model/plan-file.ts';

/** A recommendation as the tables give it: only what they say of it. */
export interface DraftRecommendation {
  id: string;
  /** Whether the table gives the id; else it was made. */
  readonly idGiven: boolean;
  readonly fields: Partial<Omit<RecommendationFile, 'id' | 'actions' | 'notes'>>;
  /** What a column of notes holds. */
  readonly ownNotes: string[];
  /** What has no field, or was not understood. */
  readonly notes: string[];
  readonly actions: DraftAction[];
}

export interface DraftAction {
  id: string;
  readonly idGiven: boolean;
  readonly fields: Partial<Omit<ActionFile, 'id' | 'notes' | 'progress'>>;
  readonly ownNotes: string[];
  readonly notes: string[];
  readonly entries: DraftEntry[];
}

/** An entry, and what of it the table does not say in so many words. */
export interface DraftEntry extends Partial<EntryFile> {
  /** The text is made of the heading and word of a cell, since the table has none. */
  readonly textMade?: boolean;
  /** The table does not date it. */
  readonly undated?: string | undefined;
}

/** An action of which nothing is reported has not been started: that needs no entry. */
export function leaveUnsaid({ entries }: DraftAction): void {
  entries.splice(0, Infinity, ...entries.filter((one) => !saysNothing(one)));
}

function saysNothing({ status, textMade, undated, target, evidence }: DraftEntry): boolean {
  return (
    status === 'not-started' &&
    textMade === true &&
    undated !== undefined &&
    target === undefined &&
    evidence === undefined
  );
}

export interface PlanFields {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind;
  readonly item?: string | undefined;
  readonly by?: string | readonly string[] | undefined;
  readonly submitted: string;
}

/** The plan of what was read, as a value of a plan file. */
export function planValue(
  plan: PlanFields,
  recommendations: readonly DraftRecommendation[],
  notes: string | undefined,
): PlanFile {
  const { id, title, kind, item, by, submitted } = plan;
  return {
    plan: id,
    title,
    kind,
    ...(item !== undefined && { item }),
    ...(by !== undefined && { by: typeof by === 'string' ? by : [...by] }),
    submitted,
    ...(notes !== undefined && { notes }),
    recommendations: recommendations.map((one) => recommendationValue(one)),
  };
}

export function recommendationValue(draft: DraftRecommendation): RecommendationFile {
  const { id, fields, actions } = draft;
  const notes = [...draft.ownNotes, ...draft.notes];
  return {
    id,
    ...fields,
    text: fields.text ?? '',
    ...(notes.length > 0 && { notes: notes.join('\n') }),
    ...(actions.length > 0 && { actions: actions.map(actionValue) }),
  };
}

export function actionValue(draft: DraftAction): ActionFile {
  const { id, fields, entries } = draft;
  const notes = [...draft.ownNotes, ...draft.notes];
  return {
    id,
    ...fields,
    action: fields.action ?? '',
    ...(notes.length > 0 && { notes: notes.join('\n') }),
    ...(entries.length > 0 && { progress: entries.map(entryValue) }),
  };
}

export function entryValue(draft: DraftEntry): EntryFile {
  const { textMade: _, undated: __, ...entry } = draft;
  return { ...entry, date: entry.date ?? '', text: entry.text ?? '' };
}
