import type { List, Paragraph, Run } from './document.ts';

/** What begins an item of a list in the text of a plan. */
const ITEM = /^\s*[-*•–]\s+(?=\S)/u;

/**
 * The text of a field as paragraphs and lists. A folded text of YAML has one line break where the
 * file has an empty line, so every line is a paragraph.
 */
export function prose(text: string): (Paragraph | List)[] {
  const blocks: (Paragraph | List)[] = [];
  let items: Run[][] = [];
  const endList = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    items = [];
  };
  for (const line of text.split(/\r\n?|[\n\u2028\u2029]/)) {
    if (line.trim() === '') continue;
    if (ITEM.test(line)) {
      items.push([{ text: line.replace(ITEM, '').trimEnd() }]);
      continue;
    }
    endList();
    blocks.push({ kind: 'paragraph', runs: [{ text: line.trim() }] });
  }
  endList();
  return blocks;
}

/** A text with a label before its first words, or on a line of its own before a list. */
export function labelled(label: Run, text: string): (Paragraph | List)[] {
  const [first, ...rest] = prose(text);
  if (first?.kind !== 'paragraph') {
    return [{ kind: 'paragraph', runs: [label] }, ...(first ? [first] : []), ...rest];
  }
  return [{ ...first, runs: [{ ...label, text: `${label.text} ` }, ...first.runs] }, ...rest];
}
