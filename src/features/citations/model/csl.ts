import names from './names.json' with { type: 'json' };
import types from './types.json' with { type: 'json' };

/**
 * Item types and variables of CSL-JSON.
 * Source: CSL 1.0.2, appendices III and IV (https://docs.citationstyles.org/en/stable/).
 */

/** Names of an item type in other formats, separated by spaces: all are read, the first is written. */
export interface TypeNames {
  /** BibLaTeX entry types, the one to write if it is read as another item type, and its `entrysubtype`. */
  bibtex?: string;
  bibtexWritten?: string;
  subtype?: string;
  /** RIS types, and the one to write if it is read as another item type. */
  ris?: string;
  risWritten?: string;
  /** Types that are not CSL's in the CSL-JSON of services such as Crossref (doi.org). */
  crossref?: string;
  /** OpenURL genre; if there is none, COinS has Zotero's item type in Dublin Core. */
  coins?: string;
  zotero?: string;
  /** schema.org types of the work and of its container. */
  schemaOrg?: string;
  container?: string;
  /** Highwire Press tag of its container. */
  highwire?: string;
}

/** All item types, with their names in other formats. */
export const itemTypes: Record<string, TypeNames> = types;

/** Names of all item types. */
export const cslTypes = new Set(Object.keys(itemTypes));

/** Item types by their names in another format. */
export function typesBy(format: keyof TypeNames): Record<string, string> {
  return invert(
    Object.entries(itemTypes).flatMap(([type, { [format]: words }]) =>
      words ? [[type, words]] : [],
    ),
  );
}

/** Name of an item type to write in another format; undefined if it has none. */
export function writeType(type: string, format: 'bibtex' | 'ris'): string | undefined {
  const { [`${format}Written` as const]: written, [format]: words } = itemTypes[type] ?? {};
  return written ?? words?.split(' ')[0];
}

/** Name variables. */
export const nameFields = new Set(names.csl.names.split(' '));

/** Date variables. */
export const dateFields = new Set(names.csl.dates.split(' '));

/** Text and number variables. */
export const textFields = new Set(names.csl.texts.split(' '));

/** Variables that may contain private or copyrighted text; never published. */
export const privateFields = new Set(['abstract', 'annote', 'keyword', 'note']);

/** A contributor to a work, a person or an organisation. */
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

/** Literal of the last name in a list that ends with "and others". */
export const others = 'others';

/** Inverts a table of word lists: maps each word to the key of its list. */
export function invert(lists: string[][]): Record<string, string> {
  return Object.fromEntries(
    lists.flatMap(([name = '', words = '']) => words.split(' ').map((word) => [word, name])),
  );
}

/** The code of a language by its name in babel or English. */
export const languages = invert(Object.entries(names.bibtex.languages));

/** The genre of a thesis or report by BibTeX's key; empty if readers need none. */
export const genres = invert(Object.entries(names.bibtex.genres));

/** Lookups in a format's table, where the meaning of some fields depends on the beginning of the type. */
function createLookups(variables: object, byType: Record<string, Record<string, string>>) {
  const known = invert(Object.entries(variables));
  const fields = [known, byType].flatMap(Object.keys);
  /** The variable of a field in a work of this type; undefined if the table has none. */
  const variableOf = (field: string, type: string): string | undefined =>
    known[field] ??
    Object.entries(byType[field] ?? {}).find(([start]) => type.startsWith(start))?.[1];
  /** The first field that is read as this variable in a work of this type. */
  const fieldOf = (variable: string, type: string) =>
    fields.find((field) => variableOf(field, type) === variable);
  return { variableOf, fieldOf };
}

/** Fields of BibLaTeX, and those of other programs that write BibTeX. */
export const bibtex = createLookups(names.bibtex.variables, names.bibtex.byType);

/** Tags of RIS, including Web of Science's own for publisher and journal. */
export const ris = createLookups(names.ris.variables, names.ris.byType);

/** Preprint servers and archives: the beginning of a work's URL, and the name to print, if any. */
export const servers: Record<string, string[]> = names.servers;

/** CSL locales in the folder styles/, the allowed values of `site.citations.locale`. */
export const cslLocales = ['de-DE', 'en-US', 'es-ES', 'fr-FR', 'it-IT', 'nl-NL', 'pt-BR'];
