import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { splitCommand } from '../support/golden.ts';
import { runIn } from '../support/memory-host.ts';

const page = join(import.meta.dirname, '../../docs/getting-started.md');
const update = process.env['UPDATE_GOLDEN'] === '1';
/** What is typed, and what is put into a file by hand. */
const BLOCK = /```(?:console|yaml (?<file>\S+))\n(?<body>[\s\S]*?)```/g;

/** `npm run golden` rewrites it. */
it('a new user who follows the page from an empty folder sees what it shows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'actionplan-start-'));
  const put = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  let text = readFileSync(page, 'utf8');
  for (const { 0: whole, groups } of text.matchAll(BLOCK)) {
    const body = groups?.['body'] ?? '';
    if (groups?.['file'] !== undefined) {
      put(groups['file'], body);
      continue;
    }
    let fresh = '';
    for (const line of body.split('\n').filter((one) => one.startsWith('$ actionplan '))) {
      const [, ...argv] = splitCommand(line.slice(2));
      const run = await runIn(folder, argv, { columns: 100, today: '2023-05-01' });
      for (const [name, content] of Object.entries(run.edited)) put(name, content);
      fresh += `${line}\n${run.stdout}${run.stderr}`;
      expect(run.exit).toBeLessThan(2);
    }
    if (update) text = text.replace(whole, () => `\`\`\`console\n${fresh}\`\`\``);
    else expect(body).toBe(fresh);
  }
  if (update) writeFileSync(page, text);
  const { exit } = await runIn(folder, ['validate'], { today: '2023-05-01' });
  expect(exit).toBe(0);
  rmSync(folder, { recursive: true });
});
