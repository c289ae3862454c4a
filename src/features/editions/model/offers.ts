import { formatDate, formatNumber } from '../../../lib/i18n/format.ts';
import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';

/**
 * Every form in which the whole guide can be taken along: its file in dist/editions/, its name, and who
 * it is for and how to open it. Only those that a build has made are offered.
 */
export const editions = [
  { file: `${site.id}.zip`, name: t('editions.folder'), use: t('editions.folderUse') },
  { file: `${site.id}.epub`, name: t('editions.epub'), use: t('editions.epubUse') },
  { file: `${site.id}.pdf`, name: t('editions.pdf'), use: t('editions.pdfUse') },
  { file: `${site.id}.zim`, name: t('editions.zim'), use: t('editions.zimUse') },
];

/** Matches an offer still in its template, and one that is already filled in. */
const offers =
  /<template data-offer="([^"]*)"[^>]*>([\s\S]*?)<\/template>|<li data-edition="([^"]*)"[\s\S]*?<\/li>/g;

/**
 * Fills the offers of a page: those of editions that were built, whose sizes in bytes are known by their
 * files, come out of their templates with size and day; the others stay inert. May be run again when
 * another edition has been built. `date` is YYYY-MM-DD.
 */
export function fillOffers(
  html: string,
  sizes: ReadonlyMap<string | undefined, number>,
  date: string,
): string {
  const day = `<time datetime="${date}">${formatDate(date)}`;
  const filled = html.replace(
    offers,
    (all: string, waiting?: string, body?: string, shown?: string) => {
      const bytes = sizes.get(waiting ?? shown);
      if (bytes === undefined) return all;
      return (body ?? all)
        .replace(/(<span data-size[^>]*>)[^<]*/, (_, tag: string) => tag + formatSize(bytes))
        .replace(/<time[^>]*>[^<]*/, day);
    },
  );
  return sizes.size === 0 ? filled : filled.replace(/<p data-no-edition[\s\S]*?<\/p>/, '');
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
