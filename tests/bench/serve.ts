import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** A server of folders that counts what it sends. */
export interface CountingServer {
  origin: string;
  /** What was sent since the last call. */
  take: () => Sent[];
  close: () => void;
}

/** A file that was sent. */
export interface Sent {
  path: string;
  /** Length of its body as sent. */
  bytes: number;
  /** When, in milliseconds since 1970. */
  at: number;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves folders by path, text compressed as hosts do ("br" or "gzip"), the rest as it is. Addresses
 * that no folder has are looked up in the last one. A file is compressed when it is first asked for.
 */
export async function serve(
  folders: Record<string, string>,
  encoding: 'br' | 'gzip',
): Promise<CountingServer> {
  let sent: Sent[] = [];
  const compressed = new Map<string, Buffer>();
  const compress = (file: string, raw: Buffer): Buffer => {
    const known = compressed.get(file);
    if (known) return known;
    const body = encoding === 'br' ? brotliCompressSync(raw) : gzipSync(raw);
    compressed.set(file, body);
    return body;
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*/, ''));
    const [start, folder] = Object.entries(folders).find(([one]) => path.startsWith(one)) ?? [
      '/',
      '',
    ];
    let file = join(folder, path.slice(start.length));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    const raw = readFileSync(file);
    const body = type ? compress(file, raw) : raw;
    sent.push({ path, bytes: body.length, at: Date.now() });
    const headers = {
      'content-type': type ?? 'application/octet-stream',
      'cache-control': 'no-store',
    };
    response
      .writeHead(200, type ? { ...headers, 'content-encoding': encoding } : headers)
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    take: () => {
      const before = sent;
      sent = [];
      return before;
    },
    close: () => server.close(),
  };
}
