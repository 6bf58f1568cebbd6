import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { splitCommand } from '../support/golden.ts';
import { type Run, runHere, runIn } from '../support/memory-host.ts';
import type { TestRepository } from '../support/repository.ts';
import { tellStory } from '../support/story.ts';

const root = join(import.meta.dirname, '../..');
const update = process.env['UPDATE_GOLDEN'] === '1';
const BLOCK = /```console\n([\s\S]*?)```/g;

const pages = [
  'README.md',
  'plans/README.md',
  ...readdirSync(join(root, 'docs'))
    // Its commands build on each other: getting-started.test.ts runs it.
    .filter((name) => name.endsWith('.md') && name !== 'getting-started.md')
    .sort()
    .map((name) => `docs/${name}`),
];

let story: TestRepository | undefined;
afterAll(() => {
  if (story) rmSync(story.folder, { recursive: true });
});

/** Pages about changes run in a repository that has some; the others in this one. */
function runFor(page: string): (argv: readonly string[]) => Promise<Run> {
  if (page !== 'docs/changes.md') return (argv) => runHere(argv, { columns: 100 });
  story ??= tellStory();
  const { folder } = story;
  return (argv) => runIn(folder, argv, { columns: 100 });
}

/**
 * Runs the commands of a block and returns it with what they print: the result, then what is said
 * about the run. `…` at the end of a block stands for lines left out.
 */
async function replay(block: string, run: ReturnType<typeof runFor>): Promise<string> {
  const parts = block.split(/^(?=\$ )/m);
  const replayed = await Promise.all(
    parts.map(async (part) => {
      const [line = '', ...rest] = part.split('\n');
      const [program, ...argv] = splitCommand(line.slice(2));
      expect(program).toBe('actionplan');
      const { stdout, stderr } = await run(argv);
      const output = stdout + stderr;
      const cut = rest.indexOf('…');
      const shown = cut < 0 ? output : `${output.split('\n').slice(0, cut).join('\n')}\n…\n`;
      return `${line}\n${shown}`;
    }),
  );
  return replayed.join('');
}

/** `npm run golden` rewrites them. */
describe('console blocks show what the commands print', () => {
  it.each(pages)('%s', async (page) => {
    const path = join(root, page);
    let text = readFileSync(path, 'utf8');
    for (const [whole, block = ''] of text.matchAll(BLOCK)) {
      const fresh = `\`\`\`console\n${await replay(block, runFor(page))}\`\`\``;
      if (update) text = text.replace(whole, () => fresh);
      else expect(whole).toBe(fresh);
    }
    if (update) writeFileSync(path, text);
  });

  it('the comment in the guide to CI is the one of the story', () => {
    const path = join(root, 'docs/ci.md');
    const comment = readFileSync(join(root, 'test/changes/story/comment.md'), 'utf8');
    const page = readFileSync(path, 'utf8');
    const fresh = page.replace(
      /```markdown\n[\s\S]*?```/,
      () => `\`\`\`markdown\n${comment}\`\`\``,
    );
    if (update) writeFileSync(path, fresh);
    else expect(page).toBe(fresh);
    expect(fresh).toContain('### Changes of commitments');
  });

  it('the README has some', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8').match(BLOCK)?.length).toBeGreaterThan(2);
  });
});
