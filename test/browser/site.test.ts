import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { axeFindings, chromiumPath, startBrowser } from '../support/browser.ts';
import { hostilePlan } from '../support/hostile-plan.ts';
import { run, runHere, runIn } from '../support/memory-host.ts';
import { ourPlanFiles } from '../support/published.ts';
import { makeRepository, temporaryFolder } from '../support/repository.ts';
import { siteOfRun } from '../support/site.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

interface Look {
  readonly width?: number;
  /** `blocked`: the script of the site does not come, as axe needs one of its own. */
  readonly script?: boolean | 'blocked';
}

/** A plan with every kind of answer and state: short, since axe looks at each element. */
const PLAN = stringify({
  plan: 'records',
  title: 'Inspection of record keeping',
  kind: 'inspection',
  report: { title: 'Record keeping', publisher: 'The Inspectorate', url: 'https://example.org/' },
  submitted: '2022-03-04',
  rounds: [{ date: '2023-03-27', title: 'First update' }],
  recommendations: ['agreed', 'partly-agreed', 'not-agreed', 'agreed'].map((agreement, at) => ({
    id: String(at + 1),
    to: ['The Ministry'],
    text: 'Keep records up to date.',
    agreement,
    ...(agreement === 'agreed'
      ? {}
      : { reason: { category: ['policy'], text: 'Not ours to do.' } }),
    ...(agreement === 'partly-agreed' ? { 'agreed-part': 'What is ours.' } : {}),
    actions:
      agreement === 'not-agreed'
        ? []
        : [
            ['paused', '2022-06'],
            ['complete', '2023-01'],
            ['in-progress', '2026'],
            ['superseded', 'ongoing'],
          ].map(([status, target], index) => ({
            id: `${at + 1}.${index + 1}`,
            action: 'Publish a guide to record keeping for court officers.',
            measure: 'All courts have it.',
            owner:
              index === 0 ? ['Courts: Records team', 'Police: Chief'] : ['Courts: Records team'],
            target,
            progress: [
              { date: '2023-01-31', text: 'Drafted.', target: index === 0 ? '2023-06' : target },
              {
                date: '2025-03-27',
                status,
                text: 'The law has changed.\n- It took a year.',
                evidence: [{ title: 'Guide', href: 'https://example.org/guide' }],
              },
            ],
          })),
  })),
});

/** The windows in which sites are looked at, by what is looked at and how: to make one takes longer than a page. */
const windows = new Map<string, Promise<BrowserContext>>();
const sites: ReadonlyMap<string, string>[] = [];
/** What a window asked for and should not, since its page was opened. */
const asked = new Map<string, string[]>();

/** Opens a page of a site whose files come from memory: whatever else is asked for is a fault. */
async function open(
  browser: Browser,
  files: ReadonlyMap<string, string>,
  path: string,
  { width = 1280, script = true }: Look = {},
): Promise<{ page: Page; said: string[] }> {
  if (!sites.includes(files)) sites.push(files);
  const key = JSON.stringify([sites.indexOf(files), width, script]);
  const window = windows.get(key) ?? windowOn(browser, files, { width, script }, key);
  windows.set(key, window);
  const page = await (await window).newPage();
  const said = listen(page);
  asked.set(key, said);
  await page.goto(`http://site.test/${path}`, { waitUntil: 'load' });
  return { page, said };
}

async function windowOn(
  browser: Browser,
  files: ReadonlyMap<string, string>,
  { width, script }: Required<Look>,
  key: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script !== false,
  });
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    const name = decodeURI(url.pathname.slice(1));
    const own = url.host === 'site.test' ? files.get(name) : undefined;
    const body = script === 'blocked' && name === 'assets/site.js' ? '' : own;
    if (body === undefined) {
      if (!name.endsWith('favicon.ico')) asked.get(key)?.push(`request: ${url.href}`);
      await route.abort();
      return;
    }
    await route.fulfill({ body, contentType: TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain' });
  });
  return context;
}

