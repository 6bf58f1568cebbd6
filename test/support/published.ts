import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { type Loaded, load } from '../../src/source/load.ts';
import { workingTree } from '../../src/source/working-tree.ts';
import { runHere } from './memory-host.ts';

const root = join(import.meta.dirname, '../..');

/** The plans of this repository, as read. */
export function ourPlans(): Loaded {
  return load(workingTree(root), [join(root, 'plans')]);
}

/** The files of the folder of plans, by their paths in it. */
export function ourPlanFiles(): Record<string, string> {
  const folder = join(root, 'plans');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** A plan of this repository in all formats; the DOCX also as HTML, as another program reads it. */
export async function publishOurs(
  plan: string,
  asOf: string,
): Promise<{ html: string; markdown: string; docx: Uint8Array; docxHtml: string }> {
  const argv = ['publish', plan, '--as-of', asOf];
  const files = ['p.html', 'p.md', 'p.docx'].flatMap((file) => ['--output', file]);
  const { written, bytes } = await runHere([...argv, ...files]);
  const docx = bytes['p.docx'] ?? new Uint8Array();
  return {
    html: written['p.html'] ?? '',
    markdown: written['p.md'] ?? '',
    docx,
    docxHtml: await docxAsHtml(docx),
  };
}

export async function docxAsHtml(docx: Uint8Array): Promise<string> {
  return (await mammoth.convertToHtml({ buffer: Buffer.from(docx) })).value;
}
