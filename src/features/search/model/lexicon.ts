import { stemOf } from './words.ts';

/** What the site says for a lay word. */
export interface Synonym {
  /** Word or phrase of the pages, normalised. */
  to: string;
  /** How nearly the meaning is the same, 0–1. */
  weight: number;
}

/** The words that a search knows: those of the site with their frequency, and lay words. */
export class Lexicon {
  readonly #frequencies = new Map<string, number>();
  readonly #stems = new Set<string>();
  readonly #synonyms = new Map<string, Synonym[]>();
  readonly #leanings = new Map<string, string>();
  readonly #assumed = new Set<string>();

  /** Adds a word of the site, which stands in so many records. */
  addWord(word: string, frequency: number): void {
    this.#frequencies.set(word, frequency);
    this.#stems.add(stemOf(word));
  }

  /** Adds what the site says for a lay word or phrase. */
  addSynonyms(phrase: string, synonyms: Synonym[]): void {
    this.#synonyms.set(phrase, [...(this.#synonyms.get(phrase) ?? []), ...synonyms]);
  }

  /** Adds how far a stem leans to pages and sections, as `formatRow` writes it. */
  addLeanings(stem: string, row: string): void {
    this.#leanings.set(stem, row);
  }

  /** How far a stem leans to pages and sections; undefined where nobody asks with it. */
  leanings(stem: string): string | undefined {
    return this.#leanings.get(stem);
  }

  /** Takes a word for one of the site's: what is known of it did not arrive. */
  assume(word: string): void {
    this.#assumed.add(word);
  }

  /** Whether a word is only taken for one of the site's. */
  isAssumed(word: string): boolean {
    return this.#assumed.has(word) && !this.#frequencies.has(word);
  }

  /** In about how many records a word stands; 0 when the site does not use it. */
  frequency(word: string): number {
    return this.#frequencies.get(word) ?? 0;
  }

  /** What the site says for a word or phrase. */
  synonyms(phrase: string): Synonym[] {
    return this.#synonyms.get(phrase) ?? [];
  }

  /** Whether the site uses a word, in this or another form. */
  uses(word: string): boolean {
    return this.#frequencies.has(word) || this.#stems.has(stemOf(word)) || this.#assumed.has(word);
  }

  /** Whether a word is used on the site, or is a lay word. */
  knows(word: string): boolean {
    return this.uses(word) || this.#synonyms.has(word);
  }

  /** Whether a word of the site begins with these letters. */
  usesBeginning(letters: string): boolean {
    return [...this.#frequencies.keys()].some((word) => word.startsWith(letters));
  }

  /** Whether a word of the site or a lay word begins with these letters. */
  knowsBeginning(letters: string): boolean {
    return [...this.candidates()].some(([word]) => word.startsWith(letters));
  }

  /** Every single word that a misspelling may stand for, with its frequency. */
  *candidates(): Iterable<[word: string, frequency: number]> {
    yield* this.#frequencies;
    for (const phrase of this.#synonyms.keys()) {
      if (!phrase.includes(' ') && !this.#frequencies.has(phrase)) yield [phrase, 1];
    }
  }
}
