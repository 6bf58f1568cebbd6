import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const page = join(import.meta.dirname, '../../docs/reliability.md');

/** The page on reliability as it is, and with the figures that were counted; `npm run golden` writes them. */
export function pageWith(
  name: string,
  lines: readonly string[],
): { readonly is: string; readonly counted: string } {
  const text = readFileSync(page, 'utf8');
  const block = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(?=\\n<!-- end -->)`);
  if (!block.test(text)) throw new Error(`docs/reliability.md has no place for ${name}`);
  const counted = text.replace(block, (_, begin: string) => begin + lines.join('\n'));
  if (process.env['UPDATE_GOLDEN'] !== '1') return { is: text, counted };
  writeFileSync(page, counted);
  return { is: counted, counted };
}
