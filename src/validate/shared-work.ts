/*
 * How two threads share a list of files without a word: both look at the same memory, in which each
 * chunk of files is taken by one of them. The program goes through the list from the front, its
 * helper from the end, until they meet.
 */

/** Few enough that whoever is done first seldom waits for the other. */
export const CHUNK = 8;

/** Of fewer files the second thread saves less than it takes to warm up, on a busy machine. */
export const WORTH_IT = 2000;

const FREE = 0;
const PROGRAM = 1;
const HELPER = 2;

/** Memory for so many files: a cell for each chunk, and one that counts the chunks handed over. */
export function sharedCells(files: number): Int32Array<SharedArrayBuffer> {
  const chunks = Math.ceil(files / CHUNK);
  return new Int32Array(new SharedArrayBuffer((chunks + 1) * Int32Array.BYTES_PER_ELEMENT));
}

/** Takes a chunk for the program; false where the helper has it. */
export function takeForProgram(cells: Int32Array<SharedArrayBuffer>, chunk: number): boolean {
  return Atomics.compareExchange(cells, chunk, FREE, PROGRAM) !== HELPER;
}

/** Takes the last chunk that is free for the helper; undefined when there is none. */
export function takeForHelper(cells: Int32Array<SharedArrayBuffer>): number | undefined {
  for (let chunk = cells.length - 2; chunk >= 0; chunk -= 1) {
    const before = Atomics.compareExchange(cells, chunk, FREE, HELPER);
    if (before === FREE) return chunk;
    // What the program has taken, it took from the front.
    if (before === PROGRAM) return undefined;
  }
  return undefined;
}

/** Tells the program that one more chunk was handed over. */
export function handOver(cells: Int32Array<SharedArrayBuffer>): void {
  Atomics.add(cells, cells.length - 1, 1);
  Atomics.notify(cells, cells.length - 1);
}

export function handedOver(cells: Int32Array<SharedArrayBuffer>): number {
  return Atomics.load(cells, cells.length - 1);
}

/** Waits until more chunks than `known` are handed over; false if none came in this time. */
export function awaitHandOver(
  cells: Int32Array<SharedArrayBuffer>,
  known: number,
  milliseconds: number,
): boolean {
  return Atomics.wait(cells, cells.length - 1, known, milliseconds) !== 'timed-out';
}
