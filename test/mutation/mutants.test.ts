import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

interface Mutant {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly line: number;
}
type Mutate = (
  file: string,
  source: string,
  wanted: () => boolean,
  first: number,
) => { mutants: Mutant[]; text: string };
const { mutate } = (await import(new URL('mutants.js', import.meta.url).href)) as {
  mutate: Mutate;
};

interface Exports {
  readonly count: (list: readonly object[]) => string;
  readonly numbers: () => Iterable<number>;
}

const every = () => true;

/** Each change of a source, as "was => is". */
function changes(source: string): string[] {
  return mutate('x.ts', source, every, 0).mutants.map(
    ({ start, end, text }) => `${source.slice(start, end)} => ${text}`,
  );
}

describe('the mutants of a source', () => {
  it.each<[string, string, string[]]>([
    ['comparisons', 'a < b; a === b', ['a < b => a <= b', 'a < b => a >= b', 'a === b => a !== b']],
    ['arithmetic', 'a + b; a * b; -a', ['a + b => a - b', 'a * b => a / b', '-a => a']],
    ['logic', 'a && b; a ?? b; !a', ['a && b => (a) || (b)', 'a ?? b => (a) && (b)', '!a => a']],
    [
      'literals',
      'f(true, 1, "x", "")',
      ['true => false', '1 => 2', '"x" => \'\'', '"" => \'changed\''],
    ],
    ['chains', 'a?.b?.c(d)', ['a?.b?.c(d) => a?.b.c(d)', 'a?.b?.c(d) => a.b?.c(d)']],
    ['methods', 'a.some(f); a.b.filter(f)', ['a.some(f) => a.every(f)', 'a.b.filter(f) => a.b']],
    ['lists and objects', 'f([a], { b })', ['[a] => []', '{ b } => {}']],
    ['steps', 'a += b; a++', ['a += b => a -= b', 'a++ => a--']],
  ])('%s', (_, source, expected) => {
    const found = changes(source);
    expect(expected.filter((one) => !found.includes(one))).toEqual([]);
  });

  it('leave a text that joins others alone, and what only types say', () => {
    expect(changes('const x: Record<string, 1> = "a" + b as "c";')).toEqual(['"a" => \'\'']);
    expect(changes("import { a } from 'b'; export * from 'c'; type D = 'e';")).toEqual([]);
  });

  it('decide a condition both ways, and end a loop at once', () => {
    const found = changes('if (a) b(); while (c) d();');
    expect(found).toEqual(expect.arrayContaining(['a => true', 'a => false', 'c => false']));
    expect(found).not.toContain('c => true');
  });

  it('know the line they stand on', () => {
    const { mutants } = mutate('x.ts', 'a;\n\nb(1);', every, 0);
    expect(mutants.find(({ kind }) => kind === 'number')?.line).toBe(3);
  });
});

describe('a source with its mutants in it', () => {
  const source = `
    export function count(list: readonly { n?: number }[], least = 2): string {
      let sum = 0;
      for (const one of list) {
        if (one.n === undefined || one.n < least) continue;
        sum += one.n;
      }
      const last = list.at(-1)?.n?.toFixed(1) ?? 'none';
      return sum > 0 ? \`\${sum} \${last}\` : 'nothing';
    }
    export function* numbers(): Generator<number> { yield 1; yield* [2, 3]; }
  `;
  const { mutants, text } = mutate('x.ts', source, every, 100);

  /** What it says with one mutant at work. */
  function run(active: number): string {
    const { code } = transformSync(text, { loader: 'ts', format: 'cjs' });
    const module = { exports: {} as Exports };
    // oxlint-disable-next-line typescript/no-implied-eval
    new Function('module', '__m', code)(module, (number: number) => number === active);
    const { count, numbers } = module.exports;
    const lists = [[], [{ n: 1 }, {}], [{ n: 2 }], [{ n: 3 }, { n: 5 }]];
    return JSON.stringify([lists.map((list) => count(list)), [...numbers()]]);
  }

  it('does what it did while none is at work', () => {
    expect(run(-1)).toBe('[["nothing","nothing","2 2.0","8 5.0"],[1,2,3]]');
  });

  it('does something else, or fails, with each of most', () => {
    const outcomes = mutants.map((_, index) => {
      try {
        return run(100 + index);
      } catch {
        return 'failed';
      }
    });
    const noticed = outcomes.filter((outcome) => outcome !== run(-1)).length;
    expect(mutants.length).toBeGreaterThan(25);
    expect(noticed / mutants.length).toBeGreaterThan(0.8);
  });
});
