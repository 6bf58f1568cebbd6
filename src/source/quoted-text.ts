/**
 * What stands between the quotes of a text, as it is meant. Lines after the first must stand right
 * of a column. Undefined where the fast reader leaves it to the full one.
 */
export function quotedText(raw: string, quote: '"' | "'", column: number): string | undefined {
  const escapes = raw.includes(quote === '"' ? '\\' : quote);
  const lines = raw.includes('\n');
  // An escape at the end of a line is more than a sign.
  if (lines && escapes && quote === '"') return undefined;
  const text = lines ? fold(raw, column) : raw;
  if (!escapes) return text;
  if (quote === "'") return text?.replaceAll("''", "'");
  return /\\[^\\"/nt]/.test(raw.replaceAll('\\\\', ''))
    ? undefined
    : raw.replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

/** Lines made one: a line break is a space, blank lines are line breaks. */
function fold(raw: string, column: number): string | undefined {
  const [first = '', ...lines] = raw.split('\n');
  let text = first.trimEnd();
  let blank = 0;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const start = line.trimStart();
    const content = isLast ? start : start.trimEnd();
    if (content === '' && !isLast) {
      blank += 1;
      continue;
    }
    if (line.length - start.length <= column) return undefined;
    text += (blank === 0 ? ' ' : '\n'.repeat(blank)) + content;
    blank = 0;
  }
  return text;
}
