import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8');

/** The lines of the tables of promises: what is promised, and the test that holds it. */
const lines = page
  .split('| promise | what holds it | test |\n|---|---|---|\n')
  .slice(1)
  .flatMap((table) => (/^(?:\|.*\n?)+/.exec(table)?.[0] ?? '').trimEnd().split('\n'))
  .map((line) => {
    const [, promise = line, test = '', file = ''] =
      /^\| (.+?) \| .+ \| \[(.+)\]\(\.\.\/(test\/\S+\.ts)\) \|$/.exec(line) ?? [];
    return { promise, test, file };
  });

describe('the page on reliability', () => {
  it('has promises', () => expect(lines.length).toBeGreaterThan(10));

  it.each(lines)('$promise: its test is there', ({ test, file }) => {
    expect(file).not.toBe('');
    const text = readFileSync(join(root, file), 'utf8');
    const names = [...text.matchAll(/(['`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)];
    expect(names.map(([, , name]) => name)).toContain(test);
  });

  it('leads only to files that are there', () => {
    const links = [...page.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(root, 'docs', link)))).toEqual([]);
  });
});
