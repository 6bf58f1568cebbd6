import type { Diagnostic } from '../model/diagnostic.ts';
import { cleanText } from './clean-text.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonText } from './json.ts';

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const;

/** Findings as a code quality report of GitLab, which knows nothing of waivers: those are `info`. */
export function gitlabCodeQuality(diagnostics: readonly Diagnostic[]): string {
  const marks = fingerprints(diagnostics);
  return jsonText(
    diagnostics.map((one, at) => ({
      description: cleanText(
        `${one.message}${one.help === null ? '' : `; help: ${one.help}`}${one.waived ? ' (waived)' : ''}`,
      ),
      check_name: one.rule,
      fingerprint: marks[at],
      severity: one.waived ? 'info' : SEVERITIES[one.severity],
      location: { path: one.file, lines: { begin: one.range.start.line } },
    })),
  );
}
