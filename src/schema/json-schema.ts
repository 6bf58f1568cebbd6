import * as z from 'zod';
import { profileFile } from '../exchange/profile.ts';
import type { FileKind } from '../model/file-kind.ts';
import { FILE_SCHEMAS } from '../model/file-schemas.ts';
import { diffOutput } from './change-output.ts';
import { historyOutput } from './history-output.ts';
import { reportOutputs } from './report-output.ts';
import { rulesOutput } from './rules-output.ts';
import { validateOutput } from './validate-output.ts';

/** The JSON Schema of a kind of file, in the draft that editors understand. */
export function fileJsonSchema(kind: FileKind): object {
  return jsonSchema(FILE_SCHEMAS[kind], true);
}

/** The JSON Schema of a profile of `import`, which is kept beside the plans and is no part of them. */
export function profileJsonSchema(): object {
  return jsonSchema(profileFile, true);
}

/**
 * What a file's value is checked by (fits.ts): the same without what is only for people, and
 * without the patterns of dates and targets, whose faults get their own words later.
 */
export function checkedJsonSchema(kind: FileKind): object {
  const schema = z.toJSONSchema(FILE_SCHEMAS[kind], {
    io: 'input',
    override: ({ jsonSchema: written }) => {
      const { kind: form } = written as { kind?: unknown };
      if (form !== undefined) delete written.pattern;
      for (const key of ['title', 'description', 'kind', 'propertyNames']) {
        delete (written as Record<string, unknown>)[key];
      }
    },
  });
  delete schema.$schema;
  return schema;
}

/**
 * The JSON Schema (draft-07) of a zod schema. In files every value is text to this tool, but an
 * editor reads `2022` or `1.10` as a number: `lenient` lets it.
 */
function jsonSchema(schema: z.ZodType, lenient = false): object {
  return z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema: written }) => {
      // Our own mark for dates and targets means nothing to editors.
      delete (written as { kind?: unknown }).kind;
      if (lenient && written.type === 'string' && written.enum === undefined) {
        (written as { type: unknown }).type = ['string', 'number', 'boolean', 'null'];
      }
    },
  });
}

/** The JSON Schema of every JSON output, by the name of its file. */
export function outputJsonSchemas(): Record<string, object> {
  const reports = Object.entries(reportOutputs).map(([id, schema]) => [
    `report-${id}`,
    jsonSchema(schema),
  ]);
  return {
    rules: jsonSchema(rulesOutput),
    validate: jsonSchema(validateOutput),
    diff: jsonSchema(diffOutput),
    history: jsonSchema(historyOutput),
    ...Object.fromEntries(reports),
  };
}
