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
