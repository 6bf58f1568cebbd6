/** Texts that would act if a format let them, and how they are shown as text. */
const TEXTS = {
  element: '<script>alert(1)</script><img src=x onerror=alert(2)>',
  attribute: '" onmouseover="alert(3)" x="',
  entity: '&lt;b&gt;already&lt;/b&gt; &amp;#60;',
  comment: '--> <!-- ]]> </style></title>',
  markdown: '[click](javascript:alert(4)) ![i](https://evil.example/x.png) `code` | cell | **b**',
  autolink: 'https://evil.example/a www.evil.example @someone #1 user@evil.example',
  formula: '=HYPERLINK("https://evil.example","x")',
  field: '{ HYPERLINK "https://evil.example" } \\* MERGEFORMAT',
  xml: '<w:p><w:r><w:t>x</w:t></w:r></w:p>',
} as const;

/** Characters that act or hide, and how they are shown. */
const HIDDEN = 'a\u001b[31mb\u0007c\u202ed\u2066e\u200bf\u0000g\ufffe';

const text = [...Object.values(TEXTS), HIDDEN].join(' ');

const LINKS = [
  'javascript:alert(5)',
  ' JaVaScRiPt:alert(6)',
  'java\tscript:alert(7)',
  'data:text/html,<script>alert(8)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example/x',
  '\\\\evil.example\\x',
  '/etc/passwd',
  'https://evil.example/"onclick="x)',
  'https:evil.example',
  'mailto:a@example.org',
  'evidence/a (1).xls',
];

export const HOSTILE = {
  text,
  links: LINKS,
  /** What readers must see of them. */
  shown: {
    element: TEXTS.element,
    attribute: TEXTS.attribute.trim(),
    entity: TEXTS.entity,
    markdown: TEXTS.markdown,
    formula: TEXTS.formula,
    xml: TEXTS.xml,
    hidden: 'a<U+001B>[31mb<U+0007>c<U+202E>d<U+2066>e<U+200B>f',
  },
};

/** A plan with such texts in every field that takes a text. */
export function hostilePlan(kind: string): object {
  return {
    plan: 'x',
    title: text,
    kind,
    item: '<b>item</b>',
    report: { title: text, publisher: text, url: 'https://evil.example/"><script>' },
    by: [text],
    submitted: '2022-03-04',
    rounds: [{ date: '2023-01-31', title: text }],
    recommendations: ['1', '2'].map((id) => ({
      id,
      to: [text],
      ...(id === '2' ? { theme: text } : {}),
      text,
      agreement: 'partly-agreed',
      reason: { category: ['policy'], text },
      'agreed-part': text,
      response: `${text}\n- ${text}\n1. ${text}`,
      see: [text],
      actions: [
        {
          id: `${id}.1`,
          action: text,
          measure: text,
          achievable: text,
          realistic: text,
          owner: [text],
          target: `when: ${text}`,
          'depends-on': [text],
          see: [text],
          progress: [
            {
              date: '2023-01-31',
              by: text,
              text,
              see: [text],
              evidence: LINKS.map((href) => ({ title: text, href })),
            },
            { date: '2023-02-01', status: 'in-progress', target: `when: ${text}`, text },
          ],
        },
      ],
    })),
  };
}
