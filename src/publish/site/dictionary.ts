import { stringify } from 'csv-stringify/sync';

/** One field of an output, as people ask about it. */
export interface DictionaryEntry {
  /** The report it is a field of. */
  readonly report: string;
  /** `rows` are also the lines of the CSV; `totals` and the rest are in the JSON alone. */
  readonly part: 'rows' | 'totals' | 'about';
  /** As the CSV has it: `status.complete`. Fields of items of a list, as `owners[].role`. */
  readonly field: string;
  readonly type: string;
  readonly meaning: string;
}

/** As far as a JSON Schema tells of data. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Every field of every report, from the schemas that the outputs are held to. */
export function dictionaryOf(schemas: Readonly<Record<string, object>>): DictionaryEntry[] {
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const report = /^report-(.+)$/.exec(name)?.[1];
    if (report === undefined) return [];
    const { rows, totals, ...about } = (schema as Schema).properties ?? {};
    return [
      ...fieldsOf(report, 'rows', rows?.items, ''),
      ...fieldsOf(report, 'totals', totals, ''),
      ...fieldsOf(report, 'about', { properties: about }, ''),
    ];
  });
}

function fieldsOf(
  report: string,
  part: DictionaryEntry['part'],
  schema: Schema | undefined,
  before: string,
): DictionaryEntry[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field]) => {
    const path = before === '' ? name : `${before}.${name}`;
    const { core, orNull } = withoutNull(field);
    const meaning = field.description ?? core.description ?? '';
    const type = `${typeWords(core)}${orNull ? ', or none' : ''}`;
    const self: DictionaryEntry = { report, part, field: path, type, meaning };
    if (core.properties) {
      const inner = fieldsOf(report, part, core, path);
      // What holds fields has a line of its own only where it has something to say.
      return meaning === '' && !orNull ? inner : [self, ...inner];
    }
    return [self, ...fieldsOf(report, part, core.items, `${path}[]`)];
  });
}

function withoutNull(schema: Schema): { core: Schema; orNull: boolean } {
  if (Array.isArray(schema.type)) {
    const [type] = schema.type.filter((one) => one !== 'null');
    return { core: { ...schema, type }, orNull: schema.type.includes('null') };
  }
  const rest = schema.anyOf?.filter(({ type }) => type !== 'null');
  const [only] = rest ?? [];
  if (only && rest?.length === 1) return { core: only, orNull: true };
  return { core: schema, orNull: false };
}

function typeWords(schema: Schema): string {
  const { type, format, items, minimum, maximum } = schema;
  if (schema.enum) return `one of: ${schema.enum.join(', ')}`;
  if (schema.const !== undefined) return `always ${JSON.stringify(schema.const)}`;
  if (type === 'array')
    return `list of ${items?.properties ? 'records' : plural(typeWords(items ?? {}))}`;
  if (type === 'object') return 'record';
  if (type === 'boolean') return 'true or false';
  if (type === 'integer') {
    return minimum === undefined || minimum < 0 ? 'whole number' : `whole number from ${minimum}`;
  }
  if (type === 'number') return minimum === 0 && maximum === 1 ? 'share from 0 to 1' : 'number';
  return format === 'date' ? 'day (YYYY-MM-DD)' : 'text';
}

function plural(words: string): string {
  return words === 'text' ? 'texts' : words;
}

/** A field with all reports that have it, in the same sense. */
export interface SharedField extends Omit<DictionaryEntry, 'report'> {
  readonly reports: readonly string[];
}

/** Each field once, for people: most are in several reports. */
export function sharedFields(entries: readonly DictionaryEntry[]): SharedField[] {
  const fields = new Map<string, SharedField & { reports: string[] }>();
  for (const { report, ...field } of entries) {
    const key = JSON.stringify(field);
    const shared = fields.get(key) ?? { ...field, reports: [] };
    shared.reports.push(report);
    fields.set(key, shared);
  }
  return [...fields.values()];
}

/** The dictionary as CSV. Its words are ours alone, but a comma may stand in them. */
export function dictionaryCsv(entries: readonly DictionaryEntry[]): string {
  return stringify(
    [
      ['report', 'part', 'field', 'type', 'meaning'],
      ...entries.map(({ report, part, field, type, meaning }) => [
        report,
        part,
        field,
        type,
        meaning,
      ]),
    ],
    { record_delimiter: '\r\n' },
  );
}
