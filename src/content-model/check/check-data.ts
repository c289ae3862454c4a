import { locate, mapsIn, mistake, problemAt, slugOf, textsIn } from '../model/problem.ts';
import type { Entry, Mistake, Problem } from '../model/problem.ts';
import { by, checkTexts, findDuplicates, findUnknown, textsAt } from '../model/texts.ts';
import { findBrokenAddress } from './check-links.ts';
import type { Site } from './read-site.ts';

const docs = 'src/content/docs';

/** Duplicate ids and texts, references to missing pages and sections, and impossible values in data. */
export function checkData(site: Site): Problem[] {
  const { myths = [], effects = [], prevalence = [], culture = [], synonyms, slugs } = site;
  return [
    ...site.collections.flatMap(findSameIds),
    ...findOrphanFiles(
      site.findings,
      site,
      'The findings are named after the page "…", which is not there.',
    ),
    ...findOrphanFiles(site.asked, site, 'There is no page "…" for these lines.'),
    ...findDuplicateTexts(site),
    ...findSelfSynonyms(synonyms),
    ...checkTexts(synonyms, 'words.*', findCapital),
    ...checkReflection(site),
    ...(site.timeline ?? []).flatMap((entry) => findFuture(entry, site)),
    ...checkTexts(site.bets, 'bets.*.places.*', (place) => findBrokenPlace(place, site)),
    ...checkTexts(site.cries, 'unsure.*', (place) => findBrokenPlace(place, site)),
    ...checkTexts(site.bets, 'bets.*.queries.*', (query, { data }) =>
      findBadQuery(query, Object.keys((data['parts'] ?? {}) as object)),
    ),
    ...effects.flatMap(findImpossibleEffects),
    ...checkTexts([...myths, ...effects], 'page', (page, { id }) =>
      findUnknown(page, slugs, docs, `"${id}" names the page "${page}", which is not there.`),
    ),
    ...[...prevalence, ...culture].flatMap(findSharesAboveWhole),
  ];
}

