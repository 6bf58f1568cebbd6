// Bundles the program into dist/, since one file starts four times as fast as many, and keeps what
// V8 compiles of it (bin/load.js).
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { COMPILED, compile, PROGRAM } from './bin/load.js';
import { assetsInBundle } from './src/publish/site/assets/make.js';

// cli-table3 measures every line with string-width, which took 4 of 5 seconds of a report; the
// other package gives the same widths fifteen times faster, and plain texts need none.
const fastWidth = {
  name: 'fast-width',
  setup(bundle) {
    const render = join(import.meta.dirname, 'src/render');
    bundle.onResolve({ filter: /^string-width$/ }, () => ({ path: join(render, 'width.cjs') }));
    bundle.onResolve({ filter: /^fast-string-width$/ }, ({ importer }) =>
      importer.includes('fast-wrap-ansi') ? { path: join(render, 'width.ts') } : undefined,
    );
  },
};

// chalk looks at the terminal as soon as it is loaded, for a guess that is never asked for.
const noGuess = {
  name: 'no-guess',
  setup(bundle) {
    bundle.onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({ path, namespace: 'none' }));
    bundle.onLoad({ filter: /./, namespace: 'none' }, () => ({
      contents: 'export default { stdout: false, stderr: false };',
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

// What most runs do not need is loaded when one of its functions is first called: the full YAML
// reader; zod, which only finds the words for a file that does not fit; what starts programs or
// writes files. Sources import and call these like anything else; the bundle puts stand-ins in
// their place.
const LAZY = {
  './src/source/yaml.ts': ['readYaml'],
  './src/model/wording/deliverables.ts': ['deliverables', 'isSeveral'],
  './src/model/wording/read-wording.ts': ['readWording'],
  './src/source/schema-faults.ts': ['faultsAgainst', 'schemaFaults'],
  './src/edit/edit-text.ts': ['checkSays', 'editText', 'read', 'splicesOf'],
  './src/edit/fix-text.ts': ['fixText'],
  './src/edit/format.ts': ['formatText'],
  './src/edit/resolve-log.ts': ['resolveLog'],
  './src/preview.ts': ['servePreview'],
  './src/safe-write.ts': ['reasonOf', 'safeRemove', 'safeWrite'],
  './src/second-thread.ts': ['startSecondThread'],
  './src/kept-results.ts': ['digestOf', 'keptResults'],
  './src/validate/known-results.ts': ['knownResults'],
  'date-fns/format': ['format'],
  ignore: ['default'],
  'node:child_process': ['spawn', 'spawnSync'],
  'node:crypto': ['createHash', 'hash', 'randomUUID'],
  'node:readline': ['createInterface'],
};
const lazily = {
  name: 'lazily',
  setup(bundle) {
    bundle.onResolve({ filter: /./ }, ({ path, resolveDir, namespace }) => {
      if (namespace === 'lazy') return undefined;
      const name = path.startsWith('.')
        ? `./${relative(import.meta.dirname, join(resolveDir, path))}`
        : path;
      return Object.hasOwn(LAZY, name) ? { path: name, namespace: 'lazy' } : undefined;
    });
    bundle.onLoad({ filter: /./, namespace: 'lazy' }, ({ path }) => ({
      contents: standIn(path, LAZY[path]),
      resolveDir: import.meta.dirname,
    }));
  },
};

/** @param {string} path @param {string[]} names */
function standIn(path, names) {
  const functions = names.map((name) => {
    const stand = `(...values) => (all ??= require('${path}')).${name}(...values)`;
    return name === 'default' ? `export default ${stand};` : `export const ${name} = ${stand};`;
  });
  const whole = names.includes('default') ? '' : `export default { ${names.join(', ')} };`;
  return `let all;\n${functions.join('\n')}\n${whole}`;
}

// Large, and not for every run: in files of their own, so that no other run reads them.
const APART = {
  'csv-parse/sync': 'csv-parse',
  'csv-stringify/sync': 'csv-stringify',
  docx: 'docx',
  fflate: 'fflate',
  mammoth: 'mammoth',
  parse5: 'parse5',
  saxen: 'saxen',
  yaml: 'yaml',
  zod: 'zod',
};
const apart = {
  name: 'apart',
  setup(bundle) {
    bundle.onResolve({ filter: /./ }, ({ path }) =>
      Object.hasOwn(APART, path) ? { path: `./${APART[path]}.cjs`, external: true } : undefined,
    );
  },
};

await rm('dist', { recursive: true, force: true });
const form = {
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  // Less to read at every start; names stay, for messages of `--debug`.
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
};
await build({
  ...form,
  entryPoints: Object.entries(APART).map(([name, out]) => ({ in: name, out })),
});
await build({
  ...form,
  entryPoints: { actionplan: 'src/index.ts' },
  define: { 'import.meta.url': 'programUrl' },
  banner: { js: "const programUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [fastWidth, noGuess, noDebugText, assetsInBundle, lazily, apart],
});

// esbuild writes all but regular expressions in ASCII; texts of two bytes a letter are slow to load.
const bundled = await readFile(PROGRAM, 'utf8');
const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant, all of it.
await writeFile(PROGRAM, bundled.replace(/[^\0-\x7f]/g, escaped));

// What V8 has compiled by the end of a report is what most commands need.
const { script, run } = compile(undefined);
const { main, nodeHost } = run();
const host = { ...nodeHost(process), out: () => {}, note: () => {} };
for (const argv of [['validate'], ['report', 'overdue']]) {
  await main([...argv, 'plans'], host);
}
await writeFile(COMPILED, script.createCachedData());
