/** A form in which the whole guide can be taken along. */
export interface Edition {
  /** File in dist/editions/. */
  file: string;
  name: string;
  /** Who it is for and how to open it, as sentences. */
  use: string;
}

/** Every edition there may be; only those that a build has made are offered. */
export const editions: readonly Edition[] = [
  {
    file: 'secure-base.zip',
    name: 'The site in a folder',
    use: 'The whole site, with its search and quizzes, for a computer without a connection or a memory stick. Unpack it and open index.html in a browser.',
  },
  {
    file: 'secure-base.epub',
    name: 'Book for e-readers (EPUB)',
    use: 'Every page in reading order, with notes and references. Open it with a reading app or an e-reader.',
  },
  {
    file: 'secure-base.pdf',
    name: 'Book for paper (PDF)',
    use: 'Every page, set for printing, with an outline and page numbers.',
  },
  {
    file: 'secure-base.zim',
    name: 'Archive for Kiwix (ZIM)',
    use: 'For schools and libraries that serve sites offline. Open it with Kiwix.',
  },
];

/** An edition that stands in dist/editions/. */
export interface BuiltEdition {
  file: string;
  /** Size in bytes. */
  bytes: number;
  /** Day of the edition, as YYYY-MM-DD. */
  date: string;
}

/** An offer that waits for its edition, and one that was filled before. */
const offers =
  /<template data-offer="([^"]*)"[^>]*>([\s\S]*?)<\/template>|<li data-edition="([^"]*)"[\s\S]*?<\/li>/g;

/**
 * Fills the offers of a page: those of editions that were built come out of their templates, with
 * size and date; the others stay inert. May be run again when another edition has been built.
 */
export function fillOffers(html: string, built: readonly BuiltEdition[]): string {
  const filled = html.replace(
    offers,
    (all: string, waiting?: string, body?: string, shown?: string) => {
      const edition = built.find(({ file }) => file === (waiting ?? shown));
      return edition ? fill(body ?? all, edition) : all;
    },
  );
  if (built.length === 0) return filled;
  return filled.replace(/<p data-no-edition[\s\S]*?<\/p>/, '');
}

/** Takes every offer off a page: for a page within an edition. */
export function removeOffers(html: string): string {
  return html.replace(offers, '');
}

function fill(offer: string, { bytes, date }: BuiltEdition): string {
  const day = new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return offer
    .replace(/(<span data-size[^>]*>)[^<]*/, (_, tag: string) => tag + formatSize(bytes))
    .replace(/(<time)[^>]*>[^<]*/, (_, tag: string) => `${tag} datetime="${date}">${day}`);
}

/** A size for people, in decimal units as file managers show it: "0.4 MB", "12 MB". */
export function formatSize(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return `${megabytes < 10 ? Math.max(megabytes, 0.1).toFixed(1) : String(Math.round(megabytes))} MB`;
}
