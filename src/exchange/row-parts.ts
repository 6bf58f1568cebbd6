import type { DraftRecommendation } from './draft.ts';
import { ACTION_FIELDS, type Field, isEntryField } from './fields.ts';
import type { Filled } from './rows.ts';

export function isAction(field: Field): field is (typeof ACTION_FIELDS)[number] {
  return (ACTION_FIELDS as readonly string[]).includes(field);
}

export function isOfAction(field: Field | undefined): boolean {
  return field !== undefined && (isAction(field) || isEntryField(field));
}

/** Cells that a row is known by, rather than fields it fills. */
export function isTitle(field: Field | undefined): boolean {
  return ['recommendation-id', 'recommendation', 'action-id', 'action'].includes(field ?? '');
}

/** An action's id begins with its recommendation's. */
export function actionId(
  { id }: DraftRecommendation,
  read: string | undefined,
): string | undefined {
  if (read === undefined) return undefined;
  return read.startsWith(`${id}.`) ? read : `${id}.${read}`;
}

/** "2. Publish a guide": the number of an action that stands before its words. */
export function numberedText(
  written: string,
  { id, actions }: DraftRecommendation,
  idCell: Filled | undefined,
): { text: string; numbered: string | undefined } {
  const match =
    idCell || isList(written) ? null : /^(\d{1,3}(?:\.\d{1,3})?)[.)]?\s+([\s\S]+)$/.exec(written);
  const number = match?.[1] ?? '';
  const next = String(actions.length + 1);
  // Only where it counts on: "28 days' notice is given" begins with a number, too.
  if (match && (number === next || number === `${id}.${next}`) && /^\S+[.)]\s|\.\d/.test(written)) {
    return { text: match[2] ?? '', numbered: number };
  }
  return { text: written, numbered: undefined };
}

/** A list of several numbered actions in one cell, in lines or in one ("1) Audit logs 2) Report"), stays as it is. */
function isList(written: string): boolean {
  if (/\n\s*\d{1,3}(?:\.\d{1,3})?[.)]\s/.test(written)) return true;
  const [, before = '', number, sign] = /^((?:\d{1,3}\.)?)(\d{1,3})([.)])\s/.exec(written) ?? [];
  return number !== undefined && written.includes(` ${before}${Number(number) + 1}${sign} `);
}
