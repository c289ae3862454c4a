import { expect } from '../../journey.ts';
import { test } from '../portable/served.ts';
import { findDamage, hostileInputs, noteDialogs } from './inputs.ts';

/** Encodes a text for a URL, shortened to what servers accept; the fragment has all of it. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD').slice(0, 500));
}

/** Pages that read their URL, and URLs with a text. */
const addresses: Record<string, (text: string) => string> = {
  'the ledger': (text) => `/evidence/?certainty=${text}&page=${text}&kind=${text}`,
  'the references': (text) => `/references/?topic=${text}&kind=${text}&sort=${text}`,
  'the practice page': (text) => `/quiz/?topic=${text}&q=${text}`,
  'a topic page': (text) => `/everyday-worries/?found=${text}&q=${text}`,
};

/** An entry of the references or of the ledger. */
const entry = '<li (?:id="ref-|class="sb-ledger-entry)';
const entries = new RegExp(`${entry}[^]*?(?=${entry}|</ol>)`, 'g');

/** Removes a page's style, and all but each tenth entry of its list. */
function shorten(html: string): string {
  let count = 0;
  return html
    .replace(/<style[^]*?<\/style>/g, '')
    .replace(entries, (all) => (count++ % 10 === 0 ? all : ''));
}

const shortened = new Map<string, string>();

test.describe('hostile text in the address', () => {
  // For speed: there are many visits, and only the page and its scripts matter.
  const alter = (html: string) => {
    const short = shortened.get(html) ?? shorten(html);
    shortened.set(html, short);
    return short;
  };
  test.use({ habits: { cache: 'max-age=3600', alter } });

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
