import { type Command, Option } from 'commander';
import { ruleList } from '../render/rule-list.ts';
import { rulePage } from '../render/rule-page.ts';
import { rulesJson } from '../render/rules-json.ts';
import { rules } from '../rules/index.ts';
import { unknownName } from './flags.ts';
import type { Session } from './session.ts';

export function addExplain(program: Command, session: Session): void {
  program
    .command('explain')
    .summary("print a rule's page: what it asks, why, and examples")
    .argument('<rule>', 'the id of a rule, as findings show it')
    .addHelpText('after', '\nExample:\n  $ actionplan explain owner-required')
    .action((id: string) => {
      const rule = rules.find((one) => one.id === id);
      if (!rule)
        throw unknownName(
          'rule',
          id,
          rules.map((one) => one.id),
          '`actionplan rules` lists them',
        );
      session.host.out(rulePage(rule));
    });
}

export function addRules(program: Command, session: Session): void {
  program
    .command('rules')
    .summary('list all rules with their severity')
    .addOption(
      new Option('--format <format>', 'how they are written (default: pretty)').choices([
        'pretty',
        'json',
      ]),
    )
    .addHelpText('after', '\nExample:\n  $ actionplan rules --format json')
    .action(({ format }: { format?: string }) => {
      if (format === 'json') {
        session.host.out(rulesJson(rules));
        return;
      }
      session.host.out(ruleList(rules, session.style()));
      session.host.note('`actionplan explain RULE` says more about one\n');
    });
}
