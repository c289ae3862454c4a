import type { Check } from '../../../content-model/check/read-site.ts';
import { collections } from '../../../content-model/collections.ts';
import { ContentError, problemAt, type Problem } from '../../../content-model/model/problem.ts';
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
export const wordsOfFigures = {
  ages: [
    ...['table', 'what', 'age', 'note', 'source', 'birth', 'months', 'years', 'fromBirth'],
    'fromTo',
  ],
  'attunement-steps': [
    ...['movement', 'voice', 'first', 'firstMore', 'second', 'secondMore', 'third', 'thirdMore'],
  ],
  culture: [
    ...['table', 'country', 'samples', 'infants', 'secure', 'avoidant', 'resistant'],
    ...['everyCountry', 'countries', 'infantsOf', 'samplesOf', 'caution', 'cautionMore'],
  ],
  'evidence-strength': [
    ...['table', 'finding', 'reported', 'correlation', 'word', 'studies', 'people', 'note'],
    ...['source', 'notInRecord', 'intervals', 'noIntervals', 'stretch', 'noStretch'],
    ...['none', 'small', 'medium', 'strong'],
  ],
  'match-mismatch-repair': [
    ...['inStep', 'outOfStep', 'outOfStepMore', 'outOfStepAgain', 'repair', 'time'],
  ],
  'pattern-map': [
    ...['secure', 'secureMore', 'anxious', 'anxiousMore', 'avoidant', 'avoidantMore'],
    ...['fearful-avoidant', 'fearful-avoidantMore', 'upwards', 'rightwards'],
  ],
  'press-withdraw-circle': [
    ...['presses', 'pressesMore', 'withdraws', 'withdrawsMore', 'toWithdrawing', 'toPressing'],
  ],
  prevalence: [
    ...['table', 'who', 'how', 'number', 'secure', 'others', 'note', 'source', 'notGiven'],
    ...['half', 'answer', 'rest', 'notStated'],
  ],
  'secure-base-cycle': [
    ...['setsOut', 'setsOutMore', 'explores', 'exploresMore', 'comesBack', 'comesBackMore'],
    ...['isComforted', 'isComfortedMore'],
  ],
  'small-link': ['more', 'less', 'secure', 'caution', 'cautionMore'],
  'still-face-timeline': [
    ...['motherPlays', 'motherStill', 'motherPlaysAgain', 'plays', 'playsMore', 'sobers'],
    ...['sobersMore', 'triesAgain', 'triesAgainMore', 'turnsAway', 'turnsAwayMore', 'joinsIn'],
    'joinsInMore',
  ],
  'strange-situation': [],
  'synchrony-rhythm': [
    ...['engage', 'engageMore', 'pause', 'pauseMore', 'return', 'returnMore', 'adult', 'child'],
    'time',
  ],
  timeline: [],
  'working-model-hierarchy': [
    ...['general', 'kinds', 'person', 'people', 'peopleBelief', 'parents', 'partners'],
    ...['partnersBelief', 'friends', 'father', 'mother', 'partner', 'partnerBelief', 'friend'],
  ],
} as const satisfies Record<string, readonly string[]>;

const ofCulture = [
  ...['countries', 'where', 'lowestSecure', 'lowestSecureIn', 'highestSecure', 'highestSecureIn'],
  ...['avoidant', 'avoidantIn', 'resistant', 'resistantIn', 'most', 'mostIn', 'samples', 'thin'],
  'smallest',
];

/** The values that a figure knows for its description, its caption and each of its words; others have none. */
const valuesOfFigures: Partial<Record<string, Record<string, readonly string[]>>> = {
  ages: {
    description: ['spans'],
    months: ['number'],
    years: ['number'],
    fromBirth: ['to'],
    fromTo: ['from', 'to'],
  },
  culture: {
    description: ofCulture,
    caption: ['work'],
    countries: ['count'],
    infantsOf: ['samples', 'infants'],
    samplesOf: ['samples', 'infants'],
    cautionMore: ofCulture,
  },
  'evidence-strength': {
    description: ['findings', 'groups', 'stretches'],
    caption: ['intervals'],
    stretch: ['count', 'word'],
    noStretch: ['word'],
  },
  prevalence: {
    description: ['answers', 'lowest', 'highest', 'list'],
    answer: ['label', 'secure'],
    rest: ['others'],
    notStated: ['percent'],
  },
  'small-link': {
    description: ['families', 'more', 'less'],
    caption: ['effect', 'work'],
    secure: ['secure', 'families'],
  },
};

/** Id of a figure. */
export type FigureId = keyof typeof wordsOfFigures;

/** The words inside a figure, in one of its layouts. */
export interface Words<Name extends string = string> {
  /** The lines of a word, as the figure sets them. */
  lines(name: Name, values?: MessageValues): string[];
  /** The same as one line. */
  line(name: Name, values?: MessageValues): string;
  /** A heading and the lines below it: the word, and the one of the same name with "More" at its end. */
  label(name: Name): { title: string[]; lines: string[] };
}

