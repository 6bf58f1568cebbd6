import { Command, CommanderError, type OutputConfiguration } from 'commander';
import { addCalendar } from './commands/calendar.ts';
import { addCompletion } from './commands/completion.ts';
import { addDiff } from './commands/diff.ts';
import { addExplain, addRules } from './commands/explain.ts';
import { addExport } from './commands/export.ts';
import { unknownName } from './commands/flags.ts';
import { addFmt } from './commands/fmt.ts';
import { helpAskedFor } from './commands/help.ts';
import { addHistory } from './commands/history.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addNew } from './commands/new.ts';
import { addProgress } from './commands/progress.ts';
import { addPublish } from './commands/publish.ts';
import { addReport } from './commands/report.ts';
import { addSchema } from './commands/schema.ts';
import type { Session } from './commands/session.ts';
import { addSite } from './commands/site.ts';
import { addValidate } from './commands/validate.ts';
import { welcome } from './commands/welcome.ts';
import { reworded } from './commands/wrong-line.ts';
import { ExitCode, type Host, RevisionError, UsageError } from './host.ts';
import { cleanLines, cleanText, withoutCommands } from './render/clean-text.ts';
import { wrapWords } from './render/wrap-words.ts';

/** Runs one command line. Errors become exit codes here and nowhere else. */
export async function main(argv: readonly string[], outside: Host): Promise<ExitCode> {
  let code: ExitCode = ExitCode.ok;
  const host = saying(outside);
  const program = new Command('actionplan');
  const session: Session = {
    host,
    style: () => ({ columns: host.terminal.columns, colour: colourLevel(program, host) }),
    exit: (next) => {
      code = next;
    },
  };
  configure(program, session);
  try {
    const asked = helpAskedFor(program, argv, (name) => unknownCommand(program, name));
    if (asked) {
      asked.outputHelp();
      return ExitCode.ok;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error, host, argv.includes('--debug'));
  }
}

/** The host, which says what it is given as the terminal beside the result can show it. */
function saying(outside: Host): Host {
  const { ask } = outside;
  const room = { columns: outside.terminal.noteColumns };
  return {
    ...outside,
    // What is said about a run may begin with the name of a file, and is never a command to CI.
    note: (text) => outside.note(withoutCommands(wrapWords(text, room))),
    ask: ask && ((question, several) => ask(wrapWords(question, room), several)),
  };
}

function configure(program: Command, session: Session): void {
  const { host } = session;
  program
    .description(
      'Keeps action plans as YAML in git: validates them, and reports what is overdue, done and owned by whom, as of any day.',
    )
    .version(host.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .usage('[options] <command>')
    .option('--color', 'use colour even where output is no terminal')
    .option('--no-color', 'use no colour')
    .option('--debug', 'after a fault of this program, print where it happened')
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => host.out(text),
      writeErr: (text) => host.note(text),
      ...errorsOf(program, 'actionplan'),
    })
    .addHelpText(
      'after',
      `
Examples:
  $ actionplan validate plans
  $ actionplan report overdue plans --as-of 2023-05-01
  $ actionplan report summary plans --month 2023-03 --format markdown
  $ actionplan publish hmpps-mental-health --output action-plan.html`,
    )
    .argument('[command]')
    .argument('[rest...]')
    .action((name: string | undefined) => {
      if (name !== undefined) throw unknownCommand(program, name);
      host.out(welcome(host, session.style()));
    });
  for (const add of [
    addValidate,
    addReport,
    addPublish,
    addSite,
    addNew,
    addProgress,
    addImport,
    addExport,
    addCalendar,
    addFmt,
    addDiff,
    addHistory,
    addExplain,
    addRules,
    addSchema,
    addInit,
    addCompletion,
  ])
    add(program, session);
  for (const command of program.commands) inherit(command, program, 'actionplan');
}

/** The error for a command there is none of; it may be the second word of one, such as a report. */
function unknownCommand(program: Command, name: string): UsageError {
  const first = program.commands.find((one) => one.commands.some((two) => two.name() === name));
  if (first) {
    return new UsageError(
      `there is no command "${name}"`,
      `did you mean "${first.name()} ${name}"?`,
    );
  }
  return unknownName(
    'command',
    name,
    program.commands.map((one) => one.name()),
    '`actionplan --help` lists the commands',
  );
}

/** Settings of the program for a command and those under it; its errors name its own help. */
function inherit(command: Command, parent: Command, before: string): void {
  const name = `${before} ${command.name()}`;
  command.copyInheritedSettings(parent).configureOutput(errorsOf(command, name));
  for (const one of command.commands) inherit(one, command, name);
}

/** How a command says what is wrong with its line, which may hold anything. */
function errorsOf(command: Command, name: string): Pick<OutputConfiguration, 'outputError'> {
  return {
    outputError: (text, write) => {
      const under = command.commands.map((one) => one.name());
      const { message, help } = reworded(text, name, under);
      write(`error: ${cleanText(message)}\nhelp: ${cleanText(help)}\n`);
    },
  };
}

/** `--color` and `--no-color` decide; else what the host found out. */
function colourLevel(program: Command, host: Host): 0 | 1 | 2 | 3 {
  const { color } = program.opts<{ color?: boolean }>();
  if (program.getOptionValueSource('color') !== 'cli') return host.terminal.colour;
  if (!color) return 0;
  return host.terminal.colour === 0 ? 1 : host.terminal.colour;
}

function explain(error: unknown, host: Host, debug: boolean): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version have been printed as asked; anything else is a wrong command line.
    return error.exitCode === 0 ? ExitCode.ok : ExitCode.failed;
  }
  if (error instanceof UsageError || error instanceof RevisionError) {
    host.note(`error: ${cleanText(error.message)}\n`);
    if (error instanceof UsageError) {
      for (const line of error.details) host.note(withoutCommands(`  ${cleanText(line)}\n`));
    }
    if (error.help !== undefined) host.note(`help: ${cleanText(error.help)}\n`);
    return ExitCode.failed;
  }
  const words = error instanceof Error ? error.message : String(error);
  host.note(
    `fault in actionplan ${host.version}: ${cleanText(words)}; please report it with the command line and the file it read (--debug shows more)\n`,
  );
  if (debug && error instanceof Error) host.note(`${cleanLines(error.stack ?? '')}\n`);
  return ExitCode.fault;
}
