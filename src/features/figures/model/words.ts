import type { Check, Site } from '../../../content-model/check/read-site.ts';
import { collections, type CollectionName } from '../../../content-model/collections.ts';
import {
  ContentError,
  problemAt,
  type Entry,
  type Problem,
} from '../../../content-model/model/problem.ts';
import type { Use } from '../../../content-model/model/read-page.ts';
import type { FigureWords } from '../../../content-model/schemas/figure-data.ts';
import {
  baseKey,
  formatMessage,
  placeholdersOf,
  type MessageValues,
} from '../../../lib/i18n/message.ts';
import { suggestion } from '../../../lib/text/nearest.ts';
import { site } from '../../../site/site.ts';
import type { Layout } from './layout.ts';

const file = 'src/content/figures/words.yaml';

/** Each figure, by its id, with the names of the words inside it and its table. */
export const wordsOfFigures: Record<string, string> = {
  ages: 'table what age note source birth months years fromBirth fromTo',
  'attunement-steps': 'movement voice first firstMore second secondMore third thirdMore',
  culture:
    'table country samples infants secure avoidant resistant everyCountry countries infantsOf ' +
    'samplesOf caution cautionMore',
  'evidence-strength':
    'table finding reported correlation word studies people note source notInRecord intervals ' +
    'noIntervals stretch noStretch none small medium strong',
  'match-mismatch-repair': 'inStep outOfStep outOfStepMore outOfStepAgain repair time',
  'pattern-map':
    'secure secureMore anxious anxiousMore avoidant avoidantMore fearful-avoidant ' +
    'fearful-avoidantMore upwards rightwards',
  'press-withdraw-circle': 'presses pressesMore withdraws withdrawsMore toWithdrawing toPressing',
  prevalence: 'table who how number secure others note source notGiven half answer rest notStated',
  'secure-base-cycle':
    'setsOut setsOutMore explores exploresMore comesBack comesBackMore isComforted ' +
    'isComfortedMore',
  'small-link': 'more less secure caution cautionMore',
  'still-face-timeline':
    'motherPlays motherStill motherPlaysAgain plays playsMore sobers sobersMore triesAgain ' +
    'triesAgainMore turnsAway turnsAwayMore joinsIn joinsInMore',
  'strange-situation': '',
  'synchrony-rhythm': 'engage engageMore pause pauseMore return returnMore adult child time',
  timeline: '',
  'working-model-hierarchy':
    'general kinds person people peopleBelief parents partners partnersBelief friends father ' +
    'mother partner partnerBelief friend',
};

const ofCulture =
  'countries where lowestSecure lowestSecureIn highestSecure highestSecureIn avoidant avoidantIn ' +
  'resistant resistantIn most mostIn samples thin smallest';

/** The values that a figure knows for its description, its caption and each of its words; others have none. */
const values: Record<string, string> = {
  'ages description': 'spans',
  'ages months': 'number',
  'ages years': 'number',
  'ages fromBirth': 'to',
  'ages fromTo': 'from to',
  'culture description': ofCulture,
  'culture caption': 'work',
  'culture countries': 'count',
  'culture infantsOf': 'samples infants',
  'culture samplesOf': 'samples infants',
  'culture cautionMore': ofCulture,
  'evidence-strength description': 'findings groups stretches',
  'evidence-strength caption': 'intervals',
  'evidence-strength stretch': 'count word',
  'evidence-strength noStretch': 'word',
  'prevalence description': 'answers lowest highest list',
  'prevalence answer': 'label secure',
  'prevalence rest': 'others',
  'prevalence notStated': 'percent',
  'small-link description': 'families more less',
  'small-link caption': 'effect work',
  'small-link secure': 'secure families',
};

/** The words inside a figure, in one of its layouts. */
export interface Words {
  /** The lines of a word, as the figure sets them. */
  lines(name: string, values?: MessageValues): string[];
  /** The same as one line. */
  line(name: string, values?: MessageValues): string;
}

/** The words of a figure that an author has written; those of wide columns stand at the top. */
export interface FigureText extends Words {
  id: string;
  /** Accessible name of the drawings. */
  title: string;
  /** What a reader who cannot see them should know. */
  description(values?: MessageValues): string;
  /** The paragraphs under it. */
  caption(values?: MessageValues): string[];
  of: Record<Layout, Words>;
}

/**
 * The words of a figure with values in the place of each `{{name}}`.
 * @throws ContentError on a missing word, and on a placeholder without a value.
 */
