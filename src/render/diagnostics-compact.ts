import type { Diagnostic } from '../model/diagnostic.ts';
import { cleanText, withoutCommands } from './clean-text.ts';

/** One line a finding, as editors and grep like it: `file:line:column: severity: message [rule]`. */
export function compactDiagnostics(diagnostics: readonly Diagnostic[]): string {
  let last = { file: '', clean: '' };
  const lines = diagnostics.map(({ file, range, severity, message, rule, waived }) => {
    // Findings come file by file.
    if (last.file !== file) last = { file, clean: cleanText(file) };
    const place = `${last.clean}:${range.start.line}:${range.start.column}`;
    return `${place}: ${severity}${waived ? ' (waived)' : ''}: ${cleanText(message)} [${rule}]\n`;
  });
  return withoutCommands(lines.join(''));
}
