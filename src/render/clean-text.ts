/**
 * Characters that act on a terminal or hide from the eye: control characters, line and paragraph
 * separators, bidirectional and zero-width signs, lone surrogates and what Unicode calls format.
 * And `##[`, wherever it stands in a line, is how a command of GitHub's log begins in its old form.
 */
const UNSAFE =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5|(?<=##)\[/gu;

/** A line whose parts are cleaned one by one: such a command must not come together from two of them. */
export function withoutOldCommands(line: readonly string[]): string[] {
  return line.map((sign, at) =>
    sign === '[' && line[at - 1] === '#' && line[at - 2] === '#'
      ? `<${codePointName(sign)}>`
      : sign,
  );
}

/** Text from outside, safe for one line of a terminal: breaks become spaces, the rest visible. */
export function cleanText(text: string): string {
  return cleanLines(text.replace(/\r\n?|\n|\t/g, ' '));
}

/** Text from outside, safe for a terminal: line breaks stay, other such characters become visible. */
export function cleanLines(text: string): string {
  return text.replace(UNSAFE, (character) =>
    character === '\n' ? character : `<${codePointName(character)}>`,
  );
}

/**
 * Lines that GitHub's log would take for commands (`::error::…`) and are none, made plain: for what
 * is printed with text from outside at the beginning of a line.
 */
export function withoutCommands(lines: string): string {
  return lines.replace(/^([^\S\n]*):(?=:)/gm, '$1<U+003A>');
}

/** How a character is named where it must not be shown: `U+202E`. */
export function codePointName(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
