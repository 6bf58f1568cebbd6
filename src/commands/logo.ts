import { UsageError } from '../host.ts';
import type { Layout } from '../model/publish-settings.ts';
import type { Logo } from '../publish/document.ts';
import { pngSize } from '../publish/png.ts';
import { cleanText } from '../render/clean-text.ts';
import { type FileTree, folderOf, joinPath } from '../source/file-tree.ts';

/** Every page holds its logo: a larger one makes them slow. */
const MOST_BYTES = 512 * 1024;

/** The logo the settings name. Settings are untrusted: only pictures below their folder are read. */
export function readLogo(
  tree: FileTree,
  settings: string | null,
  { logo, 'logo-text': words }: Layout,
): { readonly file: string; readonly picture: Logo } | undefined {
  if (logo === undefined || settings === null) return undefined;
  const refuse = (why: string): UsageError =>
    new UsageError(`the logo ${cleanText(logo)} ${why}`, `see \`publish:\` in ${settings}`);
  if (logo.startsWith('/') || /(?:^|[/\\])\.\.(?:[/\\]|$)|^[a-z]:|\\/i.test(logo)) {
    throw refuse('is not below the folder of the settings');
  }
  const folder = folderOf(settings);
  const file = joinPath(folder, logo);
  const bytes = tree.read(file, MOST_BYTES);
  if ('fault' in bytes) throw refuse(`cannot be read: ${bytes.fault}`);
  const inside = tree.absolute(folder);
  if (!tree.absolute(file).startsWith(inside === '/' ? '/' : `${inside}/`)) {
    throw refuse('is not below the folder of the settings');
  }
  if (bytes.length > MOST_BYTES) throw refuse(`is larger than ${MOST_BYTES / 1024} KiB`);
  const size = pngSize(bytes);
  if (!size) throw refuse('is not a PNG file');
  if (words === undefined) throw refuse('has no `logo-text` for those who do not see it');
  return { file, picture: { bytes, ...size, text: words } };
}
