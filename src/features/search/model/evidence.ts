import type { Catalogue } from './catalogue.ts';

/** A record that the engine found for one question. */
export interface Hit {
  /** Id of the record. */
  id: string;
  /** BM25 score of the record's text. */
  score: number;
  /** Places of the matched words in the record's text, counted in words. */
  places: readonly number[];
  /** Fields besides the text that match: its heading, its page's title, what readers ask. */
  fields: readonly string[];
}

/** How well a record matches a unit. */
export interface Evidence {
  /** How often the text has it, saturated: 0 to about 2.2. */
  text: number;
  /** 0–1 for each field: the weight of the best question that matches it. */
  heading: number;
  page: number;
  asked: number;
}

/** All that a unit found, by one way of naming it. */
export interface Found {
  records: Map<string, Evidence>;
  /** How rare it is: inverse document frequency, as BM25 has it. */
  rarity: number;
}

/** What a question found: its hits, and how much it counts. */
export interface Answer {
  weight: number;
  /** An exact phrase, which the engine does not score. */
  phrase: boolean;
  hits: readonly Hit[];
}

/**
 * Joins the answers to several questions into one, as if all of them were one word: a record's
 * evidence is the sum over the questions, and the rarity is that of records which match any.
 * Rarity is counted among sections only: terms and works would make a page's own words look common.
 */
export function joinAnswers(
  answers: readonly Answer[],
  { size, sections }: Pick<Catalogue, 'size' | 'sections'>,
): Found {
  const records = new Map<string, Evidence>();
  for (const { weight, phrase, hits } of answers) {
    const inText = rarityOf(hits.filter(({ places }) => places.length > 0).length, size);
    for (const hit of hits) {
      const has = (field: string) => (hit.fields.includes(field) ? weight : 0);
      const before = records.get(hit.id) ?? { text: 0, heading: 0, page: 0, asked: 0 };
      const frequency = phrase ? Math.min(2, hit.places.length / 2) : hit.score / inText;
      records.set(hit.id, {
        text: before.text + weight * frequency,
        heading: Math.max(before.heading, has('title')),
        page: Math.max(before.page, has('page')),
        asked: Math.max(before.asked, has('asked')),
      });
    }
  }
  const about = [...records].filter(
    ([id, { text, heading, asked }]) => text + heading + asked > 0 && sections.has(id),
  );
  return { records, rarity: records.size > 0 ? rarityOf(about.length, sections.size) : 0 };
}

/** Inverse document frequency (Robertson and Spärck Jones), never below 0. */
export function rarityOf(frequency: number, total: number): number {
  const rest = Math.max(0, total - frequency);
  return Math.log(1 + (rest + 0.5) / (frequency + 0.5));
}
