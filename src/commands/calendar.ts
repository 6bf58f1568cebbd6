import { type Command, Option } from 'commander';
import type { Day } from '../model/day.ts';
import { counted } from '../model/words.ts';
import { cleanLines, withoutCommands } from '../render/clean-text.ts';
import { actionRows, byDays, endlessNote } from '../reports/action-row.ts';
import type { Question } from '../reports/report.ts';
import { countFlag, dayFlag, listFlag } from './flags.ts';
import { refuseToOverwrite } from './output.ts';
import { readPlans, requireWhole } from './read-whole.ts';
import { noteAboutReading } from './reading.ts';
import type { Session } from './session.ts';
import { requireKnown } from './unknown-narrowing.ts';

interface Flags {
  readonly as: 'todos' | 'events';
  readonly alarm?: number;
  readonly asOf?: Day;
  readonly at?: string;
  readonly output?: string;
  readonly plan?: readonly string[];
  readonly owner?: readonly string[];
  readonly organisation?: readonly string[];
  readonly status?: readonly string[];
  readonly tag?: readonly string[];
}

export function addCalendar(program: Command, session: Session): void {
  program
    .command('calendar')
    .summary('write the targets of open actions as a calendar (iCalendar)')
    .description(
      'Writes the last day of every open action as iCalendar, which Outlook, Thunderbird and others read. Its entries keep their identity, so that a calendar made again brings the old one up to date.',
    )
    .argument('[paths...]', 'files or folders (default: plans if it exists, else .)')
    .addOption(
      new Option('--as <what>', 'tasks, or events of a whole day')
        .choices(['todos', 'events'])
        .default('todos'),
    )
    .option('--alarm <days>', 'remind so many days before', countFlag)
    .option('--output <file>', 'write to a file (default: standard output)')
    .option('--as-of <date>', 'the day on which state is worked out (default: today)', dayFlag)
    .option('--at <rev>', 'read the plans as they were in this revision of git')
    .option('--plan <id>', 'only this plan (may be repeated, as the next four)', listFlag)
    .option('--owner <name>', 'only actions of this owner', listFlag)
    .option('--organisation <name>', 'only actions of this organisation', listFlag)
    .option('--status <status>', 'only actions with this status', listFlag)
    .option('--tag <tag>', 'only actions with this tag', listFlag)
    .addHelpText(
      'after',
      '\nExample:\n  $ actionplan calendar plans --owner NPCC --alarm 14 --output targets.ics',
    )
    .action((paths: string[], flags: Flags) => runCalendar(session, paths, flags));
}

async function runCalendar(
  session: Session,
  paths: readonly string[],
  flags: Flags,
): Promise<void> {
  const { host } = session;
  const loaded = readPlans(host, paths, flags.at);
  requireWhole(loaded);
  const asOf = flags.asOf ?? host.today();
  requireKnown(loaded.portfolio, flags);
  const question: Question = {
    asOf,
    period: null,
    by: 'owner',
    days: 0,
    narrowing: flags,
    lineOf: () => 1,
  };
  const open = actionRows(loaded.portfolio, question).filter(({ state }) => state.open);
  const dated = open.filter(({ state }) => state.due !== null).sort(byDays(() => 0));
  const { targetsCalendar } = await import('../exchange/targets-calendar.ts');
  const { as, alarm } = flags;
  const text = targetsCalendar(dated, {
    as,
    alarm,
    asOf,
    version: host.version,
    clean: cleanLines,
  });
  // A line that is folded may begin with what a log takes for a command.
  if (flags.output === undefined) host.out(withoutCommands(text));
  else {
    refuseToOverwrite(host, [...loaded.files, ...loaded.context], [{ file: flags.output }]);
    host.write(flags.output, text);
  }
  noteAboutReading(host, loaded);
  host.note(`${counted(dated.length, 'target')} in the calendar\n`);
  for (const one of endlessNote(open)) host.note(`note: ${one}\n`);
}
