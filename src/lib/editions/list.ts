/** A form in which the whole guide can be taken along. */
export interface Edition {
  /** File in dist/editions/. */
  file: string;
  name: string;
  /** Who it is for and how to open it, as sentences. */
  use: string;
}

/** Every edition there may be; only those that a build has made are offered. */
export const editions: readonly Edition[] = [
  {
    file: 'secure-base.zip',
    name: 'The site in a folder',
    use: 'The whole site, with its search and quizzes, for a computer without a connection or a memory stick. Unpack it and open index.html in a browser.',
  },
  {
    file: 'secure-base.epub',
    name: 'Book for e-readers (EPUB)',
    use: 'Every page in reading order, with notes and references. Open it with a reading app or an e-reader.',
  },
  {
    file: 'secure-base.pdf',
    name: 'Book for paper (PDF)',
    use: 'Every page, set for printing, with an outline and page numbers.',
  },
  {
    file: 'secure-base.zim',
    name: 'Archive for Kiwix (ZIM)',
    use: 'For schools and libraries that serve sites offline. Open it with Kiwix.',
  },
];
