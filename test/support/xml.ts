/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const NAME = '[A-Za-z_][\\w.-]*';
const PART = new RegExp(
  `<(?<close>/)?(?<name>${NAME})(?<attributes>(?:\\s+${NAME}="[^"<]*")*)\\s*(?<empty>/)?>|(?<text>[^<]+)`,
  'y',
);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Reads XML 1.0 strictly, as far as reports need it; throws at whatever is not well-formed. */
export function readXml(xml: string): Element {
  const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (illegal) throw new Error(`an illegal character at ${illegal.index}`);
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!xml.startsWith(head)) throw new Error('no XML declaration');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  PART.lastIndex = head.length;
  while (PART.lastIndex < xml.length) {
    const at = PART.lastIndex;
    const { close, name, attributes, empty, text } = PART.exec(xml)?.groups ?? {};
    const inside = open.at(-1) ?? root;
    if (text !== undefined) {
      if (text.includes(']]>')) throw new Error(`]]> in text at ${at}`);
      inside.text += plain(text);
    } else if (name === undefined) {
      throw new Error(`not XML at ${at}: ${xml.slice(at, at + 40)}`);
    } else if (close) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing at ${at}`);
    } else {
      const pairs = [...(attributes ?? '').matchAll(/([\w.-]+)="([^"]*)"/g)];
      const element: Element = {
        name,
        attributes: Object.fromEntries(
          pairs.map(([, key = '', value = '']) => [key, plain(value)]),
        ),
        children: [],
        text: '',
      };
      inside.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [first, ...others] = root.children;
  if (open.length !== 1 || !first || others.length > 0) throw new Error('not one root element');
  return first;
}

function plain(text: string): string {
  return text.replace(/&(?:(\w+);)?/g, (whole, name?: string) => {
    const sign = name === undefined ? undefined : ENTITIES[name];
    if (sign === undefined) throw new Error(`a bare or unknown entity: ${whole}`);
    return sign;
  });
}
