import { type Answer, type Section, shownSections } from '../reports/report.ts';
import { cleanText } from './clean-text.ts';

/** An answer as GitHub-flavoured Markdown. Text from plans is escaped: it stays text. */
export function reportMarkdown(answer: Answer): string {
  const body = answer.sections.every((section) => section.rows.length === 0)
    ? [escapeMarkdown(answer.empty)]
    : [escapeMarkdown(answer.summary), ...shownSections(answer).map(table)];
  const notes = answer.notes.map((note) => `- ${escapeMarkdown(note)}`).join('\n');
  if (notes !== '') body.push(notes);
  return `${[`## ${escapeMarkdown(answer.title)}`, ...body].join('\n\n')}\n`;
}

function table(section: Section): string {
  const title = section.title === null ? '' : `### ${escapeMarkdown(section.title)}\n\n`;
  if (section.rows.length === 0) return title + escapeMarkdown(section.empty ?? '');
  const { head, rows } = markdownLines(section);
  return title + [...head, ...rows].join('\n');
}

/** The lines of a table: its two of heading, and one a row, the totals last. */
export function markdownLines(section: Section): { head: string[]; rows: string[] } {
  const rows = section.totals ? [...section.rows, section.totals] : section.rows;
  const shown = section.columns.flatMap((column, at) => (column.picture ? [] : [{ column, at }]));
  return {
    head: [
      line(shown.map(({ column }) => escapeMarkdown(column.heading))),
      line(shown.map(({ column }) => (column.align === 'right' ? '---:' : '---'))),
    ],
    rows: rows.map((row) => line(shown.map(({ at }) => escapeMarkdown(row[at]?.text ?? '')))),
  };
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/**
 * Text as Markdown that shows it and does nothing: no HTML, links, emphasis, code, formulas,
 * mentions or references to issues. It is for headings, cells and sentences of ours: what begins a
 * block (a list, a rule) does nothing there. GitHub looks for mentions and references when Markdown
 * is already text, where no escape is left: a sign without width keeps them apart.
 */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_{}[\]|~#!]/g, (sign) => `\\${sign}`)
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?<=#)(?=\d)|(?<=(?<![a-z\d])GH-)(?=\d)/gi, '&#8203;')
    .replaceAll('@', '&#64;&#8203;')
    .replaceAll('$', '&#36;')
    .replace(/:(?=\/\/)|(?<=mailto|xmpp):/gi, '&#58;')
    .replace(/(?<=(?<![a-z\d])www)\./gi, '&#46;');
}
