import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Bytes of a text or file as sent: brotli at its best, and gzip at its best. */
export interface Compressed {
  brotli: number;
  gzip: number;
}

const folder = 'dist/_astro';

/** Names of all scripts that an island on a built page loads, what they import at once included. */
export function islandScripts(html: string, component: string): string[] {
  const island = [...html.matchAll(/<astro-island\b[^>]*>/g)].find(([tag]) =>
    tag.includes(`component-export="${component}"`),
  );
  if (!island) throw new Error(`There is no island ${component} on this page.`);
  const urls = [...island[0].matchAll(/(?:component|renderer)-url="([^"]+)"/g)];
  return importedScripts(urls.map(([, url = '']) => basename(url)));
}

/** Names of scripts and of all that they import at once. */
export function importedScripts(names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    // Static imports only: what a dynamic import() names comes when it is asked for.
    for (const [, url = ''] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
      visit(basename(url));
  };
  for (const name of names) visit(name);
  return [...found].sort();
}

/** What a built script or style weighs. */
export function weighScript(name: string): Compressed {
  return compress(readFileSync(`${folder}/${name}`));
}

/** What a text weighs. */
export function compress(text: string | Buffer): Compressed {
  return { brotli: brotliCompressSync(text).length, gzip: gzipSync(text, { level: 9 }).length };
}
