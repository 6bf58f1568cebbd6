import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readTables } from '../../src/exchange/read/read-tables.ts';
import type { Table } from '../../src/exchange/table.ts';
import { textCell, wordDocument, wordParagraph, wordTable, workbook } from '../support/office.ts';
import { zip } from '../support/zip.ts';

const texts = ({ rows }: Table) => rows.map(({ cells }) => cells.map(({ text }) => text));
const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (file: string, content: string | Uint8Array, options = {}) =>
  readTables(file, typeof content === 'string' ? bytesOf(content) : content, options);
const first = async (file: string, content: string | Uint8Array, options = {}) => {
  const [table] = await read(file, content, options);
  if (!table) throw new Error('no table');
  return table;
};

describe('CSV', () => {
  const expected = [
    ['No', 'Action'],
    ['1', 'Publish, then "train"'],
    ['2', 'Two\nlines'],
  ];
  it.each([
    [',', 'No,Action\r\n1,"Publish, then ""train"""\r\n2,"Two\r\nlines"\r\n'],
    [';', 'No;Action\n1;"Publish, then ""train"""\n2;"Two\nlines"\n'],
    ['tab', 'No\tAction\n1\t"Publish, then ""train"""\n2\t"Two\nlines"\n'],
    ['declared', 'sep=;\nNo;Action\n1;"Publish, then ""train"""\n2;"Two\nlines"\n'],
  ])('finds out that the delimiter is %s', async (_, csv) => {
    expect(texts(await first('a.csv', csv))).toEqual(expected);
  });

  it('counts rows by the line they begin in', async () => {
    const { rows } = await first('a.csv', 'No,Action\n1,"a\nb"\n\n2,c\n');
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 4, 5]);
  });

  it('reads UTF-8 and UTF-16 with a mark', async () => {
    const text = 'No,Action\n1,Café\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect(texts(await first('a.csv', `\ufeff${text}`))[1]).toEqual(['1', 'Café']);
    expect(texts(await first('a.csv', utf16))[1]).toEqual(['1', 'Café']);
  });

  it('asks for an encoding it cannot tell, and takes the one named', async () => {
    const latin = Buffer.from('No,Action\n1,Caf\xe9\n', 'latin1');
    await expect(first('a.csv', latin)).rejects.toThrow('not written in UTF-8');
    const named = await first('a.csv', latin, { encoding: 'windows-1252' });
    expect(texts(named)[1]).toEqual(['1', 'Café']);
    const windows = Buffer.from('No,Action\n1,\x93Caf\xe9\x94 \x96 it\x92s 5 \x80\n', 'latin1');
    const curly = await first('a.csv', windows, { encoding: 'windows-1252' });
    expect(texts(curly)[1]).toEqual(['1', '“Café” – it’s 5 €']);
  });

  it.each([
    ['rows of other lengths', 'a,b,c\n1,2,3\n1,2\n', 'the row of line 3 has 2 fields'],
    ['two delimiters that fit', 'a;b,c\n1;2,3\n', 'commas or semicolons'],
    ['an open quote', 'a,b\n1,"2\n', 'quotes in the file do not close'],
    ['conflict markers', '<<<<<<< HEAD\na,b\n=======\na,c\n>>>>>>> x\n', 'mark of a conflict'],
    ['a binary file', 'a,b\n1,\0\n', 'NUL character in line 2'],
  ])('refuses %s', async (_, csv, message) => {
    await expect(first('a.csv', csv)).rejects.toThrow(message);
  });
});

describe('Markdown', () => {
  it('reads pipe tables, with what is struck through apart and links with their address', async () => {
    const table = await first(
      'a.md',
      '# Plan\n\nSome *words*\n\n| No | Due | Action |\n|---|:-:|---|\n| 1 | ~~May 2022~~ June 2022 | a \\| b<br>**c** [d](https://e.org/f) |\n\nEnd\n',
    );
    expect(table.above.map(({ text }) => text)).toEqual(['Plan', 'Some words']);
    expect(table.rows[1]?.number).toBe(7);
    expect(table.rows[1]?.cells).toMatchObject([
      { text: '1', struck: '' },
      { text: 'June 2022', struck: 'May 2022' },
      { text: 'a | b\nc d (https://e.org/f)' },
    ]);
  });

  it('leaves tables that are shown as code alone', async () => {
    expect(await read('a.md', '```\n| a | b |\n|---|---|\n```\n')).toEqual([]);
  });
});

