import type { ChalkInstance } from 'chalk';
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
  const marks = tones.map((tone) => Math.max(1, Math.floor((counts[tone] / total) * MARKS)));
  const left = MARKS - marks.reduce((sum, one) => sum + one, 0);
  // What rounding left over goes to the largest, which it distorts least.
  const largest = tones.reduce(
    (most, tone, at) => (counts[tone] > counts[tones[most] ?? tone] ? at : most),
    0,
  );
  return tones
    .map((tone, at) => LETTERS[tone].repeat((marks[at] ?? 0) + (at === largest ? left : 0)))
    .join('');
}

/** A strip with each letter in its colour. */
export function paintStrip(letters: string, chalk: ChalkInstance): string {
  return letters
    .replace(/R+/g, (run) => chalk.red(run))
    .replace(/A+/g, (run) => chalk.yellow(run))
    .replace(/G+/g, (run) => chalk.green(run));
}
