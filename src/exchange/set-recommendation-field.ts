import type { Agreement } from '../model/plan-file.ts';
import type { DraftRecommendation } from './draft.ts';
import type { RecommendationField } from './fields.ts';
import { keepInNotes, type RowContext } from './folding.ts';
import type { Filled } from './rows.ts';
import { splitOwners } from './split-owners.ts';
import { hasText } from './table.ts';
import { agreementOf, categoryOf, UNKNOWN_WORD } from './words.ts';

/** Gives a recommendation what a cell says of it; what cannot be understood goes to its notes. */
export function setRecommendationField(
  context: RowContext,
  recommendation: DraftRecommendation,
  field: Exclude<RecommendationField, 'recommendation-id' | 'recommendation'>,
  filled: Filled,
): void {
  const { cell, heading } = filled;
  const { fields, notes, id } = recommendation;
  const used = (): void => context.ledger.put(cell, 'used', heading, `${field} of ${id}`);
  const refuse = (why: string): void => keepInNotes(context, notes, filled, 'not understood', why);
  const set = (key: 'theme' | 'agreed-part' | 'response', value: string): void => {
    const before = fields[key];
    if (before === undefined) {
      fields[key] = value;
      used();
    } else if (before === value) context.ledger.put(cell, 'repeated', heading, `${field} of ${id}`);
    else refuse(`${id} has another ${key} already`);
  };
  if (!hasText(cell.text)) {
    refuse('all of it is struck through');
    return;
  }
  if (cell.struck !== '') notes.push(`${heading}: ${cell.struck} (struck through)`);
  switch (field) {
    case 'theme':
    case 'agreed-part':
    case 'response':
      set(field, cell.text);
      return;
    case 'to':
    case 'standards': {
      const list = splitOwners(cell.text, undefined);
      const before = fields[field];
      const same = before !== undefined && same_(before, list);
      if (before !== undefined && !same) {
        refuse(`${id} has another ${field} already`);
        return;
      }
      fields[field] = single(list);
      if (same) context.ledger.put(cell, 'repeated', heading, `${field} of ${id}`);
      else used();
      return;
    }
    case 'recommendation-notes':
      if (recommendation.ownNotes.includes(cell.text)) {
        context.ledger.put(cell, 'repeated', heading);
      } else {
        recommendation.ownNotes.push(cell.text);
        used();
      }
      return;
    case 'reason':
      setReason(cell.text);
      return;
    case 'reason-category': {
      const words = cell.text.split(/\s*(?:[,;/\n&]|\band\b)\s*/).filter(hasText);
      const categories = words.map((word) => categoryOf(context.profile.words, word));
      const known = categories.flatMap((one) => (one === undefined || one === 'none' ? [] : one));
      if (known.length < words.length) {
        refuse('not a category that is known');
        return;
      }
      fields.reason = {
        category: known.length === 1 ? (known[0] ?? []) : known,
        ...fields.reason,
      } as typeof fields.reason;
      used();
      return;
    }
    case 'agreement':
      setAgreement();
  }

  function setReason(text: string): void {
    const before = fields.reason?.text;
    if (before === text) context.ledger.put(cell, 'repeated', heading, `${field} of ${id}`);
    else if (before !== undefined) refuse(`${id} has another reason already`);
    else {
      fields.reason = { ...fields.reason, text };
      used();
    }
  }

  /** "Partly agreed" alone, or on a line of its own above the reason. */
  function setAgreement(): void {
    const { words } = context.profile;
    const [first = '', ...others] = cell.text.split('\n');
    const rest = others.join('\n').trim();
    const whole = agreementOf(words, cell.text);
    const leading = /^\p{Lu}/u.test(rest) ? agreementOf(words, first) : undefined;
    const agreement = whole ?? leading;
    if (agreement === undefined || agreement === 'none') {
      refuse(agreement === 'none' ? 'it says neither of what is agreed' : UNKNOWN_WORD);
      return;
    }
    if (fields.agreement !== undefined) {
      const isSaid = whole !== undefined || isKept(rest);
      if (fields.agreement === agreement && isSaid) {
        context.ledger.put(cell, 'repeated', heading, `agreement of ${id}`);
      } else refuse(`${id} has another agreement already`);
      return;
    }
    fields.agreement = agreement;
    if (whole === undefined) keepRest(agreement, rest);
    used();
  }

  /** A row for each co-owner says it again. */
  function isKept(rest: string): boolean {
    return (
      fields.reason?.text === rest ||
      fields.response === rest ||
      notes.includes(`${heading}: ${rest}`)
    );
  }

  function keepRest(agreement: Agreement, rest: string): void {
    if (agreement !== 'agreed' && fields.reason?.text === undefined) {
      fields.reason = { ...fields.reason, text: rest };
    } else if (fields.response === undefined) fields.response = rest;
    else notes.push(`${heading}: ${rest}`);
  }
}

export function single(list: readonly string[]): string | string[] {
  return list.length === 1 ? (list[0] ?? '') : [...list];
}

function same_(a: string | readonly string[], b: readonly string[]): boolean {
  return [a].flat().join('\n') === b.join('\n');
}
