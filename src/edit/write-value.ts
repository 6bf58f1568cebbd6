import type { EditValue } from '../model/edit.ts';
import type { FileStyle } from './style.ts';
import { foldedText, inlineText, WIDTH } from './write-text.ts';

type Fields = readonly (readonly [string, EditValue])[];

/** The text of a new file's fields, laid out as `fmt` does. */
export function plainFields(value: { readonly [field: string]: EditValue }): string {
  const style: FileStyle = { eol: '\n', step: 2, listStep: 2, gap: 2 };
  return Object.entries(value)
    .flatMap(([field, inner]) => fieldLines(field, inner, 0, style))
    .map((line) => `${line}\n`)
    .join('');
}

/** The lines of a new field, the first without its indentation. */
export function fieldLines(
  field: string,
  value: EditValue,
  column: number,
  style: FileStyle,
): string[] {
  const key = inlineText(field, false);
  const inline = inlineValue(value, false, field);
  const room = WIDTH - column - key.length - 2;
  if (typeof value === 'string') {
    const block =
      [...inline].length > room || value.includes('\n')
        ? foldedText(value, WIDTH - column - style.step)
        : undefined;
    if (!block) return [`${key}: ${inline}`];
    return [`${key}: ${block.header}`, ...indented(block.lines, column + style.step)];
  }
  if (isFlow(value) && [...inline].length <= room) return [`${key}: ${inline}`];
  const nested = column + (Array.isArray(value) ? style.listStep : style.step);
  return [`${key}:`, ...blockLines(value, nested, style)];
}

/** The lines of a new item, from its dash on; `gap` is the way from the dash to what follows. */
export function itemLines(
  value: EditValue,
  column: number,
  style: FileStyle,
  gap = style.gap,
): string[] {
  const pad = ' '.repeat(Math.max(1, gap - 1));
  if (typeof value === 'string') {
    const inline = inlineText(value, false);
    const block =
      [...inline].length > WIDTH - column - gap || value.includes('\n')
        ? foldedText(value, WIDTH - column - gap)
        : undefined;
    if (!block) return [`-${pad}${inline}`];
    return [`-${pad}${block.header}`, ...indented(block.lines, column + gap)];
  }
  if (isEmpty(value)) return [`-${pad}${inlineValue(value, false)}`];
  const [first = '', ...rest] = blockLines(value, column + gap, style);
  return [`-${pad}${first.trimStart()}`, ...rest];
}

/** A mapping or list on lines of its own, each with its indentation. */
function blockLines(value: EditValue, column: number, style: FileStyle): string[] {
  if (typeof value === 'string') return [];
  const pad = ' '.repeat(column);
  const parts = Array.isArray(value)
    ? (value as readonly EditValue[]).map((item) => itemLines(item, column, style))
    : fieldsOf(value).map(([field, inner]) => fieldLines(field, inner, column, style));
  return parts.flatMap(([first, ...rest]) => [`${pad}${first}`, ...rest]);
}

/** A value on one line, as it stands inside brackets. */
export function inlineValue(value: EditValue, flow: boolean, field?: string): string {
  if (typeof value === 'string') return inlineText(value, flow, field);
  if (Array.isArray(value)) {
    return `[${(value as readonly EditValue[]).map((item) => inlineValue(item, true, field)).join(', ')}]`;
  }
  const pairs = fieldsOf(value).map(
    ([key, inner]) => `${inlineText(key, true)}: ${inlineValue(inner, true, key)}`,
  );
  return `{${pairs.join(', ')}}`;
}

/** Only short lists of texts, and what is empty, stand in brackets of their own accord. */
function isFlow(value: EditValue): boolean {
  if (isEmpty(value)) return true;
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isEmpty(value: EditValue): boolean {
  return typeof value !== 'string' && Object.keys(value).length === 0;
}

function fieldsOf(value: EditValue): Fields {
  return Object.entries(value as { readonly [field: string]: EditValue });
}

export function indented(lines: readonly string[], column: number): string[] {
  const pad = ' '.repeat(column);
  return lines.map((line) => (line === '' ? '' : pad + line));
}
