import type { z } from 'zod';
import type { Path } from '../model/diagnostic.ts';
import type { FileKind } from '../model/file-kind.ts';
import { FILE_SCHEMAS } from '../model/file-schemas.ts';

/** The order in which fields stand at a path: that of the schema. Empty where names are free. */
export function fieldOrder(kind: FileKind, path: Path): readonly string[] {
  let at: z.core.$ZodType | undefined = FILE_SCHEMAS[kind];
  for (const step of path) at = inside(at, step);
  const def = defOf(at);
  return def?.type === 'object' ? Object.keys((def as z.core.$ZodObjectDef).shape) : [];
}

function inside(
  schema: z.core.$ZodType | undefined,
  step: string | number,
): z.core.$ZodType | undefined {
  const def = defOf(schema);
  if (def?.type === 'array') return (def as z.core.$ZodArrayDef).element;
  if (def?.type !== 'object') return undefined;
  const { shape } = def as z.core.$ZodObjectDef;
  return Object.hasOwn(shape, step) ? shape[String(step)] : undefined;
}

function defOf(schema: z.core.$ZodType | undefined): z.core.$ZodTypeDef | undefined {
  const def = schema?._zod.def;
  return def?.type === 'optional' ? defOf((def as z.core.$ZodOptionalDef).innerType) : def;
}
