/** A citation as an author writes it on a page. */
export interface CitationInput {
  /** One id, or several parted by spaces. */
  id: string;
  /** "Tronick et al. (1978)" instead of "(Tronick et al., 1978)". */
  narrative?: boolean | undefined;
  /** Place in the work, such as "p. 452", "pp. 3–5", "chapter 4", "section 2"; one work only. */
  locator?: string | undefined;
  /** Words before the first work, such as "see". */
  prefix?: string | undefined;
  /** Words after the last work, such as "for a review". */
  suffix?: string | undefined;
}

/** One work of a citation in citeproc's terms. */
export interface CiteItem {
  id: string;
  locator?: string;
  label?: string;
  prefix?: string;
  suffix?: string;
  /** Only the author, as in a narrative citation. */
  'author-only'?: true;
  /** All but the author. */
  'suppress-author'?: true;
}

const labels: Record<string, string> = {
  'p.': 'page',
  'pp.': 'page',
  page: 'page',
  pages: 'page',
  'chap.': 'chapter',
  chapter: 'chapter',
  'sec.': 'section',
  section: 'section',
  'para.': 'paragraph',
  paragraph: 'paragraph',
  part: 'part',
  'fig.': 'figure',
  figure: 'figure',
};

/** The ids of a citation, in the order written; none where the attribute is missing. */
export function splitIds(id: string | undefined): string[] {
  return (id ?? '').split(/[\s,]+/).filter(Boolean);
}

/**
 * A written locator as citeproc takes it: "p. 452" → page 452.
 * @throws RangeError when its label is not one that CSL knows.
 */
export function parseLocator(written: string): { label: string; locator: string } {
  const match = /^\s*(\S+)\s+(\S.*)$/.exec(written);
  const label = match?.[1] && labels[match[1].toLowerCase()];
  if (!label || !match?.[2]) {
    throw new RangeError(
      `The locator "${written}" does not begin with one of: ${Object.keys(labels).join(', ')}.`,
    );
  }
  return { label, locator: match[2].trim() };
}

/**
 * The works of a citation in citeproc's terms, in the order written, each once.
 * @throws RangeError on an unknown locator label, or a locator beside several works.
 */
export function toCiteItems({ id, locator }: CitationInput): CiteItem[] {
  const items: CiteItem[] = [...new Set(splitIds(id))].map((one) => ({ id: one }));
  if (!locator) return items;
  const [only, ...others] = items;
  if (!only) return items;
  if (others.length > 0) {
    throw new RangeError(
      `The locator "${locator}" could belong to any of ${String(items.length)} works.`,
    );
  }
  return [{ ...only, ...parseLocator(locator) }];
}

/** The items with the citation's prefix before the first and its suffix after the last. */
export function withAffixes(
  items: CiteItem[],
  { prefix, suffix }: Pick<CitationInput, 'prefix' | 'suffix'>,
): CiteItem[] {
  return items.map((item, at) => ({
    ...item,
    ...(prefix && at === 0 && { prefix: `${prefix.trim()} ` }),
    ...(suffix && at === items.length - 1 && { suffix: spaced(suffix.trim()) }),
  }));
}

/** Words follow a comma, as APA 7 has "(see Smith, 2001, for a review)"; punctuation brings its own. */
function spaced(suffix: string): string {
  return /^[\p{L}\p{N}]/u.test(suffix) ? `, ${suffix}` : suffix;
}
