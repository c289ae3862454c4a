import { suggestion } from '../../lib/text/nearest.ts';
import {
  findRepeatedIds,
  findRepeats,
  mapsIn,
  problemAt,
  textsIn,
  type Entry,
  type Problem,
} from '../model/problem.ts';
import { findBrokenAddress } from './check-links.ts';
import type { ReadCollection, Site } from './read-site.ts';

/** Ids that two entries share, pages that data names and that are not there, and shares above 100%. */
export function checkData(site: Site): Problem[] {
  const { myths = [], effects = [], prevalence = [], culture = [], synonyms = [] } = site;
  return [
    ...site.collections.flatMap(findTwins),
    ...findTwinWords(synonyms),
    ...findCircles(synonyms),
    ...synonyms.flatMap(findCapitals),
    ...findTwinLines(site.helplines ?? []),
    ...(site.topics ?? []).flatMap(findTwinTopics),
    ...(site.reflection ?? []).flatMap((entry) => checkReflection(entry, site)),
    ...(site.timeline ?? []).flatMap((entry) => findFuture(entry, site)),
    ...(site.bets ?? []).flatMap((entry) => checkBets(entry, site)),
    ...effects.flatMap(findBeyond),
    ...[...myths, ...effects].flatMap((entry) => findPage(entry, site)),
    ...[...prevalence.map(sharesOf), ...culture.map(classesOf)].flatMap(findExcess),
  ];
}

