/** The tables of a page, as rows of the texts of their cells; all space is one space. */
export function tablesIn(html: string): string[][][] {
  return [...html.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) =>
    [...table.matchAll(/<tr[\s>][\s\S]*?<\/tr>/g)].map(([row]) =>
      [...row.matchAll(/<(t[dh])[\s>][\s\S]*?<\/\1>/g)].map(([cell]) => textOf(cell)),
    ),
  );
}

/** What a piece of HTML says; breaks between paragraphs and items are spaces. */
export function textOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<\/(?:p|li|td|th|h\d|dt|dd)>|<br ?\/?>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text of a plan as {@link textOf} gives it: a list has marks of its own there. */
export function oneLine(text: string): string {
  return text.replace(/^- /gm, '').replace(/\s+/g, ' ').trim();
}
