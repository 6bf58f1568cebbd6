// Bundles the program into dist/: one file starts four times as fast as many.
import { readFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

// cli-table3 measures every line with string-width, which took 4 of 5 seconds of a report; the
// other package gives the same widths fifteen times faster.
const fastWidth = {
  name: 'fast-width',
  setup(bundle) {
    bundle.onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: 'fast' }));
    bundle.onLoad({ filter: /.*/, namespace: 'fast' }, () => ({
      // Most lines are plain letters, each one column wide.
      contents: `
        const width = require('fast-string-width').default;
        const plain = /^[\\x20-\\x7e\\u2500-\\u257f]*$/;
        module.exports = (text) => (plain.test(text) ? text.length : width(text));`,
      resolveDir: import.meta.dirname,
    }));
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

await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { actionplan: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  // What only some commands need is loaded when they need it.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Less to read at every start; names stay, for messages of `--debug`.
  minifySyntax: true,
  minifyWhitespace: true,
  // Some libraries are CommonJS: they call require and look at __filename.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const __filename = import.meta.filename;",
  },
  plugins: [fastWidth, noDebugText],
  logLevel: 'warning',
});
