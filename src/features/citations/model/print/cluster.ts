import type { Item } from 'citeproc';
import { t } from '../../../../lib/i18n/t.ts';
import { capitalise, escapeRegExp } from '../../../../lib/text/format.ts';

/** A citation as an author writes it on a page. */
export interface CitationInput {
  /** One id, or several parted by spaces. */
  id: string;
  /** "Tronick et al. (1978)" instead of "(Tronick et al., 1978)". */
  narrative?: boolean | undefined;
  /** Place in the work, such as "p. 452", "paras. 2–3", "Table 1", "1:30:40"; one work only. */
  locator?: string | undefined;
  /** Words before the first work, such as "see". */
  prefix?: string | undefined;
  /** Words after the last work, such as "for a review". */
  suffix?: string | undefined;
}

/**
 * What tells citations apart. A component's attributes also hold its place on the page, which moves with
 * each edit above it and changes no citation.
 */
export function keyOf({ id, narrative, locator, prefix, suffix }: CitationInput): string {
  return JSON.stringify([id, narrative, locator, prefix, suffix]);
}

/** CSL's labels of places in a work, each with the words that an author may write for it: German has “S.” for a page. */
const places = {
  page: t('citations.locator.page').split(' '),
  chapter: t('citations.locator.chapter').split(' '),
  section: t('citations.locator.section').split(' '),
  paragraph: t('citations.locator.paragraph').split(' '),
  part: t('citations.locator.part').split(' '),
  figure: t('citations.locator.figure').split(' '),
};

/** Places that APA 7 §8.13 writes as an author does: "Table 1", "Slide 7". */
const others = t('citations.locator.other').split(' ');
const words = new RegExp(`^(${others.map(escapeRegExp).join('|')}|§+)\\s+(\\S.*)$`, 'i');

/** "1:30:40" of a film, "1 Cor. 13:1" of a book that has verses. */
const clock = /^(?:.*\s)?\d+:\d+(?::\d+)?(?:\s?[-–]\s?\d+(?::\d+)*)?$/;

/** The ids of a citation, in the order written; none where the attribute is missing. */
export function splitIds(id: string | undefined): string[] {
  return (id ?? '').split(/[\s,]+/).filter(Boolean);
}

/**
 * A written locator as citeproc takes it, with a label of CSL or as text that follows the year: "p. 452"
 * → page 452; "Table 1" and "1:30:40" as they are.
 * @throws RangeError when it is not a known kind of locator.
 */
export function parseLocator(written: string): Omit<Item, 'id'> {
  const text = written.trim().replace(/\s+/g, ' ');
  const [, word = '', place = ''] = /^(pp?\.|\S+?)\s*(?<=[.\s])(\S.*)$/.exec(text) ?? [];
  const [label] =
    Object.entries(places).find(([, forms]) =>
      forms.some((form) => form.toLowerCase() === word.toLowerCase()),
    ) ?? [];
  if (label) return { label, locator: place };
  const named = words.exec(text);
  if (named?.[1] === t('citations.locator.timestamp') && named[2])
    return { suffix: `, ${named[2]}` };
  if (named || clock.test(text)) return { suffix: `, ${capitalise(text)}` };
  const known = [...Object.values(places), others].map(([first]) => first).join(', ');
  throw new RangeError(
    `The locator "${written}" begins with no place that readers would find, such as ${known} or a time (1:30:40).`,
  );
}

/**
 * The works of a citation in citeproc's terms, in the order written, each once.
 * @throws RangeError on an unknown locator label, or a locator beside several works.
 */
export function toCiteItems({ id, locator }: CitationInput): Item[] {
  const items: Item[] = [...new Set(splitIds(id))].map((one) => ({ id: one }));
  if (!locator) return items;
  if (items.length > 1) {
    throw new RangeError(
      `The locator "${locator}" could belong to any of ${String(items.length)} works.`,
    );
  }
  return items.map((only) => ({ ...only, ...parseLocator(locator) }));
}

/** The items with the citation's prefix before the first and its suffix after the last. */
export function withAffixes(
  items: Item[],
  { prefix, suffix }: Pick<CitationInput, 'prefix' | 'suffix'>,
): Item[] {
  return items.map((item, at) => ({
    ...item,
    ...(prefix && at === 0 && { prefix: `${prefix.trim()} ` }),
    ...(suffix &&
      at === items.length - 1 && { suffix: `${item.suffix ?? ''}${spaced(suffix.trim())}` }),
  }));
}

/** Words follow a comma, as APA 7 has "(see Smith, 2001, for a review)"; punctuation brings its own. */
function spaced(suffix: string): string {
  return /^[\p{L}\p{N}“‘"']/u.test(suffix) ? `, ${suffix}` : suffix;
}
