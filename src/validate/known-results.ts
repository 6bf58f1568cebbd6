import type { PlanFacts } from '../model/plan-facts.ts';
import type { FileRead } from '../source/read-file.ts';
import type { Checked } from './check-file.ts';

/** Where results are kept between runs; it never fails, but may have nothing. */
interface Store {
  read(): string | undefined;
  write(text: string): void;
  digest(...parts: readonly (string | Uint8Array)[]): string;
}

/** What is known of a plan that is the same, byte for byte, as when it was checked. */
export interface KnownFile {
  readonly read: Pick<FileRead, 'file' | 'kind' | 'valueFaults' | 'diagnostics'>;
  readonly facts: PlanFacts;
  /** Of plans asked about. */
  readonly checked?: Checked | undefined;
}

export interface KnownResults {
  /** The name of a file's content: of its bytes, its path and whether it is asked about. */
  keyOf(file: string, bytes: Uint8Array, asked: boolean): string;
  get(key: string): KnownFile | undefined;
  set(key: string, known: KnownFile): void;
  /** Keeps what this run used and found out. */
  save(): void;
}

/**
 * The results of earlier runs under the same conditions: the version, the settings and the day,
 * told by `conditions`. The store is believed only where it is whole: its first line names the
 * conditions and the digest of the rest, a line for each file. Anything else is as good as nothing.
 */
export function knownResults(store: Store, conditions: string): KnownResults {
  const before = linesOf(store, conditions);
  const used = new Map<string, string>();
  let changed = false;
  return {
    keyOf: (file, bytes, asked) => store.digest(JSON.stringify([file, asked]), bytes),
    get: (key) => {
      const line = before.get(key);
      if (line === undefined) return undefined;
      used.set(key, line);
      return JSON.parse(line.slice(line.indexOf(' ') + 1)) as KnownFile;
    },
    set: (key, known) => {
      changed = true;
      used.set(key, `${key} ${JSON.stringify(known)}`);
    },
    save: () => {
      if (!changed) return;
      // What this run had no use for is kept too, as long as it is not the most.
      const unused = [...before].filter(([key]) => !used.has(key));
      const kept = unused.length <= used.size ? [...used, ...unused] : [...used];
      const body = kept.map(([, line]) => line).join('\n');
      store.write(`${headOf(store, conditions, body)}\n${body}`);
    },
  };
}

function headOf(store: Store, conditions: string, body: string): string {
  return `actionplan results ${store.digest(conditions)} ${store.digest(body)}`;
}

function linesOf(store: Store, conditions: string): Map<string, string> {
  const text = store.read() ?? '';
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== headOf(store, conditions, body)) return new Map();
  return new Map(body.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line]));
}
