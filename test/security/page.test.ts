import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

interface Line {
  readonly threat: string;
  readonly test: string;
  readonly file: string;
}

/** The lines of the tables of threats: what could go wrong, what holds against it, its test. */
const tables = page.split('| threat | what holds against it | test |\n|---|---|---|\n').slice(1);
const lines: Line[] = tables.flatMap((table) =>
  (/^(?:\|.*\n)+/.exec(table)?.[0] ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, threat = '', test = '', file = ''] =
        /^\| (.+?) \| .+ \| \[(.+)\]\(\.\.\/(test\/\S+\.ts)\) \|$/.exec(line) ?? [];
      return { threat: threat || line, test, file };
    }),
);

/** The names that tests, and rows of tables of tests, have in a file. */
function namesIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, name = '']) => name);
}

describe('the page on security', () => {
  it('has lines', () => expect(lines.length).toBeGreaterThan(40));

  it.each(lines)('$threat: its test is there', ({ test, file }) => {
    expect(file).not.toBe('');
    expect(namesIn(file)).toContain(test);
  });

  const here = readdirSync(import.meta.dirname).filter(
    (name) => name.endsWith('.test.ts') && name !== 'page.test.ts',
  );
  it.each(here)('each test of %s belongs to a line', (name) => {
    const file = `test/security/${name}`;
    const text = readFileSync(join(root, file), 'utf8');
    const tests = [
      ...text.matchAll(
        /^ {2}it(?:[.\w(![\]]*[^;]*?)??\(\s*'((?:[^'\\\n]|\\.)*)',\s*(?:async )?\(/gm,
      ),
    ];
    const named = lines.filter((line) => line.file === file).map(({ test }) => test);
    expect([...new Set(tests.map(([, test = '']) => test))].sort()).toEqual(
      [...new Set(named)].sort(),
    );
  });
});
