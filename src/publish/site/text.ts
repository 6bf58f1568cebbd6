import { type Html, html } from '../../render/html.ts';
import { safeLink } from '../../render/link.ts';
import { prose } from '../prose.ts';

/** The text of a field as paragraphs and lists. */
export function proseHtml(text: string): Html {
  return html`${prose(text).map((block) =>
    block.kind === 'paragraph'
      ? html`<p>${block.runs.map((run) => html`${run.text}`)}</p>\n`
      : html`<ul>\n${block.items.map((item) => html`<li>${item.map((run) => html`${run.text}`)}</li>\n`)}</ul>\n`,
  )}`;
}

/**
 * A link of a plan: to the web or an address of e-mail. A path beside the plan is shown as text, since
 * the file it leads to is no part of the site, and so is what may be no link.
 */
export function planLink(title: string, href: string | undefined): Html {
  const link = href === undefined ? undefined : safeLink(href);
  if (link !== undefined && /^(?:https?|mailto):/i.test(link)) {
    return html`<a href="${link}" rel="noreferrer">${title}</a>`;
  }
  return html`${href === undefined || href === title ? title : `${title} (${href})`}`;
}
