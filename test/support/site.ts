import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Run } from './memory-host.ts';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

/** The files of a site that a run in memory wrote to the folder `out`. */
export function siteOfRun({ exit, stderr, edited }: Run): Map<string, string> {
  if (exit !== 0) throw new Error(`exit code ${exit}: ${stderr}`);
  return new Map(Object.entries(edited).map(([path, text]) => [path.replace(/^out\//, ''), text]));
}

/** A page as a browser reads it. */
export class SitePage {
  readonly all: readonly Element[];

  constructor(html: string) {
    this.all = elementsOf(parse(html));
  }

  /** Elements of a name. */
  named(...names: readonly string[]): Element[] {
    return this.all.filter(({ tagName }) => names.includes(tagName));
  }

  byId(id: string): Element | undefined {
    return this.all.find((element) => attribute(element, 'id') === id);
  }

  /** The table under a caption, as rows of cells. */
  table(caption: string): Element[][] {
    const table = this.named('table').find((one) =>
      elementsOf(one).some(
        ({ tagName }) => tagName === 'caption' && textIn(one).startsWith(caption),
      ),
    );
    if (!table) throw new Error(`there is no table ${caption}`);
    return rowsOf(table);
  }
}

export function rowsOf(table: Element): Element[][] {
  return elementsOf(table)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) => elementsOf(row).filter(({ tagName }) => tagName === 'td' || tagName === 'th'));
}

export function elementsOf(node: Node): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) =>
    'tagName' in child ? [child, ...elementsOf(child)] : [],
  );
}

export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

/** What an element says; all space is one space. */
export function textIn(node: Node): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!('childNodes' in node)) return '';
  const inner = node.childNodes.map(rawText).join('');
  return ['p', 'li', 'td', 'th', 'div', 'dd', 'dt', 'br'].includes(node.nodeName)
    ? `${inner} `
    : inner;
}

/** The links of a page that lead to places of the site, as path and place. */
export function linksIn(page: SitePage, path: string): { path: string; place: string }[] {
  return page.named('a', 'link', 'script').flatMap((element) => {
    const href = attribute(element, 'href') ?? attribute(element, 'src') ?? '';
    if (/^(?:https?|mailto):/.test(href)) return [];
    const url = new URL(href, `http://site.test/${path}`);
    return [
      { path: decodeURI(url.pathname.slice(1)), place: decodeURIComponent(url.hash.slice(1)) },
    ];
  });
}

/** What a page says between its header and footer. */
export function mainText(page: SitePage): string {
  const [main] = page.named('main');
  return main ? textIn(main) : '';
}
