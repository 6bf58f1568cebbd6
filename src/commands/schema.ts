import { Argument, type Command } from 'commander';
import { FILE_KINDS, type FileKind } from '../model/file-kind.ts';
import type { Session } from './session.ts';

export function addSchema(program: Command, session: Session): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a kind of file, for editors')
    .addArgument(new Argument('<kind>', 'the kind of file').choices([...FILE_KINDS, 'profile']))
    .addHelpText(
      'after',
      `
The first line of a plan tells an editor where its schema is:
  # yaml-language-server: $schema=../schemas/plan.schema.json

Example:
  $ actionplan schema plan > schemas/plan.schema.json`,
    )
    .action(async (kind: FileKind | 'profile') => {
      const { fileJsonSchema, profileJsonSchema } = await import('../schema/json-schema.ts');
      const schema = kind === 'profile' ? profileJsonSchema() : fileJsonSchema(kind);
      session.host.out(`${JSON.stringify(schema, null, 2)}\n`);
    });
}
