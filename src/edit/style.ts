import { columnOf, type DocumentLayout, type Layout } from './layout.ts';

/** How a file is laid out, so that what is added looks like what is there. */
export interface FileStyle {
  readonly eol: '\n' | '\r\n';
  /** How much further a nested mapping or block text stands than its key. */
  readonly step: number;
  /** How much further the dash of a list stands than its key: often as much, or not at all. */
  readonly listStep: number;
  /** From a dash to what follows it. */
  readonly gap: number;
}

/** The commonest way in a file of each; two spaces where it does not show. */
export function styleOf({ text, root }: DocumentLayout): FileStyle {
  const steps = new Counter();
  const listSteps = new Counter();
  const gaps = new Counter();
  const visit = (node: Layout | undefined, keyColumn: number | undefined): void => {
    if (node === undefined || node.kind === 'text') return;
    if (!node.flow && keyColumn !== undefined) {
      const by = columnOf(text, node.start) - keyColumn;
      (node.kind === 'map' ? steps : listSteps).add(by);
    }
    for (const entry of node.entries) {
      if (!node.flow && node.kind === 'list' && entry.mark !== undefined) {
        const between = entry.value && text.slice(entry.mark, entry.value.start);
        if (between && !between.includes('\n')) gaps.add(1 + between.length);
      }
      visit(entry.value, entry.key && columnOf(text, entry.start));
    }
  };
  visit(root, undefined);
  const gap = gaps.commonest() ?? 2;
  const listStep = listSteps.commonest();
  return {
    eol: crlfPrevails(text) ? '\r\n' : '\n',
    step: steps.commonest() ?? Math.max(2, listStep ?? 2),
    listStep: listStep ?? 2,
    gap,
  };
}

function crlfPrevails(text: string): boolean {
  const crlf = text.split('\r\n').length - 1;
  return crlf > 0 && crlf * 2 >= text.split('\n').length - 1;
}

class Counter {
  readonly #counts = new Map<number, number>();

  add(value: number): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  commonest(): number | undefined {
    return [...this.#counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  }
}
