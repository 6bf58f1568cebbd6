import { InvalidArgumentError } from 'commander';
import { type Host, UsageError } from '../host.ts';
import { suggest } from '../model/suggest.ts';
import { cleanText } from '../render/clean-text.ts';

/** A file to write to, as `--output` names it, and the format where it names one. */
export interface Output<Format extends string> {
  readonly format: Format | undefined;
  readonly file: string;
}

/** The formats of a command: which there are, which is used unless asked, and what endings mean. */
export interface Formats<Format extends string> {
  readonly all: readonly Format[];
  readonly usual: Format;
  readonly byEnding: Readonly<Record<string, Format>>;
}

/** Where a result goes: to files, each in its format, and in one format to standard output. */
export interface Destinations<Format extends string> {
  readonly files: readonly { readonly file: string; readonly format: Format }[];
  readonly screen: Format | undefined;
}

/** Reads `--output FILE` or `--output FORMAT:FILE`; may be given several times. */
export function outputFlag<Format extends string>({ all }: Formats<Format>) {
  return (text: string, before: readonly Output<Format>[] | undefined): Output<Format>[] => {
    const prefix = /^([a-z-]{2,}):/.exec(text)?.[1];
    const format = all.find((one) => one === prefix);
    if (prefix !== undefined && format === undefined) {
      const near = suggest(prefix, all);
      throw new InvalidArgumentError(
        `There is no format "${prefix}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
      );
    }
    const file = format === undefined ? text : text.slice(format.length + 1);
    if (file === '')
      throw new InvalidArgumentError('Name a file: --output FILE or --output FORMAT:FILE.');
    return [...(before ?? []), { format, file }];
  };
}

/**
 * A file is written in the format before its name, else in that of `--format`, else in that of its
 * ending: under an ending of another kind it would be a file that its own program cannot open. A `--format` that no file takes is for standard output, which else is silent beside files.
 */
export function destinations<Format extends string>(
  { all, usual, byEnding }: Formats<Format>,
  asked: Format | undefined,
  outputs: readonly Output<Format>[] = [],
): Destinations<Format> {
  if (outputs.length === 0) return { files: [], screen: asked ?? usual };
  const ofEnding = (file: string): Format => {
    const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
    if (ending === undefined) return usual;
    const meant = Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined;
    if (meant !== undefined) return meant;
    throw new UsageError(
      `${cleanText(file)} does not say in which format: nothing here is known as .${ending}`,
      `put the format before its name: FORMAT:${cleanText(file)}, with one of ${all.join(', ')}`,
    );
  };
  return {
    files: outputs.map(({ format, file }) => ({
      file,
      format: format ?? asked ?? ofEnding(file),
    })),
    screen: outputs.every(({ format }) => format !== undefined) ? asked : undefined,
  };
}

/** Writes each file whole; all are made before any is written, so that a fault leaves none. */
export async function writeFiles<Format extends string>(
  host: Host,
  files: Destinations<Format>['files'],
  inFormat: (format: Format) => Promise<string | Uint8Array>,
): Promise<void> {
  const contents: (string | Uint8Array)[] = [];
  for (const { format } of files) contents.push(await inFormat(format));
  for (const [at, { file, format }] of files.entries()) {
    host.write(file, contents[at] ?? '');
    host.note(`written to ${cleanText(file)} as ${format}\n`);
  }
}

/** Refuses to write over what was read, twice to one file, or where a link leads out of the repository. */
export function refuseToOverwrite(
  { files }: Host,
  read: readonly { readonly file: string }[],
  outputs: readonly { readonly file: string }[],
): void {
  if (outputs.length === 0) return;
  const taken = new Map(
    read.map(({ file }) => [files.absolute(file), 'is one of the files the result is made from']),
  );
  for (const { file } of outputs) {
    const absolute = files.absolute(file);
    const leadsOut = files.kind(file).startsWith('outside');
    const why = leadsOut ? 'leads out of the repository' : taken.get(absolute);
    if (why !== undefined) {
      throw new UsageError(`${cleanText(file)} ${why}`, 'choose another file with --output');
    }
    taken.set(absolute, 'is named twice');
  }
}
