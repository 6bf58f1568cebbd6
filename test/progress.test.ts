import { expect, it } from 'vitest';
import { progressOn, type Screen } from '../src/progress.ts';

/** What is drawn over so many seconds of work, one file each tenth of a second. */
function drawn(screen: Partial<Screen>, seconds: number, isCi = false): string[] {
  const lines: string[] = [];
  let time = 0;
  const progress = progressOn(
    { isTTY: true, columns: 80, write: (text) => lines.push(text), ...screen },
    isCi,
    () => time,
  );
  const total = seconds * 10;
  for (let done = 0; done <= total; done += 1) {
    progress?.(done, total);
    time += 100;
  }
  return lines;
}

it('a bar shows how far work of more than a second has come, and leaves nothing behind', () => {
  const lines = drawn({}, 4);
  expect(lines[0]).toBe('\r[##########.................................] 10 of 40 files');
  expect(lines).toHaveLength(31);
  expect(lines.at(-1)).toBe('\r\u001b[K');
  for (const line of lines) expect(line.length).toBeLessThan(80);
});

it('a narrow terminal is not overrun', () => {
  for (const line of drawn({ columns: 30 }, 40)) expect(line.length).toBeLessThanOrEqual(30);
});

it.each([
  ['of work that is over in a second', {}, 1, false],
  ['where output is no terminal', { isTTY: false }, 4, false],
  ['on a terminal without a width', { columns: 0 }, 4, false],
  ['in CI', {}, 4, true],
] as const)('nothing is drawn %s', (_, screen, seconds, isCi) => {
  expect(drawn(screen, seconds, isCi)).toEqual([]);
});
