import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { HOSTILE, hostilePlan } from '../support/hostile-plan.ts';
import { run } from '../support/memory-host.ts';
import { docxAsHtml } from '../support/published.ts';
import { textOf } from '../support/tables.ts';

const files = ['p.html', 'p.md', 'p.docx'].flatMap((file) => ['--output', file]);
const all = await Promise.all(
  (['inspection', 'thematic-review', 'case-review', 'strategy'] as const).map(async (kind) => {
    const source = { 'x.yaml': stringify(hostilePlan(kind)), 'actionplan.yaml': 'ignore: none\n' };
    const { exit, written, bytes, stderr } = await run(['publish', 'x.yaml', ...files], source);
    return {
      kind,
      exit,
      stderr,
      html: written['p.html'] ?? '',
      markdown: written['p.md'] ?? '',
      docx: bytes['p.docx'] ?? new Uint8Array(),
    };
  }),
);

const CONTROL =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufffe\uffff]/;

describe.each(all)(
  'hostile texts in a plan of kind $kind',
  ({ exit, stderr, html, markdown, docx }) => {
    it('are published', () => {
      expect({ exit, stderr }).toMatchObject({ exit: 0 });
      expect(html.length).toBeGreaterThan(5_000);
    });

    it('are text in a page: no element, attribute or link that is not ours', () => {
      const body = html.slice(html.indexOf('<body>'));
      const tags = [...body.matchAll(/<\/?([a-zA-Z][^\s>/]*)/g)].map(([, name = '']) => name);
      const ours =
        'body header p h1 h2 h3 main dl dt dd nav ul li a div table caption span colgroup col thead tr th td tbody tfoot strong html'.split(
          ' ',
        );
      expect([...new Set(tags)].filter((tag) => !ours.includes(tag))).toEqual([]);
      const attributes = [...body.matchAll(/<[a-z][^\s>]*((?:\s[^<>]*)?)>/g)].flatMap(
        ([, list = '']) => [...list.matchAll(/([^\s="]+)="[^"]*"/g)].map(([, name]) => name),
      );
      const known =
        'class id href rel role tabindex aria-labelledby aria-label scope rowspan colspan'.split(
          ' ',
        );
      expect([...new Set(attributes)].filter((name) => !known.includes(name ?? ''))).toEqual([]);
      for (const [, href = ''] of body.matchAll(/href="([^"]*)"/g)) {
        expect(href).toMatch(/^(?:#part-\d+|https?:\/\/[^/]|mailto:|[\w.%-]+(?:\/|$))/);
      }
      expect(html).toContain('content="default-src &#39;none&#39;; style-src &#39;sha256-');
      expect(html).not.toMatch(/<script|<iframe|<link|<img|srcset|url\(/i);
      expect(CONTROL.test(html)).toBe(false);
      for (const text of Object.values(HOSTILE.shown)) expect(textOf(html)).toContain(text);
    });

    it('are text in Markdown: no HTML but breaks, no link that is not safe, no cell more', () => {
      const [stamp = '', ...lines] = markdown.split('\n');
      const rest = lines.join('\n');
      expect(stamp).toMatch(/^<!-- [a-z0-9:;. -]+ -->$/);
      expect(rest.replaceAll('<br>', '')).not.toMatch(/[<>]/);
      for (const [, href = ''] of rest.matchAll(/(?<!\\)\]\(([^)]*)\)/g)) {
        expect(href).toMatch(/^(?:https?:\/\/|mailto:|[\w.%-]+(?:\/|$))/);
      }
      for (const block of rest.split(/\n\n/).filter((one) => one.startsWith('|'))) {
        const cells = block.split('\n').map((line) => line.match(/(?<!\\)\|/g)?.length);
        expect(new Set(cells).size).toBe(1);
      }
      expect(rest).not.toMatch(/(?<![\\&#\w;])@\w|^\s*[-*+] \[[ x]\]|!\[/m);
      expect(CONTROL.test(markdown)).toBe(false);
    });

    it('are text in a DOCX: no field, no link that is not safe, nothing XML cannot hold', async () => {
      const parts = unzipSync(docx);
      for (const [name, content] of Object.entries(parts)) {
        if (!/\.(?:xml|rels)$/.test(name)) continue;
        const text = strFromU8(content);
        expect(CONTROL.test(text)).toBe(false);
        expect(text).not.toMatch(/<!DOCTYPE|<!ENTITY|w:fldSimple|w:object|w:altChunk/);
        for (const [, field = ''] of text.matchAll(/<w:instrText[^>]*>([^<]*)</g)) {
          expect(['PAGE', 'NUMPAGES']).toContain(field.trim());
        }
        for (const [, target = ''] of text.matchAll(
          /Target="([^"]*)"[^>]*TargetMode="External"/g,
        )) {
          expect(target).toMatch(/^(?:https?:\/\/|mailto:|[\w.%-]+(?:\/|$))/);
        }
      }
      const read = textOf(await docxAsHtml(docx));
      for (const text of Object.values(HOSTILE.shown)) expect(read).toContain(text);
    });
  },
);
