// Bundles the program into dist/, since one file starts four times as fast as many, and keeps what
// V8 compiles of it (bin/load.js).
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { COMPILED, compile } from './bin/load.js';

// cli-table3 measures every line with string-width, which took 4 of 5 seconds of a report; the
// other package gives the same widths fifteen times faster.
const fastWidth = {
  name: 'fast-width',
  setup(bundle) {
    const path = join(import.meta.dirname, 'src/render/width.cjs');
    bundle.onResolve({ filter: /^string-width$/ }, () => ({ path }));
  },
};

// For a debug message that is never shown, cli-table3 cuts the whole text of a cell down, letter by
// letter, for every line it draws of it: nine tenths of the time a table takes.
const noDebugText = {
  name: 'no-debug-text',
  setup(bundle) {
    bundle.onLoad({ filter: /cli-table3[\\/]src[\\/]cell\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const waste = 'utils.truncate(this.content, 10, this.truncate)';
      if (!source.includes(waste)) throw new Error(`${path} has changed: look at it again`);
      return { contents: source.replace(waste, "''") };
    });
  },
};

// What most runs do not need is loaded when one of its functions is first called: the full YAML
// reader, and zod, which only finds the words for a file that does not fit. Sources import and call
// them like anything else; the bundle gets these in their place.
const LAZY = {
  'src/source/yaml.ts': ['readYaml'],
  'src/source/schema-faults.ts': ['schemaFaults'],
};
const lazily = {
  name: 'lazily',
  setup(bundle) {
    const functions = new Map(
      Object.entries(LAZY).map(([file, names]) => [join(import.meta.dirname, file), names]),
    );
    bundle.onResolve({ filter: /^\.{1,2}\// }, ({ path, resolveDir, kind }) => {
      const file = join(resolveDir, path);
      return kind === 'import-statement' && functions.has(file)
        ? { path: file, namespace: 'lazy' }
        : undefined;
    });
    bundle.onLoad({ filter: /./, namespace: 'lazy' }, ({ path }) => ({
      contents: functions
        .get(path)
        .map(
          (name) => `export const ${name} = (...values) => require('${path}').${name}(...values);`,
        )
        .join('\n'),
      resolveDir: dirname(path),
    }));
  },
};

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { actionplan: 'src/index.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  // Less to read at every start; names stay, for messages of `--debug`.
  minifySyntax: true,
  minifyWhitespace: true,
  define: { 'import.meta.url': 'programUrl' },
  banner: { js: "const programUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [fastWidth, noDebugText, lazily],
  logLevel: 'warning',
});

// What V8 has compiled by the end of a report is what most commands need.
const { script, run } = compile(undefined);
const { main, nodeHost } = run();
const host = { ...nodeHost(process), out: () => {}, note: () => {} };
for (const argv of [['validate'], ['report', 'overdue']]) {
  await main([...argv, 'plans'], host);
}
await writeFile(COMPILED, script.createCachedData());