/** Best bets that lead nowhere, or whose patterns no query can match. */
function checkBets(entry: Entry, site: Site): Problem[] {
  const parts = Object.keys((entry.data['parts'] ?? {}) as object);
  return mapsIn(entry.data['bets']).flatMap(({ places, queries }, at) => {
    const find = (field: string, values: unknown, check: (text: string) => Slip | undefined) =>
      textsIn(values).flatMap((text, index): Problem[] => {
        const slip = check(text);
        return slip ? problemAt(entry, ['bets', at, field, index], slip.message, slip.hint) : [];
      });
    return [
      ...find('places', places, (place) => {
        const [slug = '', anchor] = place.split('#');
        return findBrokenAddress(`/${slug}/${anchor === undefined ? '' : `#${anchor}`}`, site);
      }),
      ...find('queries', queries, (query) => findBadQuery(query, parts)),
    ];
  });
}

type Slip = Pick<Problem, 'message' | 'hint'>;

function findBadQuery(query: string, parts: string[]): Slip | undefined {
  const [, part] =
    [...query.matchAll(/\{([a-z]+)\}/g)].find(([, one = '']) => !parts.includes(one)) ?? [];
  if (part !== undefined)
    return { message: `There is no part "${part}".`, hint: suggestion(part, parts, '"parts"') };
  if (/\p{Lu}|['’]/u.test(query.replace(/\\./g, '')))
    return {
      message: `“${query}” matches nothing: queries are compared in lower case, without apostrophes.`,
      hint: 'Write it so: dont, not Don’t.',
    };
  if (query.includes(' & ') && query.split(' & ').some(hasOpenAlternatives))
    return {
      message: `“${query}” has alternatives beside words that must come together.`,
      hint: 'Put the alternatives in brackets, or give each a line of its own.',
    };
  try {
    new RegExp(query);
    return undefined;
  } catch {
    return {
      message: `“${query}” is no regular expression.`,
      hint: 'Look for a bracket that is not closed.',
    };
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

/** Entries of a list with one id; what works share, their own check reports. */
function findTwins({ name, collection, entries = [] }: ReadCollection): Problem[] {
  if (collection.id === undefined || name === 'references') return [];
  return findRepeatedIds(entries, ({ id }, first) => ({
    message: `"${id}" stands twice; the first is on line ${String(first.line)}.`,
    hint: 'Rename one of them, or take it out.',
  }));
}

/** The search takes the first group that holds a word; a second would never be asked. */
function findTwinWords(groups: Entry[]): Problem[] {
  const words = groups.flatMap((group) =>
    textsIn(group.data['words']).map((word, index) => ({ group, word, index })),
  );
  return findRepeats(
    words,
    ({ word }) => word,
    ({ group, word, index }, first) => ({
      file: group.file,
      line: group.lineOf(['words', index]),
      message: `"${word}" stands twice; the first is in the group on line ${String(first.group.line)}.`,
      hint: 'Keep it in one group, with all its meanings in "to".',
    }),
  );
}

/** Groups that lead nowhere but to their own words. Others may lead both ways, for search follows them once. */
function findCircles(groups: Entry[]): Problem[] {
  return groups.flatMap((group): Problem[] => {
    const [words = [], targets = []] = ['words', 'to'].map((field) =>
      textsIn(group.data[field]).map((word) => word.toLowerCase()),
    );
    if (targets.length === 0 || !targets.every((target) => words.includes(target))) return [];
    const hint = 'Write in "to" the words that stand on the page which readers mean.';
    return problemAt(group, ['to'], `"${words.join(', ')}" leads to itself.`, hint);
  });
}

/** What readers type is compared in lower case, so that a word with a capital is never found. */
function findCapitals(group: Entry): Problem[] {
  return textsIn(group.data['words']).flatMap((word, index): Problem[] => {
    const low = word.toLowerCase();
    const message = `"${word}" has a capital letter; what readers type is compared in lower case.`;
    return word === low ? [] : problemAt(group, ['words', index], message, `Write ${low}.`);
  });
}

/** A value in a list inside an entry, and where it is. */
interface Inner {
  file: string;
  line: number;
  value: string;
}

/** The ids of the items of a list inside an entry. */
function listIds({ file, data, lineOf }: Entry, list: string): Inner[] {
  return mapsIn(data[list]).flatMap(({ id }, index) =>
    typeof id === 'string' ? [{ file, line: lineOf([list, index, 'id']), value: id }] : [],
  );
}

/** Lines of two countries, or of one, with the same id: pages that name it would get the first. */
function findTwinLines(countries: Entry[]): Problem[] {
  return findRepeats(
    countries.flatMap((country) => listIds(country, 'lines')),
    ({ value }) => value,
    ({ file, line, value }, first) => ({
      file,
      line,
      message: `Two helplines have the id "${value}"; the first is on line ${String(first.line)}.`,
      hint: 'Give one of them another id.',
    }),
  );
}

/** Two topics that readers could not tell apart on the list of references. */
function findTwinTopics({ file, data, lineOf }: Entry): Problem[] {
  return findRepeats(
    Object.entries(data),
    ([, name]) => (typeof name === 'string' ? name.toLowerCase() : undefined),
    ([id, name], [first]) => ({
      file,
      line: lineOf([id]),
      message: `The topics "${first}" and "${id}" have the same name, “${String(name)}”.`,
      hint: 'Name one of them otherwise, or make them one topic in evidence.yaml.',
    }),
  );
}

/** Ids that two statements, relationships or patterns share, and links to sections that the page has not. */
function checkReflection(entry: Entry, { pages }: Site): Problem[] {
  const twins = ['relationships', 'statements', 'regions'].flatMap((list) =>
    findRepeats(
      listIds(entry, list),
      ({ value }) => value,
      ({ file, line, value }, first) => ({
        file,
        line,
        message: `"${value}" stands twice in "${list}"; the first is on line ${String(first.line)}.`,
        hint: 'Rename one of them, or take it out.',
      }),
    ),
  );
  const home = pages.find(({ outline }) => outline?.uses.some(({ name }) => name === 'Reflection'));
  const sections = home?.outline?.sections.map(({ slug }) => slug);
  const lost = ['safety', 'better'].flatMap((field): Problem[] => {
    const { section } = (entry.data[field] ?? {}) as Record<string, unknown>;
    if (!sections || typeof section !== 'string' || sections.includes(section)) return [];
    const message = `The page "${String(home?.slug)}" has no section "${section}".`;
    const hint = suggestion(section, sections, String(home?.file));
    return problemAt(entry, [field, 'section'], message, hint);
  });
  return [...twins, ...lost];
}

/** A step in a year to come. */
function findFuture(entry: Entry, { surroundings: { today } }: Site): Problem[] {
  const { year } = entry.data;
  if (!today || typeof year !== 'number' || year <= today.getUTCFullYear()) return [];
  const message = `The year ${String(year)} is to come.`;
  return problemAt(entry, ['year'], message, 'Write the year of the work.');
}

/** Largest effect in each metric that can be, or has been seen in this field. */
const largest: Record<string, number> = { r: 1, d: 5, g: 5 };

/** An effect beyond what its metric can hold, as when the point before .25 is lost; an interval that misses it. */
function findBeyond(entry: Entry): Problem[] {
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
  const message = `The interval of "${id}" does not hold its value ${String(value)}.`;
  return problemAt(entry, ['value'], message, 'Correct "value", "lower" or "upper".');
}

function findPage(entry: Entry, { slugs }: Site): Problem[] {
  const slug = entry.data['page'];
  if (typeof slug !== 'string' || slugs.has(slug)) return [];
  const message = `"${entry.id}" names the page "${slug}", which is not there.`;
  return problemAt(entry, ['page'], message, suggestion(slug, slugs, 'src/content/docs'));
}

interface Shares {
  entry: Entry;
  shares: number[];
}

function sharesOf(entry: Entry): Shares {
  const others = mapsIn(entry.data['others']).map(({ percent }) => percent);
  return { entry, shares: [entry.data['secure'], ...others].map(Number) };
}

function classesOf(entry: Entry): Shares {
  const fields = Object.keys(entry.data).filter((field) => field.endsWith('_pct'));
  return { entry, shares: fields.map((field) => Number(entry.data[field])) };
}

/** Rounded shares may come to a little more than 100. */
function findExcess({ entry: { id, file, line }, shares }: Shares): Problem[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!(sum > 101.5)) return [];
  const message = `The shares of "${id}" come to ${String(Math.round(sum * 10) / 10)}%.`;
  return [{ file, line, message, hint: 'Check them against the work.' }];
}
