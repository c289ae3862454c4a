import type { Item } from 'citeproc';
import { t } from '../../../../lib/i18n/t.ts';
import { capitalise, escapeRegExp } from '../../../../lib/text/format.ts';

/** A citation as an author writes it on a page. */
export interface CitationInput {
  /** One id, or several separated by spaces or commas. */
  id: string;
  /** "Tronick et al. (1978)" instead of "(Tronick et al., 1978)". */
  narrative?: boolean | undefined;
  /** Locator in the work, such as "p. 452", "paras. 2–3", "Table 1", "1:30:40"; one work only. */
  locator?: string | undefined;
  /** Words before the first work, such as "see". */
  prefix?: string | undefined;
  /** Words after the last work, such as "for a review". */
  suffix?: string | undefined;
}

/**
 * Cache key of a citation. It excludes the place of the component on the page, which changes with edits
 * above it and does not affect the citation.
 */
export function cacheKeyOf({ id, narrative, locator, prefix, suffix }: CitationInput): string {
  return JSON.stringify([id, narrative, locator, prefix, suffix]);
}

/** CSL's locator labels, each with the words that an author may write for it: German has “S.” for a page. */
const labels = {
  page: t('citations.locator.page').split(' '),
  chapter: t('citations.locator.chapter').split(' '),
  section: t('citations.locator.section').split(' '),
  paragraph: t('citations.locator.paragraph').split(' '),
  part: t('citations.locator.part').split(' '),
  figure: t('citations.locator.figure').split(' '),
};

/** Locators that APA 7 §8.13 prints as written: "Table 1", "Slide 7". */
const otherLabels = t('citations.locator.other').split(' ');
const otherLocator = new RegExp(
  `^(${otherLabels.map(escapeRegExp).join('|')}|§+)\\s+(\\S.*)$`,
  'i',
);

/** A time, "1:30:40", or a verse, "1 Cor. 13:1". */
const timeOrVerse = /^(?:.*\s)?\d+:\d+(?::\d+)?(?:\s?[-–]\s?\d+(?::\d+)*)?$/;

/** Splits the ids of a citation; empty if the attribute is missing. */
export function splitIds(id: string | undefined): string[] {
  return (id ?? '').split(/[\s,]+/).filter(Boolean);
}

/**
 * Parses a locator for citeproc, with a label of CSL or as text that follows the year: "p. 452"
 * → page 452; "Table 1" and "1:30:40" as they are.
 * @throws RangeError when it is not a known kind of locator.
 */
export function parseLocator(written: string): Omit<Item, 'id'> {
  const text = written.trim().replace(/\s+/g, ' ');
  const [, word = '', place = ''] = /^(pp?\.|\S+?)\s*(?<=[.\s])(\S.*)$/.exec(text) ?? [];
  const [label] =
    Object.entries(labels).find(([, forms]) =>
      forms.some((form) => form.toLowerCase() === word.toLowerCase()),
    ) ?? [];
  if (label) return { label, locator: place };
  const named = otherLocator.exec(text);
  if (named?.[1] === t('citations.locator.timestamp') && named[2])
    return { suffix: `, ${named[2]}` };
  if (named || timeOrVerse.test(text)) return { suffix: `, ${capitalise(text)}` };
  const known = [...Object.values(labels), otherLabels].map(([first]) => first).join(', ');
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
      at === items.length - 1 && { suffix: `${item.suffix ?? ''}${withComma(suffix.trim())}` }),
  }));
}

/** Adds a comma before words, as in APA 7 "(see Smith, 2001, for a review)", but not before punctuation. */
function withComma(suffix: string): string {
  return /^[\p{L}\p{N}“‘"']/u.test(suffix) ? `, ${suffix}` : suffix;
}
