import type { Path, Range } from '../model/diagnostic.ts';
import type { Edit } from '../model/edit.ts';

/** The rules whose findings are made while reading; all are errors and cannot be switched off. */
export type ReadingRule =
  | 'file-readable'
  | 'yaml-syntax'
  | 'yaml-unique-keys'
  | 'yaml-plain'
  | 'unknown-document'
  | 'schema'
  | 'target-form'
  | 'date-real';

/** A fault of the text, found before it has any structure. */
export interface Fault {
  readonly rule: ReadingRule;
  readonly message: string;
  readonly help: string | null;
  readonly range: Range;
  /** The repair, where one is certain to be what is meant. */
  readonly fix?: Edit | undefined;
}

/** A fault of a value in the structure; its line is looked up later. */
export interface ValueFault {
  readonly rule: ReadingRule;
  readonly message: string;
  readonly help: string | null;
  readonly path: Path;
  readonly part?: 'key';
  readonly fix?: Edit | undefined;
  /** A field that is missing from the mapping at `path`. */
  readonly missing?: string;
  /** For an unknown field: the field most likely meant. */
  readonly meant?: string | undefined;
}

/** Whether something read is a fault rather than what was asked for. */
export function isFault(value: object): value is Fault {
  return 'rule' in value && 'message' in value;
}

export function emptyValue(path: Path): ValueFault {
  return {
    rule: 'schema',
    message: `${fieldName(path)} is empty`,
    help: 'give it a value, or remove the line',
    path,
  };
}

export function fieldName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `an item of ${fieldName(path.slice(0, -1))}` : `\`${last}\``;
}
