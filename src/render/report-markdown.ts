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
  const rows = section.totals ? [...section.rows, section.totals] : section.rows;
  const shown = section.columns.flatMap((column, at) => (column.picture ? [] : [{ column, at }]));
  const lines = [
    line(shown.map(({ column }) => escapeMarkdown(column.heading))),
    line(shown.map(({ column }) => (column.align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(shown.map(({ at }) => escapeMarkdown(row[at]?.text ?? '')))),
  ];
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
