import { Refusal } from '../refusal.ts';
import type { Table } from '../table.ts';
import { type RichText, RichTextReader, readSheet, type Workbook } from './xlsx-sheet.ts';
import { isOn, readStyles } from './xlsx-styles.ts';
import { readXml } from './xml.ts';
import { Archive } from './zip.ts';

interface SheetName {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

/** The sheets of an Excel workbook. Nothing in it is run. */
export function readXlsx(bytes: Uint8Array): Table[] {
  const archive = new Archive(bytes);
  if (archive.names().some((name) => /vbaProject\.bin$|^xl\/macrosheets\//i.test(name))) {
    throw new Refusal(
      'the workbook holds macros, which are programs',
      'save it as an Excel workbook without macros (.xlsx), and import that',
    );
  }
  const relations = relationsOf(archive, 'xl/_rels/workbook.xml.rels');
  const { sheets, from1904 } = sheetsOf(archive);
  const shared = targetOf(relations, 'sharedStrings') ?? 'xl/sharedStrings.xml';
  const styles = archive.text(targetOf(relations, 'styles') ?? 'xl/styles.xml');
  const workbook: Workbook = {
    strings: readStrings(archive.text(shared)),
    style: styles === undefined ? () => ({ percent: false, struck: false }) : readStyles(styles),
    from1904,
  };
  const comments = archive.names().some((name) => /^xl\/(?:threadedC|c)omments/.test(name))
    ? ['the workbook holds comments on cells, which are not read']
    : [];
  return sheets.flatMap(({ name, relation, hidden }) => {
    const part = relations.find(({ id }) => id === relation)?.target;
    const xml = part === undefined ? undefined : archive.text(part);
    // A sheet that is a chart has no cells.
    if (part === undefined || xml === undefined || !part.includes('worksheets/')) return [];
    const sheet = readSheet(part, xml, workbook);
    const remarks = [
      ...(hidden ? ['the sheet is hidden in the workbook'] : []),
      ...comments,
      ...sheet.remarks,
    ];
    return [{ name, counts: 'row' as const, rows: sheet.rows, above: [], remarks }];
  });
}

function sheetsOf(archive: Archive): { sheets: SheetName[]; from1904: boolean } {
  const xml = archive.text('xl/workbook.xml');
  if (xml === undefined) {
    throw new Refusal(
      'the file is no Excel workbook: it has no part xl/workbook.xml',
      'save it as an Excel workbook (.xlsx) or as CSV',
    );
  }
  const sheets: SheetName[] = [];
  let from1904 = false;
  readXml('xl/workbook.xml', xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && attributes['date1904'] !== undefined) {
        from1904 = isOn(attributes['date1904']);
      }
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      sheets.push({
        name: attributes['name'] ?? `Sheet${sheets.length + 1}`,
        relation: id ?? '',
        hidden: (attributes['state'] ?? 'visible') !== 'visible',
      });
    },
  });
  return { sheets, from1904 };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relationsOf(archive: Archive, part: string): Relation[] {
  const relations: Relation[] = [];
  readXml(part, archive.text(part) ?? '<none/>', {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const target = attributes['Target'] ?? '';
      relations.push({
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
      });
    },
  });
  return relations;
}

function targetOf(relations: readonly Relation[], type: string): string | undefined {
  return relations.find((relation) => relation.type === type)?.target;
}

function readStrings(xml: string | undefined): RichText[] {
  const strings: RichText[] = [];
  let reader: RichTextReader | undefined;
  readXml('xl/sharedStrings.xml', xml ?? '<none/>', {
    open: (name, attributes) => {
      if (name === 'si') reader = new RichTextReader();
      reader?.open(name, attributes);
    },
    text: (text) => reader?.text(text),
    close: (name) => {
      reader?.close(name);
      if (name !== 'si' || !reader) return;
      strings.push(reader.read());
      reader = undefined;
    },
  });
  return strings;
}
