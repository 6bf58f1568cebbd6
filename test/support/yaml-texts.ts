import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { rules } from '../../src/rules/index.ts';
import { parseGolden } from './golden.ts';

const root = join(import.meta.dirname, '../..');
const plansFolder = join(root, 'plans');
const casesFolder = join(root, 'test/golden/cases');

/** The YAML files of this repository, by path. */
export const ownFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(plansFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(join(plansFolder, name), 'utf8')]),
);

/** Plans, the inputs of golden files and the examples of rules: much of it faulty on purpose. */
const texts: readonly string[] = [
  ...ownFiles.values(),
  ...readdirSync(casesFolder).flatMap((name) =>
    Object.values(parseGolden(readFileSync(join(casesFolder, name), 'utf8')).files),
  ),
  ...rules.flatMap(({ examples: { bad, good } }) =>
    [bad, good].flatMap((files) => (typeof files === 'string' ? files : Object.values(files))),
  ),
];

/** Some lines of a file, from one that does not stand right of the others. */
const excerpt = fc
  .tuple(fc.constantFrom(...texts), fc.nat(), fc.integer({ min: 1, max: 40 }))
  .map(([text, from, count]) => {
    const lines = text.split('\n');
    const chosen = lines.slice(from % lines.length, (from % lines.length) + count);
    const indent = Math.min(
      ...chosen.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)),
    );
    return chosen.map((line) => line.slice(indent)).join('\n');
  });

// biome-ignore format: a table
const word = fc.constantFrom(
  'a', 'Yes', '1.10', 'x:y', '#5', 'a#b', '-', '- b', '"q"', "it's", '\\', 'é', '“c”', '…', '💡',
  ':', '?', '|', '>', '[', ']', '{', '}', ',', '&', '*', '!', '%', '@', '~', '...', '---', '=',
);
const wording = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constant('word') }, word), { maxLength: 12 })
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', ' \n', '\n '), {
        minLength: words.length,
        maxLength: words.length,
      })
      .map((gaps) => words.map((one, index) => one + (gaps[index] ?? '')).join('')),
  );
const key = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.constantFrom('a', 'b', 'c-d', 'e.f', 'g_h', '1', '1.1', 'constructor'),
  },
  word,
);
const { structure } = fc.letrec<{ structure: unknown; mapping: unknown; list: unknown }>((tie) => ({
  structure: fc.oneof({ maxDepth: 4 }, wording, tie('mapping'), tie('list')),
  mapping: fc.dictionary(key, tie('structure'), { maxKeys: 4 }),
  list: fc.array(tie('structure'), { maxLength: 4 }),
}));
const written = fc
  .tuple(
    fc.dictionary(key, structure, { minKeys: 1, maxKeys: 4 }),
    fc.record({
      lineWidth: fc.constantFrom(0, 24, 80),
      indent: fc.constantFrom(1, 2, 4),
      indentSeq: fc.boolean(),
      blockQuote: fc.constantFrom<(boolean | 'literal' | 'folded')[]>(
        true,
        false,
        'literal',
        'folded',
      ),
      defaultStringType: fc.constantFrom<('PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE')[]>(
        'PLAIN',
        'QUOTE_DOUBLE',
        'QUOTE_SINGLE',
      ),
    }),
  )
  .map(([value, options]) => stringify(value, { ...options, doubleQuotedMinMultiLineLength: 20 }));

/** What a slip of the hand may put into a file, or a merge, or someone who wants to do harm. */
// biome-ignore format: a table
const slip = fc.constantFrom(
  ' ', '  ', '\n', '\n\n', ' \n', '\n ', '\t', '\r\n', '\r', ':', ': ', '- ', '-', '#', ' #',
  '"', "'", "''", '\\', '\\n', '\\"', '|', '>', '|+\n', '>-\n', '>+\n\n', '|2-\n', '[', ']', '{',
  '}', ',', '[a, "b"]', '[]', '&a ', '*a', '!t ', '%', '@', '`', '? ', '---\n', '...\n', '<<: ',
  'a: b\n', '- a\n', '# c\n', '\n# c\n', ' # c', 'é', '\u00a0', '\u2028', '\ufeff', '\u0085', '😀',
);
const change = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'delete', 'shift', 'repeat', 'drop', 'cut'),
  at: fc.nat(),
  length: fc.integer({ min: 1, max: 4 }),
  slip,
});

function changed(text: string, one: { kind: string; at: number; length: number; slip: string }) {
  const at = one.at % (text.length + 1);
  if (one.kind === 'insert') return text.slice(0, at) + one.slip + text.slice(at);
  if (one.kind === 'delete') return text.slice(0, at) + text.slice(at + one.length);
  if (one.kind === 'cut') return text.slice(0, at);
  const lines = text.split('\n');
  const number = one.at % lines.length;
  const line = lines[number] ?? '';
  const shifted = one.at % 2 === 0 ? ' '.repeat(one.length) + line : line.slice(one.length);
  const by = { shift: [shifted], repeat: [line, line], drop: [] }[one.kind] ?? [];
  return lines.toSpliced(number, 1, ...by).join('\n');
}

/** Texts from real and generated files, most of them changed in a few places. */
export const yamlText: fc.Arbitrary<string> = fc
  .tuple(fc.oneof(excerpt, written), fc.array(change, { maxLength: 2 }))
  .map(([text, changes]) => changes.reduce(changed, text));
