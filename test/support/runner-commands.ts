/** A command that GitHub's runner would carry out. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescape = (text: string) =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

/**
 * Reads a log as the runner does, line by line: `::name key=value,…::message` after any blanks, and
 * in the old form `##[name key=value;…]message` anywhere in a line.
 */
export function runnerCommands(log: string): RunnerCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => {
    const now = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line);
    if (now) return [command(now, ',')];
    const old = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line);
    return old ? [command(old, ';')] : [];
  });
}

function command([, name = '', properties = '', message = '']: RegExpExecArray, between: string) {
  const pairs = properties.split(between).flatMap((pair) => {
    const at = pair.indexOf('=');
    if (at < 0) return [];
    const value = pair
      .slice(at + 1)
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',');
    return [[pair.slice(0, at).trim(), unescape(value)] as const];
  });
  return { name, properties: Object.fromEntries(pairs), message: unescape(message) };
}
