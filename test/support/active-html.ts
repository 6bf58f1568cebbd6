import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

const ELEMENTS =
  'html head meta title style body header main footer h1 h2 h3 p div table thead tbody tfoot tr th td span ul li svg g defs pattern path rect line circle polyline polygon text tspan desc details summary'.split(
    ' ',
  );
/** Attributes that run, fetch, lead elsewhere or restyle; those pages have no need of any. */
const ACTING =
  /^(?:on|(?:href|src|srcset|style|action|formaction|data|poster|background|ping|target)$)/i;

/** What in one of our pages is more than text: elements, attributes and comments that are not ours. */
export function activeHtml(page: string): string[] {
  return walk(parse(page)).flatMap((node) => {
    if (node.nodeName.startsWith('#')) {
      return node.nodeName === '#comment' ? ['a comment'] : [];
    }
    if (!('attrs' in node)) return [];
    const foreign = node.attrs.filter(({ name }) => ACTING.test(name));
    return [
      ...(ELEMENTS.includes(node.tagName) ? [] : [`<${node.tagName}>`]),
      ...foreign.map(({ name, value }) => `<${node.tagName} ${name}="${value}">`),
    ];
  });
}

const SITE_ELEMENTS = [
  ...ELEMENTS,
  ...'link script a nav section article h4 dl dt dd ol figure caption strong br code'.split(' '),
];
/** Places of the site, and what a plan may lead to. */
const LINK =
  /^(?:#[\w.-]+|(?:\.\.\/)?(?:[a-z]+\/)?[a-z0-9-]+\.(?:html|css|js|json|csv)(?:#[\w.-]+)?|https?:\/\/[^/].*|mailto:.*)$/;

/** The same of a page of the site, which has links, a style and a script beside it. */
export function activeOnSite(page: string): string[] {
  return walk(parse(page)).flatMap((node) => {
    if (node.nodeName.startsWith('#')) {
      return node.nodeName === '#comment' ? ['a comment'] : [];
    }
    if (!('attrs' in node)) return [];
    const foreign = node.attrs.filter(({ name, value }) =>
      (name === 'href' && node.tagName !== 'use') || name === 'src'
        ? !LINK.test(value)
        : ACTING.test(name),
    );
    const script = node.attrs.find(({ name }) => name === 'src')?.value ?? '';
    const ownScript = /^(?:\.\.\/)?assets\/site\.js$/.test(script) && node.childNodes.length === 0;
    return [
      ...(SITE_ELEMENTS.includes(node.tagName) ? [] : [`<${node.tagName}>`]),
      ...(node.tagName === 'script' && !ownScript ? ['a script that is not ours'] : []),
      ...foreign.map(({ name, value }) => `<${node.tagName} ${name}="${value}">`),
    ];
  });
}

function walk(node: Tree.Node): Tree.Node[] {
  return [node, ...('childNodes' in node ? node.childNodes.flatMap(walk) : [])];
}
