/**
 * Item types and variables of CSL-JSON.
 * Source: CSL 1.0.2, appendices III and IV (https://docs.citationstyles.org/en/stable/).
 */

/** All item types. */
export const cslTypes = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic ' +
    'collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic ' +
    'hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet ' +
    'paper-conference patent performance periodical personal_communication post post-weblog ' +
    'regulation report review review-book software song speech standard thesis treaty webpage'
  ).split(' '),
);

/** Types that other services write into CSL-JSON, above all Crossref at doi.org. */
export const foreignTypes: Record<string, string> = {
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  'book-section': 'chapter',
  'book-part': 'chapter',
  'reference-entry': 'entry-encyclopedia',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  dissertation: 'thesis',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  proceedings: 'book',
  'report-component': 'report',
  'report-series': 'report',
  'peer-review': 'review',
  other: 'document',
};

/** Variables that hold names. */
export const nameFields = new Set(
  (
    'author chair collection-editor compiler composer container-author contributor curator director ' +
    'editor editorial-director executive-producer guest host illustrator interviewer narrator ' +
    'organizer original-author performer producer recipient reviewed-author script-writer ' +
    'series-creator translator'
  ).split(' '),
);

/** Variables that hold a date. */
export const dateFields = new Set([
  ...['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted'],
]);

/** Variables that hold text or a number. */
export const textFields = new Set(
  (
    'title archive archive_collection archive_location archive-place authority call-number ' +
    'collection-title container-title container-title-short dimensions division DOI event-title ' +
    'event-place genre ISBN ISSN jurisdiction language medium original-publisher ' +
    'original-publisher-place original-title part-title PMCID PMID publisher publisher-place ' +
    'references reviewed-genre reviewed-title scale section source status title-short URL version ' +
    'volume-title chapter-number collection-number edition issue locator number number-of-pages ' +
    'number-of-volumes page page-first part-number printing-number supplement-number volume'
  ).split(' '),
);

/** Variables that may hold private or copyrighted text; never published. */
export const privateFields = new Set(['abstract', 'annote', 'keyword', 'note']);

/** A person or an organisation of a work. */
export interface Name {
  family?: string;
  given?: string;
  /** "van" of "van IJzendoorn": printed before the family name and sorted with it. */
  'non-dropping-particle'?: string;
  /** "de" of "de Maupassant": left out where the family name is printed alone. */
  'dropping-particle'?: string;
  suffix?: string;
  /** Whole name of an organisation. */
  literal?: string;
}

/** A date, or a range of two: [[2008, 5, 12]]. */
export interface CslDate {
  'date-parts': number[][];
  circa?: boolean;
  season?: number;
}

/** The last of a list of names where the source says "and others". */
export const others = 'others';

/** Inverts a table of word lists: maps each word to the key of its list. */
export function invert(lists: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lists).flatMap(([name, words]) => words.split(' ').map((word) => [word, name])),
  );
}

/** Locales of the Citation Style Language in the folder styles/, any of which `site.citations.locale` may name. */
export const cslLocales = ['de-DE', 'en-US', 'es-ES', 'fr-FR', 'it-IT', 'nl-NL', 'pt-BR'];
