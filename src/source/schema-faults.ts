import type { z } from 'zod';
import type { Path } from '../model/diagnostic.ts';
import type { FileKind } from '../model/file-kind.ts';
import { FILE_SCHEMAS } from '../model/file-schemas.ts';
import { onlyNeighbour, suggest } from '../model/suggest.ts';
import { fieldOfColumn, valueOfWord } from '../model/table-words.ts';
import { emptyValue, fieldName, type ValueFault } from './fault.ts';
import { type Value, valueAt } from './value.ts';

type Issue = z.core.$ZodIssue;

/** Checks a file's value against its schema; its issues in words, each at its path. */
export function schemaFaults(kind: FileKind, value: Value): ValueFault[] {
  return faultsAgainst(FILE_SCHEMAS[kind], value);
}

/** The same for a value that is no file of a project. */
export function faultsAgainst(schema: z.ZodType, value: Value): ValueFault[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => explain(schema, value, issue, []));
}

function explain(schema: z.ZodType, root: Value, issue: Issue, base: Path): ValueFault[] {
  const path: Path = [...base, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const value = valueAt(root, path);
  if (issue.code === 'unrecognized_keys') return unknownFields(schema, path, issue.keys, value);
  if (value === undefined) return [missingField(path)];
  if (typeof value === 'string' && !/[^\s\p{C}]/u.test(value)) return [emptyValue(path)];
  const found = (message: string, help: string | null): ValueFault[] => [
    { rule: 'schema', message, help, path },
  ];
  const name = fieldName(path);
  switch (issue.code) {
    case 'invalid_union': {
      // A list is judged as a list, a text as a text: the branch whose type fits.
      const branches = issue.errors.map((issues) => issues.filter((one) => !isWrongType(one)));
      const branch = branches.find(
        (issues, index) => issues.length === issue.errors[index]?.length,
      );
      if (!branch) return found(`${name} must be a text or a list of texts`, null);
      return branch.flatMap((inner) => explain(schema, root, inner, path));
    }
    case 'invalid_type':
      return found(
        `${name} must be ${TYPES[issue.expected] ?? issue.expected}, not ${kindOf(value)}`,
        typeHelp(issue.expected, fieldsAt(schema, path)),
      );
    case 'invalid_value':
      return wrongChoice(path, value, issue.values.map(String));
    case 'invalid_format':
      return found(...wrongFormat(name, typeof value === 'string' ? value : '', issue.message));
    case 'too_small':
      return found(`${name} is an empty list`, 'give at least one item, or remove the line');
    case 'too_big':
      return found(
        `${name} is longer than ${issue.maximum} characters, which is the limit`,
        'shorten it',
      );
    default:
      return found(`${name} is not of the right form`, null);
  }
}

function isWrongType(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  return (
    issue.code === 'invalid_type' ||
    (issue.code === 'invalid_value' && typeof issue.input === 'object')
  );
}

function unknownFields(
  schema: z.ZodType,
  path: Path,
  keys: readonly string[],
  value: Value | undefined,
): ValueFault[] {
  const known = fieldsAt(schema, path);
  const neighbours = keys.map((key) => onlyNeighbour(key, known));
  /** A field that is there already, or that two others may mean, cannot be what is meant. */
  const certain = (name: string | undefined): name is string =>
    name !== undefined &&
    !(typeof value === 'object' && Object.hasOwn(value, name)) &&
    neighbours.filter((one) => one === name).length === 1;
  return keys.map((key, index) => {
    const to = neighbours[index];
    const meant = fieldOfColumn(key, known) ?? suggest(key, known);
    return {
      rule: 'schema',
      message: `unknown field \`${key}\``,
      help: meant
        ? meantHelp(key, meant)
        : `the fields here are ${known.map((field) => `\`${field}\``).join(', ')}`,
      path: [...path, key],
      part: 'key',
      meant,
      fix: certain(to) ? { op: 'rename', path: [...path, key], to } : undefined,
    };
  });
}

/** The log is no other spelling of a column, so what belongs there is said. */
function meantHelp(key: string, meant: string): string {
  if (meant !== 'progress' || suggest(key, [meant]) !== undefined) {
    return `did you mean \`${meant}\`?`;
  }
  return 'where an action stands is said in its log: add an entry under `progress:` with `date`, `status` and `text`';
}

function missingField(path: Path): ValueFault {
  const field = String(path.at(-1));
  return {
    rule: 'schema',
    message: `\`${field}\` is missing`,
    help: `add a line \`${field}: …\``,
    path: path.slice(0, -1),
    missing: field,
  };
}

function wrongChoice(path: Path, value: Value, choices: string[]): ValueFault[] {
  const written = typeof value === 'string' ? value : kindOf(value);
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const near = valueOfWord(plain, choices) ?? suggest(plain, choices);
  const only = choices.includes(plain) ? plain : onlyNeighbour(plain, choices);
  const list = choices.map((choice) => `\`${choice}\``);
  const all = `${list.slice(0, -1).join(', ')} or ${list.at(-1)}`;
  return [
    {
      rule: 'schema',
      message: `${fieldName(path)} cannot be "${shorten(written)}"`,
      help: near === undefined ? `it is ${all}` : `did you mean \`${near}\`? It is ${all}`,
      path,
      fix: only !== undefined && only === near ? { op: 'set', path, value: only } : undefined,
    },
  ];
}

function wrongFormat(name: string, value: string, kind: string): [string, string] {
  const written = `"${shorten(value)}"`;
  switch (kind) {
    case 'id':
      return /[“”‘’]/.test(value)
        ? [
            `${name} ${written} has curly quotes, which do not quote in YAML`,
            'use straight quotes: "13.1"',
          ]
        : [
            `${name} ${written} has signs that an id cannot have`,
            'an id begins with a letter or digit and has only letters, digits, dots and hyphens (a plan or owner: a-z, 0-9 and hyphens)',
          ];
    case 'url':
      return [`${name} ${written} is not a web address`, 'write it in full: https://…'];
    case 'pattern':
      return [
        `${name} ${written} has more signs than a pattern can have`,
        'use at most 200 characters, two `**` and six stars in all; several patterns can be a list',
      ];
    case 'row':
      return [`${name} ${written} is no number of a row`, 'give the number, counted from 1'];
    case 'delimiter':
      return [
        `${name} ${written} cannot part columns`,
        'give one sign that is no space and no quote, or "\\t" for a tab',
      ];
    case 'month-day':
      return [
        `${name} ${written} is not a month and day`,
        'write it as 04-01, with a day from 01 to 28',
      ];
    default:
      return [
        `${name} ${written} is not of the right form`,
        'see the reference of the file format',
      ];
  }
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of fields',
  string: 'a single text',
  record: 'a group of fields',
};

/** More fields than this are no help. */
const MOST_FIELDS = 4;

function typeHelp(expected: string, fields: readonly string[]): string {
  if (expected === 'array') return 'begin each item on a new line with `- `';
  if (expected === 'object' || expected === 'record') {
    const few = fields.length > 0 && fields.length <= MOST_FIELDS;
    const which = few ? ` (${fields.map((field) => `\`${field}\``).join(', ')})` : '';
    return `write its fields${which} on the lines below, indented by two spaces more`;
  }
  return 'write one text; if it holds `: ` or begins with a bracket, put it in quotes';
}

function kindOf(value: Value): string {
  if (typeof value === 'string') return 'a text';
  return Array.isArray(value) ? 'a list' : 'a group of fields';
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** The fields the schema knows at a path. */
function fieldsAt(schema: z.ZodType, path: Path): string[] {
  let at: z.core.$ZodType | undefined = unwrap(schema);
  for (const step of path) {
    const { def } = (at?._zod as { def: z.core.$ZodTypeDef } | undefined) ?? {};
    if (def?.type === 'array') at = unwrap((def as z.core.$ZodArrayDef).element);
    else if (def?.type === 'object') at = unwrap((def as z.core.$ZodObjectDef).shape[String(step)]);
    else return [];
  }
  const def = at?._zod.def;
  return def?.type === 'object' ? Object.keys((def as z.core.$ZodObjectDef).shape) : [];
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  const def = schema?._zod.def;
  return def?.type === 'optional' ? unwrap((def as z.core.$ZodOptionalDef).innerType) : schema;
}
