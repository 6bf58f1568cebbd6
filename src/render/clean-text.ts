/**
 * Characters that act on a terminal or hide from the eye: control characters, line and paragraph
 * separators, bidirectional and zero-width signs, lone surrogates, what Unicode calls format, and
 * what it calls no character, which XML cannot hold.
 * And `##[` or `##word[`, wherever it stands in a line, is how a command begins in GitHub's old form and
 * in the logs of other services.
 */
const UNSAFE =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5|\[(?<=##\w*\[)/gu;

/** What nearly every text is made of, without the bracket: here nothing needs to be looked for. */
const PLAIN = /^[\x20-\x5a\x5c-\x7e\xa0-\xac\xae-\xff\u2010-\u2027]*$/;

/** Text from outside, safe for one line of a terminal: breaks become spaces, the rest visible. */
export function cleanText(text: string): string {
  return PLAIN.test(text) ? text : cleanLines(text.replace(/\r\n?|\n|\t/g, ' '));
}

/** Text from outside, safe for a terminal: line breaks stay, other such characters become visible. */
export function cleanLines(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(UNSAFE, (character) =>
    character === '\n' ? character : `<${codePointName(character)}>`,
  );
}

/**
 * Lines that GitHub's log would take for commands (`::error::…`) and are none, made plain: for what
 * is printed with text from outside at the beginning of a line.
 */
export function withoutCommands(lines: string): string {
  if (!lines.includes('::')) return lines;
  return lines.replace(/^([^\S\n]*):(?=:)/gm, '$1<U+003A>');
}

/**
 * The signs of a line whose parts are cleaned one by one, so that no command comes together from two
 * of them; as many as before.
 */
export function withoutOldCommands(line: readonly string[]): string[] {
  let seen = 0;
  return line.map((sign) => {
    if (sign === '[' && seen === 2) return `<${codePointName(sign)}>`;
    if (sign === '#') seen = Math.min(seen + 1, 2);
    else if (seen < 2 || !/\w/.test(sign)) seen = 0;
    return sign;
  });
}

/** How a character is named where it must not be shown: `U+202E`. */
export function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
