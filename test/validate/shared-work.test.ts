import { expect, it } from 'vitest';
import {
  awaitHandOver,
  CHUNK,
  handedOver,
  handOver,
  sharedCells,
  takeForHelper,
  takeForProgram,
} from '../../src/validate/shared-work.ts';

it('each chunk is taken by one side, from the two ends, until they meet', () => {
  const cells = sharedCells(CHUNK * 4 + 1);
  expect(takeForHelper(cells)).toBe(4);
  expect(takeForProgram(cells, 0)).toBe(true);
  expect(takeForHelper(cells)).toBe(3);
  expect(takeForProgram(cells, 0)).toBe(true);
  expect(takeForProgram(cells, 1)).toBe(true);
  expect(takeForProgram(cells, 2)).toBe(true);
  expect(takeForProgram(cells, 3)).toBe(false);
  expect(takeForProgram(cells, 4)).toBe(false);
  expect(takeForHelper(cells)).toBeUndefined();
});

it('who waits is told of what was handed over, or that nothing came', () => {
  const cells = sharedCells(1);
  expect(awaitHandOver(cells, handedOver(cells), 1)).toBe(false);
  handOver(cells);
  expect(handedOver(cells)).toBe(1);
  expect(awaitHandOver(cells, 0, 1)).toBe(true);
});
