/** The part of citeproc-js that the site uses; the package ships no types. */
declare module 'citeproc' {
  interface Sys {
    retrieveLocale(lang: string): string;
    retrieveItem(id: string): unknown;
  }
  interface Citation {
    citationItems: Record<string, unknown>[];
    properties: { noteIndex: number; mode?: 'composite' };
  }
  class Engine {
    constructor(sys: Sys, style: string, lang: string, forceLang?: boolean);
    opt: { development_extensions: { wrap_url_and_doi: boolean } };
    updateItems(ids: string[]): void;
    makeCitationCluster(items: Record<string, unknown>[]): string;
    previewCitationCluster(citation: Citation, pre: [], post: [], format: 'html'): string;
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
  }
  export default { Engine };
}
