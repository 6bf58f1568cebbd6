import type { Example, Rule } from '../rules/rule.ts';

/** The page of a rule: what `explain` prints and `docs/rules/` holds. */
export function rulePage(rule: Rule): string {
  const severity =
    rule.severity === 'off' ? 'off unless settings switch it on' : `${rule.severity} by default`;
  const set =
    rule.scope === 'reading'
      ? 'error; it cannot be switched off or waived'
      : `${severity}${rule.scope === 'waivers' || rule.waivable === false ? '; it cannot be waived' : ''}`;
  return [
    `# ${rule.id}`,
    rule.summary,
    `- Group: ${rule.group}\n- Severity: ${set}${rule.scope === 'change' ? '\n- Checked only where a change is: `validate --base REV`' : ''}${rule.repair === undefined ? '' : `\n- Repair: \`validate --fix\` ${rule.repair}`}`,
    '## Why',
    rule.why,
    ...(rule.source === undefined ? [] : [`Source: ${rule.source}`]),
    ...(rule.examples.before === undefined
      ? []
      : ['## Before the change', exampleBlocks(rule.examples.before)]),
    '## Breaks it',
    exampleBlocks(rule.examples.bad),
    '## Keeps it',
    exampleBlocks(rule.examples.good),
    ...(rule.scope === 'reading' || rule.scope === 'waivers'
      ? []
      : [
          rule.waivable === false ? '## To set it' : '## To set or waive it',
          `In \`actionplan.yaml\`:\n\n\`\`\`yaml\nrules:\n  ${rule.id}: warning   # error, warning, info or off\n\`\`\``,
          ...(rule.scope === 'change'
            ? ['A change is judged by the stricter of the settings before and after it.']
            : []),
          ...(rule.waivable === false
            ? []
            : [
                `In the plan, above the item or field:\n\n\`\`\`yaml\n# actionplan-ignore ${rule.id}: why it is right to leave this\n\`\`\``,
              ]),
        ]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function exampleBlocks(example: Example): string {
  const files = typeof example === 'string' ? { '': example } : example;
  return Object.entries(files)
    .map(([name, text]) => {
      const title = name === '' ? '' : `\`${name}\`:\n\n`;
      return `${title}\`\`\`yaml\n${text.trim()}\n\`\`\``;
    })
    .join('\n\n');
}