/** Checks a page's slug or slug#section. */
function findBrokenPlace(place: string, site: Site) {
  return findBrokenAddress(place.replace(/^[^#]*/, '/$&/'), site);
}

/** Files named after a page that does not exist, once each; "…" in the message is replaced by the page. */
function findOrphanFiles(entries: Entry[] = [], { slugs }: Site, message: string): Problem[] {
  return [...new Set(entries.map(({ file }) => file))].flatMap((file) => {
    const page = slugOf(file);
    return locate({ file }, findUnknown(page, slugs, docs, message.replace('…', page)));
  });
}

function findBadQuery(query: string, parts: string[]): Mistake | undefined {
  for (const [, part = ''] of query.matchAll(/\{([a-z]+)\}/g)) {
    const unknown = findUnknown(part, parts, '"parts"', `There is no part "${part}".`);
    if (unknown) return unknown;
  }
  if (/\p{Lu}|['’]/u.test(query.replace(/\\./g, '')))
    return mistake`“${query}” matches nothing: queries are compared in lower case, without apostrophes.
      Write it so: dont, not Don’t.`;
  if (query.includes(' & ') && query.split(' & ').some(hasOpenAlternatives))
    return mistake`“${query}” has alternatives beside words that must occur together.
      Put the alternatives in brackets, or give each a line of its own.`;
  try {
    new RegExp(query);
    return undefined;
  } catch {
    return mistake`“${query}” is no regular expression.
      Look for a bracket that is not closed.`;
  }
}

/** Whether a pattern has a bar outside all brackets. */
function hasOpenAlternatives(pattern: string): boolean {
  let depth = 0;
  for (const sign of pattern.replace(/\\.|\[[^\]]*\]/g, '')) {
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (sign === '|' && depth === 0) return true;
  }
  return false;
}

/** Entries of a collection with the same id; the citation checks report duplicate works. */
function findSameIds({ name, collection, entries = [] }: Site['collections'][number]): Problem[] {
  if (collection.id === undefined || name === 'references') return [];
  return findDuplicates(entries, by.id, ({ id }, first) => ({
    message: `"${id}" occurs twice; the first is on line ${String(first.line)}.`,
    hint: 'Rename one of them, or take it out.',
  }));
}

/** Words, ids and names that occur twice in data, where only the first would be used. */
function findDuplicateTexts({ synonyms, helplines, topics, reflection }: Site): Problem[] {
  return [
    ...findDuplicates(textsAt(synonyms, 'words.*'), by.text, ({ text }, { entry }) => ({
      message: `"${text}" occurs twice; the first is in the group on line ${String(entry.line)}.`,
      hint: 'Keep it in one group, with all its meanings in "to".',
    })),
    ...findDuplicates(textsAt(helplines, 'lines.*.id'), by.text, ({ text }, first) => ({
      message: `Two helplines have the id "${text}"; the first is on line ${String(first.line)}.`,
      hint: 'Give one of them another id.',
    })),
    ...findDuplicates(textsAt(topics, '*'), by.lowText, ({ text, path }, first) => ({
      message: `The topics "${first.path.join()}" and "${path.join()}" have the same name, “${text}”.`,
      hint: 'Name one of them otherwise, or make them one topic in evidence.yaml.',
    })),
    ...['relationships', 'statements', 'regions'].flatMap((list) =>
      findDuplicates(textsAt(reflection, `${list}.*.id`), by.text, ({ text }, first) => ({
        message: `"${text}" occurs twice in "${list}"; the first is on line ${String(first.line)}.`,
        hint: 'Rename one of them, or take it out.',
      })),
    ),
  ];
}

/** Synonym groups that map only to their own words. Mapping both ways is allowed: search expands a query once. */
function findSelfSynonyms(groups: Entry[] = []): Problem[] {
  return groups.flatMap((group): Problem[] => {
    const [words = [], targets = []] = ['words', 'to'].map((field) =>
      textsIn(group.data[field]).map((word) => word.toLowerCase()),
    );
    if (targets.length === 0 || !targets.every((target) => words.includes(target))) return [];
    const hint = 'Write in "to" the words of the page that readers mean.';
    return problemAt(group, ['to'], `"${words.join(', ')}" is only a synonym of itself.`, hint);
  });
}

/** A synonym with a capital letter, which never matches: queries are compared in lower case. */
function findCapital(word: string): Mistake | undefined {
  const low = word.toLowerCase();
  const message = `"${word}" has a capital letter; what readers type is compared in lower case.`;
  return word === low ? undefined : { message, hint: `Write ${low}.` };
}

/** Links of the reflection to sections that its page does not have. */
function checkReflection({ reflection, pages }: Site): Problem[] {
  const home = pages.find(({ outline }) => outline?.uses.some(({ name }) => name === 'Reflection'));
  const sections = home?.outline?.sections.map(({ slug }) => slug);
  return ['safety.section', 'better.section'].flatMap((path) =>
    checkTexts(reflection, path, (section) => {
      const message = `The page "${String(home?.slug)}" has no section "${section}".`;
      return findUnknown(section, sections, String(home?.file), message);
    }),
  );
}

function findFuture(entry: Entry, { surroundings: { today } }: Site): Problem[] {
  const { year } = entry.data;
  if (!today || typeof year !== 'number' || year <= today.getUTCFullYear()) return [];
  const message = `The year ${String(year)} is in the future.`;
  return problemAt(entry, ['year'], message, 'Write the year of the work.');
}

/** Largest plausible absolute effect in each metric: 1 for r, by definition; above any in this field for d and g. */
const largest: Record<string, number> = { r: 1, d: 5, g: 5 };

/** An effect outside the range of its metric, such as 25 for .25, or outside its own confidence interval. */
function findImpossibleEffects(entry: Entry): Problem[] {
  const { id, data } = entry;
  const limit = largest[String(data['metric'])] ?? Infinity;
  for (const field of ['value', 'lower', 'upper']) {
    const written = data[field];
    if (typeof written !== 'number' || Math.abs(written) <= limit) continue;
    const message = `"${id}" has ${String(data['metric'])} = ${String(written)} in "${field}"; it lies between −${String(limit)} and ${String(limit)}.`;
    const hint = 'Look for a lost decimal point, as in 25 for 0.25.';
    return problemAt(entry, [field], message, hint);
  }
  const { value, lower, upper } = data;
  if (typeof value !== 'number') return [];
  if (Number(lower ?? -Infinity) <= value && value <= Number(upper ?? Infinity)) return [];
  const message = `The interval of "${id}" does not contain its value ${String(value)}.`;
  return problemAt(entry, ['value'], message, 'Correct "value", "lower" or "upper".');
}

/** Percentages of one whole that add up to more than 100; rounding may add a little. */
function findSharesAboveWhole(entry: Entry): Problem[] {
  const { id, data } = entry;
  const fields = Object.keys(data).filter((field) => /^secure$|_pct$/.test(field));
  const others = mapsIn(data['others']).map(({ percent }) => percent);
  const shares = [...fields.map((field) => data[field]), ...others].map(Number);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!(sum > 101.5)) return [];
  const message = `The shares of "${id}" add up to ${String(Math.round(sum * 10) / 10)}%.`;
  return locate(entry, { message, hint: 'Check them against the work.' });
}
