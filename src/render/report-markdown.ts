import type { Answer, Cell, Section } from '../reports/report.ts';
import { cleanText } from './clean-text.ts';

/** An answer as GitHub-flavoured Markdown. Text from plans is escaped: it stays text. */
export function reportMarkdown(answer: Answer): string {
  const sections = answer.sections.filter((section) => section.rows.length > 0);
  const body =
    sections.length === 0
      ? [escapeMarkdown(answer.empty)]
      : [...sections.map(table), escapeMarkdown(answer.summary)];
  return `${[`## ${escapeMarkdown(answer.title)}`, ...body].join('\n\n')}\n`;
}

function table(section: Section): string {
  const rows = section.totals ? [...section.rows, section.totals] : section.rows;
  const lines = [
    line(section.columns.map((column) => escapeMarkdown(column.heading))),
    line(section.columns.map((column) => (column.align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(row.map((cell: Cell) => escapeMarkdown(cell.text)))),
  ];
  const title = section.title === null ? '' : `### ${escapeMarkdown(section.title)}\n\n`;
  return title + lines.join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/**
 * Text as Markdown that shows it and does nothing: no HTML, links, emphasis, code, mentions or
 * references to issues. It is for headings, cells and sentences of ours: what begins a block (a
 * list, a rule) does nothing there.
 */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replace(/[\\`*_{}[\]|~#!]/g, (sign) => `\\${sign}`)
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replace(/(?<=\b(?:https?|ftp|mailto)):/gi, '&#58;')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}&#46;`);
}
