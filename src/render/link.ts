/**
 * Where a link from a plan may lead: the web, an address of e-mail, or a path beside the document.
 * Undefined for anything else, such as `javascript:`; its text is then shown and leads nowhere.
 */
export function safeLink(href: string): string | undefined {
  const link = href.trim();
  if (link === '' || /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\]/u.test(link)) return undefined;
  // Everything before a colon is a scheme, unless a sign comes first that no scheme can hold.
  const scheme = /^[^/?#]*?:/.exec(link)?.[0].toLowerCase();
  if (scheme === undefined) return link.startsWith('/') ? undefined : encoded(link);
  if (scheme === 'mailto:') return encoded(link);
  return /^https?:\/\/[^/?#]/i.test(link) ? encoded(link) : undefined;
}

/** Signs that would end an address where it is written, and letters beyond ASCII, as `%..`. */
function encoded(link: string): string {
  return link.replace(/[^\x21-\x7e]|["'<>`{}|^()[\]*_~]/gu, (sign) =>
    [...new TextEncoder().encode(sign)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
