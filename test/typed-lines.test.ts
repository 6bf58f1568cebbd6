import { describe, expect, it } from 'vitest';
import { TypedLines } from '../src/typed-lines.ts';

function typed(...lines: readonly string[]): TypedLines {
  const made = new TypedLines();
  for (const line of lines) made.line(line);
  return made;
}

describe('typed lines', () => {
  it('answer one question each, where they come one by one', () => {
    const lines = typed('a');
    lines.settle('');
    lines.line('b');
    lines.settle('');
    expect([lines.take(false), lines.take(true), lines.take(false)]).toEqual(['a', 'b', undefined]);
  });

  it('are one text, where they come at once', () => {
    const lines = typed('a  ', '', 'b\t', '');
    lines.settle('');
    expect([lines.take(true), lines.left]).toEqual(['a\n\nb', 0]);
  });

  it('answer the next questions, where a question is for one line', () => {
    const lines = typed('c', 'a', 'b');
    lines.settle('');
    expect([lines.take(false), lines.left, lines.take(true)]).toEqual(['c', 2, 'a\nb']);
  });

  it('wait for the end of the last line', () => {
    const lines = typed('a');
    lines.settle('b, not yet');
    expect([lines.take(true), lines.left]).toEqual([undefined, 1]);
    lines.line('b, now');
    lines.settle('');
    expect(lines.take(true)).toBe('a\nb, now');
  });

  it('wait for the end of a paste, and the Enter that sends it answers nothing', () => {
    const lines = new TypedLines();
    lines.paste(true);
    lines.line('2023-06');
    lines.settle('');
    expect(lines.take(false)).toBeUndefined();
    lines.paste(false);
    lines.line('');
    lines.settle('');
    expect([lines.take(false), lines.take(false)]).toEqual(['2023-06', undefined]);
  });
});
