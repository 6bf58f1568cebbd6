import { type Command, Option } from 'commander';
import { AGREEMENTS, KINDS, REASON_CATEGORIES } from '../model/plan-file.ts';
import { listFlag } from './flags.ts';
import { newAction, newRecommendation } from './new-item.ts';
import { newPlan } from './new-plan.ts';
import type { Session } from './session.ts';

export function addNew(program: Command, session: Session): void {
  const command = program
    .command('new')
    .summary('begin a plan, or add a recommendation or an action to one')
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan new plan records            asks for the rest
  $ actionplan new plan records --title "Inspection of record keeping" --kind inspection
  $ actionplan new recommendation records --text "Keep records up to date." --agreement agreed
  $ actionplan new action records/1 --action "Publish a guide." --owner "Records team" --target 2023-06`,
    );
  command
    .command('plan')
    .summary('make the file of a new plan, with comments that teach the format')
    .argument('[id]', 'the id of the plan: a-z, 0-9 and hyphens')
    .option('--title <title>', 'the title of the plan or of what it answers')
    .addOption(new Option('--kind <kind>', 'what the plan answers to').choices(KINDS))
    .option('--submitted <date>', 'the day of its first version (default: today)')
    .option('--publisher <name>', 'who published the report it answers')
    .option('--published <date>', 'when that report was published')
    .option('--by <name>', 'who answers (may be repeated)', listFlag)
    .option('--output <file>', 'the file to make (default: ID.yaml in the folder plans)')
    .addHelpText(
      'after',
      '\nExample:\n  $ actionplan new plan records --title "Inspection of record keeping" --kind inspection',
    )
    .action((id: string | undefined, flags) => newPlan(session, id, flags));
  command
    .command('recommendation')
    .summary('add a recommendation to a plan')
    .argument('[plan]', 'the id of the plan; asked for on a terminal')
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .option('--text <text>', "the reviewer's words")
    .option('--id <id>', 'its id (default: the next number)')
    .option('--to <name>', 'whom it addresses (may be repeated)', listFlag)
    .option('--theme <theme>', 'a heading to group by')
    .addOption(new Option('--agreement <agreement>', 'whether it is agreed').choices(AGREEMENTS))
    .addOption(
      new Option('--category <category>', 'the kind of reason for not agreeing').choices(
        REASON_CATEGORIES,
      ),
    )
    .option('--reason <text>', 'why it is not agreed, or only in part')
    .option('--agreed-part <text>', 'which part will be implemented')
    .option('--response <text>', 'the answer as a narrative')
    .addHelpText(
      'after',
      '\nExample:\n  $ actionplan new recommendation records --text "Keep records up to date." --agreement agreed',
    )
    .action((plan: string | undefined, paths: string[], flags) =>
      newRecommendation(session, plan, paths, flags),
    );
  command
    .command('action')
    .summary('add an action to a recommendation')
    .argument('[recommendation]', 'the recommendation, as PLAN/ID; asked for on a terminal')
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .option('--action <text>', 'the one thing that will be done')
    .option('--id <id>', 'its id (default: the next number)')
    .option('--measure <text>', 'what will show that it is done')
    .option('--owner <name>', 'who is responsible (may be repeated)', listFlag)
    .option('--target <target>', 'by when')
    .option('--review <date>', 'when an open-ended target is next looked at')
    .option('--raised <date>', 'when it was taken on, if later than the plan')
    .addHelpText(
      'after',
      '\nExample:\n  $ actionplan new action records/1 --action "Publish a guide." --owner "Records team" --target 2023-06',
    )
    .action((name: string | undefined, paths: string[], flags) =>
      newAction(session, name, paths, flags),
    );
}
