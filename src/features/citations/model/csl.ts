import names from './names.json' with { type: 'json' };
import types from './types.json' with { type: 'json' };

/**
 * Item types and variables of CSL-JSON.
 * Source: CSL 1.0.2, appendices III and IV (https://docs.citationstyles.org/en/stable/).
 */

/** What other formats call an item type. All words of a list are read, and the first is written. */
export interface TypeNames {
  /** Entry types of BibLaTeX, the one written where that is another type's, and its `entrysubtype`. */
  bibtex?: string;
  bibtexWritten?: string;
  subtype?: string;
  /** Types of RIS, and the one written where that is another type's. */
  ris?: string;
  risWritten?: string;
  /** Types that services write into CSL-JSON, above all Crossref at doi.org. */
  crossref?: string;
  /** Genre of OpenURL; without one, the type of Zotero says more in the terms of Dublin Core. */
  coins?: string;
  zotero?: string;
  /** Types of schema.org for the work and for its container. */
  schemaOrg?: string;
  container?: string;
  /** Tag of Highwire Press for its container. */
  highwire?: string;
}

/** All item types, with their names in other formats. */
export const itemTypes: Record<string, TypeNames> = types;

/** All item types. */
export const cslTypes = new Set(Object.keys(itemTypes));

/** The item type that each word of a format stands for. */
export function typesBy(format: keyof TypeNames): Record<string, string> {
  return invert(
    Object.entries(itemTypes).flatMap(([type, { [format]: words }]) =>
      words ? [[type, words]] : [],
    ),
  );
}

/** The word that a format has for a work's type, where it has one. */
export function writeType(type: string, format: 'bibtex' | 'ris'): string | undefined {
  const { [`${format}Written` as const]: written, [format]: words } = itemTypes[type] ?? {};
  return written ?? words?.split(' ')[0];
}

/** Variables that hold names. */
export const nameFields = new Set(names.csl.names.split(' '));

/** Variables that hold a date. */
export const dateFields = new Set(names.csl.dates.split(' '));

/** Variables that hold text or a number. */
export const textFields = new Set(names.csl.texts.split(' '));

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
export function invert(lists: string[][]): Record<string, string> {
  return Object.fromEntries(
    lists.flatMap(([name = '', words = '']) => words.split(' ').map((word) => [word, name])),
  );
}

/** Locales of the Citation Style Language in the folder styles/, any of which `site.citations.locale` may name. */
export const cslLocales = ['de-DE', 'en-US', 'es-ES', 'fr-FR', 'it-IT', 'nl-NL', 'pt-BR'];
