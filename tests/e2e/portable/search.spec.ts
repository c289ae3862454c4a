import { expect } from '../../journey.ts';
import { resultsOf } from '../search/search.ts';
import { findAll } from './find-all.ts';
import { servers, test } from './served.ts';

for (const [name, habits] of Object.entries(servers)) {
  test.describe(name, () => {
    test.use({ habits });

    test('every search result links to its page', async ({ page, server }) => {
      await page.goto(`${server.url}growing-security`);
      for (const link of await findAll(page)) {
        expect(link.startsWith(server.url), link).toBe(true);
        expect((await page.request.get(link)).ok(), link).toBe(true);
      }
      await resultsOf(page).first().click();
      await expect(page.locator('mark.sb-found').first()).toBeVisible();
      expect(server.missing).toEqual([]);
    });
  });
}
