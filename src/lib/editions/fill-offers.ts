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
