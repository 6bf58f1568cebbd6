import { parse } from 'csv-parse/sync';
import { activeHtml, activeOnSite } from './active-html.ts';
import { activeMarkdown } from './markdown.ts';
import { runnerCommands } from './runner-commands.ts';

/** What may go wrong in an output, and must not. */
export interface Harm {
  /** Bytes that act on a terminal, hide from the eye or turn the direction of writing. */
  readonly controls: readonly string[];
  /** Commands to a CI service that are not ours. */
  readonly commands: readonly string[];
  /** What is more than text in Markdown and HTML: elements and links not ours, images, mentions, blocks of their own. */
  readonly active: readonly string[];
  /** Cells that a spreadsheet would take for a formula. */
  readonly formulas: readonly string[];
}

const NONE: Harm = { controls: [], commands: [], active: [], formulas: [] };

/** Signs that act or cannot be seen; the line break and, in CSV, its companion are ours. */
const ACTING =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;

const OURS = /^(error|warning|notice)$/;

/** Looks through an output in one format for all that it must not hold. */
export function harmOf(format: string, output: string): Harm {
  const text = format === 'csv' ? output.replaceAll('\r\n', '\n') : output;
  // Of GitHub's format every line is one command, and each is one of ours.
  const annotations = format === 'github' ? output.split('\n').length - 1 : 0;
  const commands = [
    ...runnerCommands(output).filter(({ name }) => annotations === 0 || !OURS.test(name)),
    ...runnerCommands(output).slice(annotations === 0 ? Infinity : annotations),
  ].map(({ name, message }) => `${name} ${message}`);
  return {
    ...NONE,
    controls: [...text.matchAll(ACTING)].map(([sign]) => JSON.stringify(sign)),
    commands: [...commands, ...(output.match(/^.*##\w*\[.*$/gm) ?? [])],
    ...(format === 'markdown' && { active: activeMarkdown(output) }),
    ...(format === 'html' && { active: activeHtml(output) }),
    ...(format === 'site' && { active: activeOnSite(output) }),
    ...(format === 'csv' && { formulas: formulasIn(output) }),
  };
}

function formulasIn(csv: string): string[] {
  const rows: string[][] = parse(csv, { relax_column_count: false });
  return rows
    .flat()
    .filter((cell) => /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^-?\d+$/.test(cell));
}
