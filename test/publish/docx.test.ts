import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { publishOurs } from '../support/published.ts';
import { tablesIn } from '../support/tables.ts';

const { html, docx } = await publishOurs('hmpps-mental-health', '2023-05-01');
const parts = Object.fromEntries(
  Object.entries(unzipSync(docx)).map(([name, content]) => [name, strFromU8(content)]),
);
const document = parts['word/document.xml'] ?? '';
const styles = parts['word/styles.xml'] ?? '';

describe('a published DOCX', () => {
  it('lies on A4 across', () => {
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  });

  it('has real tables: each with a first row that repeats, a caption and fixed columns', () => {
    const tables = document.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
    expect(tables).toHaveLength(tablesIn(html).length);
    for (const table of tables) {
      expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
      expect(table.indexOf('<w:tblHeader/>')).toBeLessThan(table.indexOf('</w:tr>'));
      expect(table).toMatch(/<w:tblCaption w:val="[^"]+"\/><\/w:tblPr>/);
      expect(table).toContain('<w:tblLayout w:type="fixed"/>');
    }
  });

  it('says its title and language, and is of the day it tells of', () => {
    expect(parts['docProps/core.xml']).toContain(
      '<dc:title>An updated response to: A Joint Thematic',
    );
    const days = parts['docProps/core.xml']?.match(/\d{4}-\d\d-\d\dT[^<]*/g);
    expect(days).toEqual(['2023-05-01T00:00:00Z', '2023-05-01T00:00:00Z']);
    expect(styles).toContain('<w:lang w:val="en-GB"/>');
  });

  it('uses styles for what is a heading, so that it has an outline', () => {
    const used = [...document.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, style]) => style);
    expect(used.filter((one) => one === 'Title')).toHaveLength(1);
    expect(used.filter((one) => one === 'Heading1')).toHaveLength(
      (html.match(/<h2 id/g) ?? []).length,
    );
    for (const style of new Set(used)) expect(styles).toContain(`w:styleId="${style}"`);
  });

  it('numbers its pages', () => {
    const footer = Object.entries(parts).find(([name]) => /word\/footer\d+\.xml/.test(name))?.[1];
    expect(footer).toMatch(/<w:instrText[^>]*>PAGE<[\s\S]*<w:instrText[^>]*>NUMPAGES</);
  });

  it('has no time and no random id in it', async () => {
    expect((await publishOurs('hmpps-mental-health', '2023-05-01')).docx).toEqual(docx);
    const ids = Object.values(parts).flatMap((part) => part.match(/"rId[^"]*"/g) ?? []);
    expect(ids.filter((id) => !/^"rId(?:Link)?\d+"$/.test(id))).toEqual([]);
    const view = new DataView(docx.buffer, docx.byteOffset, docx.byteLength);
    const times = new Set<number>();
    for (let at = 0; at + 4 <= docx.length; at += 1) {
      if (view.getUint32(at, true) === 0x04034b50) times.add(view.getUint32(at + 10, true));
    }
    // Noon on 1 January 1980, as ZIP writes it.
    expect([...times]).toEqual([(1 << 21) | (1 << 16) | (12 << 11)]);
  });
});
