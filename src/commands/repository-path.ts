import { posix } from 'node:path';
import type { Host } from '../host.ts';

/**
 * How a CI service names a file: from the folder of the repository, wherever in it the command
 * runs. What is outside keeps the name it has.
 */
export function repositoryPath({ files, ci }: Host, file: string): string {
  const here = files.absolute('.');
  const root = ci.repository === undefined ? here : files.absolute(ci.repository);
  const absolute = posix.isAbsolute(file) ? file : posix.join(here, file);
  const path = posix.relative(root, absolute);
  return path === '' || path.startsWith('..') ? file : path;
}
