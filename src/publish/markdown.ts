import { safeLink } from '../render/link.ts';
import { escapeMarkdown } from '../render/report-markdown.ts';
import type { Block, Document, List, Paragraph, Run, Table, TableCell } from './document.ts';
import { stampFields } from './stamp.ts';

/**
 * A document as Markdown that GitHub and GitLab show alike. Markdown has no cells over several rows:
 * what stands in such a cell stands once, in the first of them. It shows no logo.
 */
export function documentMarkdown({ title, kicker, blocks, stamp }: Document): string {
  const marks = Object.entries(stampFields(stamp)).map(([name, value]) => `${name}: ${value}`);
  const parts = [
    `<!-- ${marks.join('; ')} -->`,
    `# ${escapeMarkdown(title)}`,
    `**${escapeMarkdown(kicker)}**`,
    ...blocks.map(block),
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `${'#'.repeat(one.level)} ${escapeMarkdown(one.text)}`;
    case 'paragraph':
      return withoutMark(runs(one));
    case 'list':
      return one.items.map((item) => `- ${withoutMark(item.map(run).join(''))}`).join('\n');
    case 'facts':
      return one.facts
        .map(({ term, value }) => `- **${escapeMarkdown(term)}:** ${value.map(run).join('')}`)
        .join('\n');
    case 'table':
      return table(one);
  }
}

function table({ columns, bodies, totals }: Table): string {
  const rows = [...bodies.flatMap(grid), ...(totals ? grid([totals]) : [])];
  return [
    line(columns.map(({ heading }) => escapeMarkdown(heading))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}

/** The rows of a body, with empty cells where one reaches over several rows or columns. */
function grid(rows: readonly (readonly TableCell[])[]): string[][] {
  /** For each column, how many more rows the cell above takes. */
  const taken: number[] = [];
  return rows.map((row) => {
    const cells: string[] = [];
    const fill = (): void => {
      while ((taken[cells.length] ?? 0) > 0) {
        taken[cells.length] = (taken[cells.length] ?? 0) - 1;
        cells.push('');
      }
    };
    for (const one of row) {
      fill();
      const { rows: height = 1, columns: width = 1 } = one;
      for (let at = 0; at < width; at += 1) {
        taken[cells.length] = height - 1;
        cells.push(at === 0 ? cellText(one) : '');
      }
    }
    fill();
    return cells;
  });
}

/** A cell is one line: paragraphs and items of lists are divided by breaks. */
function cellText({ blocks }: TableCell): string {
  return blocks
    .flatMap((one: Paragraph | List) =>
      one.kind === 'list' ? one.items.map((item) => `• ${item.map(run).join('')}`) : [runs(one)],
    )
    .join('<br>');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function runs({ runs: all }: Paragraph): string {
  return all.map(run).join('');
}

function run({ text, strong, href }: Run): string {
  const link = href === undefined ? undefined : safeLink(href);
  const shown = href === undefined || href === text || link ? text : `${text} (${href})`;
  const escaped = escapeMarkdown(shown);
  const marked = strong ? bold(escaped) : escaped;
  return link === undefined ? marked : `[${marked}](${link})`;
}

/** Spaces within the signs of emphasis would make them plain asterisks. */
function bold(text: string): string {
  const inner = text.trim();
  if (inner === '') return text;
  return text.replace(inner, () => `**${inner}**`);
}

/** What would begin a list, a rule or a block of code at the start of a line is text there too. */
function withoutMark(text: string): string {
  return text.replace(/^\s*([-+=>]|\d{1,9}[.)])/, (mark) => {
    const sign = mark.trimStart();
    return `${sign.slice(0, -1)}\\${sign.slice(-1)}`;
  });
}