/** The words of a figure that an author has written; those of wide columns stand at the top. */
export interface FigureText<Name extends string = string> extends Words<Name> {
  id: string;
  /** Accessible name of the drawings. */
  title: string;
  /** What a reader who cannot see them should know. */
  description(values?: MessageValues): string;
  /** The paragraphs under it. */
  caption(values?: MessageValues): string[];
  of: Record<Layout, Words<Name>>;
}

/**
 * The words of a figure with values in the place of each `{{name}}`.
 * @throws ContentError on a missing word, and on a placeholder without a value.
 */
export function readFigureText<Id extends FigureId>(
  id: Id,
  { title = '', description = '', caption, words, narrow }: FigureWords,
): FigureText<(typeof wordsOfFigures)[Id][number]> {
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
    label: (name) => ({
      title: format(texts, name).split('\n'),
      lines: texts[`${name}More`]?.split('\n') ?? [],
    }),
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

/** Charts and the collection that each draws. */
const dataOfCharts = {
  AgesChart: 'ages',
  CultureChart: 'culture',
  EvidenceStrength: 'effects',
  PrevalenceChart: 'prevalence',
  SmallLink: 'effects',
  StrangeSituation: 'episodes',
  Timeline: 'timeline',
} as const;

/** Reports figures on pages that lack their words or their data. */
const checkFiguresOnPages: Check = (site) => {
  const written = site.figureWords?.map(({ id }) => id);
  return site.pages.flatMap(({ file: page, outline }) =>
    (outline?.uses ?? []).flatMap(({ name, line }) => {
      const id = name
        .replace(/Chart$/, '')
        .replace(/(?<=.)(?=\p{Lu})/gu, '-')
        .toLowerCase();
      if (!Object.hasOwn(wordsOfFigures, id)) return [];
      const problems: Problem[] = [];
      const add = (message: string, hint: string) =>
        problems.push({ file: page, line, message, hint });
      if (written && !written.includes(id))
        add(`<${name}> has no words.`, `Add an entry "${id}" to ${file}, or take the figure out.`);
      const collection = dataOfCharts[name as keyof typeof dataOfCharts] as
        (typeof dataOfCharts)[keyof typeof dataOfCharts] | undefined;
      const data = collection && site[collection];
      const needed = name === 'SmallLink' ? data?.filter((one) => one.data['pictured']) : data;
      if (collection && needed?.length === 0)
        add(
          `<${name}> has nothing to draw.`,
          name === 'SmallLink'
            ? 'Write "pictured: true" in one entry of src/content/figures/effects.yaml, or take the figure out.'
            : `Write src/content/${collections[collection].files}, or take the figure out.`,
        );
      return problems;
    }),
  );
};

/** Reports placeholders for which a figure knows no value, so that it could not be drawn. */
const checkPlaceholders: Check = (site) =>
  (site.figureWords ?? []).flatMap((entry) => {
    const { id, data } = entry;
    const ofFields = ['title', 'description', 'caption'].map((field) => [[field], data[field]]);
    const ofWords = ['words', 'narrow'].flatMap((field) =>
      Object.entries((data[field] ?? {}) as object).map(([name, text]) => [[field, name], text]),
    );
    return ([...ofFields, ...ofWords] as [string[], unknown][]).flatMap(([at, text]): Problem[] => {
      const name = at.at(-1) ?? '';
      const known = valuesOfFigures[id]?.[baseKey(name)] ?? [];
      const strange = placeholdersOf(String(text)).find((one) => !known.includes(one));
      if (strange === undefined || typeof text !== 'string') return [];
      const listed = known.map((one) => `{{${one}}}`).join(', ');
      const message = `The figure "${id}" has no value for {{${strange}}} in "${name}".`;
      const hint = listed ? `Use one of: ${listed}.` : 'Write the words themselves.';
      return problemAt(entry, at, message, hint);
    });
  });

/** Reports entries without a figure, missing words, words and placeholders that a figure does not use. */
export const checkFigureWords: Check = (site) => [
  ...checkFiguresOnPages(site),
  ...checkPlaceholders(site),
  ...(site.figureWords ?? []).flatMap((entry) => {
    const { id, file: path, line, data } = entry;
    const needed = (wordsOfFigures as Record<string, readonly string[]>)[id];
    if (!needed) {
      const hint = suggestion(id, Object.keys(wordsOfFigures), 'the list of figures');
      return [{ file: path, line, message: `There is no figure "${id}".`, hint }];
    }
    const written = new Set(Object.keys((data['words'] ?? {}) as object).map(baseKey));
    const missing = needed.filter((name) => !written.has(name));
    const unknown = (['words', 'narrow'] as const).flatMap((field) =>
      Object.keys((data[field] ?? {}) as object)
        .filter((name) => !needed.includes(baseKey(name)))
        .flatMap((name) => {
          const message = `The figure "${id}" has no place for the word "${name}".`;
          return problemAt(entry, [field, name], message, suggestion(name, needed, file));
        }),
    );
    return [
      ...missing.map((name) => ({
        file: path,
        line,
        message: `The figure "${id}" lacks the word "${name}".`,
        hint: `Add it under "words".`,
      })),
      ...unknown,
    ];
  }),
];
