import variables from './csl.json' with { type: 'json' };

/**
 * Item types and variables of CSL-JSON.
 * Source: CSL 1.0.2, appendices III and IV (https://docs.citationstyles.org/en/stable/).
 */

/** All item types. */
export const cslTypes = new Set(variables.types.split(' '));

/** Types that other services write into CSL-JSON, above all Crossref at doi.org. */
export const foreignTypes: Record<string, string> = variables.foreignTypes;

/** Variables that hold names. */
export const nameFields = new Set(variables.names.split(' '));

/** Variables that hold a date. */
export const dateFields = new Set(variables.dates.split(' '));

/** Variables that hold text or a number. */
export const textFields = new Set(variables.texts.split(' '));

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
