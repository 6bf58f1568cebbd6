import Table from 'cli-table3';
import { wrapAnsi } from 'fast-wrap-ansi';
import { sum } from '../model/sum.ts';
import { type Answer, type Cell, type Section, shownSections } from '../reports/report.ts';
import { cleanLines, cleanText, withoutCommands } from './clean-text.ts';
import { coloursFor, type Style } from './colours.ts';
import { bar, paintStrip, strip } from './pictures.ts';
import stringWidth from './width.ts';

/** Where output goes to no terminal there is no width to fit; this one fits most windows. */
const DEFAULT_COLUMNS = 100;
/** Columns of text get this much where there is room, and never less than the narrowest. */
const COMFORTABLE_COLUMN = 20;
const NARROWEST_COLUMN = 10;
/** No id is so long that this would break it, but for one made to be a nuisance. */
const MOST_WHOLE = 40;
/** Columns of more lines than this are harder to read than a list. */
const TALLEST_ROW = 20;
/** Longer texts make laying out a table slow; nobody reads a cell that long. */
const LONGEST_CELL = 2_000;
/** cli-table3 is slow past this many rows; plain lists are not. */
const MOST_ROWS = 1_000;

/** Rows of one line each are told apart without lines between them. */
const NO_LINES_BETWEEN = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** An answer as tables fitted to the terminal: wrapped, never cut. */
export function reportTable(answer: Answer, style: Style): string {
  const chalk = coloursFor(style);
  const columns = style.columns ?? DEFAULT_COLUMNS;
  const notes = answer.notes
    .map((note) => `${wrap(`note: ${cleanText(note)}`, columns)}\n`)
    .join('');
  if (answer.sections.every((section) => section.rows.length === 0)) {
    return withoutCommands(`${wrap(cleanText(answer.empty), columns)}\n${notes}`);
  }
  const parts = shownSections(answer)
    .map(cleanSection)
    .map((section) => {
      const title = section.title === null ? '' : `${chalk.bold(section.title)}\n`;
      if (section.rows.length === 0) return `${title}${section.empty ?? ''}`;
      return title + (drawn(section, columns, style) ?? list(section, columns, style));
    });
  const title = chalk.bold(wrap(cleanText(answer.title), columns));
  const lines = [title, '', parts.join('\n\n'), '', wrap(cleanText(answer.summary), columns)];
  return withoutCommands(`${lines.join('\n')}\n${notes}`);
}

/** A section as a table, where it fits: a picture that only repeats what stands beside it goes first. */
function drawn(section: Section, columns: number, style: Style): string | undefined {
  if (section.rows.length > MOST_ROWS) return undefined;
  for (const one of [section, withoutPictures(section)]) {
    const widths = fit(one, columns);
    const made = widths && table(one, widths, style);
    if (made !== undefined) return made;
  }
  return undefined;
}

function withoutPictures(section: Section): Section {
  const kept = (cells: readonly Cell[]) => cells.filter((_, at) => !section.columns[at]?.picture);
  return {
    ...section,
    columns: section.columns.filter(({ picture }) => !picture),
    rows: section.rows.map(kept),
    ...(section.totals && { totals: kept(section.totals) }),
  };
}

/** Titles and headings have words of plans in them, too: what a plan calls its items. */
function cleanSection(section: Section): Section {
  return {
    ...section,
    title: section.title === null ? null : cleanText(section.title),
    ...(section.empty !== undefined && { empty: cleanText(section.empty) }),
    columns: section.columns.map((column) => ({ ...column, heading: cleanText(column.heading) })),
  };
}

/**
 * Widths for the columns of a table: figures get what they need, texts share what is left.
 * Undefined where the terminal is too narrow for a table.
 */
function fit(section: Section, columns: number): number[] | undefined {
  const borders = 3 * section.columns.length + 1;
  const wanted = section.columns.map((column, index) =>
    Math.max(
      stringWidth(column.heading),
      ...lines(section).map((row) => Math.min(stringWidth(text(row[index])), 200)),
    ),
  );
  const atLeast = (text: number) =>
    section.columns.map((column, index) =>
      Math.min(
        wanted[index] ?? 0,
        Math.max(
          longestWord(column.heading),
          column.align || column.whole
            ? Math.min(MOST_WHOLE, longestCell(section, index))
            : Math.max(text, longestWordIn(section, index)),
        ),
      ),
    );
  const room = columns - borders;
  const least = [COMFORTABLE_COLUMN, NARROWEST_COLUMN]
    .map(atLeast)
    .find((widths) => sum(widths) <= room);
  if (!least) return undefined;
  // What is left goes to the columns in proportion to what they still want.
  const missing = least.map((width, index) => (wanted[index] ?? 0) - width);
  const share = Math.min(1, (room - sum(least)) / Math.max(1, sum(missing)));
  return least.map((width, index) => width + Math.floor((missing[index] ?? 0) * share));
}

