import { type FSWatcher, watch } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Preview, UsageError } from './host.ts';

/** Who tells that the person wants the program to end. */
interface Signals {
  once(signal: 'SIGINT' | 'SIGTERM', end: () => void): unknown;
  removeListener(signal: 'SIGINT' | 'SIGTERM', end: () => void): unknown;
}

const LOOPBACK = '127.0.0.1';
/** Editors write a file in several steps. */
const SETTLED = 150;

/**
 * Serves pages on this machine alone, until the person ends it. Whatever another site makes a browser ask
 * for by a name of its own is refused (DNS rebinding), and nothing is read for a request: it gets what
 * was made for its path, or nothing.
 */
export async function servePreview(
  preview: Preview,
  full: (path: string) => string,
  signals: Signals,
): Promise<void> {
  const server = createServer((request, response) => answer(preview, server, request, response));
  const port = await listen(server, preview.port);
  const stopWatching = watchFolders(preview, full);
  preview.ready(`http://${LOOPBACK}:${port}/`);
  await new Promise<void>((resolve) => {
    const end = (): void => {
      signals.removeListener('SIGINT', end);
      signals.removeListener('SIGTERM', end);
      resolve();
    };
    signals.once('SIGINT', end);
    signals.once('SIGTERM', end);
  });
  stopWatching();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new UsageError(
          error.code === 'EADDRINUSE'
            ? `port ${port} is taken`
            : `port ${port} cannot be used: ${error.code ?? error.message}`,
          'choose another with --port; 0 takes any that is free',
        ),
      );
    });
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });
}

function answer(
  preview: Preview,
  server: Server,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { port } = server.address() as AddressInfo;
  const head = request.method === 'HEAD';
  const send = (status: number, type: string, content: string, more = {}): void => {
    const bytes = Buffer.from(content);
    response.writeHead(status, {
      'content-type': type,
      'content-length': bytes.length,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      ...more,
    });
    response.end(head ? undefined : bytes);
  };
  const plain = 'text/plain; charset=utf-8';
  if (![`${LOOPBACK}:${port}`, `localhost:${port}`].includes(request.headers.host ?? '')) {
    send(403, plain, 'This preview answers to its own address alone.\n');
  } else if (request.method !== 'GET' && !head) {
    send(405, plain, 'Only GET and HEAD are answered.\n', { allow: 'GET, HEAD' });
  } else {
    const found = preview.answer(pathOf(request.url ?? '/'));
    if (found) send(200, found.type, found.content);
    else send(404, plain, 'There is no such page.\n');
  }
}

/** The path of a request, as the names of pages are written. */
function pathOf(url: string): string {
  const path = url.replace(/[?#].*$/s, '').replace(/^\//, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Tells of changes once they have settled; the folders to watch are asked for anew after each. */
function watchFolders(preview: Preview, full: (path: string) => string): () => void {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    for (const watcher of watchers) watcher.close();
    watchers = [];
  };
  const begin = (): void => {
    stop();
    watchers = preview.folders().flatMap((folder) => {
      try {
        const watcher = watch(full(folder), () => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            void preview.changed().then(begin);
          }, SETTLED);
        });
        // A folder that goes away is a change of the folder it was in.
        watcher.on('error', () => watcher.close());
        return [watcher];
      } catch {
        return [];
      }
    });
  };
  begin();
  return () => {
    clearTimeout(timer);
    stop();
  };
}
