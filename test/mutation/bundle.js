// One script that holds every test and the sources with their mutants in them. Running it anew
// gives fresh modules, so that nothing one mutant leaves behind meets the next.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const ROOT = join(import.meta.dirname, '../..');

/**
 * @param {readonly string[]} tests paths of test files
 * @param {ReadonlyMap<string, string>} replaced the sources that hold mutants, by full path
 */
export async function bundle(tests, replaced) {
  const entry = tests.map(
    (test) => `${JSON.stringify(test)}: () => require(${JSON.stringify(join(ROOT, test))}),`,
  );
  const { outputFiles } = await build({
    stdin: { contents: `module.exports = {\n${entry.join('\n')}\n};`, resolveDir: ROOT },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'error',
    // Libraries are loaded once.
    packages: 'external',
    plugins: [
      {
        name: 'mutants',
        setup(bundled) {
          bundled.onLoad({ filter: /\.[jt]s$/ }, ({ path }) => ({
            contents: withPlace(replaced.get(path) ?? readFileSync(path, 'utf8'), path),
            loader: path.endsWith('.ts') ? 'ts' : 'js',
          }));
        },
      },
    ],
  });
  // As Node does it: what a library exports by default, not all it exports.
  return outputFiles[0].text.replace(/(__toESM\(require\("[^"]+"\)), 1\)/g, '$1)');
}

/** A script has no `import.meta`. */
function withPlace(source, path) {
  return source
    .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
    .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
}
