import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { soundPlan } from '../support/hostile.ts';
import { run } from '../support/memory-host.ts';

const MIB = 1024 * 1024;
const PLAN = soundPlan('Keep records.');

/** Far more than anything here takes, far less than what it would take without the limit. */
const QUICK = 20_000;

async function timed(argv: readonly string[], files: Readonly<Record<string, string>>) {
  const start = performance.now();
  const result = await run(argv, files);
  expect(result.exit).toBeLessThan(3);
  expect(performance.now() - start).toBeLessThan(QUICK);
  return result;
}

describe('files made to exhaust the reader', () => {
  it.each([
    [
      'an alias bomb',
      `a: &a [x, x]\n${Array.from({ length: 30 }, (_, i) => `k${i}: &k${i} [*${i === 0 ? 'a' : `k${i - 1}`}, *${i === 0 ? 'a' : `k${i - 1}`}]`).join('\n')}\n`,
      /`&` begins an anchor/,
    ],
    ['an alias of itself', 'plan: &a [*a]\n', /`&` begins an anchor/],
    ['a merge key', `${PLAN}<<: {notes: x}\n`, /merge key/],
    [
      'a tag that makes something else of a text',
      `${PLAN}notes: !!binary AAAA\n`,
      /`!` begins a tag/,
    ],
    ['a directive for another version', `%YAML 1.1\n---\n${PLAN}`, /`%` begins a directive/],
    [
      '20,000 anchors',
      Array.from({ length: 20_000 }, (_, i) => `k${i}: &a${i} x\n`).join(''),
      /anchor/,
    ],
    ['many "1,"', `a: [${'1,'.repeat(MIB / 2 - 10)}]`, /250,000 parts/],
    ['many tags', '- !a\n'.repeat(200_000), /`!` begins a tag/],
    ['brackets that never close', '['.repeat(MIB - 1), /64 levels/],
    ['braces that never close', '{a: '.repeat(200_000), /64 levels/],
    ['lists in lists', `plan: ${'- '.repeat(400_000)}x`, /error/],
    ['keys in keys', '? '.repeat(500_000), /error/],
    ['30,000 keys', Array.from({ length: 30_000 }, (_, i) => `k${i}: 1\n`).join(''), /error/],
    ['one key 30,000 times', 'a: 1\n'.repeat(30_000), /given twice/],
    [
      '30,000 unknown fields',
      PLAN + Array.from({ length: 30_000 }, (_, i) => `k${i}: 1\n`).join(''),
      /unknown field/,
    ],
    ['quotes that never close', `${PLAN}notes: ${'"'.repeat(900_000)}`, /error/],
    ['a file of blank lines', PLAN + '\n'.repeat(1_000_000), /checked|warning|error/],
  ])('ends with a finding, in time: %s', async (_, text, words) => {
    const { stdout } = await timed(['validate', '.', '--format', 'compact'], {
      'plans.yaml': text,
    });
    expect(stdout).toMatch(words);
  });

  it('two files nested too deep, one after the other', async () => {
    const deep = '['.repeat(5_000);
    const { stdout } = await timed(['validate', '.', '--format', 'compact'], {
      'a.yaml': deep,
      'b.yaml': deep,
    });
    expect(stdout.match(/64 levels/g)).toHaveLength(2);
  });

  it.each([
    ['line breaks', '\n'],
    ['spaces', ' '],
    ['colons', '::'],
    ['combining marks', '\u0301'],
    ['escapes', '\u001b['],
    ['hashes', '##['],
    ['one long word', 'a'],
  ])('a very long text is written in every format, in time: %s', async (_, sign) => {
    const long = `a${sign.repeat(Math.floor(450_000 / JSON.stringify(sign).length))}b`;
    const entry = `text: ${JSON.stringify('Keep records.')}\n            evidence`;
    const plan = PLAN.replace(
      entry,
      entry.replace('Keep records.', () => JSON.stringify(long).slice(1, -1)),
    );
    const files = {
      'plan.yaml': `${plan}notes: ${JSON.stringify(long)}\n`.replace(/notes: "Keep.*\n/, ''),
    };
    const as = ['--as-of', '2023-05-01', '--format'];
    for (const format of ['table', 'markdown', 'csv', 'json']) {
      const { exit, stdout } = await timed(['report', 'slippage', '.', ...as, format], files);
      expect([format, exit]).toEqual([format, 0]);
      if (format === 'json') expect(JSON.parse(stdout).rows[0].moves[0].reason).toBe(long);
    }
    const outputs = ['pretty', 'github', 'sarif', 'junit', 'markdown'];
    await timed(
      ['validate', '.', ...outputs.flatMap((one) => ['--output', `${one}:${one}`])],
      files,
    );
  });
});

describe('what settings and plans can set', () => {
  it.each([
    'max-bytes',
    'maxBytes',
    'limits',
    'limit',
    'depth',
    'extends',
    'plugins',
    'require',
    'command',
    'format',
    'output',
  ])('no limit can be raised, and nothing loaded, from the repository: %s', async (key) => {
    const files = {
      'actionplan.yaml': `${key}: 99999999\n`,
      'plan.yaml': `${PLAN}#${' '.repeat(MIB)}\n`,
    };
    const { stdout, exit } = await run(['validate', '.', '--format', 'compact'], files);
    expect(stdout).toContain(`unknown field \`${key}\``);
    expect(stdout).toContain('limit of 1 MiB');
    expect(exit).toBe(2);
  });

  it.each([
    ['three times any folder', '**/a/**/a/**/a/**'],
    ['twenty stars', `${'a*'.repeat(20)}b`],
    ['201 characters', 'a'.repeat(201)],
    ['100,000 stars', '**'.repeat(50_000)],
  ])('a pattern that would take for ever is refused: %s', async (_, pattern) => {
    const deep = `${'a/'.repeat(300)}c.yaml`;
    for (const settings of [
      { ignore: [pattern] },
      { ignore: pattern },
      { overrides: [{ files: pattern, rules: { schema: 'off' } }] },
    ]) {
      const files = { 'actionplan.yaml': stringify(settings), [deep]: PLAN };
      const { stdout, exit } = await timed(['validate', '.', '--format', 'compact'], files);
      expect(stdout).toMatch(/has more signs than a pattern can have/);
      expect(exit).toBe(2);
    }
  });

  it('patterns that are within the limits take no time, however long the paths', async () => {
    const ignore = [
      '**/*a*/**/*a*b',
      '*/**/*/**/*b',
      'a/**/a/**/b',
      '[z-a]',
      '\\',
      '[',
      '!',
      '(',
      'a{1,',
    ];
    const paths = Array.from({ length: 20 }, (_, at) => `${'a/'.repeat(240 + at)}c.yaml`);
    const files = Object.fromEntries(paths.map((path) => [path, PLAN]));
    const { stderr } = await timed(['validate', '.'], {
      ...files,
      'actionplan.yaml': stringify({ ignore }),
      [`${'a/'.repeat(2_000)}c.yaml`]: PLAN,
    });
    expect(stderr).toContain('22 files');
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])(
    'a key that every object has is a key like any other: %s',
    async (key) => {
      const before = Object.getOwnPropertyNames(Object.prototype).sort();
      const files = {
        'plan.yaml': `${PLAN}${key}: {polluted: "yes"}\n`,
        'inner.yaml': PLAN.replace('plan: sound', 'plan: inner').replace(
          '        measure:',
          `        ${key}: {polluted: "yes"}\n        measure:`,
        ),
        'first.yaml': `${key}: {polluted: "yes"}\n`,
        'owners.yaml': `owners:\n  - {id: a, organisation: ${key}, ${key}: x}\n`,
        'standards.yaml': `standards: s\ntitle: S\ndomains: []\n${key}: x\n`,
        'actionplan.yaml': `rules: {${key}: "off"}\noverrides: [{files: "*", rules: {${key}: error}}]\n${key}: x\n`,
      };
      const { stdout, exit } = await run(['validate', '.', '--format', 'json'], files);
      const found: { file: string; message: string }[] = JSON.parse(stdout).findings;
      const named = found.filter(({ message }) => message.includes(`\`${key}\``));
      expect([...new Set(named.map(({ file }) => file))].sort()).toEqual(
        Object.keys(files)
          .filter((file) => file !== 'first.yaml')
          .sort(),
      );
      expect(found.some(({ file }) => file === 'first.yaml')).toBe(true);
      expect(exit).toBe(2);
      for (const argv of [
        ['explain', key],
        ['report', key],
        ['schema', key],
        ['validate', '--rule', key],
        ['validate', '--format', key],
        [key],
      ]) {
        expect([argv, (await run(argv, files)).exit]).toEqual([argv, 2]);
      }
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
      expect('polluted' in {}).toBe(false);
    },
  );
});