function listen(page: Page): string[] {
  const said: string[] = [];
  page.on('console', (message) => said.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return said;
}

/** The rows of the first table with a search that are shown. */
function shownRows(page: Page): Promise<number> {
  return page.locator('[data-search] tbody tr:visible').count();
}

describe.skipIf(chromiumPath === undefined)('the site in Chromium', () => {
  let browser: Browser;
  let files: Map<string, string>;
  let large: Map<string, string>;
  const repository = makeRepository();

  beforeAll(async () => {
    repository.write('plans/records.yaml', PLAN);
    repository.write('plans/review.yaml', ourPlanFiles()['hsab-case-review.yaml'] ?? '');
    repository.commit('First');
    repository.write('plans/records.yaml', PLAN.replace('The Ministry', 'The Department'));
    const days = ['--as-of', '2025-06-01', '--month', '2025-03'];
    files = siteOfRun(
      await runIn(repository.folder, [
        'site',
        'out',
        'plans',
        ...days,
        '--since',
        'HEAD',
        '--source-url',
        'https://git.example/{revision}/{path}#L{line}',
      ]),
    );
    large = siteOfRun(await runHere(['site', 'out', 'plans', ...days]));
    browser = await startBrowser();
  });
  afterAll(async () => {
    rmSync(repository.folder, { recursive: true });
    await browser.close();
  });

  const pages = [
    'index.html',
    'plans.html',
    'plans/records.html',
    'overdue.html',
    'month.html',
    'changes.html',
    'owners.html',
    'owners/courts-records-team',
    'organisations.html',
    'organisations/courts',
    'lists/actions.html',
    'data.html',
    'about.html',
  ];

  it.each(pages)('%s: says nothing, asks for nothing, and axe finds nothing', async (name) => {
    const path = [...files.keys()].find((one) => one.startsWith(name)) ?? '';
    const phone: Look = { width: 320, script: 'blocked' };
    // Its table is the longest, and looks alike everywhere.
    const looks: readonly Look[] = name === 'data.html' ? [phone] : [{}, phone];
    for (const look of looks) {
      const { page, said } = await open(browser, files, path, look);
      expect([look, await axeFindings(page, ['target-size'])]).toEqual([look, []]);
      expect([look, said]).toEqual([look, []]);
      const outline = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((all) => all.map((heading) => Number(heading.tagName.slice(1))));
      expect(outline.filter((level) => level === 1)).toEqual([1]);
      outline.forEach((level, at) => expect(level - (outline[at - 1] ?? 1)).toBeLessThanOrEqual(1));
      // As at 400 % of 1280: only tables are wider, and scroll by themselves.
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect([look, width <= (look.width ?? 1280)]).toEqual([look, true]);
      await page.close();
    }
  });

  it('search and filters find rows, say how many, and give all back', async () => {
    const { page, said } = await open(browser, large, 'lists/actions.html');
    const all = await shownRows(page);
    expect(all).toBeGreaterThan(250);
    const count = page.getByRole('status');
    expect(await count.textContent()).toBe(`${all} actions`);
    await page.getByLabel('Search actions').fill('  Liaison   DIVERSION ');
    const found = await shownRows(page);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all);
    expect(await count.textContent()).toBe(`${found} of ${all} actions shown`);
    for (const text of await page.locator('tbody tr:visible').allTextContents()) {
      expect(text.toLowerCase()).toContain('liaison');
      expect(text.toLowerCase()).toContain('diversion');
    }
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => shownRows(page)).toBe(all);
    await page.getByLabel('RAG').selectOption('Green');
    await page.getByLabel('Status').selectOption('Complete');
    const complete = await shownRows(page);
    expect(complete).toBe(Number(await numberOf(page, 'complete')));
    await page.getByLabel('Status').selectOption('Not started');
    expect(await shownRows(page)).toBe(0);
    expect(await count.textContent()).toBe(`0 of ${all} actions shown`);
    await page.getByLabel('Search actions').press('Enter');
    expect(page.url()).toBe('http://site.test/lists/actions.html');
    expect(said).toEqual([]);
    await page.close();
  });

  it('an owner among several is found by the filter', async () => {
    const { page } = await open(browser, large, 'plans/hmpps-mental-health.html');
    const owner = 'Home Office: Deputy Director and Head of Public Protection Unit';
    await page.getByLabel('Owner', { exact: true }).selectOption(owner);
    const texts = await page
      .locator('#actions ~ .app-table')
      .first()
      .locator('tbody tr:visible')
      .allTextContents();
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.every((text) => text.includes(owner))).toBe(true);
    await page.close();
  });

  it('without script everything is there, and nothing that would do nothing', async () => {
    const { page } = await open(browser, large, 'lists/actions.html', { script: false });
    expect(await shownRows(page)).toBeGreaterThan(250);
    expect(await page.locator('form, input, select, button').count()).toBe(0);
    await page.close();
  });

  it('by keyboard: the way past the pages comes first, and what scrolls can be reached', async () => {
    const { page } = await open(browser, files, 'index.html', { width: 320 });
    await page.keyboard.press('Tab');
    const first = page.locator(':focus');
    expect(await first.textContent()).toBe('Skip to main content');
    expect(await first.isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    const seen = new Set<string>();
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Tab');
      seen.add(
        await page.evaluate<string>(
          "(() => { const one = document.activeElement; const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(one); const shown = outlineStyle !== 'none' && outlineWidth !== '0px' || boxShadow !== 'none'; return `${one.className.split(' ')[0] || one.tagName} ${shown}`; })()",
        ),
      );
    }
    expect([...seen]).toContain('app-table true');
    expect([...seen].filter((one) => one.endsWith('false'))).toEqual([]);
    await page.close();
  });

  it('opened from a disk it has its style and its script, and asks for nothing else', async () => {
    const folder = temporaryFolder();
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const context = await browser.newContext();
    const page = await context.newPage();
    const said = listen(page);
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(folder).href)) said.push(request.url());
    });
    for (const path of ['index.html', 'plans/hsab-case-review.html', 'lists/actions.html']) {
      await page.goto(pathToFileURL(join(folder, path)).href);
      expect(await page.locator('form[role=search]').count()).toBeGreaterThan(0);
      expect(
        await page.evaluate(
          "getComputedStyle(document.querySelector('.app-header')).borderTopWidth",
        ),
      ).toBe('10px');
    }
    await page.getByRole('link', { name: 'Overview' }).click();
    expect(page.url()).toBe(pathToFileURL(join(folder, 'index.html')).href);
    expect(said).toEqual([]);
    await context.close();
  });

  it('prints on A4, with the headings of tables on every page and without what only screens need', async () => {
    const { page } = await open(browser, large, 'plans/hmpps-mental-health.html');
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
    expect(await page.locator('nav:visible, form:visible, details:visible').count()).toBe(0);
    expect(await page.locator('.app-action:visible').count()).toBe(94);
    const heads = await page.evaluate<string[]>(
      "[...document.querySelectorAll('thead')].filter((head) => head.offsetParent).map((head) => getComputedStyle(head).display)",
    );
    expect(new Set(heads)).toEqual(new Set(['table-header-group']));
    await page.close();
  });

  it('hostile texts do nothing on any page', async () => {
    const hostile = siteOfRun(
      await run(['site', 'out', '.', '--as-of', '2023-05-01'], {
        'x.yaml': stringify(hostilePlan('inspection')),
      }),
    );
    const kinds =
      /^(?:index|overdue|month|data|about|plans\/x|owners\/|organisations\/|lists\/actions)/;
    const paths = [...hostile.keys()].filter((one) => kinds.test(one));
    expect(paths.length).toBeGreaterThan(8);
    const { page, said } = await open(browser, hostile, 'index.html');
    for (const path of paths) {
      await page.goto(`http://site.test/${path}`, { waitUntil: 'load' });
      await page.evaluate(
        "for (const one of document.querySelectorAll('*')) for (const event of ['mouseover', 'focus', 'click', 'input', 'change']) if (one.tagName !== 'A') one.dispatchEvent(new Event(event))",
      );
      expect([path, said]).toEqual([path, []]);
      expect(page.url()).toBe(`http://site.test/${path}`);
      expect(
        await page
          .locator(
            'script:not([src="assets/site.js"]):not([src="../assets/site.js"]), img, iframe, [onerror], [onclick]',
          )
          .count(),
      ).toBe(0);
    }
    await page.close();
  });
});

/** A number of the page on the figures. */
async function numberOf(page: Page, id: string): Promise<string> {
  const context = page.context();
  const about = await context.newPage();
  await about.goto('http://site.test/about.html');
  const text = await about.locator(`a[href="lists/${id}.html"]`).textContent();
  await about.close();
  return text ?? '';
}
