import { Lexicon } from '../../../src/features/search/model/lexicon.ts';

/** Makes a small lexicon for tests. */
export function makeLexicon(): Lexicon {
  const lexicon = new Lexicon();
  const words = `attachment:60 attunement:20 misattunement:8 mis:8 miss:6 avoidant:9 bowlby:7 child:50 crying:5
    disorganised:4 esteem:3 experiment:4 face:12 mother:20 phone:3 repair:9 secure:70 self:9
    selfesteem:3 soothing:4 still:10 stillface:6 stonewall:1 toddlers:3 tronick:6`;
  for (const entry of words.split(/\s+/)) {
    const [word = '', frequency] = entry.split(':');
    lexicon.addWord(word, Number(frequency));
  }
  lexicon.addSynonyms('mum', [{ to: 'mother', weight: 0.8 }]);
  lexicon.addSynonyms('silent treatment', [{ to: 'shuts down', weight: 0.7 }]);
  return lexicon;
}
