import { createHash } from 'node:crypto';
import type { Diagnostic } from '../model/diagnostic.ts';
import { cleanText } from './clean-text.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonText } from './json.ts';
import type { RunNote } from './run-note.ts';

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const;

/** Findings as a code quality report of GitLab, which knows nothing of waivers: those are `info`. */
export function gitlabCodeQuality(
  diagnostics: readonly Diagnostic[],
  notes: readonly RunNote[] = [],
): string {
  const marks = fingerprints(diagnostics);
  return jsonText([
    ...notes.flatMap(aboutTheCheck),
    ...diagnostics.map((one, at) => ({
      description: cleanText(
        `${one.message}${one.help === null ? '' : `; help: ${one.help}`}${one.waived ? ' (waived)' : ''}`,
      ),
      check_name: one.rule,
      fingerprint: marks[at],
      severity: one.waived ? 'info' : SEVERITIES[one.severity],
      location: { path: one.file, lines: { begin: one.range.start.line } },
    })),
  ]);
}

/** GitLab shows only what has a place. */
function aboutTheCheck({ file, message, help }: RunNote): object[] {
  if (file === null) return [];
  const fingerprint = createHash('sha256').update(`${file}\n${message}`).digest('hex').slice(0, 32);
  return [
    {
      description: cleanText(`${message}${help === null ? '' : `; help: ${help}`}`),
      check_name: 'about-this-check',
      fingerprint,
      severity: 'info',
      location: { path: file, lines: { begin: 1 } },
    },
  ];
}
