import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { hasText, type Paragraph, type Table, tidy } from '../table.ts';
import { gridOf, type SpanCell } from './grid.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  'address article blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul'.split(
    ' ',
  ),
);
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head', 'title']);
const STRUCK = new Set(['s', 'strike', 'del']);
/** Deeper than this no document for people nests; what is deeper is taken as text of its parent. */
const MOST_DEPTH = 200;

/** The tables of a web page, or of a document turned into one. Tables inside a cell are its text. */
export function readHtml(html: string): Table[] {
  const tables: Table[] = [];
  let above: Paragraph[] = [];
  const visit = (node: Node, depth: number): void => {
    if (!isElement(node) || UNSEEN.has(node.tagName)) return;
    if (node.tagName === 'table') {
      tables.push(tableOf(node, above, tables.length + 1));
      above = [];
      return;
    }
    if (/^(?:p|h[1-6]|li|caption|dt|dd|blockquote)$/.test(node.tagName) && !holdsTable(node)) {
      const text = textOf(node).text;
      if (hasText(text)) above.push({ text: tidy(text) });
      return;
    }
    if (depth < MOST_DEPTH) for (const child of node.childNodes) visit(child, depth + 1);
  };
  for (const node of parse(html).childNodes) visit(node, 0);
  return tables;
}

function tableOf(table: Element, above: readonly Paragraph[], place: number): Table {
  const caption = childElements(table).find(({ tagName }) => tagName === 'caption');
  const rows = childElements(table).flatMap((child) =>
    child.tagName === 'tr'
      ? [child]
      : /^t(?:head|body|foot)$/.test(child.tagName)
        ? childElements(child).filter(({ tagName }) => tagName === 'tr')
        : [],
  );
  const lines = rows.map((row) =>
    childElements(row)
      .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
      .map(cellOf),
  );
  return {
    name: caption ? tidy(textOf(caption).text) : `table ${place}`,
    counts: 'row',
    rows: gridOf(lines),
    above,
    remarks: [],
  };
}

function cellOf(cell: Element): SpanCell {
  return { ...textOf(cell), rows: span(cell, 'rowspan'), columns: span(cell, 'colspan') };
}

function span(cell: Element, name: string): number {
  const value = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
}

/** The text of an element as a person reads it, with what is struck through apart. */
function textOf(root: Element): { text: string; struck: string } {
  const parts = { text: '', struck: '' };
  const visit = (node: Node, struck: boolean, depth: number): void => {
    if (node.nodeName === '#text') {
      const value = (node as DefaultTreeAdapterTypes.TextNode).value.replace(/\s+/g, ' ');
      parts[struck ? 'struck' : 'text'] += value;
      return;
    }
    if (!isElement(node) || UNSEEN.has(node.tagName) || depth > MOST_DEPTH) return;
    const through = struck || isStruck(node);
    const part = through ? 'struck' : 'text';
    if (node.tagName === 'br') parts[part] += '\n';
    const block = BLOCKS.has(node.tagName);
    if (block) parts[part] += '\n';
    if (node.tagName === 'li') parts[part] += '- ';
    const before = parts[part].length;
    for (const child of node.childNodes) visit(child, through, depth + 1);
    if (node.tagName === 'a') parts[part] += addressOf(node, parts[part].slice(before));
    if (node.tagName === 'p') parts[part] += '\n';
    if (block) parts[part] += '\n';
  };
  for (const child of root.childNodes) visit(child, false, 0);
  return parts;
}

/** Where a link leads, where its text does not say so. */
function addressOf(link: Element, shown: string): string {
  const href = attribute(link, 'href') ?? '';
  return /^https?:\/\//.test(href) && !shown.includes(href) ? ` (${href})` : '';
}

function isStruck(element: Element): boolean {
  return STRUCK.has(element.tagName) || /line-through/.test(attribute(element, 'style') ?? '');
}

function holdsTable(element: Element): boolean {
  return childElements(element).some((child) => child.tagName === 'table' || holdsTable(child));
}

function childElements(element: Element): Element[] {
  return element.childNodes.filter(isElement);
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}
