import { makePngDrawer } from '../../../build/draw-png.ts';
import type { BuildStep } from '../../../build/run-steps.ts';
import { site as facts } from '../../../site/site.ts';
import { formatSize } from '../model/offers.ts';
import { makeEpub } from './epub.ts';
import { makeFolder, zip } from './folder.ts';
import { editionDate } from './offer.ts';

/**
 * Makes the editions that come with every build. It runs after links are relative and before pages get
 * their policy, which the double-click edition cannot keep.
 */
export const editions: BuildStep = {
  name: 'editions',
  run: async ({ site, src, cacheDir }) => {
    const date = editionDate(`${src}content/docs/`);
    const book = await makeEpub(site, src, date, await makePngDrawer(cacheDir));
    const folder = zip(facts.id, await makeFolder(site), date);
    site.write(`editions/${facts.id}.zip`, folder);
    site.write(`editions/${facts.id}.epub`, book);
    const sizes = [folder, book].map(({ length }) => formatSize(length)).join(' and ');
    return `Made the double-click edition and the book: ${sizes}`;
  },
};
