import type { Diagnostic } from '../model/diagnostic.ts';
import { cleanText, withoutCommands, withoutOldCommands } from './clean-text.ts';
import { coloursFor, type Style, severityColour } from './colours.ts';
import width from './width.ts';
import { wrapWords } from './wrap-words.ts';

/** Gives the text of a line of a file, for the code frame; undefined where there is none. */
export type LineOf = (file: string, line: number) => string | undefined;

/** Lines longer than this are shown from near the finding. */
const FRAME_WIDTH = 110;
const LEAD = 40;
const NARROWEST = 20;

/** Findings with their line of the file and the way out. */
export function prettyDiagnostics(
  diagnostics: readonly Diagnostic[],
  lineOf: LineOf,
  style: Style,
): string {
  return diagnostics.map((one) => `${pretty(one, lineOf, style)}\n`).join('\n');
}

function pretty(one: Diagnostic, lineOf: LineOf, style: Style): string {
  const chalk = coloursFor(style);
  const colour = severityColour(chalk, one.severity);
  const { line, column } = one.range.start;
  const gutter = String(line).length;
  const bar = chalk.blue(`${' '.repeat(gutter)} |`);
  const about = [one.plan, one.item].filter((part) => part !== null).map(cleanText);
  const waived = one.waived ? ' (waived)' : '';
  const { columns } = style;
  const what = wrapWords(cleanText(one.message), {
    columns,
    before: `${one.severity}[${one.rule}]${waived}: `.length,
    indent: '  ',
  });
  const lines = [
    `${colour(`${one.severity}[${one.rule}]`)}${waived}${chalk.bold(`: ${what}`)}`,
    `${' '.repeat(gutter)}${chalk.blue('-->')} ${cleanText(one.file)}:${line}:${column}${about.length > 0 ? chalk.dim(` (${about.join('/')})`) : ''}`,
  ];
  const text = lineOf(one.file, line);
  if (text !== undefined && text.trim() !== '') {
    const frame = frameOf(text, one, columns === undefined ? undefined : columns - gutter - 3);
    lines.push(
      bar,
      `${chalk.blue(`${line} |`)} ${frame.text}`,
      `${bar} ${' '.repeat(frame.indent)}${colour('^'.repeat(frame.marks))}`,
    );
  }
  if (one.help !== null) {
    const before = gutter + ' = help: '.length;
    const help = wrapWords(cleanText(one.help), { columns, before, indent: ' '.repeat(before) });
    lines.push(`${' '.repeat(gutter)} ${chalk.blue('=')} ${chalk.bold('help')}: ${help}`);
  }
  const whole = lines.join('\n');
  // What was within a line may stand at the beginning of one now.
  return columns === undefined ? whole : withoutCommands(whole);
}

/** The line, cut to fit, with the place of the marks under it in terminal columns. */
function frameOf(
  text: string,
  { range }: Diagnostic,
  columns: number | undefined,
): { text: string; indent: number; marks: number } {
  const points = withoutOldCommands([...text]);
  const start = Math.min(range.start.column - 1, points.length);
  const end = range.end.line === range.start.line ? range.end.column - 1 : points.length;
  const shown = (first: number, last: number) =>
    cleanText(points.slice(first, last).join('').replaceAll('\t', '→'));
  // On a terminal the signs of what is cut off have to fit, too.
  const room = Math.min(FRAME_WIDTH, Math.max(NARROWEST, (columns ?? Infinity) - 2));
  const lead = Math.min(LEAD, Math.floor(room / 3));
  const isWide = columns !== undefined && width(shown(0, points.length)) > room;
  const from = (points.length > room || isWide) && start > lead ? start - lead : 0;
  let to = Math.min(points.length, from + room);
  if (isWide) while (to > start + 1 && width(shown(from, to)) > room) to -= 1;
  const before = `${from > 0 ? '…' : ''}${shown(from, start)}`;
  const marked = shown(start, Math.min(Math.max(end, start + 1), to));
  const after = `${shown(Math.min(Math.max(end, start + 1), to), to)}${to < points.length ? '…' : ''}`;
  return {
    text: `${before}${marked}${after}`.trimEnd(),
    indent: width(before),
    marks: Math.max(1, width(marked.trimEnd())),
  };
}
