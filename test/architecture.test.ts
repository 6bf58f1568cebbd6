import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** Who may import whom. A folder may always import itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  source: ['model'],
  changes: ['model'],
  rules: ['model', 'changes'],
  edit: ['model', 'source'],
  exchange: ['model', 'source', 'edit', 'reports'],
  validate: ['model', 'source', 'rules', 'changes'],
  reports: ['model'],
  render: ['model', 'rules', 'reports', 'changes'],
  schema: ['model', 'reports', 'changes', 'exchange'],
  publish: ['model', 'changes', 'reports', 'render'],
  commands: [
    'model',
    'source',
    'rules',
    'changes',
    'validate',
    'edit',
    'exchange',
    'reports',
    'render',
    'publish',
    'schema',
    'host',
  ],
  host: ['model', 'source', 'progress', 'validate'],
  progress: [],
  main: ['commands', 'host', 'render'],
  asking: ['typed-lines'],
  'typed-lines': [],
  preview: ['host'],
  'safe-write': ['host'],
  'node-host': [
    'host',
    'model',
    'source',
    'safe-write',
    'asking',
    'kept-results',
    'preview',
    'progress',
    'second-thread',
  ],
  'second-thread': ['helper', 'validate'],
  helper: ['kept-results', 'model', 'source', 'rules', 'validate'],
  'kept-results': ['host'],
  index: ['main', 'node-host', 'start', 'helper'],
  start: ['host', 'main', 'node-host'],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

/** The folder a file is in, or its own name at the top. */
function part(file: string): string {
  const [first = ''] = file.split('/');
  return first.replace(/\.ts$/, '');
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    relative(src, normalize(join(src, dirname(file), match[1] ?? ''))).replaceAll('\\', '/'),
  );
}

describe('architecture', () => {
  it('has a place for every folder', () => {
    expect([...new Set(files.map(part))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it.each(files)('%s imports only what its folder may', (file) => {
    const own = part(file);
    const allowed = [own, ...(MAY_IMPORT[own] ?? [])];
    expect(importsOf(file).filter((imported) => !allowed.includes(part(imported)))).toEqual([]);
  });

  it.each(files.filter((file) => !['node-host.ts', 'start.ts'].includes(file)))(
    '%s leaves process, clock and console to the host',
    (file) => {
      const code = readFileSync(join(src, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\/\/.*$/gm, '');
      expect(code).not.toMatch(/\bprocess\.|\bconsole\.|\bnew Date\(|\bDate\.now\b/);
    },
  );

  it('touches the disk and starts git in six files only', () => {
    const readers = files.filter((file) =>
      /from 'node:(?:fs|child_process)/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(readers).toEqual([
      'kept-results.ts',
      'node-host.ts',
      'preview.ts',
      'safe-write.ts',
      'source/run-git.ts',
      'source/working-tree.ts',
    ]);
  });
});
