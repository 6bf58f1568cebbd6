import { zip } from './zip.ts';

const SHEET_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';

/** A workbook of raw sheets, for what no library writes. */
export function workbook(
  sheets: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  const names = Object.keys(sheets);
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><sheets>${names
        .map(
          (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${names
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${SHEET_TYPE}" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join('')}</Relationships>`,
    },
    ...names.map((name, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: `<worksheet>${sheets[name]}</worksheet>`,
    })),
    ...Object.entries(more).map(([name, content]) => ({ name, content })),
  ]);
}

/** A cell of a sheet that holds a text. */
export function textCell(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
}

/** A Word document with this body, in WordprocessingML. */
export function wordDocument(
  body: string,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  return zip([
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
    ...Object.entries(more).map(([name, content]) => ({ name, content })),
  ]);
}

export function wordParagraph(text: string, struck = false): string {
  const marks = struck ? '<w:rPr><w:strike/></w:rPr>' : '';
  return `<w:p><w:r>${marks}<w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
}

/** A table of Word; a cell that is null continues the one above it. */
export function wordTable(rows: readonly (readonly (string | null)[])[]): string {
  const cell = (text: string | null, column: number, row: number) => {
    const next = rows[row + 1]?.[column];
    const merge =
      text === null
        ? '<w:tcPr><w:vMerge/></w:tcPr>'
        : next === null
          ? '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
          : '';
    const paragraphs = (text ?? '').split('\n').map((line) => wordParagraph(line));
    return `<w:tc>${merge}${paragraphs.join('')}</w:tc>`;
  };
  return `<w:tbl>${rows
    .map(
      (cells, row) =>
        `<w:tr>${cells.map((text, column) => cell(text, column, row)).join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
