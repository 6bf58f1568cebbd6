import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { program } from './programs.ts';

/** Debian's Chromium, or another one; undefined where there is none. */
export const chromiumPath = program('chromium', 'chromium-browser', 'google-chrome');

/** Chromium that asks nothing of the network by itself. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** What a page does that it should not: messages on the console, dialogs, requests. */
export interface Visit {
  readonly page: Page;
  readonly said: readonly string[];
}

/** Opens a page that is served from nowhere: whatever it asks for is a fault. */
export async function visit(
  browser: Browser,
  html: string,
  { width = 1280, script = true }: { width?: number; script?: boolean } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const said: string[] = [];
  const address = 'http://page.test/';
  page.on('console', (message) => said.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await context.route('**/*', async (route) => {
    const url = route.request().url();
    if (url === address) {
      await route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
      return;
    }
    if (!url.endsWith('/favicon.ico')) said.push(`request: ${url}`);
    await route.abort();
  });
  await page.goto(address, { waitUntil: 'load' });
  return { page, said };
}

/**
 * What axe finds on a page under WCAG 2.2 AA and its own best practices; also by rules that it does not
 * ask unless told to.
 */
export async function axeFindings(page: Page, more: readonly string[] = []): Promise<string[]> {
  const rules = Object.fromEntries(more.map((rule) => [rule, { enabled: true }]));
  // Else axe fetches the style once more, which the policy of pages forbids; and to write down each
  // element in which it finds nothing takes as long as to look at it.
  const options = { preload: false, rules, resultTypes: ['violations' as const] };
  // Where there are no frames, axe needs no page of its own to put together what it found in each.
  if (page.frames().length > 1) throw new Error('the page has frames');
  const { violations } = await new AxeBuilder({ page }).options(options).setLegacyMode().analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`,
  );
}
