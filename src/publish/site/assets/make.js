// The style and the script of the site, made from their sources when the program is built or tested,
// so that whoever runs the program needs neither sass nor govuk-frontend.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { compileAsync } from 'sass';

const NAME = 'site:assets';
const folder = import.meta.dirname;

async function siteAssets() {
  const { css } = await compileAsync(join(folder, 'site.scss'), {
    style: 'compressed',
    loadPaths: [join(folder, '../../../../node_modules')],
    quietDeps: true,
  });
  const { code } = await transform(await readFile(join(folder, 'site.js'), 'utf8'), {
    minify: true,
    target: 'es2020',
  });
  return { style: css, script: code };
}

/** `import { style, script } from 'site:assets'` for esbuild. */
export const assetsInBundle = {
  name: 'site-assets',
  setup(bundle) {
    bundle.onResolve({ filter: /^site:assets$/ }, ({ path }) => ({ path, namespace: 'assets' }));
    bundle.onLoad({ filter: /./, namespace: 'assets' }, async () => ({
      contents: JSON.stringify(await siteAssets()),
      loader: 'json',
    }));
  },
};

/** The same for tests. */
export const assetsInTests = {
  name: 'site-assets',
  enforce: 'pre',
  resolveId: (name) => (name === NAME ? `\0${NAME}` : undefined),
  async load(name) {
    if (name !== `\0${NAME}`) return undefined;
    const { style, script } = await siteAssets();
    return `export const style = ${JSON.stringify(style)};\nexport const script = ${JSON.stringify(script)};`;
  },
};
