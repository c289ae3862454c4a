import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { listFiles } from '../src/build/shared/list-files.ts';

/**
 * `npm run compare:dist -- A B`: compares two builds file by file and prints the first difference of each.
 * Hashes in the names and text of files are ignored, since they derive from other content. Archives (ZIP,
 * EPUB) are compared by the files in them.
 */

/** A file that differs between two builds. */
export interface Difference {
  /** Path in the build; "!/" separates an archive from the file in it. */
  path: string;
  /** Whether one build lacks it, or its content differs. */
  kind: 'only in A' | 'only in B' | 'differs';
  /** The first difference, in both builds. */
  first?: { line: number; a: string; b: string };
}

/** Files of a build by path. */
export type Build = ReadonlyMap<string, Uint8Array>;

/** The files that differ between `a` and `b`, except in hashes that derive from content. */
export function compareBuilds(a: Build, b: Build): Difference[] {
  const [one, other] = [a, b].map(byStableName) as [Build, Build];
  const paths = [...new Set([...one.keys(), ...other.keys()])].sort();
  return paths.flatMap((path): Difference[] => {
    const [before, after] = [one.get(path), other.get(path)];
    if (!before) return [{ path, kind: 'only in B' }];
    if (!after) return [{ path, kind: 'only in A' }];
    if (Buffer.compare(before, after) === 0) return [];
    if (/\.(zip|epub)$/.test(path)) {
      const inner = compareBuilds(unpack(before), unpack(after));
      return inner.map((one) => ({ ...one, path: `${path}!/${one.path}` }));
    }
    if (!isText.test(path)) return isDerived.test(path) ? [] : [{ path, kind: 'differs' }];
    const first = findFirst(toLines(path, before), toLines(path, after));
    return first ? [{ path, kind: 'differs', first }] : [];
  });
}

const isText =
  /\.(html|xhtml|xml|svg|css|m?js|json|webmanifest|md|txt|csv|bib|ris|gift|opf)$|(^|\/)[^.]*$/;

/** A binary file that only repeats others: the pack of the offline copy. */
const isDerived = /^offline\/pack\.bin$/;

/** The hash in the name of a bundle, a font or a fragment of the search index. */
const hashInName =
  /(?<=[./_-])[\w-]{8}(?=\.(js|css|woff2|svg|png)\b)|(?<=\/en(?:-\w+)?_)[\da-f]{7,}/g;

/** Hashes and digests in text. */
const hashInText = /sha(256|384|512)-[\w+/=-]+|\b[\da-f]{16,64}\b/g;

function byStableName(files: Build): Build {
  const named = new Map<string, Uint8Array>();
  for (const [path, bytes] of [...files].sort(([p], [q]) => (p < q ? -1 : 1))) {
    const stable = path.startsWith('_astro/') ? path.replace(hashInName, '#') : path;
    let name = stable;
    for (let n = 2; named.has(name); n += 1) name = `${stable} (${String(n)})`;
    named.set(name, bytes);
  }
  return named;
}

function unpack(archive: Uint8Array): Build {
  return new Map(Object.entries(unzipSync(archive)));
}

/** A file's text with one tag, statement or value a line, and without hashes. */
function toLines(path: string, bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString().replace(hashInName, '#').replace(hashInText, '#');
  if (/\.(x?html|xml|svg|opf)$/.test(path))
    return text
      .replace(/\s+/g, ' ')
      .replace(/ ?(<[^/])/g, '\n$1')
      .split('\n');
  if (/\.(m?js|css)$/.test(path)) return text.replace(/([;{}])/g, '$1\n').split('\n');
  return /json|manifest/.test(path)
    ? text.replace(/([,{}[\]])/g, '$1\n').split('\n')
    : text.split('\n');
}

function findFirst(a: string[], b: string[]): Difference['first'] {
  const most = Math.max(a.length, b.length);
  for (let at = 0; at < most; at += 1) {
    if (a[at] !== b[at]) return { line: at + 1, ...around(a[at] ?? '', b[at] ?? '') };
  }
  return undefined;
}

/** The part of two lines that differs, with up to 40 characters before it. */
function around(a: string, b: string): { a: string; b: string } {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const from = Math.max(0, at - 40);
  const cut = (line: string) => (from > 0 ? '…' : '') + line.slice(from, from + 160);
  return { a: cut(a), b: cut(b) };
}

function readBuild(folder: string): Build {
  return new Map(listFiles(folder).map((path) => [path, readFileSync(join(folder, path))]));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [a, b] = process.argv.slice(2);
  if (!a || !b) {
    console.error('Name two builds. Fix: npm run compare:dist -- FOLDER FOLDER');
    process.exit(2);
  }
  const differences = compareBuilds(readBuild(a), readBuild(b));
  for (const { path, kind, first } of differences) {
    console.log(`${path}: ${kind}${first ? ` from line ${String(first.line)}` : ''}`);
    if (first) console.log(`  A: ${first.a}\n  B: ${first.b}`);
  }
  const pages = new Set(differences.flatMap(({ path }) => (/\.html$/.test(path) ? path : [])));
  console.log(
    differences.length === 0
      ? 'The builds do not differ.'
      : `${String(differences.length)} files differ, ${String(pages.size)} of them pages.`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
}
