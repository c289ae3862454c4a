import { groupBy } from '../group-by.ts';
import type { Synonyms } from '../../content-model/schemas/search.ts';
import type { Synonym } from './lexicon.ts';
import { splitWords } from './words.ts';

/** A lay word or phrase with what the site says for it. */
export type Entry = [phrase: string, synonyms: Synonym[]];

/** The synonyms as authored, taken apart into lay phrases, normalised as queries are. */
export function compileSynonyms(groups: Synonyms): Entry[] {
  return groups.flatMap(({ words, to, weight }) => {
    const synonyms = to.map((target) => ({ to: splitWords(target).join(' '), weight }));
    return words.map((word): Entry => {
      const phrase = splitWords(word).join(' ');
      return [phrase, synonyms.filter(({ to: target }) => target !== phrase)];
    });
  });
}

/** Lay phrases as text, one line for those that share their synonyms: `mum,mom>mother,parent>8`. */
export function formatSynonyms(entries: readonly Entry[]): string {
  const lines = new Map<string, string[]>();
  for (const [phrase, synonyms] of entries) {
    for (const [weight, group] of groupBy(synonyms, (synonym) => synonym.weight)) {
      const tail = `${group.map(({ to }) => to).join(',')}>${String(Math.round(weight * 10))}`;
      lines.set(tail, [...(lines.get(tail) ?? []), phrase]);
    }
  }
  return [...lines].map(([tail, phrases]) => `${phrases.join(',')}>${tail}`).join('\n');
}

/** Reads what `formatSynonyms` wrote. */
export function parseSynonyms(text: string): Entry[] {
  return text.split('\n').flatMap((line) => {
    const [phrases = '', targets = '', weight = ''] = line.split('>');
    if (!targets) return [];
    const synonyms = targets.split(',').map((to) => ({ to, weight: Number(weight) / 10 }));
    return phrases.split(',').map((phrase): Entry => [phrase, synonyms]);
  });
}
