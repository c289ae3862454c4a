import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** How a test server answers, after the habits of real ones. */
export interface Habits {
  /** Path the site stands under, with a slash at both ends; "/" is a domain's root. */
  base?: string;
  /** What becomes of "/faq" and "/faq/": the slash is added or taken away by a redirect, or either is served. */
  slash?: 'add' | 'remove' | 'either';
  /** Whether "/faq" is also looked for in faq.html, and "/faq.html" led to "/faq". */
  html?: boolean;
  /** Value of Cache-Control, of a path; "no-store", which also keeps pages out of the back/forward cache. */
  cache?: string | ((path: string) => string);
  /** What becomes of each page, such as a script put in by the host. */
  alter?: (html: string) => string;
  /** How text is compressed; not at all without it. */
  encoding?: 'br' | 'gzip';
  /** Port to listen on; a free one without it. */
  port?: number;
}

/** A running server, whose network can be made to fail. */
export interface TestServer {
  /** Address of the site's root, with a slash at its end; the same after `start()`. */
  url: string;
  /** Paths asked for. */
  log: string[];
  /** Paths asked for that lead nowhere. */
  missing: string[];
  /** What was sent since the last call. */
  take: () => Sent[];
  /** What becomes of each page from now on. */
  alter?: (html: string) => string;
  /** Milliseconds before each answer. */
  delay: number;
  /** Paths that are kept back, as by a blocker. */
  blocked: Set<string>;
  /** Answers left before every connection is cut. */
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
  /** When, in milliseconds since 1970. */
  at: number;
}

/**
 * Serves a folder, or folders by the paths they stand under, on the loopback address; what is missing
 * gets 404.html, as on real hosts.
 */
export async function serveSite(
  site: string | Record<string, string>,
  habits: Habits = {},
): Promise<TestServer> {
  const { base = '/', cache = 'no-store' } = habits;
  const folders = Object.entries(typeof site === 'string' ? { [base]: site } : site);
  const pack = createPacker(habits.encoding);
  let running: Server | undefined;
  let port = habits.port ?? 0;
  const sent: Sent[] = [];

  const server: TestServer = {
    url: '',
    log: [],
    missing: [],
    delay: 0,
    blocked: new Set(),
    left: Infinity,
    ...(habits.alter && { alter: habits.alter }),
    take: () => sent.splice(0),
    async start() {
      const listening = createServer((request, response) => {
        // An address that cannot be read gets no answer.
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
    const found = findFile(folders, pathname, habits);
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
    const { body, encoding } = type ? pack(found.file, altered) : { body: altered };
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

/** What a path leads to: a file, another address, or neither. */
interface Found {
  status: number;
  file?: string;
  location?: string;
}

function findFile(
  folders: readonly (readonly [base: string, folder: string])[],
  pathname: string,
  { slash = 'add', html = false }: Habits,
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
    const own = join(folder, '404.html');
    return isFile(own) ? { status: 404, file: own } : { status: 404 };
  }
  const has = pathname.endsWith('/');
  if (!has && slash === 'add') return { status: 301, location: `${pathname}/` };
  if (has && slash === 'remove' && path !== '')
    return { status: 301, location: pathname.replace(/\/$/, '') };
  return { status: 200, file: index };
}

/** Compresses what it is given; a file as it stands on the disk once. */
function createPacker(encoding: Habits['encoding']) {
  const packed = new Map<string, Buffer>();
  return (file: string, raw: Buffer): { body: Buffer; encoding?: string } => {
    if (!encoding) return { body: raw };
    const body = packed.get(file) ?? (encoding === 'br' ? brotliCompressSync : gzipSync)(raw);
    packed.set(file, body);
    return { body, encoding };
  };
}

/** Types of text; what else there is comes as bytes. */
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
