import type { FileKind } from '../model/file-kind.ts';
import schemas from './checked-schemas.json' with { type: 'json' };
import type { Value } from './value.ts';

/**
 * Whether a file's value fits the schema of its kind. Nearly every file does, and then zod, which
 * takes longer to load than the rest of the program, is never needed; only a file that does not is
 * checked by it, for the words. The schemas here are written from those of zod by a test, and
 * another shows that both take the same values.
 */
export function fits(kind: FileKind, value: Value): boolean {
  compiled[kind] ??= compile(schemas[kind]);
  return compiled[kind](value);
}

type Check = (value: Value) => boolean;

/** As much of JSON Schema as the schemas of files need. */
interface Schema {
  readonly type?: string;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

const compiled: Partial<Record<FileKind, Check>> = {};

const KEYWORDS =
  /^(?:type|anyOf|enum|pattern|(?:min|max)Length|items|minItems|properties|required|additionalProperties)$/;

function compile(schema: Schema): Check {
  const unknown = Object.keys(schema).find((keyword) => !KEYWORDS.test(keyword));
  if (unknown !== undefined) throw new Error(`the keyword ${unknown} of a schema is not checked`);
  if (schema.anyOf) {
    const checks = schema.anyOf.map(compile);
    return (value) => checks.some((check) => check(value));
  }
  if (schema.type === 'array') return listCheck(schema);
  return schema.type === 'object' ? mappingCheck(schema) : textCheck(schema);
}

function textCheck({ enum: choices, pattern, minLength = 0, maxLength = Infinity }: Schema): Check {
  const chosen = choices && new Set(choices);
  const form = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  // "Something to read" is met by nearly every first letter, without the pattern.
  const readable = pattern === '[^\\s\\p{C}]';
  return (value) => {
    if (typeof value !== 'string') return false;
    if (chosen) return chosen.has(value);
    if (value.length < minLength || value.length > maxLength) return false;
    const first = value.charCodeAt(0);
    return !form || (readable && first > 0x20 && first < 0x7f) || form.test(value);
  };
}

function listCheck({ items = {}, minItems = 0 }: Schema): Check {
  const check = compile(items);
  return (value) => Array.isArray(value) && value.length >= minItems && value.every(check);
}

function mappingCheck({ properties = {}, required = [], additionalProperties }: Schema): Check {
  const checks = new Map(Object.entries(properties).map(([key, one]) => [key, compile(one)]));
  const others = typeof additionalProperties === 'object' && compile(additionalProperties);
  return (value) => {
    if (typeof value === 'string' || Array.isArray(value)) return false;
    for (const key of required) if (value[key] === undefined) return false;
    for (const key in value) {
      const check = checks.get(key) ?? others;
      if (!check || !check(value[key] ?? '')) return false;
    }
    return true;
  };
}
