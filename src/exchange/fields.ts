/** What a column of a table can hold. Those of a recommendation, of an action and of its latest entry. */
export const RECOMMENDATION_FIELDS = [
  'recommendation-id',
  'to',
  'theme',
  'recommendation',
  'agreement',
  'reason-category',
  'reason',
  'agreed-part',
  'response',
  'standards',
  'recommendation-notes',
] as const;
export const ACTION_FIELDS = [
  'action-id',
  'action',
  'measure',
  'achievable',
  'realistic',
  'owner',
  'target',
  'review',
  'raised',
  'depends-on',
  'tags',
  'notes',
] as const;
export const ENTRY_FIELDS = [
  'date',
  'status',
  'completed',
  'revised-target',
  'by',
  'progress',
  'evidence',
] as const;
/** Columns that are not stored: the colour is worked out from the log, and what a profile ignores. */
export const OTHER_FIELDS = ['rag', 'ignore'] as const;

export const FIELDS = [
  ...RECOMMENDATION_FIELDS,
  ...ACTION_FIELDS,
  ...ENTRY_FIELDS,
  ...OTHER_FIELDS,
] as const;

export type Field = (typeof FIELDS)[number];
export type RecommendationField = (typeof RECOMMENDATION_FIELDS)[number];
export type ActionField = (typeof ACTION_FIELDS)[number];
export type EntryField = (typeof ENTRY_FIELDS)[number];

export function isRecommendationField(field: Field): field is RecommendationField {
  return (RECOMMENDATION_FIELDS as readonly string[]).includes(field);
}

export function isEntryField(field: Field): field is EntryField {
  return (ENTRY_FIELDS as readonly string[]).includes(field);
}

/** Fields that several columns of one table may hold: rounds of updates stand side by side. */
export function mayRepeat(field: Field): boolean {
  return isEntryField(field) || ['notes', 'recommendation-notes', 'ignore', 'tags'].includes(field);
}

/** The heading of a field's column in a table that this tool writes. */
export const HEADINGS: Readonly<Record<Field, string>> = {
  'recommendation-id': 'Rec no',
  to: 'Addressed to',
  theme: 'Theme',
  recommendation: 'Recommendation',
  agreement: 'Agreement',
  'reason-category': 'Reason category',
  reason: 'Reason',
  'agreed-part': 'Agreed part',
  response: 'Response',
  standards: 'Standards',
  'recommendation-notes': 'Recommendation notes',
  'action-id': 'Action no',
  action: 'Action',
  measure: 'Measure',
  achievable: 'Achievable',
  realistic: 'Realistic',
  owner: 'Owner',
  target: 'Target',
  review: 'Review',
  raised: 'Raised',
  'depends-on': 'Depends on',
  tags: 'Tags',
  notes: 'Notes',
  date: 'Date of update',
  status: 'Status',
  completed: 'Completed on',
  'revised-target': 'Revised target',
  by: 'Reported by',
  progress: 'Progress',
  evidence: 'Evidence',
  rag: 'RAG (worked out)',
  ignore: '',
};
