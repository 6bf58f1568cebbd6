import { Argument, type Command, type Option } from 'commander';
import { ownerLabel } from '../model/owner.ts';
import { actionsOf } from '../model/plan.ts';
import { STATUSES } from '../model/plan-file.ts';
import { nameOwner, type Portfolio } from '../model/portfolio.ts';
import { rules } from '../rules/index.ts';
import { load } from '../source/load.ts';
import { pathsOrDefault } from './flags.ts';
import type { Session } from './session.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
/** The hidden command the scripts ask; it gets the words typed so far, the last perhaps begun. */
const WORDS = 'completion-words';

export function addCompletion(program: Command, session: Session): void {
  program
    .command('completion')
    .summary('print what makes a shell complete commands, options, actions and owners')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      `
Set it up once:
  $ actionplan completion bash > ~/.local/share/bash-completion/completions/actionplan
  $ actionplan completion zsh > ~/.zsh/completions/_actionplan        (a folder of your $fpath)
  $ actionplan completion fish > ~/.config/fish/completions/actionplan.fish`,
    )
    .action((shell: (typeof SHELLS)[number]) => session.host.out(SCRIPTS[shell]));
  program
    .command(WORDS, { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .helpOption(false)
    .action((words: string[]) => {
      const all = completions(program, words, () => portfolioHere(session));
      session.host.out(all.map((one) => `${one}\n`).join(''));
    });
}

/** What was typed is only ever passed on as words: nothing of it is run or expanded again. */
const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], string>> = {
  bash: `# Completion of actionplan for bash
_actionplan() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$(printf '%q' "$line")")
  done < <(command actionplan ${WORDS} -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _actionplan actionplan
`,
  zsh: `#compdef actionplan
# Completion of actionplan for zsh
_actionplan() {
  local -a found
  found=("\${(@f)$(command actionplan ${WORDS} -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=(\${found:#})
  if (( \${#found} )); then compadd -- "\${found[@]}"; else _files; fi
}
if [[ $funcstack[1] == _actionplan ]]; then _actionplan "$@"; else compdef _actionplan actionplan; fi
`,
  fish: `# Completion of actionplan for fish
function __actionplan_words
    set -l words (commandline -opc)
    command actionplan ${WORDS} -- $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c actionplan -a '(__actionplan_words)'
`,
};

/** Plans may be missing or broken while a person types: then there is nothing to offer of them. */
function portfolioHere({ host }: Session): Portfolio | undefined {
  try {
    return load(host.files, pathsOrDefault(host.files, [])).portfolio;
  } catch {
    return undefined;
  }
}

/** What may come next: words that begin as the last one does. */
export function completions(
  program: Command,
  words: readonly string[],
  portfolio: () => Portfolio | undefined,
): string[] {
  const typed = words.at(-1) ?? '';
  const { command, argument, option } = whereIs(program, words.slice(0, -1));
  const equals = /^(--[a-z-]+)=(.*)$/.exec(typed);
  const named = equals && optionNamed(command, equals[1] ?? '');
  const offered = named
    ? valuesOf(named, portfolio).map((value) => `${equals?.[1]}=${value}`)
    : option
      ? valuesOf(option, portfolio)
      : typed.startsWith('-')
        ? optionsOf(command)
        : [...commandsOf(command, argument), ...argumentsOf(command, argument, portfolio)];
  // Of names with signs that would act on a terminal none is offered.
  const safe = offered.filter((one) => one.startsWith(typed) && !/\p{C}|\p{Zl}|\p{Zp}/u.test(one));
  return [...new Set(safe)].sort();
}

interface Place {
  readonly command: Command;
  /** How many arguments of the command have been typed. */
  readonly argument: number;
  /** The option whose value comes next. */
  readonly option: Option | undefined;
}

function whereIs(program: Command, words: readonly string[]): Place {
  let command = program;
  let argument = 0;
  let option: Option | undefined;
  for (const word of words) {
    if (option) {
      option = undefined;
      continue;
    }
    if (word.startsWith('-')) {
      const found = word.includes('=') ? undefined : optionNamed(command, word);
      if (found && (found.required || found.optional)) option = found;
      continue;
    }
    const next = argument === 0 && command.commands.find((one) => one.name() === word);
    if (next) command = next;
    else argument += 1;
  }
  return { command, argument, option };
}

function optionNamed(command: Command, flag: string): Option | undefined {
  return command.options.find((one) => one.long === flag || one.short === flag);
}

function optionsOf(command: Command): string[] {
  return [...command.options.flatMap(({ long }) => long ?? []), '--help'];
}

function commandsOf(command: Command, argument: number): string[] {
  if (argument > 0) return [];
  const named = command.commands.map((one) => one.name()).filter((name) => name !== WORDS);
  return named.length > 0 ? [...named, 'help'] : [];
}

function argumentsOf(
  command: Command,
  argument: number,
  portfolio: () => Portfolio | undefined,
): readonly string[] {
  const choices = command.registeredArguments[argument]?.argChoices;
  if (choices) return choices;
  if (argument > 0) return [];
  const plans = () => portfolio()?.plans ?? [];
  switch (command.registeredArguments[0]?.name()) {
    case 'rule':
      return rules.map(({ id }) => id);
    case 'action':
    case 'plan/action':
      return plans().flatMap((plan) =>
        [...actionsOf(plan)].map(({ action }) => `${plan.id}/${action.id}`),
      );
    case 'recommendation':
      return plans().flatMap((plan) => plan.recommendations.map(({ id }) => `${plan.id}/${id}`));
    case 'plan':
      return plans().map(({ id }) => id);
    default:
      return [];
  }
}

function valuesOf(option: Option, portfolio: () => Portfolio | undefined): readonly string[] {
  if (option.argChoices) return option.argChoices;
  const here = portfolio();
  switch (option.attributeName()) {
    case 'rule':
      return rules.map(({ id }) => id);
    case 'status':
      return STATUSES;
    case 'plan':
      return here?.plans.map(({ id }) => id) ?? [];
    case 'owner':
      return here ? ownersOf(here) : [];
    case 'organisation':
      return here?.owners?.organisations.map(({ name }) => name) ?? [];
    case 'tag':
      return (
        here?.plans.flatMap((plan) => [
          ...plan.tags,
          ...[...actionsOf(plan)].flatMap(({ action }) => action.tags),
        ]) ?? []
      );
    case 'round':
      return here?.plans.flatMap((plan) => plan.rounds.flatMap(({ title }) => title ?? [])) ?? [];
    default:
      return [];
  }
}

/** Ids where there is an owners file, else the names as plans give them. */
function ownersOf(portfolio: Portfolio): string[] {
  if (portfolio.owners) return portfolio.owners.owners.map(({ id }) => id);
  return portfolio.plans.flatMap((plan) =>
    [...actionsOf(plan)].flatMap(({ action }) =>
      action.owner.map((written) => ownerLabel(nameOwner(portfolio, written))),
    ),
  );
}
