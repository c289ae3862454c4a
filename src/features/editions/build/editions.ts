import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatSize } from '../model/offers.ts';
import { makePngDrawer } from '../../../build/draw-png.ts';
import { editionDate, offerEditions } from './offer.ts';
import { makeEpub } from './epub.ts';
import { makeFolder, zip } from './folder.ts';
import { listFiles } from '../../../build/list-files.ts';

/**
 * Makes the editions that come with every build and offers them on the download page. It runs after
 * links are relative and before pages get their policy, which the double-click edition cannot keep.
 */
export function editions(): AstroIntegration {
  let src = '';
  let cacheDir: URL;
  return {
    name: 'editions',
    hooks: {
      'astro:config:done': ({ config }) => {
        src = fileURLToPath(config.srcDir);
        cacheDir = config.cacheDir;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const root = fileURLToPath(dir);
        const date = editionDate(`${src}content/docs/`);
        const folder = zip('secure-base', await makeFolder(root, listFiles(root)), date);
        const book = await makeEpub(root, src, date, await makePngDrawer(cacheDir));
        mkdirSync(`${root}editions`, { recursive: true });
        writeFileSync(`${root}editions/secure-base.zip`, folder);
        writeFileSync(`${root}editions/secure-base.epub`, book);
        offerEditions(root, date);
        const sizes = [folder, book].map(({ length }) => formatSize(length)).join(' and ');
        const time = String(Math.round(performance.now() - start));
        logger.info(`Made the double-click edition and the book in ${time} ms: ${sizes}.`);
      },
    },
  };
}
