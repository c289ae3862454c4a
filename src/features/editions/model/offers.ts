import { formatDate, formatNumber } from '../../../lib/i18n/format.ts';

/** Matches the list item of an edition, with or without its template. */
const offers =
  /(?:<template data-offer[^>]*>)?(<li data-edition="([^"]*)"[^]*?<\/li>)(?:<\/template>)?/g;

/**
 * Unwraps the list items of the editions in `sizes` (bytes by file name) and fills in size and date; the
 * others stay inert. Can be run again when another edition has been built. `date` is YYYY-MM-DD.
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

/** Removes the list items of all editions, for a page inside an edition. */
export function removeOffers(html: string): string {
  return html.replace(offers, '');
}

/** Formats a size in decimal megabytes, as file managers do: "0.4 MB", "12 MB". */
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
