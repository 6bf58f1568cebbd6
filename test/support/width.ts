import Module from 'node:module';
import { join } from 'node:path';

// The build gives cli-table3 our measure of widths (build.js); tests see what users see.
const ours = join(import.meta.dirname, '../../src/render/width.cjs');
const resolver = Module as unknown as { _resolveFilename: (...request: unknown[]) => string };
const resolve = resolver._resolveFilename;
resolver._resolveFilename = (request, ...rest) =>
  request === 'string-width' ? ours : resolve(request, ...rest);
