import { posix } from 'node:path';
import { type Host, RevisionError, UsageError } from '../host.ts';
import { cleanText } from '../render/clean-text.ts';
import { safeLink } from '../render/link.ts';

const EXAMPLE = 'for example https://github.com/OWNER/NAME/blob/{revision}/{path}#L{line}';

/** Links to lines of files, from a template such as `https://…/{revision}/{path}#L{line}`. */
export function sourceLinks(
  host: Host,
  template: string,
  revision: string | null,
): (file: string, line: number) => string {
  const refuse = (why: string): UsageError =>
    new UsageError(`--source-url ${cleanText(template)} ${why}`, EXAMPLE);
  if (!template.includes('{path}')) throw refuse('has no {path}');
  const unknown = /\{(?!path\}|line\}|revision\})[^{}]*\}/.exec(template);
  if (unknown) throw refuse(`has ${unknown[0]}, which stands for nothing`);
  const commit = revision?.replace(/\+$/, '');
  if (template.includes('{revision}') && commit === undefined) {
    throw refuse('asks for a {revision}, and the plans are in none');
  }
  const link = (file: string, line: number): string =>
    template.replace(/\{(path|line|revision)\}/g, (_, name) => {
      if (name === 'line') return String(line);
      if (name === 'revision') return commit ?? '';
      return file.split('/').map(encodeURIComponent).join('/');
    });
  const safe = safeLink(link('plans/x.yaml', 1));
  if (safe === undefined || !/^https?:/i.test(safe)) throw refuse('is no address of the web');
  const fromRoot = pathsFromRoot(host);
  return (file, line) => link(fromRoot(file), line);
}

/** Paths as the repository has them, wherever in it the command runs. */
function pathsFromRoot({ files, revisions }: Host): (file: string) => string {
  try {
    const root = files.absolute(revisions.fromHere('') || '.');
    return (file) => {
      const path = posix.relative(root, files.absolute(file));
      return path.startsWith('..') ? file : path;
    };
  } catch (error) {
    if (error instanceof RevisionError) return (file) => file;
    throw error;
  }
}
