import { EditError } from './edit-error.ts';

/** A stretch of a text and what is to stand there instead; every other byte stays. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Carries out splices given in any order; two of the same stretch cannot both be meant. */
export function splice(text: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const one of sorted) {
    if (one.start < at) throw new EditError('two edits of the same place cannot both be made');
    result += text.slice(at, one.start) + one.text;
    at = one.end;
  }
  return result + text.slice(at);
}

/** Whether a splice touches one of those already chosen. */
export function overlaps(splices: readonly Splice[], chosen: readonly Splice[]): boolean {
  return splices.some((one) =>
    chosen.some((other) => one.start <= other.end && other.start <= one.end),
  );
}
