/**
 * JSON for files and pipes, ending in a line break. Characters that act on a terminal or hide from
 * the eye, and what GitHub's log takes for a command, are escaped, so that even raw output is safe to
 * look at; its values stay the same.
 */
export function jsonText(value: object): string {
  const text = JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]|\u034f|\u17b4|\u17b5|\[(?<=##\w*\[)/gu,
    (character) =>
      [...Array(character.length).keys()]
        .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
        .join(''),
  );
  return `${text}\n`;
}
