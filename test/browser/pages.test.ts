import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { axeFindings, chromiumPath, startBrowser, visit } from '../support/browser.ts';
import { hostilePlan } from '../support/hostile-plan.ts';
import { run, runHere } from '../support/memory-host.ts';

const DAY = '2025-06-01';

const pages: readonly (readonly [name: string, argv: readonly string[]])[] = [
  ['an inspection', ['publish', 'hmpps-mental-health', '--as-of', DAY]],
  ['a thematic review', ['publish', 'long-wait', '--as-of', DAY]],
  ['a case review', ['publish', 'hsab-case-review', '--as-of', DAY]],
  ['a strategy', ['publish', 'improving-health', '--as-of', DAY]],
  ...[
    'overdue',
    'completed --month 2023-03',
    'owners',
    'summary --month 2023-03',
    'upcoming',
    'slippage',
    'stale',
    'standards',
    'smart',
  ].map(
    (report) =>
      [
        `report ${report}`,
        ['report', ...report.split(' '), '--as-of', '2023-05-01', '--format', 'html'],
      ] as const,
  ),
];

describe.skipIf(chromiumPath === undefined)('pages in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it('what these tests look for is found where it is', async () => {
    const bad =
      '<h1>x</h1><script>console.log(1)</script><img src="http://evil.example/x.png" onerror="alert(2)">';
    const { page, said } = await visit(browser, bad);
    expect([...said].sort()).toEqual([
      'console: 1',
      'console: Failed to load resource: net::ERR_FAILED',
      'dialog: 2',
      'request: http://evil.example/x.png',
    ]);
    expect((await axeFindings(page)).map((one) => one.split(':')[0])).toContain('image-alt');
    await page.context().close();
  });

  it.each(pages)('%s: asks for nothing, says nothing, and axe finds nothing', async (_, argv) => {
    const { stdout } = await runHere(argv);
    const { page, said } = await visit(browser, stdout);
    expect(await axeFindings(page)).toEqual([]);
    expect(said).toEqual([]);
    const outline = await page
      .locator('h1, h2, h3')
      .evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))));
    expect(outline[0]).toBe(1);
    outline.forEach((level, at) => expect(level - (outline[at - 1] ?? 1)).toBeLessThanOrEqual(1));
    await page.context().close();
  });

  it('changes: asks for nothing, says nothing, axe finds nothing, and it fits a telephone', async () => {
    const story = readFileSync(join(import.meta.dirname, '../changes/story/diff.html'), 'utf8');
    const { page, said } = await visit(browser, story, { width: 320 });
    expect(await axeFindings(page)).toEqual([]);
    expect(said).toEqual([]);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  it.each(pages)(
    '%s: on a telephone only tables are wider than the screen, and they scroll',
    async (_, argv) => {
      const { stdout } = await runHere(argv);
      const { page } = await visit(browser, stdout, { width: 320, script: false });
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(320);
      await page.context().close();
    },
  );

  it.each(['inspection', 'thematic-review', 'case-review', 'strategy'])(
    'hostile texts in a plan of kind %s do nothing',
    async (kind) => {
      const files = { 'x.yaml': stringify(hostilePlan(kind)) };
      for (const argv of [
        ['publish', 'x.yaml'],
        ['report', 'slippage', '.', '--format', 'html'],
        ['report', 'owners', '.', '--format', 'html'],
      ]) {
        const { exit, stdout } = await run(argv, files);
        expect(exit).toBe(0);
        const { page, said } = await visit(browser, stdout);
        await page.evaluate(
          "for (const one of document.querySelectorAll('*')) for (const event of ['mouseover', 'focus', 'click']) if (one.tagName !== 'A') one.dispatchEvent(new Event(event))",
        );
        expect(said).toEqual([]);
        expect(
          await page.locator('script, img, iframe, [onerror], [onclick], [onmouseover]').count(),
        ).toBe(0);
        await page.context().close();
      }
    },
  );

  it('prints on A4 across, with the headings of a table on every page', async () => {
    const { stdout } = await runHere(['publish', 'hmpps-mental-health', '--as-of', DAY]);
    const { page } = await visit(browser, stdout);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = new Set([...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) => box));
    expect(
      [...sizes].map((box) =>
        box
          ?.trim()
          .split(/\s+/)
          .map((n) => Math.round(Number(n))),
      ),
    ).toEqual([[0, 0, 842, 595]]);
    await page.emulateMedia({ media: 'print' });
    const shown = await page.evaluate<string[]>(
      "[...document.querySelectorAll('thead')].map((head) => getComputedStyle(head).display)",
    );
    expect(new Set(shown)).toEqual(new Set(['table-header-group']));
    await page.context().close();
  });
});
