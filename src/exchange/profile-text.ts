import { inlineText } from '../edit/write-text.ts';
import { plainFields } from '../edit/write-value.ts';
import type { EditValue } from '../model/edit.ts';
import type { Field } from './fields.ts';
import type { LedgerLine } from './ledger.ts';
import type { MappedTable } from './map-columns.ts';
import type { ProfileFile } from './profile.ts';
import { UNKNOWN_WORD } from './words.ts';

/** What a profile is written from: how tables were read, and by which profiles. */
export interface ReadSo {
  readonly name: string;
  /** Profiles that come with the tool. */
  readonly extended: readonly string[];
  /** What a person's own profile, or flags, say beside the columns. */
  readonly own: Partial<ProfileFile>;
  readonly tables: readonly MappedTable[];
  /** The cells read, where they could be: for their words. */
  readonly cells: readonly LedgerLine[];
  /** From the folder of the profile. */
  readonly schema: string;
}

/**
 * A profile that reads tables as they were read, to be changed and used again. Words that are not
 * known are in it as comments: what they mean is for a person to say.
 */
export function profileText({ name, extended, own, tables, cells, schema }: ReadSo): string {
  const [only, ...more] = tables;
  const { profile: _, extends: __, columns: ___, ...rest } = own;
  const all = tables.flatMap((table) => table.columns);
  const columns = Object.fromEntries(
    all.flatMap(({ heading, field }): [string, Field][] => (field ? [[heading, field]] : [])),
  );
  const homeless = new Set(all.flatMap(({ heading, field }) => (field ? [] : [heading])));
  // A column without a field goes to the notes with its heading: here it is only named.
  const unnamed = [...homeless]
    .map((heading) => `  # ${inlineText(heading, false)}: ignore\n`)
    .join('');
  const fields: Record<string, EditValue> = {
    profile: name,
    ...(extended.length > 0 && { extends: [...extended] }),
    ...filled(rest),
    ...(only && more.length === 0 && { header: String(only.header.number) }),
    columns,
  };
  return `# yaml-language-server: $schema=${schema}\n${plainFields(fields)}${unnamed}${unknownWords(tables, cells, 'words' in fields)}`;
}

/** Fields that say something. */
function filled(value: object): Record<string, EditValue> {
  const fields = Object.entries(value).flatMap(([key, inner]): [string, EditValue][] => {
    if (typeof inner !== 'object' || Array.isArray(inner)) return [[key, inner as EditValue]];
    const within = filled(inner as object);
    return Object.keys(within).length > 0 ? [[key, within]] : [];
  });
  return Object.fromEntries(fields);
}

function unknownWords(
  tables: readonly MappedTable[],
  cells: readonly LedgerLine[],
  hasWords: boolean,
): string {
  const fieldOf = new Map(
    tables.flatMap(({ columns }) => columns.map(({ heading, field }) => [heading, field] as const)),
  );
  const lines = (['agreement', 'status'] as const).flatMap((field) => {
    const texts = cells
      .filter(({ detail, heading }) => detail === UNKNOWN_WORD && fieldOf.get(heading) === field)
      .map(({ text }) => text.replace(/\s+/g, ' '));
    const words = [...new Set(texts)].filter((text) => text.length <= 60);
    if (words.length === 0) return [];
    return [`#   ${field}:`, ...words.map((word) => `#     ${inlineText(word, false)}: none`)];
  });
  if (lines.length === 0) return '';
  const [how, where] = hasWords
    ? ['put them under `words:` with what each means, or', '']
    : ['say what each means, or leave it', '# words:\n'];
  return `# Words that are not known: ${how} "none".\n${where}${lines.join('\n')}\n`;
}
