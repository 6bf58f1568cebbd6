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

/** A text as a value: its breaks, commas, semicolons and backslashes escaped. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
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

/** Octets, not letters: a letter of Welsh may take two, and none may be cut in half. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    // The space that begins a line which continues another counts, too.
    if (octets + size > MOST_OCTETS) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
