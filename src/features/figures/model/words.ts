import type { Check, Site } from '../../../content-model/check/read-site.ts';
import { collections } from '../../../content-model/collections.ts';
import { ContentError, locate } from '../../../content-model/model/problem.ts';
import type { Entry, Problem } from '../../../content-model/model/problem.ts';
import type { ComponentUse } from '../../../content-model/model/read-page.ts';
import { findUnknown, textsAt } from '../../../content-model/model/texts.ts';
import type { FigureWords } from '../../../content-model/schemas/figure-data.ts';
import {
  baseKey,
  formatMessage,
  placeholdersOf,
  type MessageValues,
} from '../../../lib/i18n/message.ts';
import { site } from '../../../site/site.ts';

/** The file with the texts of every figure. */
export const file = 'src/content/figures/words.yaml';

/** The two layouts of a figure: for a wide text column, and for a telephone. */
export const layouts = ['wide', 'narrow'] as const;

export type Layout = (typeof layouts)[number];

const cultureValues =
  'countries,where,lowestSecure,lowestSecureIn,highestSecure,highestSecureIn,avoidant,avoidantIn,' +
  'resistant,resistantIn,most,mostIn,samples,thin,smallest';

/** By figure id, the names of its texts, each with the names of its placeholder values in brackets. */
const textLists = {
  ages:
    'description(spans) table what age note source birth months(number) years(number) ' +
    'fromBirth(to) fromTo(from,to)',
  'attunement-steps': 'movement voice first firstMore second secondMore third thirdMore',
  culture:
    `description(${cultureValues}) caption(work) caution cautionMore(${cultureValues}) table country ` +
    'samples infants secure avoidant resistant everyCountry countries(count) ' +
    'infantsOf(samples,infants) samplesOf(samples,infants)',
  'evidence-strength':
    'description(findings,groups,stretches) caption(intervals) table finding reported correlation ' +
    'word studies people note source notInRecord intervals noIntervals stretch(count,word) ' +
    'noStretch(word) none small medium strong',
  'match-mismatch-repair': 'inStep outOfStep outOfStepMore outOfStepAgain repair time',
  'pattern-map':
    'secure secureMore anxious anxiousMore avoidant avoidantMore fearful-avoidant ' +
    'fearful-avoidantMore upwards rightwards',
  'press-withdraw-circle': 'presses pressesMore withdraws withdrawsMore toWithdrawing toPressing',
  prevalence:
    'description(answers,lowest,highest,list) table who how number secure others note source ' +
    'notGiven half answer(label,secure) rest(others) notStated(percent)',
  'secure-base-cycle':
    'setsOut setsOutMore explores exploresMore comesBack comesBackMore isComforted ' +
    'isComfortedMore',
  'small-link':
    'description(families,more,less) caption(effect,work) more less secure(secure,families) ' +
    'caution cautionMore',
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

/** By figure id and text name, the names of the placeholder values. */
const figures = new Map(
  Object.entries(textLists).map(([id, list]) => {
    const matches = list.matchAll(/([\w-]+)(?:\(([\w,]+)\))?/g);
    return [
      id,
      new Map([...matches].map(([, name = '', values]) => [name, values?.split(',') ?? []])),
    ];
  }),
);

/** Texts that any figure may have; the lists above name only those with placeholder values. */
const commonTexts = ['title', 'description', 'caption'];

/** The texts inside a figure, in one of its layouts. */
export interface Words {
  /** The lines of a text, as the figure draws them. */
  lines(name: string, values?: MessageValues): string[];
  /** The text as one line. */
  line(name: string, values?: MessageValues): string;
}

/** The formatted texts of a figure; its own `lines` and `line` are those of the wide layout. */
export type FigureText = ReturnType<typeof readFigureText>;

/**
 * Returns the texts of a figure; formatting one fills in its `{{name}}` placeholders.
 * @throws ContentError, when formatting, on a missing text and on a placeholder without a value.
 */
export function readFigureText(
  id: string,
  { title = '', description = '', caption, words, narrow }: FigureWords,
) {
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
  const of: Record<Layout, Words> = { wide: pick(words), narrow: pick({ ...words, ...narrow }) };
  return {
    ...of.wide,
    of,
    id,
    /** Accessible name of the drawings. */
    title,
    /** Accessible description of the drawings. */
    description: (values?: MessageValues) => format({ description }, 'description', values),
    /** The paragraphs of the caption. */
    caption: (values?: MessageValues) =>
      format({ caption }, 'caption', values).trim().split(/\n\n+/),
  };
}

type FigureData = 'ages' | 'culture' | 'effects' | 'episodes' | 'prevalence' | 'timeline';

/** The collection that a figure is drawn from, by figure id. */
export const dataOf: Partial<Record<string, FigureData>> = {
  ages: 'ages',
  culture: 'culture',
  'evidence-strength': 'effects',
  prevalence: 'prevalence',
  'small-link': 'effects',
  'strange-situation': 'episodes',
  timeline: 'timeline',
};

/** Reports figures on pages without texts or data, and missing and unknown texts of figures. */
export const checkFigureWords: Check = (site) => [
  ...site.pages.flatMap(({ file, outline }) =>
    (outline?.uses ?? []).flatMap((use) => checkUse(site, file, use)),
  ),
  ...(site.figureWords ?? []).flatMap(checkWords),
];

const findUnknownFigure = (id: string) =>
  findUnknown(id, figures.keys(), 'the list of figures', `There is no figure "${id}".`);

/** Reports a figure on a page that does not exist, or has no texts or no data. */
function checkUse(site: Site, page: string, { name, props, line }: ComponentUse): Problem[] {
  const isFigure = name === 'Figure';
  // A figure with its own component is named after its id: <StrangeSituation> is "strange-situation".
  const id = isFigure ? (props['id'] ?? '') : name.replace(/\B[A-Z]/g, '-$&').toLowerCase();
  if (!figures.has(id)) return isFigure ? locate({ file: page, line }, findUnknownFigure(id)) : [];
  const component = isFigure ? `<Figure id="${id}">` : `<${name}>`;
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

/** Reports missing and unknown texts of a figure, and placeholders that have no value. */
function checkWords(entry: Entry): Problem[] {
  const { id, data } = entry;
  const known = figures.get(id);
  if (!known) return locate(entry, findUnknownFigure(id));
  const needed = [...known.keys()].filter((name) => !commonTexts.includes(name));
  const written = Object.keys(data['words'] ?? {}).map(baseKey);
  const missing = needed.filter((name) => !written.includes(name));
  const texts = [...commonTexts, 'words.*', 'narrow.*'].flatMap((path) => textsAt([entry], path));
  return [
    ...missing.flatMap((name) => {
      const message = `The figure "${id}" lacks the word "${name}".`;
      return locate(entry, { message, hint: 'Add it under "words".' });
    }),
    ...texts.flatMap((place) => {
      const name = String(place.path.at(-1));
      const message = `The figure "${id}" has no place for the word "${name}".`;
      const mistake = place.path.length > 1 && findUnknown(baseKey(name), needed, file, message);
      if (mistake) return locate(place, mistake);
      const values = known.get(baseKey(name)) ?? [];
      const placeholder = placeholdersOf(place.text).find((one) => !values.includes(one));
      if (placeholder === undefined) return [];
      const listed = values.map((one) => `{{${one}}}`).join(', ');
      const hasNoValue = `The figure "${id}" has no value for {{${placeholder}}} in "${name}".`;
      const hint = listed ? `Use one of: ${listed}.` : 'Write the words themselves.';
      return locate(place, { message: hasNoValue, hint });
    }),
  ];
}
