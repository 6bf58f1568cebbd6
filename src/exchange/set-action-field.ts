import type { DraftAction } from './draft.ts';
import type { ActionField } from './fields.ts';
import { keepInNotes, type RowContext, whereIs } from './folding.ts';
import { type DateReading, readDate, readTarget } from './read-date.ts';
import type { Filled } from './rows.ts';
import { single } from './set-recommendation-field.ts';
import { splitNames, splitOwners } from './split-owners.ts';
import { hasText } from './table.ts';

/** Gives an action what a cell says of it; what cannot be understood goes to its notes. */
export function setActionField(
  context: RowContext,
  action: DraftAction,
  field: Exclude<ActionField, 'action' | 'action-id'>,
  filled: Filled,
): void {
  const { cell, heading, fromAbove } = filled;
  const { fields, notes, id } = action;
  const put = (outcome: 'used' | 'repeated', detail = `${field} of ${id}`): void => {
    if (!fromAbove) context.ledger.put(cell, outcome, heading, detail);
  };
  const refuse = (why: string): void => {
    if (!fromAbove) keepInNotes(context, notes, filled, 'not understood', why);
  };
  switch (field) {
    case 'measure':
    case 'achievable':
    case 'realistic': {
      const before = fields[field];
      if (!hasText(cell.text)) refuse('all of it is struck through');
      else if (before === undefined) {
        fields[field] = cell.text;
        keepStruck();
        put('used');
      } else if (before === cell.text) put('repeated');
      else refuse(`${id} has another ${field} already`);
      return;
    }
    case 'owner':
    case 'depends-on':
    case 'tags': {
      const names = namesIn(context, field, cell.text);
      if (names.length === 0) {
        refuse('all of it is struck through');
        return;
      }
      const before = fields[field] === undefined ? [] : [fields[field]].flat();
      const all = [...new Set([...before, ...names])];
      fields[field] = single(all);
      keepStruck();
      put(all.length > before.length ? 'used' : 'repeated');
      return;
    }
    case 'notes': {
      if (action.ownNotes.includes(cell.text)) put('repeated');
      else if (!hasText(cell.text)) refuse('all of it is struck through');
      else {
        action.ownNotes.push(cell.text);
        keepStruck();
        put('used');
      }
      return;
    }
    case 'target':
      setTarget();
      return;
    case 'review':
    case 'raised': {
      const reading = readDate(cell.day ?? cell.text, context.orderOf(filled));
      if (!('form' in reading)) refuse(whyNot(context, filled, reading));
      else if (fields[field] !== undefined && fields[field] !== reading.form) {
        refuse(`${id} has another ${field} already`);
      } else {
        put(fields[field] === undefined ? 'used' : 'repeated');
        fields[field] = reading.form;
        keepStruck();
        keepRest(reading);
      }
    }
  }

  /** An old date struck through beside the new one is the first target; the new one a move of it. */
  function setTarget(): void {
    const order = context.orderOf(filled);
    const struck =
      cell.struck === '' ? undefined : readTarget(cell.struck, order, context.financialYear);
    const now = hasText(cell.text)
      ? readTarget(cell.day ?? cell.text, order, context.financialYear)
      : undefined;
    const failed = [struck, now].find((reading) => reading && !('form' in reading));
    if (failed && !('form' in failed)) {
      refuse(whyNot(context, filled, failed));
      return;
    }
    const first = struck ?? now;
    if (!first || !('form' in first)) {
      refuse('not a date');
      return;
    }
    if (fields.target !== undefined) {
      if (fields.target === first.form) put('repeated');
      else refuse(`${id} has another target already`);
      return;
    }
    if (struck && !now) {
      refuse('the only date is struck through');
      return;
    }
    fields.target = first.form;
    keepRest(first);
    if (struck && now && 'form' in now && now.form !== first.form) {
      action.entries.push({
        target: now.form,
        text: `${heading}: ${cell.struck.replace(/\s+/g, ' ')} struck through, ${cell.text.replace(/\s+/g, ' ')} beside it`,
      });
      keepRest(now);
    }
    put('used', struck ? `target of ${id}, and its move` : `target of ${id}`);
  }

  /** "June 2026 then ongoing": the words beside the date are kept with it. */
  function keepRest(reading: DateReading): void {
    if (!('form' in reading) || reading.rest === undefined) return;
    const note = `${heading}: ${cell.text}`;
    if (!notes.includes(note)) notes.push(note);
  }

  function keepStruck(): void {
    const note = `${heading}: ${cell.struck} (struck through)`;
    if (cell.struck !== '' && !notes.includes(note)) notes.push(note);
  }
}

function namesIn(
  context: RowContext,
  field: 'owner' | 'depends-on' | 'tags',
  text: string,
): string[] {
  if (field === 'owner') {
    return splitOwners(text, context.owners, context.profile['owners-parted-by']);
  }
  return splitNames(text);
}

/** Why a date was not read; one that can mean several days is remembered, since it must be settled first. */
export function whyNot(
  context: RowContext,
  filled: Filled,
  reading: Exclude<DateReading, { form: string }>,
): string {
  if (reading.why === 'ambiguous') {
    context.ambiguous.push(`${whereIs(context, filled)}: ${reading.meanings.join(' or ')}`);
    return `it can mean ${reading.meanings.length} days`;
  }
  return 'no date that can be read';
}
