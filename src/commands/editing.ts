import { EditError } from '../edit/edit-error.ts';
import { editText } from '../edit/edit-text.ts';
import { ChangedFile, type Host, UsageError } from '../host.ts';
import type { Edit } from '../model/edit.ts';
import { cleanText } from '../render/clean-text.ts';
import { decode, MAX_BYTES } from '../source/decode.ts';
import { isFault } from '../source/fault.ts';

/** How often an edit is made anew because another run wrote the file first. */
const MOST_RACES = 20;

/** A file opened to be edited: its bytes, and its text without the byte order mark. */
export interface Opened {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly mark: string;
  readonly text: string;
}

export function openFile(host: Host, file: string): Opened {
  const bytes = host.files.read(file, MAX_BYTES);
  if ('fault' in bytes) throw new UsageError(`${cleanText(file)}: ${bytes.fault}`);
  const source = decode(bytes);
  if (isFault(source)) {
    throw new UsageError(`${cleanText(file)}: ${source.message}`, source.help ?? undefined);
  }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : '';
  return { file, bytes, mark, text: source.text };
}

/** The bytes of an opened file with another text. */
export function bytesWith(opened: Opened, text: string): Uint8Array {
  return new TextEncoder().encode(opened.mark + text);
}

/** Writes another text to an opened file; refused if the file has changed since it was opened. */
export function saveFile(host: Host, opened: Opened, text: string): void {
  host.replace(opened.file, opened.bytes, bytesWith(opened, text));
}

/** Makes edits in an opened file's text; what cannot be edited is said in words for its reader. */
export function edited(opened: Opened, edits: readonly Edit[]): string {
  try {
    return editText(opened.text, edits);
  } catch (error) {
    if (!(error instanceof EditError)) throw error;
    throw new UsageError(`${cleanText(opened.file)}: ${cleanText(error.message)}`, error.help);
  }
}

/** Does something that reads, edits and writes; again from the start if another run came between. */
export async function withRaces<T>(attempt: () => T | Promise<T>): Promise<T> {
  for (let races = 0; ; races += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ChangedFile) || races >= MOST_RACES) throw error;
    }
  }
}
