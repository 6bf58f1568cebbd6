import type { Rule } from '../rules/rule.ts';
import { jsonText } from './json.ts';

/** All rules as JSON, for scripts and for settings made by programs. */
export function rulesJson(rules: readonly Rule[]): string {
  return jsonText({
    schemaVersion: 1,
    kind: 'rules',
    rules: rules.map(({ id, group, severity, scope, summary, why, source }) => ({
      id,
      group,
      severity,
      scope,
      summary,
      why,
      source: source ?? null,
      docs: `docs/rules/${id}.md`,
    })),
  });
}
