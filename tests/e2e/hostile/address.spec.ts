import { expect, test } from '../../journey.ts';
import { findDamage, hostileInputs, noteDialogs } from './inputs.ts';

/** A text as a part of an address, cut to what servers take; the part after "#" has it whole. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD').slice(0, 500));
}

/** Pages that read their address, and how it carries a text. */
const addresses: Record<string, (text: string) => string> = {
  'the ledger': (text) => `/evidence/?certainty=${text}&page=${text}&kind=${text}`,
  'the references': (text) => `/references/?topic=${text}&kind=${text}&sort=${text}`,
  'the practice page': (text) => `/quiz/?topic=${text}&q=${text}`,
  'a topic page': (text) => `/attunement/?found=${text}&q=${text}`,
};

/** The page of references with the first ten works alone. */
function shorten(html: string): string {
  const entries = [...html.matchAll(/<li id="ref-/g)].map(({ index }) => index);
  const list = html.slice(entries[10], html.indexOf('</ol>', entries.at(-1)));
  return html.replace(list, () => '');
}

test.describe('hostile text in the address', () => {
  // Only the page and its scripts matter here, and there are many visits.
  test.use({ serviceWorkers: 'block' });
  test.beforeEach(async ({ context }) => {
    await context.route(/\.(css|woff2|png|svg|jpg|webp)$/, (route) => route.fulfill({ body: '' }));
    // A few works of the long list do as well as all.
    await context.route('**/references/*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: shorten(await response.text()) });
    });
  });

  for (const [name, address] of Object.entries(addresses)) {
    test(`does nothing on ${name}`, async ({ page }) => {
      const dialogs = noteDialogs(page);
      for (const text of hostileInputs) {
        await page.goto(address(encode(text)));
        await page.evaluate((hash) => (location.hash = hash), text);
        expect([...(await findDamage(page)), ...dialogs], `after ${JSON.stringify(text)}`).toEqual(
          [],
        );
      }
    });
  }

  test('does nothing when it is not even an address', async ({ page }) => {
    for (const text of ['%', '%E0%A4%A', '%00', '%u0041', '%ff%fe', '%C0%AE%C0%AE']) {
      for (const path of ['/evidence/?certainty=', '/references/?topic=', '/attunement/?q=']) {
        await page.goto(`${path}${text}#${text}`);
        expect(await findDamage(page), `after ${text}`).toEqual([]);
      }
    }
  });
});
