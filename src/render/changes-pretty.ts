import type { Change } from '../changes/change.ts';
import { changeSubject, changeWords } from './change-words.ts';
import { cleanText, withoutCommands } from './clean-text.ts';
import { coloursFor, type Style } from './colours.ts';

/** The line of a place in the new files, or of something gone in the old ones. */
export type LineOfChange = (change: Change) => { readonly file: string; readonly line: number };

/** Changes as sentences, each with the place where it can be looked up. */
export function changesPretty(
  changes: readonly Change[],
  lineOf: LineOfChange,
  style: Style,
): string {
  const chalk = coloursFor(style);
  const lines = changes.map((change) => {
    const { file, line } = lineOf(change);
    const subject = chalk.bold(`${cleanText(changeSubject(change))}:`);
    const place = chalk.dim(`    --> ${cleanText(file)}:${line}`);
    return `${subject} ${cleanText(changeWords(change))}\n${place}\n`;
  });
  return withoutCommands(lines.join(''));
}
