import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';

const file = join(import.meta.dirname, 'sarif/sarif-2.1.0-rtm.5.json');
// The keywords it uses mean the same in the draft that ajv reads, but for the name of its id.
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(file, 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat('uri', /^[a-z][a-z\d+.-]*:[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i);
ajv.addFormat('uri-reference', /^[\w.~:/?#[\]@!$&'()*+,;=%-]+$/);
ajv.addFormat('date-time', true);
const check = ajv.compile(schema);

/** What the official schema finds wrong with a SARIF log. */
export function sarifFaults(log: unknown): ErrorObject[] {
  check(log);
  return check.errors ?? [];
}
