import * as z from 'zod';
import { ownersFile } from '../model/owners-file.ts';
import { planFile } from '../model/plan-file.ts';
import { settingsFile } from '../model/settings-file.ts';
import { standardsFile } from '../model/standards-file.ts';
import { diffOutput } from './change-output.ts';
import { historyOutput } from './history-output.ts';
import { reportOutputs } from './report-output.ts';
import { rulesOutput } from './rules-output.ts';
import { validateOutput } from './validate-output.ts';

const FILES = {
  plan: planFile,
  owners: ownersFile,
  standards: standardsFile,
  settings: settingsFile,
} as const;

export type FileKindName = keyof typeof FILES;

export const FILE_KINDS = Object.keys(FILES) as FileKindName[];

/** The JSON Schema of a kind of file, in the draft that editors understand. */
export function fileJsonSchema(kind: FileKindName): object {
  return jsonSchema(FILES[kind], true);
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
