/** Whether a text says that it is the plan of this id; a quick look before it is read. */
export function namesPlan(text: string, id: string): boolean {
  return planNames(text).includes(id);
}

/** The ids of plans a text may name, at most one in a sound file. */
export function planNames(text: string): string[] {
  return [...text.matchAll(/^\uFEFF?plan:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*(?:#.*)?\r?$/gm)].map(
    (match) => match[1] ?? '',
  );
}

/**
 * The lines of an item in a list, with the line of the item it belongs to: where they are the same
 * in two versions, so is the item. Undefined where the lines cannot be told for sure.
 */
export function itemText(text: string, id: string): string | undefined {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, index) => {
    const match = /^( *)- +id: *["']?([^"'#\s]+)["']?\s*(?:#.*)?$/.exec(line);
    return match ? [{ index, indent: match[1]?.length ?? 0, id: match[2] }] : [];
  });
  const [start, ...more] = starts.filter((one) => one.id === id);
  if (!start || more.length > 0) return undefined;
  const ends = (line: string) => line.trim() !== '' && /^ */.exec(line)?.[0].length;
  let end = start.index + 1;
  while (end < lines.length) {
    const indent = ends(lines[end] ?? '');
    if (indent !== false && indent !== undefined && indent <= start.indent) break;
    end += 1;
  }
  const parent = starts.findLast((one) => one.index < start.index && one.indent < start.indent);
  // The day of the plan is that of actions without their own.
  const submitted = lines.find((line) => line.startsWith('submitted:')) ?? '';
  return [submitted, parent?.id ?? '', ...lines.slice(start.index, end)].join('\n').trimEnd();
}
