/** A property of iCalendar: its name with parameters, and its value, escaped if it is text. */
export type Property = readonly [name: string, value: string];

export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components?: readonly Component[];
}

/** A calendar as RFC 5545 has it: lines end in CRLF and are folded at 75 octets. */
export function calendarText(calendar: Component): string {
  return linesOf(calendar)
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}

/** What hides or turns a text; joiners and the marks of direction that languages need stay. */
const HIDDEN = /[^\P{Cf}\u200c-\u200f]|[\p{Cs}\p{Noncharacter_Code_Point}]|[^\P{Cc}\n\t]/gu;

/**
 * A text as a value: its breaks, commas, semicolons and backslashes escaped. A calendar may be printed
 * in the log of a CI service, where `##[` would begin a command.
 */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(HIDDEN, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\[(?<=##\w*\[)/g, '<U+005B>')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

function linesOf({ name, properties, components = [] }: Component): string[] {
  return [
    `BEGIN:${name}`,
    ...properties.map(([key, value]) => `${key}:${value}`),
    ...components.flatMap(linesOf),
    `END:${name}`,
  ];
}

const MOST_OCTETS = 75;

/** So many letters before a space or colon go to the next line with it. */
const MOST_CARRIED = 8;

/**
 * Octets, not letters: a letter of Welsh may take two, and none may be cut in half. No line that is
 * continued begins with a space or colon, since `::` would begin a command in the log of a CI service.
 */
function fold(line: string): string {
  const parts: string[] = [];
  let part: string[] = [];
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    // The space that begins a line which continues another counts, too.
    if (octets + size > MOST_OCTETS) {
      const carried: string[] = [];
      while (/^[\s:]/.test(carried[0] ?? letter) && carried.length < MOST_CARRIED) {
        carried.unshift(part.pop() ?? '');
      }
      parts.push(part.join(''));
      part = carried;
      octets = 1 + Buffer.byteLength(carried.join(''));
    }
    part.push(letter);
    octets += size;
  }
  return [...parts, part.join('')].join('\r\n ');
}
