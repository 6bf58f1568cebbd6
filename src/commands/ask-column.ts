import { FIELDS, type Field } from '../exchange/fields.ts';
import type { Clash } from '../exchange/map-columns.ts';
import { type Ask, type Host, UsageError } from '../host.ts';
import { suggest } from '../model/suggest.ts';
import { cleanText } from '../render/clean-text.ts';
import { choose } from './choose.ts';

/** Asks which of two columns has the field that both look like, and what the other one holds. */
export async function askColumn(
  host: Host,
  ask: Ask,
  { field, columns }: Clash,
): Promise<readonly [heading: string, field: Field]> {
  const choices = columns.map((id) => ({ id, text: '' }));
  const chosen = await choose(host, ask, `column for ${field}`, choices);
  const [first, second] = columns;
  const other = chosen === first ? second : first;
  for (;;) {
    const typed = await ask(
      `What does "${cleanText(other)}" hold (a field, such as recommendation, theme or ignore; enter: notes): `,
    );
    if (typed === undefined) throw new UsageError('the answers ended', 'nothing was written');
    const name = typed.trim().toLowerCase() || 'notes';
    const known = FIELDS.find((one) => one === name);
    if (known !== undefined) return [other, known];
    const near = suggest(name, FIELDS);
    host.note(
      `there is no field "${cleanText(name)}"; ${near === undefined ? `it is one of ${FIELDS.join(', ')}` : `did you mean "${near}"?`}\n`,
    );
  }
}
