import { constants, inflateRawSync } from 'node:zlib';
import { Refusal } from '../refusal.ts';

/** What a file may come to when it is unpacked. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_ENTRIES = 5_000;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL = 0x04034b50;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** A ZIP archive of which one part after the other can be unpacked, never more than its directory says. */
export class Archive {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;

  /** Reads the directory; refuses an archive that is damaged, encrypted or too large unpacked. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = directoryOf(this.#bytes);
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a part; undefined where there is none of this name. */
  bytes(name: string): Buffer | undefined {
    const entry = this.#entries.get(name);
    return entry && unpack(this.#bytes, entry);
  }

  /** A part in UTF-8, as those of Office files are. */
  text(name: string): string | undefined {
    const bytes = this.bytes(name);
    if (!bytes) return undefined;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw damaged(`${name} in it is not valid UTF-8`);
    }
  }

  /** Unpacks every part once, so that whoever reads the archive after this meets no surprise. */
  verify(): void {
    for (const entry of this.#entries.values()) unpack(this.#bytes, entry);
  }
}

function directoryOf(bytes: Buffer): Map<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw tooLarge(`${count} parts (the limit is ${MOST_ENTRIES})`);
  let at = bytes.readUInt32LE(end + 16);
  let total = 0;
  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw damaged();
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw encrypted();
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry: Entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    };
    total += entry.size;
    if (total > MOST_BYTES) {
      throw tooLarge(`more than ${MOST_BYTES / 1024 / 1024} MiB when it is unpacked`);
    }
    if (entries.has(entry.name)) throw damaged(`it has two parts called ${entry.name}`);
    entries.set(entry.name, entry);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the record at the end stands: behind it there is at most a comment. */
function endOf(bytes: Buffer): number {
  const last = bytes.length - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw damaged();
}

function unpack(bytes: Buffer, { name, method, packed, size, at }: Entry): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw damaged();
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) throw damaged();
  const raw = bytes.subarray(start, start + packed);
  if (method === 0) {
    if (raw.length !== size) throw damaged(`${name} in it is not as large as it says`);
    return raw;
  }
  if (method !== 8) throw damaged(`${name} in it is packed in a way that is not known`);
  try {
    const text = inflateRawSync(raw, {
      maxOutputLength: Math.max(1, size),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    if (text.length === size) return text;
  } catch {
    // Said below: it cannot be unpacked to what its directory promises.
  }
  throw damaged(`${name} in it is not as large as it says`);
}

function damaged(why = 'it is no whole ZIP archive, as such files are'): Refusal {
  return new Refusal(
    `the file cannot be unpacked: ${why}`,
    'open it in the program it was made with and save it again',
  );
}

function tooLarge(what: string): Refusal {
  return new Refusal(
    `the file has ${what}`,
    'copy the table alone into a new file, or save it as CSV',
  );
}

function encrypted(): Refusal {
  return new Refusal('the file is encrypted', 'save a copy without a password');
}
