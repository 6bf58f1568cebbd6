import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Once for all tests: some run the program as it is installed, and several files of tests run at a time. */
export default function build(): void {
  execFileSync('node', ['build.js'], { cwd: join(import.meta.dirname, '../..') });
}
