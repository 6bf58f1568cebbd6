/** Markdown as a reader sees it, once entities and escapes are gone. */
function shown(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&' })[name] ?? '');
}

/** What of Markdown is not text: our own headings, tables, lists and folds. */
function withoutOurs(text: string): string {
  return text
    .replace(/<details><summary>\d+ (findings?|changes?)<\/summary>\n\n/g, '')
    .replaceAll('\n\n</details>', '')
    .replace(/^\*\*\d+ more .*$/gm, '')
    .replace(/ \*\*The check is not complete\*\*: something could not be read\.$/gm, '')
    .replace(/^#{2,4} /gm, 'Heading: ')
    .replace(/^\| ?(---:? \| ?|---:? ?\|)+$/gm, '')
    .replace(/^(?: {2})?- (?:\*\*((?:\\.|[^*\n])*)\*\* )?/gm, '$1 ');
}

/** What in one of our Markdown outputs would be more than text: each line with such a sign. */
export function activeMarkdown(text: string): string[] {
  // Escapes are taken as pairs from the left, as Markdown does.
  const active = withoutOurs(text).replace(/\\[!-/:-@[-`{-~]|&#?\w+;/g, '');
  return [
    ...active.split('\n').filter(
      (line) =>
        /[<>`*_[\]~!@#$\\&]|:\/\/|(?<![a-z\d])www\./i.test(line) ||
        // What begins a block: a list, a quote, a heading underlined, code.
        /^\s*(?:[-+>]|\d+[.)]\s|=+\s*$)|^ {4}\S/.test(line),
    ),
    // What GitHub looks for once Markdown is text.
    ...text.split('\n').filter((line) => /@\w|#\d(?!#)|\bGH-\d/i.test(shown(line))),
  ];
}
