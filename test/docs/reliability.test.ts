import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpus } from '../fuzz/corpus/index.ts';
import { GATE_CASES } from '../fuzz/fuzz.ts';
import { targets } from '../fuzz/targets/index.ts';
import { CASES } from '../metamorphic/cases.ts';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'docs/reliability.md');
const page = readFileSync(file, 'utf8');

/** The lines of the tables of promises: what is promised, and the test that holds it. */
const lines = page
  .split('| promise | what holds it | test |\n|---|---|---|\n')
  .slice(1)
  .flatMap((table) => (/^(?:\|.*\n?)+/.exec(table)?.[0] ?? '').trimEnd().split('\n'))
  .map((line) => {
    const [, promise = line, test = '', path = ''] =
      /^\| (.+?) \| .+ \| \[(.+)\]\(\.\.\/(test\/\S+\.ts)\) \|$/.exec(line) ?? [];
    return { promise, test, path };
  });

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const figure = (number: number) => number.toLocaleString('en-GB');

/** What is counted, by the mark before it in the page. */
const counted: Readonly<Record<string, string>> = {
  answers: [
    `${Object.keys(CASES).length} properties over generated plans: ${figure(sum(Object.values(CASES).map(([gate]) => gate)))} cases in the gate,`,
    `${figure(sum(Object.values(CASES).map(([, long]) => long)))} in \`npm run test:long\`.`,
  ].join(' '),
  fuzz: [
    `${targets.length} targets, ${GATE_CASES} cases of each in the gate:`,
    '',
    '| targets | promise |',
    '|---|---|',
    ...[...new Set(targets.map(({ promises }) => promises))].map((promise) => {
      const own = targets.filter(({ promises }) => promises === promise);
      return `| ${own.map(({ id }) => `\`${id}\``).join(' ')} | ${promise} |`;
    }),
  ].join('\n'),
  corpus: corpus.map(({ file: name, was }) => `- \`${name}\`: ${was}`).join('\n'),
};

describe('the page on reliability', () => {
  it('has promises', () => expect(lines.length).toBeGreaterThan(20));

  it.each(lines)('$promise: its test is there', ({ test, path }) => {
    expect(path).not.toBe('');
    const text = readFileSync(join(root, path), 'utf8');
    const names = [...text.matchAll(/(['`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)];
    expect(names.map(([, , name]) => name)).toContain(test);
  });

  it('leads only to files that are there', () => {
    const links = [...page.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(join(root, 'docs', link)))).toEqual([]);
  });

  it('has the figures that are counted', () => {
    const fresh = Object.entries(counted).reduce(
      (text, [mark, words]) =>
        text.replace(
          new RegExp(`(<!-- ${mark} -->\\n)[\\s\\S]*?(?=<!-- end -->)`),
          (_, begin: string) => `${begin}${words}\n`,
        ),
      page,
    );
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, fresh);
    else expect(page).toBe(fresh);
  });

  it.each(corpus)('$file, which broke a promise once, is kept', ({ file: name }) => {
    expect(existsSync(join(root, 'test/fuzz/corpus', name))).toBe(true);
  });
});
