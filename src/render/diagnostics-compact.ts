import type { Diagnostic } from '../model/diagnostic.ts';
import { cleanText, withoutCommands } from './clean-text.ts';

/** One line a finding, as editors and grep like it: `file:line:column: severity: message [rule]`. */
export function compactDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ file, range, severity, message, rule, waived }) => {
      const place = `${cleanText(file)}:${range.start.line}:${range.start.column}`;
      return withoutCommands(
        `${place}: ${severity}${waived ? ' (waived)' : ''}: ${cleanText(message)} [${rule}]\n`,
      );
    })
    .join('');
}