/** Words of figures and dates are not broken; of longer ones only this much is kept together. */
function longestWordIn(section: Section, index: number): number {
  return Math.min(14, Math.max(...lines(section).map((row) => longestWord(text(row[index])))));
}

function longestCell(section: Section, index: number): number {
  return Math.max(...lines(section).map((row) => stringWidth(text(row[index]))));
}

/** A section as a table; undefined where a row would be too tall to read. */
function table(section: Section, widths: readonly number[], style: Style): string | undefined {
  const chalk = coloursFor(style);
  const cell = (one: Cell | undefined, index: number): string => {
    const wrapped = wrap(text(one), widths[index] ?? 0);
    return paint(wrapped, one, style);
  };
  const rows = lines(section).map((row) => row.map(cell));
  const heights = rows.flat().map((words) => words.split('\n').length);
  if (Math.max(...heights) > TALLEST_ROW) return undefined;
  const head = section.columns.map((column, index) =>
    chalk.bold(wrap(column.heading, widths[index] ?? 0)),
  );
  const oneLineEach = heights.every((height) => height === 1);
  const drawn = new Table({
    head,
    colWidths: widths.map((width) => width + 2),
    colAligns: section.columns.map((column) => column.align ?? 'left'),
    style: { head: [], border: [] },
    chars: oneLineEach ? NO_LINES_BETWEEN : {},
  });
  drawn.push(...rows);
  return oneLineEach ? withFewLines(drawn.toString(), head, section) : drawn.toString();
}

/** Under the headings, and above the totals, there is a line all the same. */
function withFewLines(drawn: string, head: readonly string[], section: Section): string {
  const drawnLines = drawn.split('\n');
  const line = (drawnLines[0] ?? '').replace('┌', '├').replaceAll('┬', '┼').replace('┐', '┤');
  if (section.totals) drawnLines.splice(-2, 0, line);
  const headHeight = Math.max(...head.map((words) => words.split('\n').length));
  drawnLines.splice(1 + headHeight, 0, line);
  return drawnLines.join('\n');
}

/** A record a row: what a narrow terminal or a very long report can still show whole. */
function list(section: Section, columns: number, style: Style): string {
  const width = Math.max(...section.columns.map((column) => stringWidth(column.heading)));
  return lines(section)
    .map((row) =>
      section.columns
        .map((column, index) => {
          const label = `${column.heading.padEnd(width)}  `;
          const indent = ' '.repeat(width + 2);
          const wrapped = wrap(text(row[index]), Math.max(10, columns - width - 2));
          return label + paint(wrapped, row[index], style).replaceAll('\n', `\n${indent}`);
        })
        .join('\n'),
    )
    .join('\n\n');
}

function lines(section: Section): readonly (readonly Cell[])[] {
  return section.totals ? [...section.rows, section.totals] : section.rows;
}

function text(cell: Cell | undefined): string {
  if (cell?.strip) return strip(cell.strip);
  // Paragraphs and the items of a list stay on lines of their own.
  const words = (cell?.text ?? '').replace(/\s+/g, (gap) => (gap.includes('\n') ? '\n' : gap));
  const clean = cleanLines(words.trim());
  if (cell?.share !== undefined) return `${bar(cell.share)} ${clean}`;
  return clean.length > LONGEST_CELL ? `${clean.slice(0, LONGEST_CELL - 1)}…` : clean;
}

function wrap(words: string, width: number): string {
  return wrapAnsi(words, width, { hard: true, trim: true });
}

function paint(words: string, cell: Cell | undefined, style: Style): string {
  const chalk = coloursFor(style);
  if (cell?.strip) return paintStrip(words, chalk);
  if (cell?.tone === undefined) return words;
  const colour = { red: chalk.red, amber: chalk.yellow, green: chalk.green }[cell.tone];
  return words
    .split('\n')
    .map((line) => colour(line))
    .join('\n');
}

function longestWord(words: string): number {
  return Math.max(...words.split(/\s/).map((word) => stringWidth(word)));
}
