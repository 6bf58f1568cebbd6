import mammoth from 'mammoth';
import { Refusal } from '../refusal.ts';
import type { Table } from '../table.ts';
import { readHtml } from './read-html.ts';
import { Archive } from './zip.ts';

/** The tables of a Word document. Of tracked changes the result counts, as if they were accepted. */
export async function readDocx(bytes: Uint8Array): Promise<Table[]> {
  const archive = new Archive(bytes);
  if (archive.names().some((name) => /vbaProject\.bin$/i.test(name))) {
    throw new Refusal(
      'the document holds macros, which are programs',
      'save it as a Word document without macros (.docx), and import that',
    );
  }
  archive.verify();
  const main = archive.text('word/document.xml');
  if (main === undefined) {
    throw new Refusal(
      'the file is no Word document: it has no part word/document.xml',
      'save it as a Word document (.docx)',
    );
  }
  const html = await htmlOf(bytes);
  const remarks = [
    ...(/<w:(?:ins|del)\b/.test(main)
      ? ['the document holds tracked changes: it is read as if all of them were accepted']
      : []),
    ...(/<w:(?:drawing|pict|object)\b/.test(main)
      ? ['the document holds pictures or attachments, which are not read']
      : []),
    ...(archive.has('word/comments.xml')
      ? ['the document holds comments in the margin, which are not read']
      : []),
  ];
  return readHtml(html).map((table, index) => (index === 0 ? { ...table, remarks } : table));
}

/** What mammoth makes of a document; what it cannot read is the document's fault, not ours. */
async function htmlOf(bytes: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        // Pictures are no text, and files that a picture names are not opened.
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return value;
  } catch {
    throw new Refusal(
      'the file is a damaged Word document: its parts cannot be read',
      'open it in Word and save it again',
    );
  }
}
