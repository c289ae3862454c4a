/** A group of Starlight's sidebar configuration. */
export interface Group {
  label: string;
  items: (string | Group)[];
}

const perPage = 700;
const perGroup = 10;

/**
 * Generates pages of about 700 words in five sections, by path below docs/; the same on each run.
 * @param placed whether their front matter assigns them to `syntheticParts`.
 */
export function syntheticPages(count: number, placed = false): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${slugOf(index)}.md`,
      page(index, count, placed),
    ]),
  );
}

/** Ids of parts with ten pages each, for this site's table of contents. */
export function syntheticParts(count: number): string[] {
  return Array.from({ length: Math.ceil(count / perGroup) }, (_, index) => partOf(index));
}

function partOf(group: number): string {
  return `made-up-${String(group)}`;
}

/** A sidebar with the pages in groups of ten, nested until the top level has at most ten. */
export function syntheticSidebar(count: number): Group[] {
  let level: (string | Group)[] = Array.from({ length: count }, (_, index) => slugOf(index));
  do level = chunk(level).map((items, index) => ({ label: `Part ${String(index + 1)}`, items }));
  while (level.length > perGroup);
  return level as Group[];
}

/** Forty queries of one to four words from the pages, common and rare; the same on each run. */
export function syntheticQueries(): string[] {
  const random = generator(0);
  return Array.from({ length: 40 }, (_, index) =>
    Array.from({ length: 1 + (index % 4) }, () => pickWord(random)).join(' '),
  );
}

function chunk<T>(list: T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / perGroup) }, (_, index) =>
    list.slice(index * perGroup, (index + 1) * perGroup),
  );
}

function slugOf(index: number): string {
  return `page-${String(index)}`;
}

function page(index: number, count: number, placed: boolean): string {
  const random = generator(index + 1);
  const word = () => pickWord(random);
  const sentence = () => `${Array.from({ length: 14 }, word).join(' ')}.`;
  const sections = Array.from({ length: 5 }, (_, section) => {
    const sentences = Array.from({ length: perPage / 5 / 14 }, sentence);
    const link = `[${word()}](/${slugOf((index * 7 + section) % count)}/)`;
    return `## ${word()} ${word()} ${String(section)}\n\n${sentences.join('\n')}\nSee ${link}.\n`;
  });
  return [
    '---',
    `title: Page ${String(index)} on ${word()} and ${word()}`,
    `description: Made-up page number ${String(index)}, which exists only to be built and measured.`,
    ...(placed
      ? [`part: ${partOf(Math.floor(index / perGroup))}`, `order: ${String(1000 + index)}`]
      : []),
    'published: 2026-01-01',
    'updated: 2026-01-01',
    'review: 2027-01-01',
    '---',
    '',
    ...sections,
  ].join('\n');
}

/** Picks a random word; earlier words are more frequent. */
function pickWord(random: () => number): string {
  return words[Math.floor(random() ** 2 * words.length)] ?? '';
}

/** A seeded pseudo-random generator of numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const syllables = ['ba', 'ne', 'ti', 'lo', 'ru', 'sa', 'me', 'ki', 'do', 'pu', 'la', 'vi'];

/** About 1,700 words, most frequent first. */
const words = syllables.flatMap((a) =>
  syllables.flatMap((b) => syllables.map((c) => (a === b ? a + c : a + b + c))),
);
