import { genres, languages } from '../csl.ts';
import { readStatus } from '../dates.ts';

/** The forms in which programs write variables, and those of CSL. */

/** Numbers, in which some authors write a DOI. */
export const numeric = /^(volume|issue|page|number)$/;

/** Matches an identifier of arXiv: "1806.01261v2", or the older "cs/0504107". */
export const arxivId = /(?:\d{4}\.\d{4,5}|\b[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?/;

/** Matches a server of preprints as the name of a journal: "arXiv preprint arXiv:1806.01261 [cs.LG]". */
export const serverName =
  /^((?:psy|soc|ed)?arxiv|(?:bio|med)rxiv)(?:\.org|[\s,:]|arxiv|(?:e-)?(?:pre)?prints?|[a-z.-]*\/?\d[\d.]+v?\d*|\[[\w.-]+\])*$/i;

/** The genre of a thesis or report in words, by BibTeX's key or as programs write it; empty if it says nothing to readers. */
export function genreOf(text: string): string {
  return genres[text.toLowerCase().replace(/[^a-z]/g, '')] ?? text;
}

/** The code of a language, by its name in English or in babel, or by a code of three letters. */
function languageOf(text: string): string {
  const known = languages[text.toLowerCase()];
  if (known !== undefined || !/^[a-z]{2,3}([-_]([a-z]{2}|[a-z]{4}|\d{3}))?$/i.test(text))
    return known ?? text;
  return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] ?? text;
}

/** The forms of variables that programs write in several ways. */
export const forms: Record<string, (text: string) => string> = {
  edition: ordinal,
  genre: genreOf,
  language: languageOf,
  // "1764-+" is the first page and an unknown last one; "17-17" is one page.
  page: (text) =>
    text
      .replace(/\s*[-–—]+\s*/g, '-')
      .replace(/-\+$/, '')
      .replace(/^(.+)-\1$/, '$1'),
  status: (text) => readStatus(text) ?? '',
  // The style prints the full stop after a title.
  title: (text) => text.replace(/(?<=\p{Ll}{3})\.$/u, ''),
};

const ordinals =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** Converts "Second" and "2nd ed." to "2", which styles format; leaves other words. */
function ordinal(edition: string): string {
  const bare = edition.replace(/[,\s]*\b(ed\.?|edn\.?|edition)$/i, '').trim();
  const at = ordinals.indexOf(bare.toLowerCase());
  if (at >= 0) return String(at + 1);
  return /^(\d+)(st|nd|rd|th)\.?$/i.exec(bare)?.[1] ?? (bare || edition);
}
