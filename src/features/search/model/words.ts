/** Longest query that is read; the rest is dropped, so that no input can freeze a page. */
export const maxQueryLength = 200;

/** Most words of a query that are looked up. */
export const maxWords = 16;

/** Text in lower case, without accents, with plain apostrophes and hyphens. */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-');
}

/**
 * The words of a text, normalised: possessives and apostrophes dropped ("child's" is "child",
 * "don't" is "dont"), hyphens taken as spaces, numbers without their points ("20,720" is "20720",
 * "51.6" is "516"), as Pagefind has them.
 */
export function splitWords(text: string): string[] {
  const words =
    normalise(text)
      .replace(/(?<=\d)[.,](?=\d)/g, '')
      .match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [];
  return words.map((word) => word.replace(/'s$/, '').replaceAll("'", ''));
}

/** The words of a query, at most `maxWords` of its first `maxQueryLength` characters. */
export function splitQuery(query: string): string[] {
  return splitWords(query.slice(0, maxQueryLength)).slice(0, maxWords);
}

/** Words that carry grammar, not topic; a query drops them unless nothing else is left. */
const functionWords = new Set(
  `a about all also am an and any are arent as at be because been before being both but by can cant
  could couldnt did didnt do does doesnt doing dont for from get gets getting go got had has hasnt
  have having he her here hers him his how i id if ill im in into is isnt it its ive just keep keeps
  like lot lots many may me might mine more most much must my need of on or our ours out own really
  shall she should shouldnt so some someone something such than that thats the their theirs
  them then there these they theyre this those to too up us very was wasnt way we were what whats
  when where which who whom whose why will with without wont would wouldnt you your youre yours
  definition define meaning mean means explain explained please tell`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word only carries grammar. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

/** American spellings and the British ones that the pages use; each rule is tried once. */
const rules: [american: RegExp, british: string][] = [
  [/(?<=.{3})iz(e|es|ed|ing|er|ers|ation|ations)$/, 'is$1'],
  [/(?<=.{3})yz(e|es|ed|ing)$/, 'ys$1'],
  [/(behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|sav)or/, '$1our'],
  [/(?<=[^aeiou][aeiou])l(ed|ing|er|ers|or|ors)$/, 'll$1'],
  [/(cent|theat|met|fib)er(s?)$/, '$1re$2'],
  [/(dial|catal|anal)og(s?)$/, '$1ogue$2'],
  [/(def|off|pret|lic)ense/, '$1ence'],
  [/^(p)ed(?=iat)/, '$1aed'],
  [/^gray/, 'grey'],
  [/^skeptic/, 'sceptic'],
  [/^program(s?)$/, 'programme$1'],
  [/(?<=l|f)fill?(?=ment)/, 'fil'],
];

/** The other spelling of a word, British for American; undefined when there is none. */
export function britishSpelling(word: string): string | undefined {
  for (const [american, british] of rules) {
    if (american.test(word)) return word.replace(american, british);
  }
  return undefined;
}
