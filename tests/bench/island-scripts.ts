import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Compressed bytes of a text or file at the highest level of brotli and gzip. */
export interface Compressed {
  brotli: number;
  gzip: number;
}

const folder = 'dist/_astro';

/** Names of all scripts that an island on a built page loads, static imports included. */
export function islandScripts(html: string, component: string): string[] {
  const island = [...html.matchAll(/<astro-island\b[^>]*>/g)].find(([tag]) =>
    tag.includes(`component-export="${component}"`),
  );
  if (!island) throw new Error(`There is no island ${component} on this page.`);
  const urls = [...island[0].matchAll(/(?:component|renderer)-url="([^"]+)"/g)];
  return importedScripts(urls.map(([, url = '']) => basename(url)));
}

/** Names of scripts and of all their static imports. */
export function importedScripts(names: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    // Static imports only; dynamic ones load on demand.
    for (const [, url = ''] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
      visit(basename(url));
  };
  for (const name of names) visit(name);
  return [...found].sort();
}

/** Compressed size of a built script or style. */
export function weighScript(name: string): Compressed {
  return compress(readFileSync(`${folder}/${name}`));
}

/** Compressed size of a text. */
export function compress(text: string | Buffer): Compressed {
  return { brotli: brotliCompressSync(text).length, gzip: gzipSync(text, { level: 9 }).length };
}
