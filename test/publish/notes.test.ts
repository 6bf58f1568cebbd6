import { expect, it } from 'vitest';
import { KINDS } from '../../src/model/plan-file.ts';
import { run } from '../support/memory-host.ts';
import { docxAsHtml } from '../support/published.ts';

const SECRET = 'not-for-print';

const plan = (kind: string): string => `plan: x
title: Title
kind: ${kind}
submitted: 2022-03-04
notes: ${SECRET} 1
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    response: We will.
    notes: ${SECRET} 2
    actions:
      - id: "1.1"
        action: Publish a guide.
        owner: Team
        target: 2023-06
        notes: ${SECRET} 3
        tags: [${SECRET}]
        progress:
          - date: 2023-01-01
            text: Drafted.
`;

it.each(KINDS)('notes and tags of a plan of kind %s are in no format', async (kind) => {
  const files = ['p.html', 'p.md', 'p.docx'].flatMap((file) => ['--output', file]);
  const { exit, written, bytes } = await run(['publish', 'x.yaml', ...files], {
    'x.yaml': plan(kind),
  });
  expect(exit).toBe(0);
  const docx = await docxAsHtml(bytes['p.docx'] ?? new Uint8Array());
  for (const text of [written['p.html'], written['p.md'], docx]) {
    expect(text).toContain('Publish a guide.');
    expect(text).not.toContain(SECRET);
  }
  const parts = Object.values(
    (await import('fflate')).unzipSync(bytes['p.docx'] ?? new Uint8Array()),
  );
  for (const part of parts) expect(new TextDecoder().decode(part)).not.toContain(SECRET);
});
