/** The part of citeproc-js that the site uses; the package ships no types. */
declare module 'citeproc' {
  interface Sys {
    retrieveLocale(lang: string): string;
    retrieveItem(id: string): unknown;
  }
  interface Item {
    id: string;
    locator?: string;
    label?: string;
    prefix?: string;
    suffix?: string;
    'author-only'?: true;
    'suppress-author'?: true;
  }
  class Engine {
    constructor(sys: Sys, style: string, lang: string, forceLang?: boolean);
    opt: { development_extensions: { wrap_url_and_doi: boolean } };
    citation: { opt: { layout_prefix: string; layout_suffix: string } };
    locale: Record<string, { opts: { 'skip-words': string[]; 'skip-words-regexp': RegExp } }>;
    tmp: { suppress_decorations: boolean };
    registry: {
      registry: Record<string, { seq: number; disambig: { year_suffix: string | false } }>;
    };
    updateItems(ids: string[]): void;
    retrieveItem(id: string): Record<string, unknown>;
    getTerm(term: string): string;
    setOutputFormat(format: 'html' | 'text'): void;
    makeCitationCluster(items: Item[]): string;
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
  }
  export default { Engine };
}
