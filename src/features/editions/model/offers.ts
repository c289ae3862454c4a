import { formatDate, formatNumber } from '../../../lib/i18n/format.ts';

/** Matches an offer, still in its template or already out of it. */
const offers =
  /(?:<template data-offer[^>]*>)?(<li data-edition="([^"]*)"[^]*?<\/li>)(?:<\/template>)?/g;

/**
 * Fills the offers of a page: those of editions that were built, whose sizes in bytes are known by their
 * files, come out of their templates with size and day; the others stay inert. May be run again when
 * another edition has been built. `date` is YYYY-MM-DD.
 */
export function fillOffers(html: string, sizes: ReadonlyMap<string, number>, date: string): string {
  const day = `<time datetime="${date}">${formatDate(date)}`;
  const filled = html.replace(offers, (all: string, offer: string, file: string) => {
    const bytes = sizes.get(file);
    if (bytes === undefined) return all;
    return offer
      .replace(/(?<=<span data-size[^>]*>)[^<]*/, formatSize(bytes))
      .replace(/<time[^>]*>[^<]*/, day);
  });
  return sizes.size === 0 ? filled : filled.replace(/<p data-no-edition[^]*?<\/p>/, '');
}

/** Takes every offer off a page: for a page within an edition. */
export function removeOffers(html: string): string {
  return html.replace(offers, '');
}

/** A size for people, in decimal units as file managers show it: "0.4 MB", "12 MB". */
export function formatSize(bytes: number): string {
  const megabytes = Math.max(bytes / 1_000_000, 0.1);
  const digits = megabytes < 10 ? 1 : 0;
  return formatNumber(megabytes, {
    style: 'unit',
    unit: 'megabyte',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
