// Types of packages that have none, for the parts in use.

/** citeproc-js, which formats citations. */
declare module 'citeproc' {
  interface Sys {
    retrieveLocale(lang: string): string;
    retrieveItem(id: string): unknown;
  }
  /** One work of a citation. */
  export interface Item {
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
  class Engine {
    constructor(sys: Sys, style: string, lang: string, forceLang?: boolean);
    opt: { development_extensions: Record<string, boolean> };
    citation: {
      opt: { layout_prefix: string; layout_suffix: string; inheritedAttributes: object };
    };
    intext: { opt: { inheritedAttributes: object } };
    locale: Record<string, { opts: { 'skip-words': string[]; 'skip-words-regexp': RegExp } }>;
    tmp: { suppress_decorations: boolean };
    registry: { namereg: { addname: () => void } };
    retrieveItem(id: string): { author?: unknown };
    updateItems(ids: string[]): void;
    getTerm(term: string): string;
    makeCitationCluster(items: Item[]): string;
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
  }
  export default { Engine };
}

/** The school grades of `npm run content:readability`. */
declare module 'text-readability' {
  const readability: {
    /** Flesch–Kincaid grade level: the lower, the easier to read. */
    fleschKincaidGrade(text: string): number;
  };
  export default readability;
}

/** Unpacks fonts for drawings. */
declare module 'wawoff2' {
  export function decompress(font: Buffer): Promise<Uint8Array>;
}

/** Makes the files of src/assets/fonts. */
declare module 'subset-font' {
  /** The font with only the glyphs that `text` needs. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2';
      noHinting?: boolean;
      keepFeatures?: string[];
      dropTables?: string[];
    },
  ): Promise<Buffer>;
}
