import { suggestion } from '../../lib/text/nearest.ts';
import { type Problem, findRepeatedIds, findRepeats, type Entry } from '../model/problem.ts';
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
function checkBets({ file, data, lineOf }: Entry, site: Site): Problem[] {
  const listOf = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : []);
  const parts = Object.keys((data['parts'] ?? {}) as object);
  return listOf(data['bets']).flatMap((bet, at) => {
    const { places, queries } = (bet ?? {}) as Record<string, unknown>;
    const lost = listOf(places).flatMap((place, index): Problem[] => {
      const [slug = '', anchor] = String(place).split('#');
      const url = `/${slug}/${anchor === undefined ? '' : `#${anchor}`}`;
      const found = findBrokenAddress(url, site);
      return found ? [{ file, line: lineOf(['bets', at, 'places', index]), ...found }] : [];
    });
    const wrong = listOf(queries).flatMap((query, index): Problem[] => {
      const slip = findBadQuery(String(query), parts);
      return slip ? [{ file, line: lineOf(['bets', at, 'queries', index]), ...slip }] : [];
    });
    return [...lost, ...wrong];
  });
}

function findBadQuery(query: string, parts: string[]) {
  const [, part] =
    [...query.matchAll(/\{([a-z]+)\}/g)].find(([, one = '']) => !parts.includes(one)) ?? [];
  if (part !== undefined)
    return { message: `There is no part "${part}".`, hint: suggestion(part, parts, '"parts"') };
  if (/\p{Lu}|['’]/u.test(query.replace(/\\./g, '')))
    return {
      message: `“${query}” matches nothing: queries are compared in lower case, without apostrophes.`,
      hint: 'Write it so: dont, not Don’t.',
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
    (Array.isArray(group.data['words']) ? group.data['words'].map(String) : []).map(
      (word, index) => ({ group, word, index }),
    ),
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
  const textsOf = (value: unknown) =>
    Array.isArray(value) ? value.map((word) => String(word).toLowerCase()) : [];
  return groups.flatMap(({ file, data, lineOf }): Problem[] => {
    const words = textsOf(data['words']);
    const targets = textsOf(data['to']);
    if (targets.length === 0 || !targets.every((target) => words.includes(target))) return [];
    return [
      {
        file,
        line: lineOf(['to']),
        message: `"${words.join(', ')}" leads to itself.`,
        hint: 'Write in "to" the words that stand on the page which readers mean.',
      },
    ];
  });
}

/** What readers type is compared in lower case, so that a word with a capital is never found. */
function findCapitals({ file, data, lineOf }: Entry): Problem[] {
  const words = Array.isArray(data['words']) ? data['words'].map(String) : [];
  return words.flatMap((word, index): Problem[] =>
    word === word.toLowerCase()
      ? []
      : [
          {
            file,
            line: lineOf(['words', index]),
            message: `"${word}" has a capital letter; what readers type is compared in lower case.`,
            hint: `Write ${word.toLowerCase()}.`,
          },
        ],
  );
}

/** A value in a list inside an entry, and where it is. */
interface Inner {
  file: string;
  line: number;
  value: string;
}

/** The texts in one field of the items of a list inside an entry. */
function listInner({ file, data, lineOf }: Entry, list: string, field: string): Inner[] {
  const items = Array.isArray(data[list]) ? (data[list] as unknown[]) : [];
  return items.flatMap((item, index) => {
    const value = ((item ?? {}) as Record<string, unknown>)[field];
    return typeof value === 'string' ? [{ file, line: lineOf([list, index, field]), value }] : [];
  });
}

/** Lines of two countries, or of one, with the same id: pages that name it would get the first. */
function findTwinLines(countries: Entry[]): Problem[] {
  return findRepeats(
    countries.flatMap((country) => listInner(country, 'lines', 'id')),
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
  const { file, data, lineOf } = entry;
  const twins = ['relationships', 'statements', 'regions'].flatMap((list) =>
    findRepeats(
      listInner(entry, list, 'id'),
      ({ value }) => value,
      ({ line, value }, first) => ({
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
    const { section } = (data[field] ?? {}) as Record<string, unknown>;
    if (!sections || typeof section !== 'string' || sections.includes(section)) return [];
    return [
      {
        file,
        line: lineOf([field, 'section']),
        message: `The page "${String(home?.slug)}" has no section "${section}".`,
        hint: suggestion(section, sections, String(home?.file)),
      },
    ];
  });
  return [...twins, ...lost];
}

/** A step in a year to come. */
function findFuture({ file, data, lineOf }: Entry, { surroundings: { today } }: Site): Problem[] {
  const { year } = data;
  if (!today || typeof year !== 'number' || year <= today.getUTCFullYear()) return [];
  return [
    {
      file,
      line: lineOf(['year']),
      message: `The year ${String(year)} is to come.`,
      hint: 'Write the year of the work.',
    },
  ];
}

/** Largest effect in each metric that can be, or has been seen in this field. */
const largest: Record<string, number> = { r: 1, d: 5, g: 5 };

/** An effect beyond what its metric can hold, as when the point before .25 is lost; an interval that misses it. */
function findBeyond({ id, file, data, lineOf }: Entry): Problem[] {
  const limit = largest[String(data['metric'])] ?? Infinity;
  const [value, lower, upper] = ['value', 'lower', 'upper'].map((field) => data[field]);
  for (const field of ['value', 'lower', 'upper']) {
    const written = data[field];
    if (typeof written === 'number' && Math.abs(written) > limit)
      return [
        {
          file,
          line: lineOf([field]),
          message: `"${id}" has ${String(data['metric'])} = ${String(written)} in "${field}"; it lies between −${String(limit)} and ${String(limit)}.`,
          hint: 'Look for a lost decimal point, as in 25 for 0.25.',
        },
      ];
  }
  if (Number(lower ?? -Infinity) <= Number(value) && Number(value) <= Number(upper ?? Infinity))
    return [];
  if (typeof value !== 'number') return [];
  return [
    {
      file,
      line: lineOf(['value']),
      message: `The interval of "${id}" does not hold its value ${String(value)}.`,
      hint: 'Correct "value", "lower" or "upper".',
    },
  ];
}

function findPage({ id, file, data, lineOf }: Entry, { pages, misnamed }: Site): Problem[] {
  const slugs = new Set([...pages.map(({ slug }) => slug), ...misnamed]);
  const slug = data['page'];
  if (typeof slug !== 'string' || slugs.has(slug)) return [];
  return [
    {
      file,
      line: lineOf(['page']),
      message: `"${id}" names the page "${slug}", which is not there.`,
      hint: suggestion(slug, slugs, 'src/content/docs'),
    },
  ];
}

interface Shares {
  entry: Entry;
  shares: number[];
}

function sharesOf(entry: Entry): Shares {
  const others = Array.isArray(entry.data['others'])
    ? (entry.data['others'] as { percent?: unknown }[])
    : [];
  return { entry, shares: [entry.data['secure'], ...others.map((one) => one.percent)].map(Number) };
}

function classesOf(entry: Entry): Shares {
  const fields = Object.keys(entry.data).filter((field) => field.endsWith('_pct'));
  return { entry, shares: fields.map((field) => Number(entry.data[field])) };
}

/** Rounded shares may come to a little more than 100. */
function findExcess({ entry: { id, file, line }, shares }: Shares): Problem[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (!(sum > 101.5)) return [];
  return [
    {
      file,
      line,
      message: `The shares of "${id}" come to ${String(Math.round(sum * 10) / 10)}%.`,
      hint: 'Check them against the work.',
    },
  ];
}
