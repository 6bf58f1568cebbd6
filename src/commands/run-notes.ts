import { counted } from '../model/words.ts';
import type { RunNote } from '../render/run-note.ts';
import type { Loaded } from '../source/load.ts';
import type { NotChecked } from '../validate/not-checked.ts';
import type { Validation } from '../validate/validate.ts';

/** What limits a check, beside its findings: it is said in every format, not only on the terminal. */
export function runNotes(loaded: Loaded, validation: Validation): RunNote[] {
  const { notChecked, changeLeftOut } = validation;
  return [
    ...(changeLeftOut
      ? [
          {
            file: null,
            message: 'what changed was not judged, since something cannot be read',
            help: 'mend that first',
          },
        ]
      : []),
    ...(notChecked
      ? [
          {
            file: notChecked.files[0] ?? null,
            message: notCheckedInWords(notChecked),
            help: 'mend what cannot be read first',
          },
        ]
      : []),
    ...loaded.unusedSettings.map((file) => ({ file, ...unusedSettings(loaded) })),
  ];
}

function unusedSettings(loaded: Loaded): { message: string; help: string } {
  return {
    message: `these settings are not used: ${settingsInWords(loaded)}`,
    help:
      loaded.settings.file === null
        ? 'check this folder by itself, or put the settings into the folder that is checked'
        : 'say what differs under `overrides` there, or check this folder by itself',
  };
}

/** Which settings hold. */
export function settingsInWords({ settings: { file } }: Loaded): string {
  return `the settings are ${file === null ? 'the defaults' : `those of ${file}`}`;
}

/** Which rules were silent, and because of which file. */
export function notCheckedInWords({ files, silent, inPart }: NotChecked): string {
  const [first = '', ...others] = files;
  const also = others.length > 0 ? ` and ${counted(others.length, 'other file')}` : '';
  const were = ({ length }: readonly string[]) => (length === 1 ? 'was' : 'were');
  const parts = [
    ...(silent.length > 0 ? [`${inWords(silent)} ${were(silent)} not checked`] : []),
    ...(inPart.length > 0
      ? [`${inWords(inPart)} ${silent.length > 0 ? '' : `${were(inPart)} checked `}only in part`]
      : []),
  ];
  return `because ${first}${also} cannot be read whole, ${parts.join(', and ')}`;
}

function inWords(ids: readonly string[]): string {
  return ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
}