describe('HTML', () => {
  it('puts cells that span rows and columns in their places', async () => {
    const table = await first(
      'a.html',
      '<table><caption>Plan</caption><tr><th>No<th>Action<th>Owner<tr><td rowspan=2>1<td>A<br>b<td>x<tr><td colspan=2>C <s>old</s><script>x()</script></table>',
    );
    expect(table.name).toBe('Plan');
    expect(texts(table)).toEqual([
      ['No', 'Action', 'Owner'],
      ['1', 'A\nb', 'x'],
      ['', 'C', ''],
    ]);
    expect(table.rows[2]?.cells[0]?.merged).toMatchObject({ row: 2, column: 1, lastRow: 3 });
    expect(table.rows[2]?.cells[1]?.struck).toBe('old');
  });

  it('survives a page that nests ten thousand elements', async () => {
    const deep = `${'<div>'.repeat(10_000)}<table><tr><td>a</table>`;
    expect((await read('a.html', deep)).length).toBeLessThanOrEqual(1);
  });
});

describe('lists in JSON and YAML', () => {
  it('gives a row for each record, and for each record inside it', async () => {
    const table = await first(
      'a.json',
      '{"plan":{"items":[{"no":1,"text":"a","actions":[{"do":"x"},{"do":"y","by":["p","q"]}]},{"no":2,"text":null}]}}',
    );
    expect(table.name).toBe('plan.items');
    expect(texts(table)).toEqual([
      ['no', 'text', 'actions.do', 'actions.by'],
      ['1', 'a', 'x', ''],
      ['1', 'a', 'y', 'p\nq'],
      ['2', '', '', ''],
    ]);
  });

  it('names the line of a fault', async () => {
    await expect(read('a.yaml', 'a:\n  - b: 1\n  - b: "2\n')).rejects.toThrow(/line \d+/);
  });
});

