import { strFromU8, unzipSync } from 'fflate';
import type { Stamp } from './document.ts';
import type { PublishFormat } from './formats.ts';
import { readStamp } from './stamp.ts';

/** What a published file says it was made from; undefined where it does not say so. */
export function publishedStamp(format: PublishFormat, bytes: Uint8Array): Stamp | undefined {
  return readStamp(FIELDS[format](bytes));
}

const FIELDS: Readonly<Record<PublishFormat, (bytes: Uint8Array) => ReadonlyMap<string, string>>> =
  {
    html: (bytes) => found(textOf(bytes), /<meta name="(actionplan-[a-z-]+)" content="([^"]*)">/g),
    markdown: (bytes) =>
      found(textOf(bytes).split('\n')[0] ?? '', /(actionplan-[a-z-]+): ([^ ;]*)/g),
    docx: (bytes) =>
      found(
        customProperties(bytes),
        /name="(actionplan-[a-z-]+)"[^>]*>\s*<vt:lpwstr>([^<]*)<\/vt:lpwstr>/g,
      ),
  };

function found(text: string, pattern: RegExp): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(pattern)].map(([, name = '', value = '']) => [name, value]));
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** Larger properties than these are none of ours. */
const MOST_BYTES = 65_536;

function customProperties(bytes: Uint8Array): string {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        name === 'docProps/custom.xml' && originalSize <= MOST_BYTES,
    });
    const part = parts['docProps/custom.xml'];
    return part === undefined ? '' : strFromU8(part);
  } catch {
    // Whatever it is, it is no archive.
    return '';
  }
}
