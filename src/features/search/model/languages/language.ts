import { site } from '../../../../site/site.ts';
import { english } from './english.ts';
import { spanish } from './spanish.ts';

/** What search knows of a language. Words come normalised: lower case, no accents. */
export interface SearchLanguage {
  /** Words that carry grammar, not topic. */
  functionWords: ReadonlySet<string>;
  /** Words that frame a question for a meaning: "what is meant by …". */
  definitionFrame: ReadonlySet<string>;
  /** A query with its abbreviations written out. */
  writeOut: (text: string) => string;
  /** The part of a word that its forms share; a rough cut, since Pagefind stems properly. */
  stem: (word: string) => string;
  /** Another spelling of a word, that of the pages for that of a reader; undefined without one. */
  otherSpelling: (word: string) => string | undefined;
  /** A key that words of like sound share. */
  soundKey: (word: string) => string;
  /** Words that a word may be a form of, since no list has all forms. */
  baseForms: (word: string) => string[];
  /** Whether the build writes a list of the language's words, so that none of them is corrected. */
  hasDictionary: boolean;
}

/** A language without a pack: Pagefind's stemmer, and spelling by the words of the site. */
const plain: SearchLanguage = {
  functionWords: new Set(),
  definitionFrame: new Set(),
  writeOut: (text) => text,
  stem: (word) => word,
  otherSpelling: () => undefined,
  soundKey: (word) => word,
  baseForms: () => [],
  hasDictionary: false,
};

const packs: Record<string, SearchLanguage> = { en: english, es: spanish };

/** The pack for a language such as "en-GB". */
export function languageOf(tag: string): SearchLanguage {
  return packs[tag.split('-')[0]?.toLowerCase() ?? ''] ?? plain;
}

/** The site's language, as search knows it. */
export const language = languageOf(site.language);
