import type { ChalkInstance } from 'chalk';
import { sum } from '../model/sum.ts';
import type { Cell } from '../reports/report.ts';

/** Columns a bar takes, and marks a strip has. */
const WIDTH = 12;
const MARKS = 20;

/** A part of a whole as a bar: `███████░░░░░`. What is not nothing shows at least one block. */
export function bar(share: number): string {
  const within = Math.min(1, Math.max(0, share));
  const full = within === 0 ? 0 : Math.max(1, Math.round(within * WIDTH));
  return '█'.repeat(full) + '░'.repeat(WIDTH - full);
}

const LETTERS = { red: 'R', amber: 'A', green: 'G', none: '·' } as const;

/**
 * Red, amber and green as a strip of letters in their proportions: `RRRRRRRRAAAGGGGGGGGG`. Of what is
 * not nothing there is at least one letter.
 */
export function strip(counts: NonNullable<Cell['strip']>): string {
  const tones = (['red', 'amber', 'green', 'none'] as const).filter((tone) => counts[tone] > 0);
  const total = tones.reduce((sum, tone) => sum + counts[tone], 0);
  if (total <= MARKS) return tones.map((tone) => LETTERS[tone].repeat(counts[tone])).join('');
  const exact = tones.map((tone) => (counts[tone] / total) * MARKS);
  const marks = exact.map((one) => Math.max(1, Math.floor(one)));
  // Marks that rounding down left over go where it took most; those it gave too many, to the largest.
  for (let left = MARKS - sum(marks); left !== 0; left += left > 0 ? -1 : 1) {
    const worth = marks.map((mark, at) => (exact[at] ?? 0) - mark);
    const at = left > 0 ? worth.indexOf(Math.max(...worth)) : marks.indexOf(Math.max(...marks));
    marks[at] = (marks[at] ?? 0) + (left > 0 ? 1 : -1);
  }
  return tones.map((tone, at) => LETTERS[tone].repeat(marks[at] ?? 0)).join('');
}

/** A strip with each letter in its colour. */
export function paintStrip(letters: string, chalk: ChalkInstance): string {
  return letters
    .replace(/R+/g, (run) => chalk.red(run))
    .replace(/A+/g, (run) => chalk.yellow(run))
    .replace(/G+/g, (run) => chalk.green(run));
}
