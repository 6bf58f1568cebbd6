import type { Command } from 'commander';
import { UsageError } from '../host.ts';
import { suggest } from '../model/suggest.ts';

/**
 * The command that `help` is asked for, as in `help report overdue` or `report help overdue`; undefined where help is
 * not asked for, or that of all. The parser would print the help of all for a command there is none of.
 */
export function helpAskedFor(
  program: Command,
  argv: readonly string[],
  unknown: (name: string) => UsageError,
): Command | undefined {
  const words = argv.filter((word) => !word.startsWith('-'));
  const at = words.indexOf('help');
  const group = words.slice(0, Math.max(at, 0));
  const isAsked = at === 0 || (at === 1 && (named(program, group[0])?.commands.length ?? 0) > 0);
  const names = [...group, ...words.slice(at + 1).filter((word) => word !== 'help')];
  if (!isAsked || names.length === group.length) return undefined;
  let command = program;
  for (const [depth, name] of names.entries()) {
    const next = named(command, name);
    if (!next) throw depth === 0 ? unknown(name) : unknownUnder(command, name);
    command = next;
  }
  return command;
}

function named(command: Command, name: string | undefined): Command | undefined {
  return command.commands.find((one) => one.name() === name);
}

/** The error for a word behind a command that has none of that name under it, or none at all. */
function unknownUnder(command: Command, name: string): UsageError {
  const names = command.commands.map((one) => one.name());
  const near = suggest(name, names);
  const way =
    names.length === 0
      ? `\`actionplan ${command.name()} --help\` shows how it is used`
      : near === undefined
        ? `it is one of ${names.join(', ')}`
        : `did you mean "${command.name()} ${near}"?`;
  return new UsageError(`there is no command "${command.name()} ${name}"`, way);
}
