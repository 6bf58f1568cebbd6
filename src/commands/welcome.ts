import type { Host } from '../host.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import { coloursFor, type Style } from '../render/colours.ts';
import { findFiles } from '../source/find-files.ts';
import { pathsOrDefault } from './flags.ts';

/** What `actionplan` alone prints: what it is, what it found here, and what to type next. */
export function welcome(host: Host, style: Style): string {
  const chalk = coloursFor(style);
  const [folder = '.'] = pathsOrDefault(host.files, []);
  const { files } = findFiles(host.files, [folder]);
  const here =
    files.length > 0
      ? `Here: ${counted(files.length, 'YAML file')} in ${folder === '.' ? 'this folder' : cleanText(folder)}.`
      : 'Here: no plan files yet. Go to the folder that holds `plans`, or begin here.';
  const beginning: readonly (readonly [string, string])[] = [
    ['actionplan init', 'set up this folder: settings, owners, editor, checks'],
    ['actionplan new plan', 'begin a plan; it asks for what it needs'],
  ];
  const commands: readonly (readonly [string, string])[] = [
    ...(files.length > 0 ? [] : beginning),
    ['actionplan validate', 'find every fault in the plans, with its line and the way out'],
    ['actionplan report summary', 'where the plans stand today'],
    ['actionplan report overdue', 'which actions are past their target, longest first'],
    ['actionplan report owners', 'who owns what'],
    ['actionplan --help', 'all commands and options'],
  ];
  const width = Math.max(...commands.map(([command]) => command.length));
  const lines = commands.map(
    ([command, words]) => `  ${chalk.bold(command.padEnd(width))}   ${words}`,
  );
  return `${chalk.bold(`actionplan ${host.version}`)}: action plans as YAML, validated and reported on\n${here}\n\n${lines.join('\n')}\n`;
}
