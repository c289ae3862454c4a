/** The part of citation-js that the site uses; the packages ship no types. */
declare module '@citation-js/core' {
  class Cite {
    constructor(input: string, options: { forceType: string });
    data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