export function readFigureText(
  id: string,
  { title = '', description = '', caption, words, narrow }: FigureWords,
): FigureText {
  const format = (texts: Record<string, string>, name: string, values?: MessageValues) => {
    try {
      return formatMessage(texts, site.language, name, values);
    } catch (error) {
      const hint = `Correct the words of the figure "${id}".`;
      throw new ContentError({ file, message: (error as Error).message, hint });
    }
  };
  const pick = (texts: Record<string, string>): Words => ({
    lines: (name, values) => format(texts, name, values).split('\n'),
    line: (name, values) => format(texts, name, values).replaceAll('\n', ' '),
  });
  const wide = pick(words);
  return {
    ...wide,
    id,
    title,
    description: (values) => format({ description }, 'description', values),
    caption: (values) => format({ caption }, 'caption', values).trim().split(/\n\n+/),
    of: { wide, narrow: pick({ ...words, ...narrow }) },
  };
}

/** Figures of data, and the collection that holds it. */
const dataOf: Partial<Record<string, CollectionName>> = {
  ages: 'ages',
  culture: 'culture',
  'evidence-strength': 'effects',
  prevalence: 'prevalence',
  'small-link': 'effects',
  'strange-situation': 'episodes',
  timeline: 'timeline',
};

/** Reports figures without words or data on pages, and words that a figure lacks or does not know. */
export const checkFigureWords: Check = (site) => [
  ...site.pages.flatMap(({ file, outline }) =>
    (outline?.uses ?? []).flatMap((use) => checkUse(site, file, use)),
  ),
  ...(site.figureWords ?? []).flatMap(checkWords),
];

/** Components that are a figure of their own. */
const ownComponents: Partial<Record<string, string>> = {
  StrangeSituation: 'strange-situation',
  Timeline: 'timeline',
};

/** A figure on a page that does not exist, or lacks its words or its data. */
function checkUse(site: Site, page: string, { name, props, line }: Use): Problem[] {
  const id = name === 'Figure' ? (props['id'] ?? '') : ownComponents[name];
  if (id === undefined) return [];
  if (!Object.hasOwn(wordsOfFigures, id)) return [noFigure(id, page, line)];
  const component = name === 'Figure' ? `<Figure id="${id}">` : `<${name}>`;
  const problems: Problem[] = [];
  const add = (message: string, fix: string) =>
    problems.push({ file: page, line, message, hint: `${fix}, or take the figure out.` });
  if (site.figureWords?.every((entry) => entry.id !== id))
    add(`${component} has no words.`, `Add an entry "${id}" to ${file}`);
  const collection = dataOf[id];
  const isPictured = id === 'small-link';
  if (collection && site[collection]?.every(({ data }) => isPictured && !data['pictured']))
    add(
      `${component} has nothing to draw.`,
      isPictured
        ? 'Write "pictured: true" in one entry of src/content/figures/effects.yaml'
        : `Write src/content/${collections[collection].files}`,
    );
  return problems;
}

function noFigure(id: string, file: string, line: number): Problem {
  const hint = suggestion(id, Object.keys(wordsOfFigures), 'the list of figures');
  return { file, line, message: `There is no figure "${id}".`, hint };
}

/** Words that a figure lacks or has no place for, and placeholders for which it knows no value. */
function checkWords(entry: Entry): Problem[] {
  const { id, file: path, line, data } = entry;
  const needed = new Map(Object.entries(wordsOfFigures)).get(id)?.split(' ').filter(Boolean);
  if (!needed) return [noFigure(id, path, line)];
  const wordsIn = (field: string) => Object.entries((data[field] ?? {}) as Record<string, unknown>);
  const written = new Set(wordsIn('words').map(([name]) => baseKey(name)));
  const missing = needed.filter((name) => !written.has(name));
  const texts = [
    ...['title', 'description', 'caption'].map((field) => [[field], data[field]] as const),
    ...['words', 'narrow'].flatMap((field) =>
      wordsIn(field).map(([name, text]) => [[field, name], text] as const),
    ),
  ];
  return [
    ...missing.map((name) => ({
      file: path,
      line,
      message: `The figure "${id}" lacks the word "${name}".`,
      hint: 'Add it under "words".',
    })),
    ...texts.flatMap(([at, text]) => {
      const name = at.at(-1) ?? '';
      if (at.length > 1 && !needed.includes(baseKey(name))) {
        const message = `The figure "${id}" has no place for the word "${name}".`;
        return problemAt(entry, at, message, suggestion(name, needed, file));
      }
      const known = values[`${id} ${baseKey(name)}`]?.split(' ') ?? [];
      const used = typeof text === 'string' ? placeholdersOf(text) : [];
      const strange = used.find((one) => !known.includes(one));
      if (strange === undefined) return [];
      const listed = known.map((one) => `{{${one}}}`).join(', ');
      const message = `The figure "${id}" has no value for {{${strange}}} in "${name}".`;
      const hint = listed ? `Use one of: ${listed}.` : 'Write the words themselves.';
      return problemAt(entry, at, message, hint);
    }),
  ];
}
