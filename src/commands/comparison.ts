import { type Command, Option } from 'commander';
import type { Change } from '../changes/change.ts';
import { UsageError } from '../host.ts';
import type { Place } from '../model/diagnostic.ts';
import { counted } from '../model/words.ts';
import type { PlacesOf } from '../render/changes-json.ts';
import { cleanText } from '../render/clean-text.ts';
import type { Style } from '../render/colours.ts';
import type { Loaded } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';
import {
  destinations,
  type Formats,
  type Output,
  outputFlag,
  refuseToOverwrite,
  writeFiles,
} from './output.ts';
import type { Session } from './session.ts';

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

export type HistoryFormat = 'pretty' | 'markdown' | 'json';
export type ChangeFormat = HistoryFormat | 'html';

const ENDINGS = { md: 'markdown', json: 'json', txt: 'pretty' } as const;

export const HISTORY_FORMATS: Formats<HistoryFormat> = {
  all: ['pretty', 'markdown', 'json'],
  usual: 'pretty',
  byEnding: ENDINGS,
};

export const CHANGE_FORMATS: Formats<ChangeFormat> = {
  all: ['pretty', 'markdown', 'json', 'html'],
  usual: 'pretty',
  byEnding: { ...ENDINGS, html: 'html', htm: 'html' },
};

/** How a result is to be written, and where to. */
export interface WritingFlags<F extends string> {
  readonly format?: F;
  readonly output?: readonly Output<F>[];
}

/** Adds the options that say how a result is written, and where to. */
export function addWriting<F extends string>(command: Command, formats: Formats<F>): Command {
  return command
    .addOption(
      new Option('--format <format>', 'how the result is written (default: pretty)').choices(
        formats.all,
      ),
    )
    .option(
      '--output <file>',
      'write to a file; FORMAT:FILE may be repeated for several',
      outputFlag(formats),
    );
}

/** Writes a result where it is wanted, but never over a file that it was made from. */
export async function writeResult<F extends string>(
  session: Session,
  formats: Formats<F>,
  flags: WritingFlags<F>,
  sides: readonly Loaded[],
  written: (format: F, style: Style) => string | Promise<string>,
): Promise<void> {
  const { host } = session;
  const { files, screen } = destinations(formats, flags.format, flags.output);
  const read = sides.flatMap(({ files: asked, context, unchanged }) => [
    ...asked,
    ...context,
    ...[...unchanged].map((file) => ({ file })),
  ]);
  refuseToOverwrite(host, read, files);
  const plain = { columns: undefined, colour: 0 as const };
  await writeFiles(host, files, async (format) => await written(format, plain));
  if (screen !== undefined) host.out(await written(screen, session.style()));
}
