import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { createBibliographer } from '../../src/lib/citation/bibliographer.ts';
import type { Authors } from '../../src/schemas/author.ts';
import type { Reference } from '../../src/schemas/reference.ts';

// `npm run bench:citations`: what citations cost a reader in script and a build in time.
const scripts = {
  'a page with citations': ['open-card.ts', 'copy-button.ts'],
  'the list of all references': ['filter-bibliography.ts'],
};
for (const [page, files] of Object.entries(scripts)) {
  const bytes = await Promise.all(files.map(compress));
  const sum = bytes.reduce((a, b) => a + b, 0);
  console.log(`Script on ${page}: ${String(sum)} bytes compressed (at most 1500)`);
}

const works = fiveHundred();
const styles = 'src/lib/citation/styles';
const read = (file: string) => readFileSync(`${styles}/${file}`, 'utf8');
const people = parse(readFileSync('src/content/authors.yaml', 'utf8')) as Authors;
const begun = process.cpuUsage();
const start = performance.now();
const style = { style: read('apa.csl'), locale: read('locales-en-US.xml') };
const bibliographer = createBibliographer(style, works, people);
const listed = performance.now();
for (const [at, { id }] of works.entries()) {
  bibliographer.entry(id);
  bibliographer.cite({ id, narrative: at % 10 === 0 });
}
const done = performance.now();
const { user, system } = process.cpuUsage(begun);
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
console.log(`${String(works.length)} references formatted in ${seconds(listed - start)},`);
console.log(`as many citations, a tenth of them narrative, in ${seconds(done - listed)};`);
console.log(`together ${seconds(done - start)} (at most 3 s),`);
// On a busy machine the clock tells of other programs; the processor's time does not.
console.log(`of which the processor worked ${seconds((user + system) / 1000)}`);

/** A script as the site ships it: bundled, minified, brotli at its best. */
async function compress(file: string): Promise<number> {
  const entry = `src/components/citation/${file}`;
  const options = { bundle: true, minify: true, write: false, format: 'esm' } as const;
  const { outputFiles } = await build({ ...options, entryPoints: [entry], target: 'es2022' });
  return brotliCompressSync(outputFiles[0]?.contents ?? '').length;
}

/** The site's works, repeated under other names until there are 500. */
function fiveHundred(): Reference[] {
  const real = JSON.parse(readFileSync('src/content/references.json', 'utf8')) as Reference[];
  return Array.from({ length: 500 }, (_, at) => {
    const work = real[at % real.length] as Reference;
    const round = Math.floor(at / real.length);
    if (round === 0) return work;
    const author = work.author?.map((name) =>
      'family' in name
        ? { ...name, family: `${String(name.family)}${'ab'[round - 1] ?? ''}` }
        : name,
    );
    return { ...work, id: `${work.id}${String(round)}`, ...(author && { author }) };
  });
}
