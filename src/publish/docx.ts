import {
  AlignmentType,
  BorderStyle,
  Document as DocxDocument,
  Paragraph as DocxParagraph,
  Table as DocxTable,
  TableCell as DocxTableCell,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  type ParagraphChild,
  ShadingType,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { sum } from '../model/sum.ts';
import { cleanText } from '../render/clean-text.ts';
import { safeLink } from '../render/link.ts';
import type { Block, Document, List, Paragraph, Row, Run, Table, TableCell } from './document.ts';
import { stableDocx } from './docx-stable.ts';
import { docxStyles } from './docx-styles.ts';
import { stampFields } from './stamp.ts';

/** A4 across, in twentieths of a point. */
const PAGE = { short: 11_906, long: 16_838, margin: 850 };
const TEXT_WIDTH = PAGE.long - 2 * PAGE.margin;
/** As wide and as high as a logo may be, in pixels. */
const LOGO = { width: 240, height: 96 };
/** A cell of more letters than this can be too high to be kept on one page. */
const LONG_CELL = 1_000;
/** Colours say again what the words of a cell say. */
const TONES = { red: 'FBEAEA', amber: 'FDF2E4', green: 'E7F3EE' } as const;

/** A document for Word and LibreOffice; the same document gives the same bytes. */
export async function documentDocx(document: Document): Promise<Uint8Array> {
  const { language, title, kicker, blocks, stamp } = document;
  const captions = blocks.flatMap((one) => (one.kind === 'table' ? [cleanText(one.caption)] : []));
  const file = new DocxDocument({
    title: cleanText(title),
    creator: 'actionplan',
    lastModifiedBy: 'actionplan',
    description: cleanText(kicker),
    customProperties: Object.entries(stampFields(stamp)).map(([name, value]) => ({ name, value })),
    styles: docxStyles(language),
    numbering: { config: [BULLETS] },
    compatibility: { version: 15 },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.short, height: PAGE.long, orientation: PageOrientation.LANDSCAPE },
            margin: {
              top: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
              right: PAGE.margin,
            },
          },
        },
        footers: { default: footer(document) },
        children: [
          ...cover(document),
          ...blocks.flatMap((one, at) => block(one, blocks[at + 1]?.kind === 'table')),
        ],
      },
    ],
  });
  const { buffer, byteOffset, byteLength } = await Packer.toBuffer(file);
  return stableDocx(new Uint8Array(buffer, byteOffset, byteLength), stamp.day, captions);
}

const BULLETS = {
  reference: 'bullets',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 284, hanging: 227 } } },
    },
  ],
};

function cover({ title, kicker, logo }: Document): DocxParagraph[] {
  const shrink = logo && Math.min(1, LOGO.width / logo.width, LOGO.height / logo.height);
  const picture =
    logo &&
    new ImageRun({
      type: 'png',
      data: logo.bytes,
      transformation: {
        width: Math.round(logo.width * (shrink ?? 1)),
        height: Math.round(logo.height * (shrink ?? 1)),
      },
      altText: { name: 'Logo', title: cleanText(logo.text), description: cleanText(logo.text) },
    });
  return [
    ...(picture ? [new DocxParagraph({ children: [picture] })] : []),
    new DocxParagraph({ style: 'Subtitle', children: [textRun(kicker)] }),
    new DocxParagraph({ heading: HeadingLevel.TITLE, children: [textRun(title)] }),
  ];
}

