import { hasText, type Paragraph, type Row, type Table, tidy } from '../table.ts';
import type { RichText } from './xlsx-sheet.ts';

/** The pipe tables of a Markdown file, but for those that are shown as code. */
export function readMarkdown(markdown: string): Table[] {
  const lines = markdown.split(/\r\n?|\n/);
  const tables: Table[] = [];
  const front = frontMatter(lines);
  let above: Paragraph[] = front.title;
  let fence: string | undefined;
  let paragraph: { texts: string[]; line: number } | undefined;
  const endParagraph = (): void => {
    const text = paragraph && plain(paragraph.texts.join('\n'));
    if (paragraph && text && hasText(text.text)) {
      above.push({ text: tidy(text.text), line: paragraph.line });
    }
    paragraph = undefined;
  };
  for (let index = front.length; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || line.trim().startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    }
    if (fence === undefined && isHead(line, lines[index + 1])) {
      endParagraph();
      const { rows, next } = rowsFrom(lines, index);
      const remarks = tables.length === 0 ? front.remarks : [];
      tables.push({ name: `table ${tables.length + 1}`, counts: 'line', rows, above, remarks });
      above = [];
      index = next - 1;
      continue;
    }
    const heading = /^ {0,3}#{1,6} +(.*?)(?: +#+)?$/.exec(line);
    if (!hasText(line) || heading) endParagraph();
    if (heading) above.push({ text: tidy(plain(heading[1] ?? '').text), line: index + 1 });
    else if (hasText(line)) {
      paragraph ??= { texts: [], line: index + 1 };
      paragraph.texts.push(line.trim());
    }
  }
  return tables;
}

/** What a site generator reads above the text, between two lines of dashes: the title of the page is in it. */
function frontMatter(lines: readonly string[]): {
  length: number;
  title: Paragraph[];
  remarks: string[];
} {
  const end = lines[0]?.trimEnd() === '---' ? lines.indexOf('---', 1) : -1;
  const fields = lines.slice(1, Math.max(end, 1));
  if (end < 2 || !fields.some((line) => /^[\w-]+:(?:\s|$)/.test(line))) {
    return { length: 0, title: [], remarks: [] };
  }
  const at = fields.findIndex((line) => /^title:\s*\S/.test(line));
  const text = (fields[at] ?? '').replace(/^title:\s*/, '').replace(/^(["'])(.*)\1\s*$/, '$2');
  return {
    length: end + 1,
    title: at < 0 ? [] : [{ text: tidy(text), line: at + 2 }],
    remarks: [`lines 1 to ${end + 1} are settings of the page, and not read but for its title`],
  };
}

/** A row followed by the line of dashes with as many columns. */
function isHead(line: string, next: string | undefined): boolean {
  if (next === undefined || !next.includes('-') || !line.includes('|')) return false;
  const marks = split(next);
  return marks.every((mark) => /^:?-+:?$/.test(mark)) && split(line).length === marks.length;
}

function rowsFrom(lines: readonly string[], start: number): { rows: Row[]; next: number } {
  const rows: Row[] = [rowOf(lines[start] ?? '', start + 1)];
  let next = start + 2;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (!hasText(line) || !line.includes('|')) break;
    rows.push(rowOf(line, next + 1));
  }
  return { rows, next };
}

function rowOf(line: string, number: number): Row {
  const cells = split(line).map((source, index) => {
    const { text, struck } = plain(source);
    return { row: number, column: index + 1, text: tidy(text), struck: tidy(struck) };
  });
  return { number, cells };
}

/** The cells of a row: parted by bars, but for those behind a backslash. */
function split(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** A text without the marks of Markdown; links keep their address. */
function plain(source: string): RichText {
  let struck = '';
  const text = source
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<(s|del|strike)>(.*?)<\/\1>/gis, '~~$2~~')
    .replace(/~~(.+?)~~/gs, (_, inner: string) => {
      struck += `${struck === '' ? '' : '\n'}${inner}`;
      return '';
    })
    .replace(
      /!?\[([^\]]*)\]\(<?(https?:\/\/[^\s)>]+)>?(?: "[^"]*")?\)/g,
      (_, title: string, href: string) => (title === href ? href : `${title} (${href})`),
    )
    .replace(/<abbr title="([^"<>]*)">([^<]*)<\/abbr>/gi, '$2 ($1)')
    .replace(/<\/?(?:abbr|b|code|em|i|kbd|mark|small|span|strong|sub|sup|u)(?: [^<>]*)?>/gi, '')
    .replace(/\*\*(\S(?:.*?\S)?)\*\*|__(\S(?:.*?\S)?)__/gs, '$1$2')
    .replace(/(?<![\w*])\*(\S(?:[^*]*\S)?)\*(?![\w*])/g, '$1')
    .replace(/(?<!\w)_(\S(?:[^_]*\S)?)_(?!\w)/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~<>])/g, '$1');
  return { text, struck };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};
