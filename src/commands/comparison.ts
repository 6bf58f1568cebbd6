import type { Change } from '../changes/change.ts';
import { UsageError } from '../host.ts';
import type { Place } from '../model/diagnostic.ts';
import type { PlacesOf } from '../render/changes-json.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Loaded } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';
import { counted } from './flags.ts';

/** Looks up the lines of changes in the files of both sides. */
export function placesOf(before: readonly Files[], after: readonly Files[]): PlacesOf {
  const [old, now] = [documentsOf(before), documentsOf(after)];
  const lineIn = (documents: Documents, { file, path, part }: Place) =>
    documents.get(file)?.locate(path, part).start.line ?? 1;
  return {
    // A place in a file that is gone is only in the old one.
    now: ({ at }: Change) => ({ file: at.file, line: lineIn(now.has(at.file) ? now : old, at) }),
    before: ({ was }: Change) => was && { file: was.file, line: lineIn(old, was) },
  };
}

/** The files of one side. */
type Files = Pick<Loaded, 'files' | 'context'>;

type Documents = ReadonlyMap<string, FileRead['document']>;

function documentsOf(sides: readonly Files[]): Documents {
  const reads = sides.flatMap(({ files, context }) => [...context, ...files]);
  return new Map(reads.map(({ file, document }) => [file, document]));
}

/** What cannot be read cannot be compared: to leave it out would look like no change. */
export function requireReadable(loaded: Loaded, where: string): void {
  const [first] = loaded.diagnostics;
  if (!first) return;
  const files = new Set(loaded.diagnostics.map(({ file }) => file));
  const more = files.size > 1 ? `, and ${counted(files.size - 1, 'other file')} as well` : '';
  throw new UsageError(
    `${cleanText(first.file)} cannot be read in ${cleanText(where)} (line ${first.range.start.line}: ${first.message})${more}, so what changed cannot be told`,
    first.rule === 'file-readable' && first.help !== null
      ? first.help
      : '`actionplan validate` shows every fault, with --at those of a revision; or compare other revisions or paths',
  );
}
