import { type Ask, type Host, UsageError } from '../host.ts';
import { suggest } from '../model/suggest.ts';
import { cleanText } from '../render/clean-text.ts';

/** One of the things that a person may choose: by its id, how that begins, or its number in the list. */
export interface Choice {
  readonly id: string;
  readonly text: string;
}

/** A line each; what is longer is cut, since the id is enough to choose by. */
const LONGEST = 70;

/**
 * Shows what there is and asks which; one alone is what Enter stands for. Ids that begin with a number
 * are not numbered besides: what "2" meant would be a guess.
 */
export async function choose(
  host: Host,
  ask: Ask,
  what: string,
  choices: readonly Choice[],
): Promise<string> {
  const [first] = choices;
  if (!first) throw new UsageError(`there is no ${what} to choose from`);
  const idWidth = Math.max(...choices.map(({ id }) => cleanText(id).length));
  const isNumbered = !choices.some(({ id }) => /^\d/.test(id));
  const numberWidth = String(choices.length).length;
  const lines = choices.map(({ id, text }, index) => {
    const number = isNumbered ? `${String(index + 1).padStart(numberWidth)}  ` : '';
    return `${number}${cleanText(id).padEnd(idWidth)}  ${short(cleanText(text))}\n`;
  });
  host.note(lines.join(''));
  const enter = choices.length === 1 ? `; enter: ${cleanText(first.id)}` : '';
  for (;;) {
    const typed = await ask(`Which ${what} (${isNumbered ? 'number or id' : 'id'}${enter}): `);
    if (typed === undefined) throw new UsageError('the answers ended', 'nothing was written');
    const name = typed.trim();
    if (name === '' && choices.length === 1) return first.id;
    const chosen = chosenBy(name, choices, isNumbered);
    if (chosen !== undefined) return chosen;
    host.note(`${whyNot(name, what, choices)}\n`);
  }
}

function chosenBy(
  name: string,
  choices: readonly Choice[],
  isNumbered: boolean,
): string | undefined {
  const exact = choices.find(({ id }) => id === name);
  if (exact) return exact.id;
  if (isNumbered && /^\d{1,6}$/.test(name)) return choices[Number(name) - 1]?.id;
  const begun = choices.filter(({ id }) => name !== '' && id.startsWith(name));
  return begun.length === 1 ? begun[0]?.id : undefined;
}

function whyNot(name: string, what: string, choices: readonly Choice[]): string {
  if (name === '') return `name one of the ${choices.length}`;
  const ids = choices.map(({ id }) => id);
  const begun = ids.filter((id) => id.startsWith(name));
  if (begun.length > 1) {
    return `"${cleanText(name)}" begins ${begun.length} of them: ${begun.map(cleanText).join(', ')}`;
  }
  const near = suggest(name, ids);
  return `there is no ${what} "${cleanText(name)}"${near === undefined ? '' : `; did you mean "${cleanText(near)}"?`}`;
}

function short(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : text;
}