function footer({ title, pageWords: [page, of] }: Document): Footer {
  return new Footer({
    children: [
      new DocxParagraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          textRun(title.length > 120 ? `${title.slice(0, 119)}…` : title),
          new TextRun({
            children: ['\t', `${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

function block(one: Block, beforeTable: boolean): (DocxParagraph | DocxTable)[] {
  switch (one.kind) {
    case 'heading': {
      const level = one.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      return [new DocxParagraph({ heading: level, children: [textRun(one.text)] })];
    }
    case 'facts':
      return one.facts.map(
        ({ term, value }) =>
          new DocxParagraph({
            children: [
              new TextRun({ text: `${cleanText(term)}: `, bold: true }),
              ...value.map(run),
            ],
          }),
      );
    case 'table':
      // Tables that follow each other without a paragraph between them would become one.
      return [table(one), new DocxParagraph({ style: 'AfterTable', children: [] })];
    default:
      return text(one, undefined, undefined, beforeTable);
  }
}

/** A paragraph or list; those in tables have a style of their own. */
function text(
  one: Paragraph | List,
  style: string | undefined,
  align?: 'right',
  keepNext = false,
): DocxParagraph[] {
  const look = {
    ...(keepNext ? { keepNext } : {}),
    ...(style === undefined ? {} : { style }),
  };
  if (one.kind === 'list') {
    return one.items.map(
      (item) =>
        new DocxParagraph({
          ...look,
          numbering: { reference: BULLETS.reference, level: 0 },
          children: item.map(run),
        }),
    );
  }
  const alignment = align ? { alignment: AlignmentType.RIGHT } : {};
  const small = one.small ? { style: 'Small' } : {};
  return [new DocxParagraph({ ...look, ...small, ...alignment, children: one.runs.map(run) })];
}

/** What may be no link is shown, so that nothing of the plan is lost. */
function run({ text, strong, href }: Run): ParagraphChild {
  const link = href === undefined ? undefined : safeLink(href);
  const bold = strong ? { bold: true } : {};
  if (link !== undefined) {
    return new ExternalHyperlink({
      link,
      children: [new TextRun({ text: cleanText(text), style: 'Hyperlink', ...bold })],
    });
  }
  const shown = href === undefined || href === text ? text : `${text} (${href})`;
  return new TextRun({ text: cleanText(shown), ...bold });
}

function textRun(words: string): TextRun {
  return new TextRun({ text: cleanText(words) });
}

function table({ columns, bodies, totals }: Table): DocxTable {
  const widths = columns.map(({ width }) => Math.round((width * TEXT_WIDTH) / 100));
  const align = columns.map((column) => column.align);
  const rows = [...bodies, ...(totals ? [[totals]] : [])];
  return new DocxTable({
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: { top: 57, bottom: 57, left: 85, right: 85 },
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        keepNext: true,
        children: columns.map(
          ({ heading }, at) =>
            new DocxTableCell({
              width: { size: widths[at] ?? 0, type: WidthType.DXA },
              shading: { type: ShadingType.CLEAR, fill: 'DCE6EE', color: 'auto' },
              children: text(
                { kind: 'paragraph', runs: [{ text: heading, strong: true }] },
                'TableText',
                align[at],
              ),
            }),
        ),
      }),
      ...rows.flatMap((body) => body.map((row) => tableRow(row, widths, align))),
    ],
  });
}

/** A row; cells that reach down from the rows above are left out of it, so it is read from its end. */
function tableRow(
  row: Row,
  widths: readonly number[],
  align: readonly ('right' | undefined)[],
): TableRow {
  const taken = row.reduce((all, one) => all + (one.columns ?? 1), 0);
  let at = widths.length - taken;
  const isBand = row.some((one) => one.band);
  // A row that is not long is not broken over pages; what reaches over rows is no part of its height.
  const longest = Math.max(...row.map((one) => ((one.rows ?? 1) > 1 ? 0 : lengthOf(one))));
  const children = row.map((one) => {
    const columns = one.columns ?? 1;
    const width = sum(widths.slice(at, at + columns));
    const made = tableCell(one, width, align[at]);
    at += columns;
    return made;
  });
  // The name of what follows is not left alone at the end of a page.
  return new TableRow({ cantSplit: longest < LONG_CELL, keepNext: isBand, children });
}

function lengthOf({ blocks }: TableCell): number {
  const runs = blocks.flatMap((one) => (one.kind === 'list' ? one.items.flat() : one.runs));
  return sum(runs.map((one) => one.text.length));
}

function tableCell(one: TableCell, width: number, align: 'right' | undefined): DocxTableCell {
  const { blocks, rows = 1, columns = 1, band, tone } = one;
  const fill = tone ? TONES[tone] : band ? 'F0F1F2' : undefined;
  const children = blocks.flatMap((part) => text(part, 'TableText', align));
  return new DocxTableCell({
    width: { size: width, type: WidthType.DXA },
    ...(rows > 1 ? { rowSpan: rows } : {}),
    ...(columns > 1 ? { columnSpan: columns } : {}),
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    children: children.length > 0 ? children : [new DocxParagraph({ style: 'TableText' })],
  });
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '8A8D8F' };
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};
