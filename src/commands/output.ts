import { InvalidArgumentError } from 'commander';

export const FORMATS = ['table', 'markdown', 'csv', 'json'] as const;

export type Format = (typeof FORMATS)[number];

/** A file to write to, and in which format where that is given or plain from its name. */
export interface Output<F extends string = Format> {
  readonly format: F | undefined;
  readonly file: string;
}

const BY_ENDING: Readonly<Record<string, Format>> = {
  md: 'markdown',
  csv: 'csv',
  json: 'json',
  txt: 'table',
};

/** Reads `--output FILE` or `--output FORMAT:FILE`; may be given several times. */
export const outputFlag = outputFlagOf(FORMATS, BY_ENDING);

/** An option `--output` for a command with its own formats. */
export function outputFlagOf<F extends string>(
  formats: readonly F[],
  byEnding: Readonly<Record<string, F>>,
): (text: string, before: readonly Output<F>[] | undefined) => Output<F>[] {
  return (text, before) => {
    const format = formats.find((one) => text.startsWith(`${one}:`));
    const file = format === undefined ? text : text.slice(format.length + 1);
    if (file === '')
      throw new InvalidArgumentError('Name a file: --output FILE or --output FORMAT:FILE.');
    const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
    const plain = Object.hasOwn(byEnding, ending) ? byEnding[ending] : undefined;
    return [...(before ?? []), { format: format ?? plain, file }];
  };
}
