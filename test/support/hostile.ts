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
  '\u061c\u200e\u200f\u2067\u2069',
  '\u2060\u00ad\u034f\u115f\u3164\uffa0\u{e0041}',
  '\u001bPq\u001b\\',
  'over\rwritten',
  '::set-output name=a::b',
  '::group::x',
  '##vso[task.setvariable variable=a]b',
  '+1',
  '-1+1',
  '@SUM(1)',
  '\t=1',
  '\n=1',
  '\uff1d1',
  '=HYPERLINK("http://h.example")',
  '"=1',
  'ftp://i.example mailto:j@k.example',
  '<http://l.example> <m@n.example>',
  '- x',
  '1. x',
  '> x',
  '---',
  '&lt;img&gt; &#60;img&#62;',
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

/** A plan with findings of many rules, in which every text is the hostile one. */
export function faultyPlan(text: string): string {
  const value = JSON.stringify(text);
  return `plan: ${value}
title: ${value}
kind: inspection
submitted: 2022-03-04
rounds:
  - date: 2023-03-27
    title: ${value}
recommendations:
  - id: ${value}
    text: ${value}
    agreement: ${value}
    reason: {category: ${value}, text: ${value}}
    see: [${value}]
    actions:
      - id: ${JSON.stringify(`${text}.1`)}
        action: ${value}
        owner: ${value}
        target: ${value}
        ${value}: ${value}
        depends-on: [${value}]
      - id: "1.2"
        action: ${value}
        owner: ${value}
        target: 2022-06
        tags: [${value}]
        progress: [{date: 2023-01-02, status: in-progress, target: 2023-02, text: ${value}}]
`;
}

/** A plan that every command can read, in which every text that may be any is the hostile one. */
export function soundPlan(text: string): string {
  const value = JSON.stringify(text);
  return `plan: sound
title: ${value}
kind: inspection
item: ${value}
report: {title: ${value}, publisher: ${value}}
by: [${value}]
submitted: 2022-03-04
notes: ${value}
recommendations:
  - id: "1"
    to: [${value}]
    theme: ${value}
    text: ${value}
    agreement: partly-agreed
    reason: {category: policy, text: ${value}}
    agreed-part: ${value}
    response: ${value}
    see: [${value}]
    standards: [${value}]
    tags: [${value}]
    actions:
      - id: "1.1"
        action: ${value}
        measure: ${value}
        owner: [${value}, Team]
        target: 2022-06
        depends-on: [${value}]
        tags: [${value}]
        progress:
          - date: 2023-01-02
            status: in-progress
            target: 2023-02
            by: ${value}
            text: ${value}
            evidence: [{title: ${value}, href: ${value}}]
      - id: "1.2"
        action: ${value}
        owner: ${value}
        target: ${JSON.stringify(`when: x ${text.replace(/\s+/g, ' ')}`)}
        progress:
          - {date: 2023-03-02, status: complete, text: ${value}}
      - id: "1.3"
        action: ${value}
        owner: ${value}
        target: 2023-05-20
`;
}
