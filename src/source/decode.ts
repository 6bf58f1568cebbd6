import { isUtf8 } from 'node:buffer';
import type { Fault } from './fault.ts';
import { SourceText } from './text.ts';

/** What a file may be at most, unless the person who runs the tool raises it. */
export const MAX_BYTES = 1024 * 1024;

/**
 * The text of a file, or why it has none: too large, not UTF-8, binary. A byte order mark is left
 * out of the text.
 */
export function decode(bytes: Uint8Array, limit = MAX_BYTES): SourceText | Fault {
  if (bytes.length > limit) {
    return fault(
      `the file is larger than the limit of ${inWords(limit)}`,
      'split it into several plans',
    );
  }
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return fault('the file is written in UTF-16', 'save it again with the encoding UTF-8');
  }
  if (!isUtf8(bytes)) return firstBadByte(bytes);
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  const text = whole.startsWith('\ufeff') ? whole.slice(1) : whole;
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    return {
      ...fault('the file is binary: it holds a NUL character', 'give a text file in YAML'),
      range: new SourceText(text).range(nul, nul + 1),
    };
  }
  return new SourceText(text);
}

/** Finds the first line that is no UTF-8, so that the finding can point at it. */
function firstBadByte(bytes: Uint8Array): Fault {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      break;
    }
    start = end;
    line += 1;
  }
  return {
    ...fault('the file is not valid UTF-8', 'save it again with the encoding UTF-8'),
    range: { start: { line, column: 1 }, end: { line, column: 1 } },
  };
}

function fault(message: string, help: string): Fault {
  const start = { line: 1, column: 1 };
  return { rule: 'yaml-plain', message, help, range: { start, end: start } };
}

function inWords(bytes: number): string {
  return bytes % MAX_BYTES === 0 ? `${bytes / MAX_BYTES} MiB` : `${bytes} bytes`;
}
