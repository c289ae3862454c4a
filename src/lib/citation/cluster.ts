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
  /** Words after the last work. */
  suffix?: string | undefined;
}

/** One work of a citation in citeproc's terms. */
export interface CiteItem {
  id: string;
  locator?: string;
  label?: string;
  prefix?: string;
  suffix?: string;
}

const labels: Record<string, string> = {
  'p.': 'page',
  'pp.': 'page',
  page: 'page',
  pages: 'page',
  'chap.': 'chapter',
  chapter: 'chapter',
  section: 'section',
  'sec.': 'section',
  'para.': 'paragraph',
  paragraph: 'paragraph',
};

/** The ids of a citation, in the order written. */
export function splitIds(id: string): string[] {
  return id.split(/[\s,]+/).filter(Boolean);
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

/** The works of a citation in citeproc's terms. */
export function toCiteItems({ id, locator, prefix, suffix }: CitationInput): CiteItem[] {
  const items: CiteItem[] = splitIds(id).map((one) => ({ id: one }));
  const first = items[0];
  const last = items.at(-1);
  if (first && locator) Object.assign(first, parseLocator(locator));
  if (first && prefix) first.prefix = `${prefix.trim()} `;
  if (last && suffix) last.suffix = ` ${suffix.trim()}`;
  return items;
}
