import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../model/diagnostic.ts';

/** How a format may use the terminal it writes to. */
export interface Style {
  /** Columns to fit into; undefined where output does not go to a terminal. */
  readonly columns: number | undefined;
  /** Chalk's level of colour; 0 is none. */
  readonly colour: 0 | 1 | 2 | 3;
}

/** Colours at the level of the terminal; chalk's own guess is never asked. */
export function coloursFor(style: Style): ChalkInstance {
  return new Chalk({ level: style.colour });
}

/** A severity is always also a word: colour only repeats it. */
export function severityColour(chalk: ChalkInstance, severity: Severity): ChalkInstance {
  if (severity === 'error') return chalk.red.bold;
  return severity === 'warning' ? chalk.yellow.bold : chalk.cyan.bold;
}
