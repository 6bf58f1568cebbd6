import { describe, expect, it } from 'vitest';
import { compareIds } from '../../src/model/compare-ids.ts';
import { compareDiagnostics, compareText, type Diagnostic } from '../../src/model/diagnostic.ts';
import { capital, counted } from '../../src/model/words.ts';

describe('ids stand as people count', () => {
  it.each([
    [
      ['10', '9', '1'],
      ['1', '9', '10'],
    ],
    [
      ['4.10', '4.2', '4', '10.1'],
      ['4', '4.2', '4.10', '10.1'],
    ],
    [
      ['a10', 'a9', 'A1', 'b'],
      ['A1', 'a9', 'a10', 'b'],
    ],
    [
      ['1a', '1', '1.1', '1-1'],
      ['1', '1-1', '1.1', '1a'],
    ],
    [
      ['x', '1', ''],
      ['', '1', 'x'],
    ],
  ])('%j', (ids, ordered) => {
    expect(ids.toSorted(compareIds)).toEqual(ordered);
  });

  it('the same id is the same, and so is another way to write its numbers', () => {
    expect(compareIds('1.1', '1.1')).toBe(0);
    expect(compareIds('', '')).toBe(0);
    expect(compareIds('1.2', '1.10')).toBeLessThan(0);
    expect(compareIds('1.10', '1.2')).toBeGreaterThan(0);
  });
});

it('texts stand by their code units under every locale', () => {
  expect(['b', 'a', 'Z', 'é'].sort(compareText)).toEqual(['Z', 'a', 'b', 'é']);
  expect([compareText('a', 'a'), compareText('a', 'b'), compareText('b', 'a')]).toEqual([0, -1, 1]);
});

it('findings stand by file, line, column, rule and message', () => {
  const finding = (file: string, line: number, column: number, rule: string, message: string) =>
    ({ file, rule, message, range: { start: { line, column } } }) as Diagnostic;
  const ordered = [
    finding('a', 2, 9, 'z', 'z'),
    finding('a', 10, 1, 'z', 'z'),
    finding('a', 10, 2, 'a', 'z'),
    finding('a', 10, 10, 'a', 'a'),
    finding('a', 10, 10, 'a', 'b'),
    finding('a', 10, 10, 'b', 'a'),
    finding('b', 1, 1, 'a', 'a'),
  ];
  expect(ordered.toReversed().sort(compareDiagnostics)).toEqual(ordered);
  expect([...ordered].sort(compareDiagnostics)).toEqual(ordered);
});

it('a number has its noun, and words begin with a capital', () => {
  expect([0, 1, 2].map((count) => counted(count, 'error'))).toEqual([
    '0 errors',
    '1 error',
    '2 errors',
  ]);
  expect([capital('not started'), capital('A'), capital('')]).toEqual(['Not started', 'A', '']);
});
