import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

const page = join(import.meta.dirname, '../../docs/reliability.md');

/** Holds the figures on the page on reliability to what was counted; `npm run golden` writes them. */
export function figuresIn(name: string, lines: readonly string[]): void {
  const text = readFileSync(page, 'utf8');
  const block = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(?=\\n<!-- end -->)`);
  expect(text).toMatch(block);
  const fresh = text.replace(block, (_, begin: string) => begin + lines.join('\n'));
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(page, fresh);
  else expect(text).toBe(fresh);
}
