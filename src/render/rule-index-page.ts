import { RULE_GROUPS, type Rule } from '../rules/rule.ts';

/** The list of all rules as a page of the docs. */
export function ruleIndexPage(rules: readonly Rule[]): string {
  const groups = RULE_GROUPS.map((group) => {
    const rows = rules
      .filter((rule) => rule.group === group)
      .map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${rule.summary} |`);
    const note = group === 'Changes' ? ['Checked only with `--base REV`.', ''] : [];
    return [
      `## ${group}`,
      '',
      ...note,
      '| rule | severity | holds when |',
      '|---|---|---|',
      ...rows,
    ].join('\n');
  });
  return [
    '# Rules',
    'What `actionplan validate` checks. Severities are the defaults; `actionplan.yaml` may change those of all rules but the ones of reading, and a comment may waive a finding with a reason. `actionplan explain RULE` prints a page here.',
    ...groups,
  ]
    .join('\n\n')
    .concat('\n');
}
