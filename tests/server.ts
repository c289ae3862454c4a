import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';

/** How a test server answers, after the habits of real ones. */
export interface Habits {
  /** Path the site stands under, with a slash at both ends; "/" is a domain's root. */
  base?: string;
  /** What becomes of "/faq" and "/faq/": the slash is added or taken away by a redirect, or either is served. */
  slash?: 'add' | 'remove' | 'either';
  /** Whether "/faq" is also looked for in faq.html, and "/faq.html" led to "/faq". */
  html?: boolean;
  /** Value of Cache-Control; "no-store", which also keeps pages out of the back/forward cache. */
  cache?: string;
  /** What becomes of each page, such as a script put in by the host. */
  alter?: (html: string) => string;
  /** Port to listen on; a free one without it. */
  port?: number;
}

/** A running server. */
export interface TestServer {
  /** Address of the site's root, with a slash at its end. */
  url: string;
  /** Paths asked for that lead nowhere. */
  missing: string[];
  close(): Promise<void>;
}

/** Serves a folder on the loopback address; what is missing gets 404.html, as on real hosts. */
export async function serveSite(dir: string, habits: Habits = {}): Promise<TestServer> {
  const missing: string[] = [];
  const server = createServer((request, response) => {
    answer(resolve(dir), habits, missing, request, response);
  });
  await new Promise<void>((done) => server.listen(habits.port ?? 0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}${habits.base ?? '/'}`,
    missing,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => {
          done();
        });
      }),
  };
}

function answer(
  dir: string,
  { base = '/', slash = 'add', html = false, cache = 'no-store', alter }: Habits,
  missing: string[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const redirect = (to: string) => response.writeHead(301, { location: to + search }).end();
  const path = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : '..';
  const file = join(dir, path);
  if (path.includes('..')) {
    missing.push(pathname);
    response.writeHead(404).end('Not this site');
  } else if (isFile(file)) {
    if (html && path.endsWith('.html') && path !== 'index.html' && !path.endsWith('/index.html')) {
      redirect(pathname.replace(/\.html$/, ''));
    } else send(response, 200, file, cache, alter);
  } else if (html && isFile(`${file}.html`)) {
    send(response, 200, `${file}.html`, cache, alter);
  } else if (isFile(join(file, 'index.html'))) {
    const has = pathname.endsWith('/');
    if (!has && slash === 'add') redirect(`${pathname}/`);
    else if (has && slash === 'remove' && path !== '') redirect(pathname.replace(/\/$/, ''));
    else send(response, 200, join(file, 'index.html'), cache, alter);
  } else {
    missing.push(pathname);
    send(response, 404, join(dir, '404.html'), cache, alter);
  }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

function send(
  response: ServerResponse,
  status: number,
  file: string,
  cache: string,
  alter?: (html: string) => string,
): void {
  response.writeHead(status, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': cache,
  });
  if (alter && file.endsWith('.html')) response.end(alter(readFileSync(file, 'utf8')));
  else createReadStream(file).pipe(response);
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
