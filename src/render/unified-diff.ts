import { cleanText } from './clean-text.ts';
import { coloursFor, type Style } from './colours.ts';

/** Lines shown around a change. */
const CONTEXT = 3;
/** Texts further apart than this are shown as replaced as a whole; finding the way costs its square. */
const MOST_STEPS = 2_000;

interface Step {
  readonly kind: ' ' | '-' | '+';
  readonly line: string;
}

/** How a text differs from another, as `diff -u` shows it; empty where it does not. */
export function unifiedDiff(file: string, before: string, after: string, style: Style): string {
  if (before === after) return '';
  const chalk = coloursFor(style);
  const steps = stepsBetween(splitLines(before), splitLines(after));
  const name = cleanText(file);
  const lines = [chalk.bold(`--- ${name}`), chalk.bold(`+++ ${name}`)];
  for (const hunk of hunksOf(steps)) {
    lines.push(chalk.cyan(hunk.head));
    for (const { kind, line } of hunk.steps) {
      const shown = kind + cleanText(line.replace(/\r?\n$/, ''));
      lines.push(kind === '-' ? chalk.red(shown) : kind === '+' ? chalk.green(shown) : shown);
      if (!line.endsWith('\n')) lines.push('\\ No newline at end of file');
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Lines with their line breaks, so that a changed break is a changed line. */
function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function hunksOf(steps: readonly Step[]): { head: string; steps: Step[] }[] {
  const hunks: { head: string; steps: Step[] }[] = [];
  const changes = steps.flatMap(({ kind }, index) => (kind === ' ' ? [] : [index]));
  for (let at = 0; at < changes.length; ) {
    const first = Math.max(0, (changes[at] ?? 0) - CONTEXT);
    let last = changes[at] ?? 0;
    while (at < changes.length && (changes[at] ?? 0) <= last + 2 * CONTEXT) {
      last = changes[at] ?? 0;
      at += 1;
    }
    const inside = steps.slice(first, last + CONTEXT + 1);
    hunks.push({ head: headOf(steps.slice(0, first), inside), steps: inside });
  }
  return hunks;
}

function headOf(before: readonly Step[], inside: readonly Step[]): string {
  const span = (without: '+' | '-'): string => {
    const start = before.filter(({ kind }) => kind !== without).length;
    const count = inside.filter(({ kind }) => kind !== without).length;
    return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
  };
  return `@@ -${span('+')} +${span('-')} @@`;
}

function stepsBetween(before: readonly string[], after: readonly string[]): Step[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const same = (lines: readonly string[]): Step[] => lines.map((line) => ({ kind: ' ', line }));
  return [
    ...same(before.slice(0, start)),
    ...shortestWay(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
    ),
    ...same(end === 0 ? [] : before.slice(-end)),
  ];
}

/** Myers' algorithm: the fewest lines removed and added. */
function shortestWay(before: readonly string[], after: readonly string[]): Step[] {
  const most = Math.min(before.length + after.length, MOST_STEPS);
  const trace: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let steps = 0; steps <= most; steps += 1) {
    const next = new Map(furthest);
    trace.push(furthest);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = startOf(furthest, diagonal, steps);
      while (
        x < before.length &&
        x - diagonal < after.length &&
        before[x] === after[x - diagonal]
      ) {
        x += 1;
      }
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return walkBack(before, after, trace);
    }
    furthest = next;
  }
  const all = (kind: '-' | '+', lines: readonly string[]): Step[] =>
    lines.map((line) => ({ kind, line }));
  return [...all('-', before), ...all('+', after)];
}

function startOf(furthest: ReadonlyMap<number, number>, diagonal: number, steps: number): number {
  const below = furthest.get(diagonal - 1) ?? -1;
  const above = furthest.get(diagonal + 1) ?? -1;
  return diagonal === -steps || (diagonal !== steps && below < above) ? above : below + 1;
}

function walkBack(
  before: readonly string[],
  after: readonly string[],
  trace: readonly ReadonlyMap<number, number>[],
): Step[] {
  const way: Step[] = [];
  let x = before.length;
  let y = after.length;
  for (let steps = trace.length - 1; steps >= 0; steps -= 1) {
    const furthest = trace[steps] ?? new Map<number, number>();
    const start = startOf(furthest, x - y, steps);
    const below = furthest.get(x - y - 1) ?? -1;
    const above = furthest.get(x - y + 1) ?? -1;
    const added = x - y === -steps || (x - y !== steps && below < above);
    // Lines both have, back to where this step began.
    while (x > start) {
      way.push({ kind: ' ', line: before[x - 1] ?? '' });
      x -= 1;
      y -= 1;
    }
    if (steps === 0) break;
    if (added) {
      y -= 1;
      way.push({ kind: '+', line: after[y] ?? '' });
    } else {
      x -= 1;
      way.push({ kind: '-', line: before[x] ?? '' });
    }
  }
  return way.toReversed();
}
