/** Stop words, which a query drops unless nothing else is left. */
const functionWords = new Set(
  `a about all also am an and any are arent as at be because been before being both but by can cant
  could couldnt did didnt do does doesnt doing dont for from get gets getting go got had has hasnt
  have having he her here hers him his how i id if ill im in into is isnt it its ive just keep keeps
  like lot lots many may me might mine more most much must my need of on or our ours out own really
  shall she should shouldnt since so some someone something such than that thats the their theirs
  them then there these they theyre this those though although to too up us very was wasnt way we were what whats
  when where whether which while who whom whose why will with without wont would wouldnt you your youre yours
  definition define meaning mean means explain explained please tell`.split(/\s+/),
);

/** Words of a query that asks for a definition: "what is meant by … in psychology". */
const definitionFrame = new Set(
  `a an the what whats which is are does do did define defined definition definitions meaning meanings
  mean means meant explain explained explanation describe of by for in about tell me please psychology
  psychological term word simple simply words s you it exactly actually this`.split(/\s+/),
);

/** Suffixes of inflection and derivation; the first match is removed. */
const endings =
  'ations ation ating ated ates ate nesses ness ments ingly ings ing edly ers ies ied ed er es ly al s y e d'.split(
    ' ',
  );

/**
 * Returns a rough stem ("cuddles", "cuddling" and "cuddled" give "cuddl"), good enough to recognise forms of one
 * word; Pagefind has its own stemmer.
 */
function stem(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 3);
  const cut = ending ? word.slice(0, -ending.length).replace(/[iey]$/, '') : word;
  return cut.replace(/([bdgklmnprt])\1$/, '$1');
}

/** Rules from American spellings to the British ones of the pages; the first match is applied. */
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

/** Number words from 2, which are as often written in figures. */
const numbers = 'two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Returns the British spelling of an American one, or figures for a number word and the reverse, if any. */
function otherSpelling(word: string): string | undefined {
  const number = numbers.indexOf(word) + 2;
  if (number > 1) return String(number);
  if (/^\d+$/.test(word)) return numbers[Number(word) - 2];
  const rule = rules.find(([american]) => american.test(word));
  return rule && word.replace(...rule);
}

/** Spellings that sound alike in English and the code of each, applied in order. */
const sounds: [RegExp, string][] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^ps/, 's'],
  [/tion|sion|cion|shun/g, 'xn'],
  [/tch|ch/g, 'x'],
  [/ph/g, 'f'],
  [/gh/g, ''],
  [/sh/g, 'x'],
  [/ck|q|c(?![eiy])/g, 'k'],
  [/c|z/g, 's'],
  [/x(?=s)/g, ''],
  [/th/g, 't'],
  [/w?h/g, ''],
  [/v/g, 'f'],
];

/**
 * Returns a phonetic key: consonants by sound, doubled ones once, and vowels dropped, except that an initial vowel
 * is always "a".
 */
function soundKey(word: string): string {
  const spelt = sounds.reduce((text, [from, to]) => text.replace(from, to), word);
  const first = /^[aeiouy]/.test(spelt) ? 'a' : spelt.slice(0, 1);
  const rest = spelt.slice(1).replace(/[aeiouy]/g, '');
  return (first + rest).replace(/(.)\1+/g, '$1');
}

/** Endings of number and tense, and their replacements in the base form. */
const inflections: [RegExp, string][] = [
  [/ie[sd]$/, 'y'],
  [/e?s$/, ''],
  [/s$/, ''],
  [/ed$/, ''],
  [/d$/, ''],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/(?<=[^aeiou][aeiou])([bdgklmnprt])\1(ed|ing)$/, '$1'],
];

/** Returns the words that a word may be a form of. */
function baseForms(word: string): string[] {
  return inflections
    .filter(([ending]) => ending.test(word))
    .map(([ending, base]) => word.replace(ending, base));
}

/** Writes out ages as people abbreviate them: "4yo", "13 y/o", "8mo", "6wk old". */
function writeOut(text: string): string {
  return text
    .replace(/\b(\d+) ?(?:y\/?o|yrs?[ -]old)\b/gi, '$1 year old')
    .replace(/\b(\d+) ?(?:mo|m\/o|mths?[ -]old)\b/gi, '$1 month old')
    .replace(/\b(\d+) ?wks?[ -]old\b/gi, '$1 week old');
}

/** The language rules of English. */
export const english = {
  functionWords,
  definitionFrame,
  writeOut,
  stem,
  otherSpelling,
  soundKey,
  baseForms,
  hasDictionary: true,
};
