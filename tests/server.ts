import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** How a test server responds; the options imitate real hosts. */
export interface ServerOptions {
  /** Path of the site, with a slash at both ends; "/" is a domain's root. */
  base?: string;
  /** Redirects "/faq" to "/faq/" (add) or the reverse (remove), or serves both (either). */
  slash?: 'add' | 'remove' | 'either';
  /** Whether faq.html is served at "/faq", and "/faq.html" is redirected there. */
  html?: boolean;
  /** Value of Cache-Control, or a function of the path. The default, "no-store", also disables the back/forward cache. */
  cache?: string | ((path: string) => string);
  /** Changes each page, as a host does that inserts a script. */
  alter?: (html: string) => string;
  /** Compression of text; none by default. */
  encoding?: 'br' | 'gzip';
  /** Port to listen on; a free one by default. */
  port?: number;
}

/** A running server that can simulate network failures. */
export interface TestServer {
  /** URL of the site's root, with a slash at its end; the same after a restart. */
  url: string;
  /** Requested paths. */
  log: string[];
  /** Requested paths that were not found. */
  missing: string[];
  /** Returns the files sent since the last call. */
  take: () => Sent[];
  /** Changes each page from now on. */
  alter?: (html: string) => string;
  /** Delay of each response in milliseconds. */
  delay: number;
  /** Paths whose connections are closed, as a content blocker does. */
  blocked: Set<string>;
  /** Number of responses left before all connections are closed. */
  left: number;
  /** Listens again after `close()`. */
  start: () => Promise<void>;
  close: () => Promise<void>;
}

/** A file that was sent. */
export interface Sent {
  path: string;
  /** Length of its body as sent. */
  bytes: number;
  /** Time in milliseconds since 1970. */
  at: number;
}

/**
 * Serves a folder, or folders by their base paths, on the loopback address; missing files get 404.html, as
 * on real hosts.
 */
export async function serveSite(
  site: string | Record<string, string>,
  options: ServerOptions = {},
): Promise<TestServer> {
  const { base = '/', cache = 'no-store' } = options;
  const folders = Object.entries(typeof site === 'string' ? { [base]: site } : site);
  const compress = createCompressor(options.encoding);
  let running: Server | undefined;
  let port = options.port ?? 0;
  const sent: Sent[] = [];

  const server: TestServer = {
    url: '',
    log: [],
    missing: [],
    delay: 0,
    blocked: new Set(),
    left: Infinity,
    ...(options.alter && { alter: options.alter }),
    take: () => sent.splice(0),
    async start() {
      const listening = createServer((request, response) => {
        // A malformed URL gets no response.
        respond(request, response).catch(() => response.destroy());
      });
      await new Promise<void>((done) => listening.listen(port, '127.0.0.1', done));
      running = listening;
      ({ port } = listening.address() as AddressInfo);
      server.url = `http://127.0.0.1:${String(port)}${base}`;
    },
    async close() {
      const stopping = running;
      running = undefined;
      stopping?.closeAllConnections();
      await new Promise((done) => (stopping ? stopping.close(done) : done(undefined)));
    },
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (server.left-- <= 0 || server.blocked.has(pathname)) {
      request.socket.destroy();
      return;
    }
    server.log.push(pathname);
    if (server.delay > 0) await setTimeout(server.delay);
    const found = findFile(folders, pathname, options);
    if (found.location !== undefined) {
      response.writeHead(301, { location: found.location + search }).end();
      return;
    }
    if (found.status === 404) server.missing.push(pathname);
    if (found.file === undefined) {
      response.writeHead(404).end('Not this site');
      return;
    }
    const type = types[extname(found.file)];
    const raw = readFileSync(found.file);
    const isPage = type?.startsWith('text/html') === true;
    const altered = isPage && server.alter ? Buffer.from(server.alter(raw.toString())) : raw;
    const { body, encoding } = type ? compress(found.file, altered) : { body: altered };
    sent.push({ path: pathname, bytes: body.length, at: Date.now() });
    response.writeHead(found.status, {
      'content-type': type ?? 'application/octet-stream',
      'cache-control': typeof cache === 'function' ? cache(pathname) : cache,
      ...(encoding && { 'content-encoding': encoding }),
    });
    response.end(body);
  }

  await server.start();
  return server;
}

/** Result for a path: a file, a redirect, or neither. */
interface Found {
  status: number;
  file?: string;
  location?: string;
}

function findFile(
  folders: readonly (readonly [base: string, folder: string])[],
  pathname: string,
  { slash = 'add', html = false }: ServerOptions,
): Found {
  const [base, folder] = folders.find(([start]) => pathname.startsWith(start)) ?? [];
  if (base === undefined || folder === undefined) return { status: 404 };
  const path = decodeURIComponent(pathname.slice(base.length));
  const file = join(folder, path);
  if (path.includes('..')) return { status: 404 };
  if (isFile(file)) {
    const isNamed = html && path.endsWith('.html') && !/(^|\/)index\.html$/.test(path);
    return isNamed
      ? { status: 301, location: pathname.replace(/\.html$/, '') }
      : { status: 200, file };
  }
  if (html && isFile(`${file}.html`)) return { status: 200, file: `${file}.html` };
  const index = join(file, 'index.html');
  if (!isFile(index)) {
    const notFoundPage = join(folder, '404.html');
    return isFile(notFoundPage) ? { status: 404, file: notFoundPage } : { status: 404 };
  }
  const has = pathname.endsWith('/');
  if (!has && slash === 'add') return { status: 301, location: `${pathname}/` };
  if (has && slash === 'remove' && path !== '')
    return { status: 301, location: pathname.replace(/\/$/, '') };
  return { status: 200, file: index };
}

/** Returns a function that compresses a file's content, once a file. */
function createCompressor(encoding: ServerOptions['encoding']) {
  const compressed = new Map<string, Buffer>();
  return (file: string, raw: Buffer): { body: Buffer; encoding?: string } => {
    if (!encoding) return { body: raw };
    const body = compressed.get(file) ?? (encoding === 'br' ? brotliCompressSync : gzipSync)(raw);
    compressed.set(file, body);
    return { body, encoding };
  };
}

/** Media types of text files; all others are sent as application/octet-stream. */
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
};

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
