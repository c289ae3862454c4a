import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { listFiles } from '../build/shared/list-files.ts';

/**
 * `npm run compress [-- folder]`: writes a .br and a .gz file next to each text file of dist/, or of a
 * folder, for servers that send precompressed files. Files below 1 KB are skipped.
 */
const root = `${(process.argv[2] ?? 'dist').replace(/\/$/, '')}/`;
const texts = /\.(html|css|js|json|svg|xml|txt|md|webmanifest|csv|bib|ris)$/;
const smallest = 1024;

const total = { files: 0, before: 0, br: 0, gz: 0 };
for (const path of listFiles(root)) {
  if (!texts.test(path) || statSync(root + path).size < smallest) continue;
  const bytes = readFileSync(root + path);
  const gz = gzipSync(bytes, { level: 9 });
  const br = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  writeFileSync(`${root + path}.gz`, gz);
  writeFileSync(`${root + path}.br`, br);
  total.files++;
  total.before += bytes.length;
  total.br += br.length;
  total.gz += gz.length;
}

const kilobytes = (bytes: number) => `${String(Math.round(bytes / 1000))} KB`;
console.log(
  `${String(total.files)} files: ${kilobytes(total.before)} uncompressed, ` +
    `${kilobytes(total.gz)} by gzip, ${kilobytes(total.br)} by brotli.`,
);
