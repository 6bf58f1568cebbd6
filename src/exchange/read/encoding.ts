import { Refusal } from '../refusal.ts';

/**
 * The text of a file. UTF-8, and what says by its mark that it is UTF-16, can be told from anything
 * else; other encodings cannot be told from each other, so that one must be named.
 */
export function decodeText(bytes: Uint8Array, encoding: string | undefined): string {
  const text = decoded(bytes, encoding).replace(/^\ufeff/, '');
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    throw new Refusal(
      `the file is no text: it holds a NUL character in line ${lineOf(text, nul)}`,
      'save the table as .xlsx, .docx or CSV, and give the file its usual ending',
    );
  }
  const conflict = /^(?:<{7}|>{7}|={7})(?: |\r?$)/m.exec(text);
  if (conflict && /^<{7} /m.test(text)) {
    throw new Refusal(
      `line ${lineOf(text, conflict.index)} is the mark of a conflict that git left in the file`,
      'settle the conflict first, then import the file',
    );
  }
  return text;
}

function decoded(bytes: Uint8Array, encoding: string | undefined): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    if (encoding === 'windows-1252') return windows1252(bytes);
    if (encoding !== undefined && encoding !== 'utf-8')
      return new TextDecoder(encoding).decode(bytes);
    throw new Refusal(
      'the file is not written in UTF-8, and which other encoding it is cannot be told from it',
      'save it as "CSV UTF-8", or say `encoding: windows-1252` in a profile (--map) and look at the accents',
    );
  }
}

/** What stands from 0x80 to 0x9f in it, where Latin-1 has control characters. */
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The TextDecoder of several releases of Node takes this encoding for Latin-1: curly quotes are lost. */
function windows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('windows-1252').decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, (sign) => HIGH_1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
