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

/** Ways to write a key or an id that a look at the lines does not see through. */
const HIDDEN = /^[ -]*\? |\\[xuUn\n]/m;

/**
 * The lines of an item in a list, with the line of the item it belongs to: where they are the same
 * in two versions, so is the item. Undefined where the lines cannot be told for sure.
 */
export function itemText(text: string, id: string): string | undefined {
  if (HIDDEN.test(text)) return undefined;
  const lines = text.split('\n');
  // A text may hold lines that look like an item: only one place may have the id at all.
  const places = lines.filter((line) => idsIn(line).includes(id));
  const items = lines.flatMap((line, index) => itemOn(line, index) ?? []);
  const start = items.find((item) => item.id === id);
  if (!start || places.length !== 1) return undefined;
  let end = start.index + 1;
  while (end < lines.length && isInside(lines[end] ?? '', start.indent)) end += 1;
  const parent = items.findLast((one) => one.index < start.index && one.indent < start.indent);
  // The day of the plan is that of actions without their own.
  const submitted = lines.filter((line) => line.startsWith('submitted'));
  return [...submitted, parent?.id ?? '', ...lines.slice(start.index, end)].join('\n').trimEnd();
}

interface Item {
  readonly index: number;
  readonly indent: number;
  readonly id: string;
}

function itemOn(line: string, index: number): Item | undefined {
  const match = /^( *)- +id *: *["']?([^"'#\s]+)["']?\s*(?:#.*)?$/.exec(line);
  return match ? { index, indent: match[1]?.length ?? 0, id: match[2] ?? '' } : undefined;
}

function idsIn(line: string): string[] {
  return [...line.matchAll(/["']?\bid\b["']?\s*:\s*["']?([^"'#\s,}]+)/g)].map(
    (match) => match[1] ?? '',
  );
}

/** Empty lines and comments belong to an item wherever they begin. */
function isInside(line: string, indent: number): boolean {
  const start = line.search(/\S/);
  return start < 0 || line[start] === '#' || start > indent;
}
