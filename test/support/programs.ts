import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The path of a program that some tests need and not every machine has; undefined where it is not
 * there. The gate (.ci/run) installs them and sets ACTIONPLAN_PROGRAMS to `required`: there a
 * missing one is a fault. Elsewhere its tests are skipped, and the check counts them.
 */
export function program(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(existsSync);
  if (found === undefined && process.env['ACTIONPLAN_PROGRAMS'] === 'required') {
    throw new Error(`${names.join(' or ')} is not installed, and here it must be`);
  }
  return found;
}
