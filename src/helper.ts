import type { MessagePort } from 'node:worker_threads';
import { digestOf } from './kept-results.ts';
import type { Day } from './model/day.ts';
import { rules } from './rules/index.ts';
import { readSettings } from './source/load.ts';
import { readFile } from './source/read-file.ts';
import { workingTree } from './source/working-tree.ts';
import type { KnownFile } from './validate/known-results.ts';
import { checkAlone } from './validate/put-away.ts';
import { CHUNK, handOver, takeForHelper } from './validate/shared-work.ts';

/** What a helper needs to know to check files as the program would. */
export interface Job {
  readonly cwd: string;
  readonly files: readonly string[];
  readonly settings: string | null;
  readonly asOf: Day;
  readonly only: readonly string[] | undefined;
  readonly maxBytes: number;
  readonly digests: boolean;
  readonly cells: Int32Array<SharedArrayBuffer>;
}

/** The results of one chunk; none for files the program must read itself, such as faulty ones. */
export interface HandedOver {
  readonly chunk: number;
  readonly known: readonly (KnownFile | undefined)[];
}

/** The second thread: checks chunks of files from the end of the list. */
export function help(job: Job, port: MessagePort): void {
  const tree = workingTree(job.cwd);
  const { settings } = readSettings(tree, job.settings ?? undefined, job.maxBytes);
  const options = { asOf: job.asOf, only: job.only && new Set(job.only) };
  const { maxBytes } = job;
  const { financialYear } = settings;
  let digest: Uint8Array | undefined;
  const opened = (bytes: Uint8Array) => {
    if (job.digests) digest = digestOf(bytes);
  };
  for (
    let chunk = takeForHelper(job.cells);
    chunk !== undefined;
    chunk = takeForHelper(job.cells)
  ) {
    const files = job.files.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
    const results = files.map((file) => {
      try {
        const read = readFile(tree, file, { maxBytes, financialYear, opened });
        return read.plan && { ...checkAlone(read, settings, rules, options, true), digest };
      } catch {
        // The program meets the same fault, and tells it.
        return undefined;
      }
    });
    port.postMessage({ chunk, known: results } satisfies HandedOver);
    handOver(job.cells);
  }
}
