import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { parse } from 'yaml';
import { bundledMessages } from '../../src/build/inline-messages.ts';
import { createBibliographer } from '../../src/features/citations/model/print/bibliographer.ts';
import { formatBibtex, formatRis } from '../../src/features/citations/export/records.ts';
import { mergeReferences } from '../../src/features/citations/model/import/merge.ts';
import {
  readFile,
  type RecordFormat,
} from '../../src/features/citations/model/import/read-file.ts';
import type { Authors, Reference } from '../../src/content-model/schemas/reference.ts';

// `npm run bench:citations`: size of the scripts for citations, and the time to format references and to
// import a large library.

/** Style sheets that Vite would inline in scripts; they are not counted. */
const inlineStyles: Plugin = {
  name: 'inline-styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, () => ({ contents: '', loader: 'text' }));
  },
};

const scripts = {
  'a page with citations': ['features/reading/client/popover.ts'],
  'the list of all references': ['features/citations/client/filter-list.ts'],
};
for (const [page, files] of Object.entries(scripts)) {
  const bytes = await Promise.all(files.map(compress));
  const sum = bytes.reduce((a, b) => a + b, 0);
  console.log(`Script on ${page}: ${String(sum)} bytes compressed (at most 1500)`);
}

const works = manyWorks(500);
const styles = 'src/features/citations/styles';
const read = (file: string) => readFileSync(`${styles}/${file}`, 'utf8');
const people = parse(readFileSync('src/content/authors.yaml', 'utf8')) as Authors;
const cpuStart = process.cpuUsage();
const start = performance.now();
const language = 'en-US';
const style = { style: read('apa.csl'), locale: read(`locales-${language}.xml`), language };
const bibliographer = createBibliographer(style, works, people);
const listed = performance.now();
for (const [at, { id }] of works.entries()) {
  bibliographer.entry(id);
  bibliographer.cite({ id, narrative: at % 10 === 0 });
}
const done = performance.now();
const { user, system } = process.cpuUsage(cpuStart);
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
console.log(`${String(works.length)} references formatted in ${seconds(listed - start)},`);
console.log(`as many citations, a tenth of them narrative, in ${seconds(done - listed)};`);
console.log(`together ${seconds(done - start)} (at most 3 s),`);
// CPU time, since on a busy machine elapsed time includes other programs.
console.log(`of which the processor worked ${seconds((user + system) / 1000)}`);

// Limits: 20 s for 5,000 records, and about twice the time for twice as many.
for (const count of [2500, 5000]) {
  const records = manyWorks(count);
  const files: [RecordFormat, string][] = [
    ['bibtex', records.map(formatBibtex).join('\n')],
    ['ris', records.map(formatRis).join('').replaceAll('\r', '')],
    ['csl-json', JSON.stringify(records)],
  ];
  for (const [format, text] of files) {
    const from = performance.now();
    const work = process.cpuUsage();
    const { added, duplicates, leftOut } = mergeReferences(
      [],
      readFile(text, format),
      () => undefined,
    );
    const sum = added.length + duplicates.length + leftOut.length;
    const took = seconds(performance.now() - from);
    const used = process.cpuUsage(work);
    const busy = seconds((used.user + used.system) / 1000);
    console.log(`${String(sum)} records of ${format} imported in ${took}, the processor ${busy}`);
  }
}

/** Bytes of a script as shipped: bundled, minified, compressed with brotli. */
async function compress(file: string): Promise<number> {
  const entry = `src/${file}`;
  const { outputFiles } = await build({
    ...({ bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' } as const),
    entryPoints: [entry],
    plugins: [bundledMessages(), inlineStyles],
  });
  return brotliCompressSync(outputFiles[0]?.contents ?? '').length;
}

/** The site's works, repeated with other names and DOIs up to a count. */
function manyWorks(count: number): Reference[] {
  const real = JSON.parse(readFileSync('src/content/references.json', 'utf8')) as Reference[];
  return Array.from({ length: count }, (_, at) => {
    const work = real[at % real.length] as Reference;
    const round = Math.floor(at / real.length);
    if (round === 0) return work;
    const letters = [...String(round)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    const author = work.author?.map((name) =>
      'family' in name ? { ...name, family: `${String(name.family)}${letters}` } : name,
    );
    return {
      ...work,
      id: `${work.id}${letters}`,
      ...(author && { author }),
      ...(work.DOI && { DOI: `${work.DOI}.${String(round)}` }),
    };
  });
}