describe('Excel', () => {
  it('reads the values that an independent reader reads', async () => {
    const day = new Date(Date.UTC(2022, 2, 31));
    const bytes = await writeExcelFile([
      ['No', 'Text', 'Number', 'Day', 'True'],
      ['1', 'Ünïcode & <b> "x"', 1.1, { value: day, format: 'dd/mm/yyyy' }, true],
      [null, ' two\nlines ', 44651, { value: day, format: 'yyyy-mm-dd' }, false],
    ]).toBuffer();
    const [other] = await readExcelFile(bytes);
    const table = await first('a.xlsx', bytes);
    const said = (other?.data ?? []).map((row) =>
      row.map((value) => {
        if (value === null) return '';
        if (value instanceof Date) return value.toISOString().slice(0, 10);
        return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
      }),
    );
    const ours = table.rows.map(({ cells }) =>
      Array.from(
        { length: 5 },
        (_, index) => cells.find((one) => one.column === index + 1)?.text ?? '',
      ),
    );
    expect(ours).toEqual(said);
    expect(table.rows[1]?.cells[3]?.day).toBe('2022-03-31');
  });

  it('sees what is struck through, merged, and shown as a month', async () => {
    const day = new Date(Date.UTC(2022, 5, 1));
    const bytes = await writeExcelFile([
      [
        { value: 'a', rowSpan: 2 },
        { value: 'old', textDecoration: { strikethrough: true } },
        { value: day, format: 'mmmm yyyy' },
      ],
      [null, 'b', { value: 0.5, format: '0%' }],
    ]).toBuffer();
    const { rows } = await first('a.xlsx', bytes);
    expect(rows[0]?.cells).toMatchObject([
      { text: 'a', merged: { lastRow: 2 } },
      { text: '', struck: 'old' },
      { text: '2022-06', day: '2022-06' },
    ]);
    expect(rows[1]?.cells).toMatchObject([
      { text: '', merged: { row: 1, column: 1 } },
      { text: 'b' },
      { text: '50%' },
    ]);
  });

  it('parts the struck run of a text from the rest, and takes the value of a formula', async () => {
    const sheet = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>May 2022</t></r><r><t> June 2022</t></r></is></c><c r="B1"><f>1+1</f><v>2</v></c></row><row r="5" hidden="1">${textCell('B5', 'x')}</row></sheetData>`;
    const table = await first('a.xlsx', workbook({ One: sheet }));
    expect(table.rows[0]?.cells).toMatchObject([
      { text: 'June 2022', struck: 'May 2022' },
      { text: '2' },
    ]);
    expect(table.rows[1]).toMatchObject({ number: 5, cells: [{ row: 5, column: 2, text: 'x' }] });
    expect(table.remarks).toEqual(['rows that are hidden in the sheet are read too: 5']);
  });

  it.each([
    [
      'a formula without its value',
      workbook({ One: '<sheetData><row><c r="A1"><f>NOW()</f></c></row></sheetData>' }),
      'cell A1 holds a formula',
    ],
    ['macros', workbook({ One: '' }, { 'xl/vbaProject.bin': 'x' }), 'macros'],
    ['an old or encrypted file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'encrypted'],
    ['another kind of file', bytesOf('a,b\n'), 'ends in .xlsx but is none'],
    ['an archive that is cut off', workbook({ One: '' }).subarray(0, 300), 'cannot be unpacked'],
    [
      'a bomb by its directory',
      zip([{ name: 'xl/workbook.xml', content: '', claimed: 1024 ** 3 }]),
      'more than 64 MiB',
    ],
    [
      'a bomb that hides its size',
      zip([{ name: 'xl/workbook.xml', content: ' '.repeat(5_000_000), claimed: 100 }]),
      'not as large as it says',
    ],
    ['an encrypted part', zip([{ name: 'a', content: 'b', encrypted: true }]), 'encrypted'],
    ['a broken part', workbook({ One: '<sheetData><row></sheetData>' }), 'no XML'],
    [
      'a cell that stands twice',
      workbook({ One: `<sheetData><row r="1">${textCell('A1', 'a').repeat(2)}</row></sheetData>` }),
      'cell A1 stands in the sheet twice',
    ],
    [
      'a row that has no number',
      workbook({ One: `<sheetData><row r="x">${textCell('A1', 'a')}</row></sheetData>` }),
      'a row of the sheet has no number',
    ],
  ])('refuses %s', async (_, bytes, message) => {
    await expect(read('a.xlsx', bytes)).rejects.toThrow(message);
  });

  it('knows no entities but those of XML', async () => {
    const sheet = workbook({
      One: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sheetData><row><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row></sheetData>',
    });
    const outcome = await read('a.xlsx', sheet).then(
      (tables) => JSON.stringify(tables),
      (error: Error) => error.message,
    );
    expect(outcome).not.toContain('root:');
  });
});

describe('Word', () => {
  it('reads tables with merged cells, and what stands above them', async () => {
    const body =
      wordParagraph('Action plan') +
      wordTable([
        ['No', 'Action', 'Owner'],
        ['1', 'A\nb', 'x'],
        [null, 'C', 'y'],
      ]);
    const table = await first('a.docx', wordDocument(body));
    expect(table.above).toEqual([{ text: 'Action plan' }]);
    expect(texts(table)[1]).toEqual(['1', 'A\n\nb', 'x']);
    expect(table.rows[2]?.cells[0]?.merged).toMatchObject({ row: 2, column: 1 });
  });

  it('sees what is struck through, and reads tracked changes as accepted', async () => {
    const cell = `<w:tc>${wordParagraph('May 2022', true)}${wordParagraph('June 2022')}</w:tc>`;
    const changed =
      '<w:tc><w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p></w:tc>';
    const table = await first(
      'a.docx',
      wordDocument(`<w:tbl><w:tr>${cell}${changed}</w:tr></w:tbl>`),
    );
    expect(table.rows[0]?.cells).toMatchObject([
      { text: 'June 2022', struck: 'May 2022' },
      { text: 'new' },
    ]);
    expect(table.remarks.join()).toContain('tracked changes');
  });

  it('refuses a document with a damaged part', async () => {
    const damaged = wordDocument('', { 'word/_rels/document.xml.rels': '<Relationships Id=x">' });
    await expect(read('a.docx', damaged)).rejects.toThrow('a damaged Word document');
  });

  it('refuses macros', async () => {
    await expect(read('a.docx', wordDocument('', { 'word/vbaProject.bin': 'x' }))).rejects.toThrow(
      'macros',
    );
  });
});

it('names the endings it knows where it does not know one', async () => {
  await expect(read('a.ods', 'x')).rejects.toThrow('cannot be told from its name (.ods)');
});
