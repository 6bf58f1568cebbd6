import { capital, counted } from '../../model/words.ts';
import { type Html, html } from '../../render/html.ts';
import { dayInWords } from '../dates.ts';
import { stampFields } from '../stamp.ts';
import { english } from '../words-en.ts';
import { linkTo } from './address.ts';
import type { Site } from './site.ts';

/** A page of the site, without what all pages have around them. */
export interface Page {
  readonly path: string;
  readonly title: string;
  /** Stands above the title. */
  readonly kicker?: string | undefined;
  readonly body: Html;
}

/**
 * Files of the site itself, and nothing else: whatever a plan says, nothing is run or fetched.
 * Browsers hold `'self'` to be the folder too where pages are opened from a disk.
 */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

export const STYLE_PATH = 'assets/site.css';
export const SCRIPT_PATH = 'assets/site.js';

/** The pages that every page leads to. */
function contentsOf(site: Site): (readonly [path: string, words: string])[] {
  return [
    ['index.html', 'Overview'],
    ['plans.html', 'Plans'],
    ['overdue.html', 'Overdue'],
    ['month.html', monthInWords(site)],
    ...(site.comparison ? [['changes.html', 'Changes'] as const] : []),
    ['owners.html', 'Owners'],
    ['organisations.html', 'Organisations'],
    ['lists/actions.html', 'All actions'],
    ['data.html', 'Data'],
    ['about.html', 'About these figures'],
  ];
}

/** "March 2023", or how far into it. */
export function monthInWords({ period }: Site): string {
  return dayInWords(period.to, english).replace(/^\d+ /, '');
}

export function pageText(site: Site, { path, title, kicker, body }: Page): string {
  const here = (to: string): string => linkTo(path, to);
  const whole = path === 'index.html' ? title : `${title} – ${site.title}`;
  const meta = Object.entries(stampFields(site.stamp));
  const text = html`<!doctype html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${meta.map(([name, content]) => html`<meta name="${name}" content="${content}">\n`)}<title>${whole}</title>
<link rel="stylesheet" href="${here(STYLE_PATH)}">
<script src="${here(SCRIPT_PATH)}" defer></script>
</head>
<body class="govuk-template__body">
<a href="#main" class="govuk-skip-link">Skip to main content</a>
<header class="app-header">
<div class="govuk-width-container app-header__inner">
<a class="app-header__title" href="${here('index.html')}">${site.title}</a>
<p class="app-header__day">Position on ${dayInWords(site.asOf, english)}</p>
</div>
</header>
<nav class="app-nav" aria-label="Pages">
<ul class="govuk-width-container">
${contentsOf(site).map(([to, words]) => html`<li><a href="${here(to)}"${isUnder(path, to) ? html` aria-current="${path === to ? 'page' : 'true'}"` : undefined}>${words}</a></li>\n`)}</ul>
</nav>
<div class="govuk-width-container">
<main class="govuk-main-wrapper" id="main" tabindex="-1">
${kicker === undefined ? undefined : html`<p class="govuk-caption-l">${kicker}</p>\n`}<h1 class="govuk-heading-l">${title}</h1>
${skippedNote(site)}${body}
</main>
</div>
<footer class="app-footer">
<div class="govuk-width-container">
<p>Position on ${dayInWords(site.asOf, english)}, ${sourceWords(site)}. Made by actionplan ${site.stamp.version} from ${counted(site.sources.files, 'file')} with ${counted(site.sources.plans, 'plan')}. <a href="${here('about.html')}">How the figures are counted</a></p>
</div>
</footer>
</body>
</html>
`;
  return text.toString();
}

/** Pages of a folder stand under the page that lists them. */
function isUnder(path: string, to: string): boolean {
  return path === to || (path.includes('/') && to === `${path.split('/')[0]}.html`);
}

/** The commit that pages are made from, in words. */
export function sourceWords({ stamp }: Site): string {
  if (stamp.revision === null) return 'from files that are not in git';
  const commit = stamp.revision.replace(/\+$/, '');
  const changed = stamp.revision.endsWith('+') ? ', with changes that were not yet committed' : '';
  return `from revision ${commit}${changed}`;
}

/** Every page says what is missing from it. */
function skippedNote({ sources }: Site): Html | undefined {
  const { skipped } = sources;
  if (skipped.length === 0) return undefined;
  return html`<div class="govuk-inset-text app-warning">
<p><strong>${capital(counted(skipped.length, 'file'))} ${skipped.length === 1 ? 'is' : 'are'} left out of all figures:</strong></p>
<ul>
${skipped.map(({ file, reason }) => html`<li>${file}: ${reason}</li>\n`)}</ul>
</div>
`;
}
