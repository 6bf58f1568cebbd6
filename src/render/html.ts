import { raw, html as tagged } from 'hono/html';
import { cleanLines } from './clean-text.ts';

/** A piece of HTML: its texts are escaped. */
export type Html = ReturnType<typeof raw>;

type Value = Html | string | number | undefined | readonly (Html | undefined)[];

/**
 * HTML from a template. Every text put into it is escaped, after characters that act or hide have
 * been made visible; only what another template made goes in as it is.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const shown = values.map((value) => {
    if (typeof value === 'string') return withoutCommands(cleanLines(value));
    if (Array.isArray(value)) return value.filter((one) => one !== undefined);
    return value ?? '';
  });
  // Nothing in it is a promise, so neither is it.
  return tagged(strings, ...shown) as Html;
}

/**
 * A page may be printed in a CI log, where a line that begins with `::` is a command: there the
 * colon is written as an entity, which a reader sees as it was.
 */
function withoutCommands(text: string): string | Html {
  if (!COMMAND.test(text)) return text;
  return raw((tagged`${text}` as Html).toString().replaceAll(COMMANDS, '$1&#58;'));
}

const COMMAND = /^[^\S\n]*::/m;
const COMMANDS = /^([^\S\n]*):(?=:)/gm;

/** Text of ours that is HTML already: never anything from a plan. */
export function trusted(text: string): Html {
  return raw(text);
}
