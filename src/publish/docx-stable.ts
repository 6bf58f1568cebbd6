import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { escapeXml } from '../render/xml.ts';

/**
 * The time of every part in the archive. ZIP keeps local times without a zone, so this one, which is
 * read as local too, is the same bytes everywhere.
 */
const PART_TIME = '1980-01-01T12:00:00';

/**
 * A DOCX made the same every time: the library that writes it puts in the time and random ids. On the
 * way tables get the captions that it has no place for.
 */
export function stableDocx(
  bytes: Uint8Array,
  day: string,
  captions: readonly string[],
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(
    ([name, content]) =>
      [name, /\.(?:xml|rels)$/.test(name) ? strFromU8(content) : content] as const,
  );
  const ids = randomIds(parts.map(([, content]) => content));
  const stable: Zippable = {};
  for (const [name, content] of parts) {
    if (typeof content !== 'string') {
      stable[name] = content;
      continue;
    }
    const named = content.replace(/"(rId[^"]*)"/g, (whole, id: string) => {
      const other = ids.get(id);
      return other === undefined ? whole : `"${other}"`;
    });
    stable[name] = strToU8(
      name === 'docProps/core.xml'
        ? withDay(named, day)
        : name === 'word/document.xml'
          ? withCaptions(named, captions)
          : named,
    );
  }
  return zipSync(stable, { level: 9, mtime: PART_TIME });
}

/** Ids of relations that are not counted but random, with counted ones in their place. */
function randomIds(contents: readonly (string | Uint8Array)[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const content of contents) {
    if (typeof content !== 'string') continue;
    for (const [, id = ''] of content.matchAll(/"(rId[^"]*)"/g)) {
      if (!/^rId\d+$/.test(id) && !ids.has(id)) ids.set(id, `rIdLink${ids.size + 1}`);
    }
  }
  return ids;
}

/** Made and changed on the day it tells of. */
function withDay(core: string, day: string): string {
  return core.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, start: string) => `${start}${day}T00:00:00Z`,
  );
}

function withCaptions(document: string, captions: readonly string[]): string {
  let at = 0;
  return document.replaceAll('</w:tblPr>', (end) => {
    const caption = captions[at];
    at += 1;
    return caption === undefined ? end : `<w:tblCaption w:val="${escapeXml(caption)}"/>${end}`;
  });
}
