import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What V8 tells of a run: each function by name, and how often it ran. */
interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly count: number }[];
    }[];
  }[];
}

/** The modules of the bundle that are loaded when first needed, and whether a run needed them. */
export function modulesRun(argv: readonly string[], input = ''): ReadonlyMap<string, boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'actionplan-modules-'));
  spawnSync(process.execPath, ['bin/actionplan.js', ...argv], {
    cwd: root,
    env: { ...process.env, NODE_V8_COVERAGE: folder },
    input,
  });
  const [name = ''] = readdirSync(folder);
  const coverage = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage;
  rmSync(folder, { recursive: true });
  const bundle = coverage.result.find(({ url }) => url.endsWith('dist/actionplan.cjs'));
  return new Map(
    bundle?.functions.map(({ functionName, ranges }) => [
      functionName,
      (ranges[0]?.count ?? 0) > 0,
    ]),
  );
}
