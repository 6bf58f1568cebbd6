import type { z } from 'zod';
import type { Path } from '../model/diagnostic.ts';
import { onlyNeighbour, suggest } from '../model/suggest.ts';
import type { Value } from './document.ts';
import type { ValueFault } from './fault.ts';

type Issue = z.core.$ZodIssue;

/** Checks a file's value against its schema; its issues in words, each at its path. */
export function schemaFaults(schema: z.ZodType, value: Value): ValueFault[] {
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
        typeHelp(issue.expected),
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
    const meant = suggest(key, known);
    return {
      rule: 'schema',
      message: `unknown field \`${key}\``,
      help: meant
        ? `did you mean \`${meant}\`?`
        : `the fields here are ${known.map((field) => `\`${field}\``).join(', ')}`,
      path: [...path, key],
      part: 'key',
      meant,
      fix: certain(to) ? { op: 'rename', path: [...path, key], to } : undefined,
    };
  });
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

export function emptyValue(path: Path): ValueFault {
  return {
    rule: 'schema',
    message: `${fieldName(path)} is empty`,
    help: 'give it a value, or remove the line',
    path,
  };
}

function wrongChoice(path: Path, value: Value, choices: string[]): ValueFault[] {
  const written = typeof value === 'string' ? value : kindOf(value);
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const near = suggest(plain, choices);
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

function typeHelp(expected: string): string | null {
  if (expected === 'array') return 'begin each item on a new line with `- `';
  if (expected === 'object' || expected === 'record') {
    return 'write its fields on the lines below, indented by two spaces more';
  }
  return 'write one text; if it holds `: ` or begins with a bracket, put it in quotes';
}

function kindOf(value: Value): string {
  if (typeof value === 'string') return 'a text';
  return Array.isArray(value) ? 'a list' : 'a group of fields';
}

function fieldName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `an item of ${fieldName(path.slice(0, -1))}` : `\`${last}\``;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

export function valueAt(root: Value | undefined, path: Path): Value | undefined {
  let value: Value | undefined = root;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (typeof value === 'object' && Object.hasOwn(value, step)) value = value[String(step)];
    else return undefined;
  }
  return value;
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
