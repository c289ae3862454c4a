import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A static server whose network can fail: it may be slow, drop out, stop and come back. */
export interface WeakServer {
  /** Address with a slash at its end; the same after `start()`. */
  url: string;
  /** Paths served since the last `log.length = 0`. */
  log: string[];
  /** Milliseconds before each answer. */
  delay: number;
  /** What the host makes of a page on its way; nothing unless set. */
  alter?: (html: string) => string;
  /** Paths that are kept back, as by a blocker. */
  blocked: Set<string>;
  /** Answers left before every connection is cut. */
  left: number;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Serves folders by the path they stand under, such as `{ '/': dir }`. */
export async function startWeakServer(folders: Record<string, string>): Promise<WeakServer> {
  let server: Server | undefined;
  let port = 0;
  const weak: WeakServer = {
    url: '',
    log: [],
    delay: 0,
    left: Infinity,
    blocked: new Set(),
    async start() {
      server = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (weak.left-- <= 0 || weak.blocked.has(pathname)) {
          request.socket.destroy();
          return;
        }
        weak.log.push(pathname);
        setTimeout(() => {
          const file = findFile(folders, pathname);
          if (!file) {
            response.writeHead(404).end();
            return;
          }
          const type = types[extname(file)] ?? 'application/octet-stream';
          const bytes = readFileSync(file);
          const isPage = type.startsWith('text/html');
          const body = isPage && weak.alter ? weak.alter(bytes.toString()) : bytes;
          response.writeHead(200, { 'content-type': type }).end(body);
        }, weak.delay);
      });
      await new Promise<void>((done) => server?.listen(port, '127.0.0.1', done));
      ({ port } = server.address() as AddressInfo);
      weak.url = `http://127.0.0.1:${String(port)}/`;
    },
    stop() {
      server?.closeAllConnections();
      return new Promise((done) => {
        if (server?.listening)
          server.close(() => {
            done();
          });
        else done();
      });
    },
  };
  await weak.start();
  return weak;
}

function findFile(folders: Record<string, string>, pathname: string): string | undefined {
  const base = Object.keys(folders).find((path) => pathname.startsWith(path));
  if (base === undefined) return undefined;
  const file = join(folders[base] ?? '', pathname.slice(base.length));
  return [file, join(file, 'index.html')].find((path) =>
    statSync(path, { throwIfNoEntry: false })?.isFile(),
  );
}
