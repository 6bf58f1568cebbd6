import { createHash } from 'node:crypto';
import { type Html, html, trusted } from './html.ts';
import { STYLE } from './html-style.ts';

export interface Page {
  readonly language: string;
  readonly title: string;
  /** What the page is, for the programs that read it: names and values. */
  readonly meta: readonly (readonly [name: string, content: string])[];
  readonly body: Html;
  /** Style beside that of all pages: ours, never anything from a plan. */
  readonly style?: string;
}

/**
 * A page that needs nothing beside itself: no script, no font, no file. Its policy allows nothing
 * but its own style and pictures it holds, so whatever a plan says, nothing is run or fetched.
 */
export function htmlPage({ language, title, meta, body, style = '' }: Page): string {
  const look = STYLE + style;
  const policy = `default-src 'none'; style-src 'sha256-${hash(look)}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${meta.map(([name, content]) => html`<meta name="${name}" content="${content}">\n`)}<title>${title}</title>
<style>${trusted(look)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return page.toString();
}

function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64');
}
