import type { Diagnostic } from '../model/diagnostic.ts';
import { counted } from '../model/words.ts';
import { cleanText } from './clean-text.ts';
import type { RunNote } from './run-note.ts';

/** GitHub shows so many annotations of one type from one step, and drops the rest in silence. */
const MOST_SHOWN = 10;

const TYPES = ['error', 'warning', 'notice'] as const;

/**
 * Findings as workflow commands, which GitHub shows beside the lines of a pull request. Since it
 * shows few, errors come first and what is waived last.
 */
export function githubAnnotations(
  diagnostics: readonly Diagnostic[],
  notes: readonly RunNote[] = [],
): string {
  const findings = TYPES.flatMap((type) => ofType(diagnostics, type)).map(annotation);
  // First, since they say what the rest is worth.
  return [...notes.map(noteAnnotation), ...findings].join('');
}

function noteAnnotation({ file, message, help }: RunNote): string {
  const place = file === null ? '' : `file=${property(file)},`;
  const lines = [message, ...(help === null ? [] : [`help: ${help}`])];
  return `::warning ${place}title=about this check::${lines.map(data).join('%0A')}\n`;
}

/** What GitHub will not show, in words; undefined where it shows everything. */
export function annotationsDropped(
  diagnostics: readonly Diagnostic[],
  notes: number,
): string | undefined {
  const dropped = TYPES.flatMap((type) => {
    const count = ofType(diagnostics, type).length + (type === 'warning' ? notes : 0);
    return count > MOST_SHOWN ? [`${MOST_SHOWN} of ${counted(count, type)}`] : [];
  });
  if (dropped.length === 0) return undefined;
  return `GitHub shows ${dropped.join(' and ')}: at most ${MOST_SHOWN} of a type and step; the log and the summary of the step have more`;
}

function ofType(diagnostics: readonly Diagnostic[], type: (typeof TYPES)[number]): Diagnostic[] {
  const found = diagnostics.filter((one) => typeOf(one) === type);
  return [...found.filter((one) => !one.waived), ...found.filter((one) => one.waived)];
}

function typeOf({ severity, waived }: Diagnostic): (typeof TYPES)[number] {
  return waived || severity === 'info' ? 'notice' : severity;
}

function annotation(one: Diagnostic): string {
  const { start, end } = one.range;
  const about = [one.plan, one.item].filter((part) => part !== null).join('/');
  const properties = {
    file: one.file,
    line: start.line,
    // GitHub takes columns only where the finding is on one line.
    ...(start.line === end.line ? { col: start.column } : {}),
    endLine: end.line,
    ...(start.line === end.line ? { endColumn: end.column } : {}),
    title: `${one.rule}${about === '' ? '' : ` (${about})`}${one.waived ? ', waived' : ''}`,
  };
  const named = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  const message = [one.message, ...(one.help === null ? [] : [`help: ${one.help}`])];
  return `::${typeOf(one)} ${named.join(',')}::${message.map(data).join('%0A')}\n`;
}

/** Text as the message of a command: it can end neither the line nor itself. */
function data(text: string): string {
  return cleanText(text).replaceAll('%', '%25');
}

/** Text as a property of a command, where `:` and `,` would also end it. */
function property(value: string | number): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
