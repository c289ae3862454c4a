import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bibliographer } from './model/print/bibliographer.ts';

/** What a bibliographer has written so far. */
interface Written {
  order: string[];
  entries: Record<string, string>;
  cites: Record<string, string>;
}

const folder = '.cache/citations';
const code = ['src/features/citations/model', 'src/features/citations/model/print'];

/**
 * A bibliographer that keeps what it wrote on disk, since citeproc takes a fifth of a build. `input`
 * is all that its output depends on beside its code; another input, or other code, is another file.
 * The engine is made when something is asked for that is not there yet.
 */
export function cacheBibliographer(input: unknown, create: () => Bibliographer): Bibliographer {
  const file = join(folder, `${digest(input)}.json`);
  const written: Partial<Written> = readWritten(file) ?? {};
  let engine: Bibliographer | undefined;
  let isNew = false;
  const ask = <T>(question: (bibliographer: Bibliographer) => T): T => {
    engine ??= create();
    if (!isNew)
      process.once('exit', () => {
        save(file, written);
      });
    isNew = true;
    return question(engine);
  };
  return {
    cite(citation) {
      const key = JSON.stringify(citation);
      return ((written.cites ??= {})[key] ??= ask((one) => one.cite(citation)));
    },
    entry: (id) => ((written.entries ??= {})[id] ??= ask((one) => one.entry(id))),
    sort(ids) {
      const wanted = [...ids];
      const known = new Set(written.order);
      if (!wanted.every((id) => known.has(id)))
        written.order = ask((one) => one.sort([...known, ...wanted]));
      const set = new Set(wanted);
      return (written.order ?? []).filter((id) => set.has(id));
    },
  };
}

function digest(input: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(input));
  for (const name of code.flatMap((path) =>
    readdirSync(path)
      .sort()
      .map((file) => join(path, file)),
  ))
    if (name.endsWith('.ts')) hash.update(readFileSync(name));
  hash.update(readFileSync('node_modules/citeproc/package.json'));
  return hash.digest('hex').slice(0, 16);
}

function readWritten(file: string): Written | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Written;
  } catch {
    return undefined;
  }
}

/** Keeps the newest file alone. A cache that cannot be written costs time and nothing else. */
function save(file: string, written: Partial<Written>): void {
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(written));
  } catch {
    // Built without a cache next time.
  }
}
