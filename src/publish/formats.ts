import type { Document } from './document.ts';

export const PUBLISH_FORMATS = ['html', 'docx', 'markdown'] as const;

export type PublishFormat = (typeof PUBLISH_FORMATS)[number];

/** A document in a format. What only one format needs is loaded for that one alone. */
export async function inFormat(
  format: PublishFormat,
  document: Document,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'html':
      return (await import('./html.ts')).documentHtml(document);
    case 'docx':
      return (await import('./docx.ts')).documentDocx(document);
    case 'markdown':
      return (await import('./markdown.ts')).documentMarkdown(document);
  }
}
