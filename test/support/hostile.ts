import fc from 'fast-check';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { rules } from '../../src/rules/index.ts';

/** Texts that act somewhere: on a terminal, in a CI log, in XML, Markdown, HTML or a table. */
export const HOSTILE = [
  '::error::x',
  '::error file=a,line=1::x',
  '\n::stop-commands::x',
  '\r\n  ::add-mask::x',
  '##[error]x',
  'a ##[add-mask]x',
  '%0A::error::x',
  '%25',
  'a:b,c=d',
  '::',
  ']]>',
  '<![CDATA[',
  '&amp;&#64;',
  '"><script>alert(1)</script>',
  "' onload='x",
  '<img src=x onerror=y>',
  '<!-- x -->',
  '</details>',
  '![a](http://b.example/c.png)',
  '[a](javascript:b)',
  '[a]: http://b.example',
  'http://c.example www.d.example e@f.example',
  '@someone',
  '#12 GH-12 o/r#3',
  '| a | b |',
  '\\| \\@ \\',
  '`code` ```',
  '**b** _i_ ~~s~~',
  '# heading',
  '$x$ and $$y$$',
  '=1+1',
  '\u001b[31m',
  '\u009b2J',
  '\u001b]8;;http://g.example\u0007',
  '\u202e\u2066\u200b\ufeff',
  '\u0000\u0007\u0008\u000b\u000c\u007f',
  '\u2028\u2029\u0085',
  '\ud800',
  '\ufffe\uffff',
  '{0}',
  '__proto__',
  '',
] as const;

/** Hostile texts, alone, within others and mixed with any characters. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(''));

const position = fc.record({
  line: fc.integer({ min: 1, max: 9 }),
  column: fc.nat(20).map((n) => n + 1),
});

/** Findings of real rules in which every text from outside is hostile. */
export const hostileDiagnostic: fc.Arbitrary<Diagnostic> = fc.record({
  rule: fc.constantFrom(...rules.map(({ id }) => id)),
  severity: fc.constantFrom('error', 'warning', 'info'),
  message: hostileText,
  help: fc.option(hostileText),
  file: hostileText.map((text) => `plans/${text}`),
  range: fc.tuple(position, position).map(([start, end]) => ({
    start,
    end: { line: start.line + end.line - 1, column: start.column + end.column },
  })),
  plan: fc.option(hostileText),
  item: fc.option(hostileText),
  fixable: fc.boolean(),
  waived: fc.boolean(),
});
