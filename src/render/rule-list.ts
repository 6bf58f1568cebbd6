import { RULE_GROUPS, type Rule } from '../rules/rule.ts';
import { coloursFor, type Style } from './colours.ts';

/** All rules under their headings: id, severity and what is true when all is well. */
export function ruleList(rules: readonly Rule[], style: Style): string {
  const chalk = coloursFor(style);
  const idWidth = Math.max(...rules.map((rule) => rule.id.length));
  return RULE_GROUPS.map((group) => {
    const lines = rules
      .filter((rule) => rule.group === group)
      .map((rule) => `  ${rule.id.padEnd(idWidth)}  ${rule.severity.padEnd(7)}  ${rule.summary}\n`);
    return `${chalk.bold(group)}\n${lines.join('')}`;
  }).join('\n');
}
