import { Finder } from '../../../src/features/search/client/finder.ts';
import { correctQuery } from '../../../src/features/search/model/correct.ts';
import type { UnitFound } from '../../../src/features/search/model/evidence.ts';
import { planQuery } from '../../../src/features/search/model/plan.ts';
import { weights } from '../../../src/features/search/model/rank.ts';
import { readSigns, type Signs } from '../../../src/features/search/model/signs.ts';
import { splitQuery, splitWords } from '../../../src/features/search/model/words.ts';
import { openBuiltLibrary } from './library.ts';
import { readQueries, type Place } from './query-file.ts';

/**
 * Learns the weights of src/features/search/model/rank.ts over the search of dist/ and prints them: a
 * conditional logistic model, by gradient ascent, of which section answers. Examples are the lists that
 * search may be tuned on, and every so many of the lines that readers ask, as if their sections did not
 * have them; `same` and `aside`, which these say nothing of, stay as they are. Before, it learns on one half of the
 * pages and prints how often the right section comes first on the other. Run after a build, when what
 * readers ask has grown by much: npm run tune:search
 */
interface Example {
  /** Page that answers, by which examples are parted. */
  page: string;
  /** How much it counts. */
  weight: number;
  /** Signs of each section that has anything of the query, and whether it answers. */
  rows: { signs: Float64Array; isRight: boolean }[];
}

const tuned = ['queries', 'places', 'asked', 'fresh'];
const names = Object.keys(weights) as (keyof Signs)[];

/** One line of so many is asked. */
const everyLine = Number(process.env['TUNE_EVERY'] ?? 8);
/** So many sections contest an example: those that score best by the weights as they are. */
const contestants = 40;
/** A query of the lists counts for so many lines. */
const listWeight = 3;

const library = await openBuiltLibrary('dist');
const { catalogue, lexicon } = library;
const finder = new Finder(library);
await library.learn('all');
const isListed = await library.learnDictionary();

const examples: Example[] = [];
for (const name of tuned) {
  for (const { query, accepted, kind } of readQueries(`tests/fixtures/search/${name}.tsv`)) {
    // The work stands on top for an author and a year, whatever the sections do.
    if (kind === 'number') continue;
    add(await find(query), accepted, listWeight);
  }
}
let count = 0;
for (const [id, { page, anchor, heading, lines }] of catalogue.sections) {
  const records = await finder.ask(splitWords(heading).join(' '), {});
  const content = (await records.find((one) => one.id === id)?.data())?.content.split(/\s+/) ?? [];
  for (const [line, { end }] of lines.entries()) {
    if (line === 0 || ++count % everyLine !== 0) continue;
    const found = await find(content.slice(lines[line - 1]?.end, end).join(' '));
    forget(found, id, line);
    add(found, [{ page: page.path.replace(/\/$/, ''), section: anchor }], 1);
  }
}
const pages = [...new Set(examples.map(({ page }) => page))];
for (const part of [0, 1]) {
  const isTest = ({ page }: Example) => pages.indexOf(page) % 2 === part;
  const learnt = learn(examples.filter((one) => !isTest(one)));
  console.log(`Other half of the pages: ${shareFirst(examples.filter(isTest), learnt)}`);
}
const learnt = learn(examples);
console.log(`All: ${shareFirst(examples, learnt)}`);
console.log(
  Object.fromEntries(names.map((name, index) => [name, Number(learnt[index]?.toFixed(2))])),
);

async function find(query: string): Promise<UnitFound[]> {
  const { words } = correctQuery(splitQuery(query), lexicon, { isListed });
  return (await finder.findUnits(planQuery(words, lexicon), {})).found;
}

/** Takes a line out of what was found of a section. */
function forget(found: readonly UnitFound[], id: string, line: number): void {
  for (const { own, synonyms } of found) {
    for (const { records } of [own, synonyms]) {
      const evidence = records.get(id);
      if (!evidence) continue;
      evidence.lines[line] = 0;
      evidence.asked = Math.max(0, ...evidence.lines.filter((_, index) => index > 0));
      if (evidence.text === 0 && !evidence.lines.some((one) => one > 0)) records.delete(id);
    }
  }
}

function add(found: readonly UnitFound[], accepted: readonly Place[], weight: number): void {
  const own = Float64Array.from(names, (name) => weights[name]);
  const rows = readSigns(found, catalogue)
    .map(({ section, signs }) => ({
      signs: Float64Array.from(names, (name) => signs[name]),
      isRight: accepted.some(
        (place) =>
          `${place.page}/` === section.page.path &&
          (place.section === undefined || place.section === section.anchor),
      ),
    }))
    .sort((a, b) => scoreOf(b.signs, own) - scoreOf(a.signs, own))
    // What nobody would take for an answer teaches nothing about those who come near.
    .filter(({ isRight }, index) => isRight || index < contestants);
  if (rows.some(({ isRight }) => isRight))
    examples.push({ page: accepted[0]?.page ?? '', weight, rows });
}

function scoreOf(signs: Float64Array, by: Float64Array): number {
  return signs.reduce((sum, sign, index) => sum + sign * (by[index] ?? 0), 0);
}

/** Gradient ascent on the likelihood that a right section is chosen, with steps of its own for each weight (Adam). */
function learn(from: readonly Example[], rounds = 120): Float64Array {
  const own = Float64Array.from(names, (name) => weights[name]);
  const mean = new Float64Array(names.length);
  const square = new Float64Array(names.length);
  const total = from.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 1; round <= rounds; round++) {
    const slope = new Float64Array(names.length);
    for (const { rows, weight } of from) {
      const scores = rows.map(({ signs }) => scoreOf(signs, own));
      const most = scores.reduce((a, b) => Math.max(a, b));
      const odds = scores.map((score) => Math.exp(score - most));
      const all = odds.reduce((a, b) => a + b);
      const right = odds.reduce((sum, one, index) => sum + (rows[index]?.isRight ? one : 0), 0);
      rows.forEach(({ signs, isRight }, row) => {
        const change = (odds[row] ?? 0) * ((isRight ? 1 / right : 0) - 1 / all) * (weight / total);
        signs.forEach((sign, index) => (slope[index] = (slope[index] ?? 0) + change * sign));
      });
    }
    const step = round < rounds * 0.7 ? 0.2 : 0.04;
    slope.forEach((raw, index) => {
      if (names[index] === 'same' || names[index] === 'aside') return;
      // A little decay, so that signs which say the same share their weight.
      const one = raw - 0.001 * (own[index] ?? 0);
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * one;
      square[index] = 0.99 * (square[index] ?? 0) + 0.01 * one * one;
      const size = Math.sqrt((square[index] ?? 0) / (1 - 0.99 ** round)) + 1e-8;
      own[index] = (own[index] ?? 0) + (step * (mean[index] ?? 0)) / (1 - 0.9 ** round) / size;
    });
  }
  return own;
}

function shareFirst(from: readonly Example[], by: Float64Array): string {
  const first = from.filter(({ rows }) => {
    const best = rows.reduce((a, b) => (scoreOf(b.signs, by) > scoreOf(a.signs, by) ? b : a));
    return best.isRight;
  });
  return `the right section comes first for ${((100 * first.length) / from.length).toFixed(1)} % of ${String(from.length)}`;
}
