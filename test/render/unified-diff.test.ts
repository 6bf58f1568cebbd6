import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unifiedDiff } from '../../src/render/unified-diff.ts';

const plain = { columns: undefined, colour: 0 } as const;

it('shows what changed with three lines around it', () => {
  const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\n';
  expect(unifiedDiff('x', before, before.replace('e', 'E'), plain)).toBe(
    '--- x\n+++ x\n@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n',
  );
  expect(unifiedDiff('x', 'a', 'a', plain)).toBe('');
  expect(unifiedDiff('x', 'a', 'a\n', plain)).toContain('\\ No newline at end of file');
  expect(unifiedDiff('x', 'a\n', '\u001b[31m\n', plain)).toContain('+<U+001B>[31m');
});

const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

it('is a patch that `patch` applies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'actionplan-diff-'));
  try {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const file = join(folder, 'x');
        writeFileSync(file, before);
        const diff = unifiedDiff('x', before, after, plain);
        if (diff === '') expect(after).toBe(before);
        else {
          const { status } = spawnSync('git', ['apply', '--unidiff-zero', '-p0', '-'], {
            cwd: folder,
            input: diff,
          });
          expect(status).toBe(0);
        }
        expect(readFileSync(file, 'utf8')).toBe(after);
      }),
      { numRuns: 100 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
