import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartFigure, figureStyle } from '../../src/render/charts/figure.ts';
import { html } from '../../src/render/html.ts';
import { htmlPage } from '../../src/render/html-page.ts';
import { axeFindings, chromiumPath, startBrowser, visit } from '../support/browser.ts';
import { chartsOf, realPortfolio } from '../support/pictures.ts';

/** A page of the pictures that the real plans give on a day: all of them, or none with very many rows. */
function pageOf(day: string, most = Number.POSITIVE_INFINITY): string {
  const charts = chartsOf(realPortfolio, day).filter(({ table }) => table.rows.length <= most);
  return htmlPage({
    language: 'en-GB',
    title: 'Pictures',
    meta: [],
    style: figureStyle,
    body: html`<header><h1>Pictures</h1></header><main>${charts.map(chartFigure)}</main>`,
  });
}

/** Of every drawing that is shown: its layout, what stands out of it or over another text, and its least text. */
interface Shown {
  readonly layout: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly outside: string[];
  readonly over: string[];
  readonly size: number;
}

function shownOn(page: Page): Promise<Shown[]> {
  return page.evaluate<Shown[]>(`[...document.querySelectorAll('.chart svg')]
    .filter((svg) => svg.getBoundingClientRect().width > 0)
    .map((svg) => {
      const box = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')].map((one) => ({ said: one.textContent, box: one.getBoundingClientRect() }));
      const all = [...svg.querySelectorAll('text, rect, path, circle')].map((one) => ({ said: one.outerHTML, box: one.getBoundingClientRect() }));
      const crosses = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
      return {
        layout: svg.getAttribute('class'),
        name: svg.querySelector('title').textContent,
        width: box.width,
        height: box.height,
        outside: all.filter((one) => one.box.left < box.left - 1 || one.box.right > box.right + 1 || one.box.top < box.top - 1 || one.box.bottom > box.bottom + 1).map((one) => one.said),
        over: texts.flatMap((one, at) => texts.slice(at + 1).filter((other) => crosses(one.box, other.box)).map((other) => one.said + ' / ' + other.said)),
        size: box.width / svg.viewBox.baseVal.width * 16,
      };
    })`);
}

describe.skipIf(chromiumPath === undefined)('pictures in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['2023-03-31', 320],
    ['2023-05-01', 1280],
  ])(
    'on %s, %i wide: axe finds nothing, and the page asks for and says nothing',
    async (day, width) => {
      const { page, said } = await visit(browser, pageOf(day, 60), { width });
      await page.evaluate(
        "for (const one of document.querySelectorAll('details')) one.setAttribute('open', '')",
      );
      expect(await axeFindings(page)).toEqual([]);
      expect(said).toEqual([]);
      await page.context().close();
    },
  );

  it.each([
    [1280, 'chart-wide', 16],
    [800, 'chart-wide', 12],
    [640, 'chart-narrow', 16],
    [320, 'chart-narrow', 13],
  ])(
    '%i wide: one drawing of each, legible, nothing cut or over one another',
    async (width, layout, size) => {
      const { page } = await visit(browser, pageOf('2023-05-01'), { width, script: false });
      const shown = await shownOn(page);
      expect(new Set(shown.map((one) => one.layout))).toEqual(new Set([layout]));
      expect(new Set(shown.map(({ name }) => name)).size).toBe(shown.length);
      expect(shown.length).toBeGreaterThan(10);
      for (const one of shown) {
        expect({ ...one, outside: one.outside, over: one.over }).toMatchObject({
          outside: [],
          over: [],
        });
        expect(one.size).toBeGreaterThanOrEqual(size);
      }
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
      await page.context().close();
    },
  );

  it('on paper: the wide drawings, none taller than a page', async () => {
    const { page } = await visit(browser, pageOf('2023-05-01'), { width: 1040 });
    await page.emulateMedia({ media: 'print' });
    const shown = await shownOn(page);
    expect(new Set(shown.map(({ layout }) => layout))).toEqual(new Set(['chart-wide']));
    // A4 across less its margins, in pixels of CSS.
    for (const { height } of shown)
      expect(height).toBeLessThanOrEqual(((210 - 12 - 15) / 25.4) * 96);
    await page.context().close();
  });

  it('in colours that the reader forces: dark on white, as drawn', async () => {
    const { page } = await visit(browser, pageOf('2023-05-01', 60), { width: 1280 });
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const colours = await page.evaluate(
      "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.querySelector('.chart')))",
    );
    expect(colours).toEqual(['rgb(11, 12, 12)', 'rgb(255, 255, 255)']);
    await page.context().close();
  });

  it('what these tests look for is found where it is', async () => {
    const bad = `<div class="chart"><svg class="x" viewBox="0 0 100 40" width="100"><title>bad</title><text x="90" y="25">too long</text><text x="0" y="25">one</text><text x="2" y="25">two</text></svg></div>`;
    const { page } = await visit(browser, bad, { script: false });
    const [shown] = await shownOn(page);
    expect(shown?.outside.length).toBe(1);
    expect(shown?.over).toEqual(['one / two']);
    await page.context().close();
  });
});
