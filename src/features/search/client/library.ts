import { parseCatalogue, type Catalogue } from '../model/catalogue.ts';
import { isInFilter } from '../model/bloom.ts';
import { isFunctionWord } from '../model/words.ts';
import { Lexicon } from '../model/lexicon.ts';
import { addShard, findShard } from '../model/shard.ts';
import { loadEngine, loadIndexBytes, loadIndexFile, readFiles, type Engine } from './engine.ts';

/** From so many sections on, the engine runs in a worker. */
const large = 2000;

/** All that a search reads: the engine, the catalogue, and words as they are needed. */
export interface Library {
  engine: Engine;
  catalogue: Catalogue;
  lexicon: Lexicon;
  /** Loads what is known of these words; all words there are, for a spelling nothing is near to. */
  learn: (words: readonly string[] | 'all') => Promise<void>;
  /** Loads the test of whether a word is English, whether or not the site uses it. */
  learnEnglish: () => Promise<(word: string) => boolean>;
}

/** Opens the library. @throws LoadError when a part of it cannot be loaded or is cut short. */
export async function openLibrary(root: URL): Promise<Library> {
  const catalogue = await readFiles(async () =>
    parseCatalogue(await loadIndexFile(root, 'catalogue.json')),
  );
  const engine = await readFiles(() => loadEngine(root, catalogue.sections.size > large));
  const lexicon = new Lexicon();
  const learnt = new Map<number, Promise<void>>();
  const learnShard = (shard: number) => {
    const known = learnt.get(shard);
    if (known) return known;
    const loading = readFiles(async () => {
      addShard(await loadIndexFile(root, `words/${String(shard)}.txt`), lexicon);
    });
    // A shard that failed may be asked for again.
    loading.catch(() => learnt.delete(shard));
    learnt.set(shard, loading);
    return loading;
  };
  let english: Promise<(word: string) => boolean> | undefined;
  const learnEnglish = () => {
    english ??= readFiles(async () => {
      const filter = new Uint8Array(await loadIndexBytes(root, 'english.bin'));
      return (word: string) => word.length > 3 && isInFilter(word, filter);
    });
    english.catch(() => (english = undefined));
    return english;
  };
  return {
    engine,
    catalogue,
    lexicon,
    learn: async (words) => {
      const { shards } = catalogue;
      const wanted = words === 'all' ? [...shards.keys()] : shardsOf(words, shards);
      await Promise.all(wanted.map(learnShard));
    },
    learnEnglish,
  };
}

/** Shards of the words, and of what they make with the next word, such as "stillface". */
function shardsOf(words: readonly string[], starts: readonly string[]): number[] {
  const isContent = (word: string) => words.every(isFunctionWord) || !isFunctionWord(word);
  const wanted = words.flatMap((word, index) =>
    isContent(word) ? [word, word + (words[index + 1] ?? '')] : [],
  );
  const found = wanted.map((word) => findShard(word, starts));
  return [...new Set(found)].filter((shard) => shard >= 0);
}
