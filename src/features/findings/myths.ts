import { getCorrections } from './findings.ts';
import { once } from '../../queries/once.ts';
import { type Page, getPage } from '../../queries/pages.ts';

/** A common error with what was found, how sure it is, and the page that teaches it. */
export type MythOnPage = Awaited<ReturnType<typeof getCorrections>>[number] & { page: Page };

/** Every common error, in the order of the file. */
export const getMyths = once(async (): Promise<MythOnPage[]> =>
  Promise.all(
    (await getCorrections()).map(async (myth) => ({
      ...myth,
      page: await getPage(myth.data.page),
    })),
  ),
);
