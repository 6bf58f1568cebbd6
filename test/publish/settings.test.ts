import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../support/memory-host.ts';
import { png } from '../support/png.ts';
import { docxAsHtml } from '../support/published.ts';
import { tablesIn, textOf } from '../support/tables.ts';

const plan = `plan: x
title: Cadw cofnodion
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: not-agreed
    reason:
      category: [policy]
      text: No.
  - id: "2"
    text: Keep more records.
    agreement: agreed
    actions:
      - id: "2.1"
        action: Publish a guide.
        owner: Team
        target: 2023-06
        progress:
          - date: 2023-03-01
            status: in-progress
            text: Drafted.
`;

async function publish(settings: string, more: Record<string, Uint8Array | string> = {}) {
  const argv = [
    'publish',
    'x.yaml',
    '--output',
    'p.html',
    '--output',
    'p.docx',
    '--output',
    'p.md',
  ];
  const result = await run(argv, { 'x.yaml': plan, 'actionplan.yaml': settings, ...more });
  return { ...result, html: result.written['p.html'] ?? '' };
}

describe('settings of publish', () => {
  it('are sound as the documentation shows them', async () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/publishing.md'), 'utf8');
    const [, settings = ''] = /```yaml\n(publish:[\s\S]*?)```/.exec(page) ?? [];
    const { exit, html } = await publish(settings, { 'images/logo.png': png(2, 1) });
    expect(exit).toBe(0);
    expect(textOf(html)).toContain('Updated response');
    expect(tablesIn(html).flatMap(([head]) => head)).toContain('Lead');
  });

  it('choose columns and their order; what has none stays in the document', async () => {
    const { html } = await publish(
      'publish:\n  columns: [item, target, actions, progress]\n  headings:\n    target: By when\n',
    );
    const [head, ...rows] = tablesIn(html).find(([row]) => row?.includes('By when')) ?? [];
    expect(head).toEqual([
      'Recommendation',
      'By when',
      'Response: action taken or planned',
      'Progress update',
    ]);
    expect(rows).toEqual([
      ['Recommendation 1: Keep records.', 'This is not agreed. Reason (policy): No.'],
      ['Recommendation 2: Keep more records.', 'This is agreed.'],
      ['June 2023', '2.1 Publish a guide. Owner: Team', '1 March 2023 · In progress Drafted.'],
    ]);
  });

  it('cannot lose the actions', async () => {
    const { html } = await publish('publish:\n  columns: [item, owner]\n');
    expect(textOf(html)).toContain('2.1 Publish a guide. Target: June 2023');
    expect(textOf(html)).toContain('Drafted.');
  });

  it('give a title, an introduction, and other ones to one plan', async () => {
    const settings = `publish:
  title: Response
  introduction: All plans.
  plans:
    x:
      introduction: This plan.
`;
    const { html } = await publish(settings);
    expect(html).toContain('<p class="kicker">Response</p>');
    expect(textOf(html)).toContain('This plan.');
    expect(textOf(html)).not.toContain('All plans.');
  });

  it('give Welsh words', async () => {
    const { html, bytes } = await publish('publish:\n  language: cy\n');
    expect(html).toContain('<html lang="cy-GB">');
    for (const text of [
      textOf(html),
      textOf(await docxAsHtml(bytes['p.docx'] ?? new Uint8Array())),
    ]) {
      expect(text).toContain('Cytunwyd');
      expect(text).toContain('Mehefin 2023');
      expect(text).not.toMatch(
        /\b(?:Agreed|June|Responsible|Progress|Target|Status|Definitions)\b/,
      );
    }
  });

  it('give a logo, with words for those who do not see it', async () => {
    const logo = png(120, 40);
    const { exit, html, bytes, written } = await publish(
      'publish:\n  logo: img/logo.png\n  logo-text: The Office\n',
      { 'img/logo.png': logo },
    );
    expect(exit).toBe(0);
    const base64 = Buffer.from(logo).toString('base64');
    expect(html).toContain(
      `src="data:image/png;base64,${base64}" width="120" height="40" alt="The Office"`,
    );
    expect(await docxAsHtml(bytes['p.docx'] ?? new Uint8Array())).toContain(
      `<img alt="The Office" src="data:image/png;base64,${base64}"`,
    );
    expect(written['p.md']).not.toContain('logo');
  });

  it.each([
    [
      'above its folder',
      'publish:\n  logo: ../logo.png\n  logo-text: x\n',
      'is not below the folder of the settings',
    ],
    [
      'from the root',
      'publish:\n  logo: /etc/logo.png\n  logo-text: x\n',
      'is not below the folder of the settings',
    ],
    [
      'that is missing',
      'publish:\n  logo: none.png\n  logo-text: x\n',
      'cannot be read: there is no such file',
    ],
    ['that is no PNG', 'publish:\n  logo: x.yaml\n  logo-text: x\n', 'is not a PNG file'],
    ['without words', 'publish:\n  logo: l.png\n', 'has no `logo-text`'],
  ])('refuse a logo %s', async (_, settings, words) => {
    const { exit, stderr } = await publish(settings, { 'l.png': png(1, 1) });
    expect({ exit, stderr }).toMatchObject({ exit: 2, stderr: expect.stringContaining(words) });
  });

  it.each([
    ['a column there is not', 'publish:\n  columns: [item, owners]\n'],
    ['a field there is not', 'publish:\n  tilte: Response\n'],
    ['a field there is not for a plan', 'publish:\n  plans:\n    x:\n      languag: cy\n'],
  ])('are found faulty with %s', async (_, settings) => {
    const { exit, stderr } = await publish(settings);
    expect(exit).toBe(2);
    expect(stderr).toMatch(
      /^error: actionplan\.yaml cannot be read, so there is no document: line \d: /,
    );
    const validated = await run(['validate', '.', '--format', 'compact'], {
      'x.yaml': plan,
      'actionplan.yaml': settings,
    });
    expect(validated.stdout).toMatch(/^actionplan\.yaml:\d+:\d+: error: .*\[schema\]/m);
  });
});
