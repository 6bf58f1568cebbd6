import { suggest } from '../model/suggest.ts';
import { valueOfWord } from '../model/table-words.ts';

/** What is wrong with a command line, and the way out. */
export interface WrongLine {
  readonly message: string;
  readonly help: string;
}

/** Says what the parser of command lines found wrong as this program says all that is wrong. */
export function reworded(text: string, command: string, subcommands: readonly string[]): WrongLine {
  const said = text.replace(/^error: /, '').trim();
  const help = `\`${command} --help\` shows how it is used`;
  const [, kind, name = ''] =
    /^unknown (command|option) '([\s\S]*?)'(?:\s*\(Did|$)/.exec(said) ?? [];
  if (kind === 'command') {
    const above = command.replace(/^\S+ ?/, '');
    const whole = (one: string) => (above === '' ? one : `${above} ${one}`);
    const near = suggest(name, subcommands);
    return {
      message: `there is no command "${whole(name)}"`,
      help:
        near === undefined
          ? `it is one of ${subcommands.join(', ')}`
          : `did you mean "${whole(near)}"?`,
    };
  }
  if (kind === 'option') {
    const near = /\(Did you mean (?!one of)(\S+)\?\)$/.exec(said)?.[1];
    const several = /\(Did you mean one of (.+)\?\)$/.exec(said)?.[1];
    return {
      message: `there is no option "${name}"`,
      help:
        near !== undefined
          ? `did you mean "${near}"?`
          : several !== undefined
            ? `did you mean one of ${several}?`
            : help,
    };
  }
  return invalid(said, help) ?? { message: said, help };
}

/** A value that an option or argument does not take. */
function invalid(said: string, help: string): WrongLine | undefined {
  const [, flag, ofOption, ofArgument, why = ''] =
    /^(?:option '([^']*?)(?: [<[][^']*)?' argument '([\s\S]*)' is invalid|command-argument value '([\s\S]*)' is invalid for argument '[^']*')\.\s*([\s\S]*)$/.exec(
      said,
    ) ?? [];
  const value = ofOption ?? ofArgument;
  if (value === undefined) return undefined;
  const before = flag === undefined ? '' : `${flag}: `;
  const choices = /^Allowed choices are (.*)\.$/.exec(why)?.[1]?.split(', ');
  if (!choices) {
    const reason = why.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
    const words = reason.replace(/\.$/, '');
    const said = [`"${value}"`, value].find((one) => words.startsWith(`${one} `));
    if (said === undefined) return { message: `${before}"${value}": ${words}`, help };
    // A reason that names the value itself, and may go on with the way out.
    const [what = '', ...way] = words.slice(said.length).split('; ');
    return { message: `${before}${said}${what}`, help: way.length > 0 ? way.join('; ') : help };
  }
  // They are all named already: only a slip in one of them is worth a word.
  const near =
    valueOfWord(value, choices) ??
    suggest(
      value,
      choices.filter((one) => one[0] === value[0]),
    );
  return {
    message: `${before}"${value}" is none of ${choices.join(', ')}`,
    help: near === undefined ? help : `did you mean "${near}"?`,
  };
}
