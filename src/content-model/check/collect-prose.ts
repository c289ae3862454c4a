import type { Entry, Source } from '../model/problem.ts';
import type { Site } from './read-site.ts';
import { readSentences } from './read-markup.ts';
import { holds } from '../collections.ts';
import { parsePage } from '../model/read-page.ts';

/** A piece of prose and where it stands. */
export interface Prose {
  file: string;
  line: number;
  text: string;
}

/** Fields of data files that hold ids, names or quoted words, and so are not checked as prose. */
const notProse = new Set(
  (
    'id page pages section sections work works references sources see ' +
    'kind certainty confidence figures topics aliases doubts seen tags slug'
  ).split(' '),
);

/** All prose that readers see: pages and terms sentence by sentence, headings, and fields of data. */
export function collectProse(site: Site, sources: Source[]): Prose[] {
  const texts = textsOf(site, sources).flatMap(({ path, text }) =>
    readSentences(parsePage(text, 'md')).map((sentence) => ({ file: path, ...sentence })),
  );
  const pages = site.pages.flatMap(({ file, sentences = [] }) =>
    sentences.map((sentence) => ({ file, ...sentence })),
  );
  const headings = site.pages.flatMap(({ file, markup }) =>
    (markup?.headings ?? []).map(({ text, line }) => ({ file, text, line })),
  );
  return [...pages, ...texts, ...headings, ...collectFields(site)];
}

/** Files of the collections that have text below their front matter. */
export function textsOf({ collections }: Site, sources: Source[]): Source[] {
  const texts = collections.filter(({ collection }) => collection.shape === 'text');
  return sources.filter(({ path }) =>
    texts.some(({ collection }) => holds(collection, path.replace('src/content/', ''))),
  );
}

/** The prose in fields of data and of front matter. */
export function collectFields(site: Site): Prose[] {
  const entries = [
    ...site.pages.flatMap(({ frontMatter }) => frontMatter ?? []),
    ...site.collections.flatMap(({ collection, entries }) =>
      collection.isProse ? (entries ?? []) : [],
    ),
  ];
  return entries.flatMap((entry) => fieldsOf(entry, entry.data, []));
}

function fieldsOf(entry: Entry, value: unknown, path: readonly PropertyKey[]): Prose[] {
  if (typeof value === 'string') {
    return [{ file: entry.file, line: entry.lineOf(path), text: value }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !notProse.has(key))
    .flatMap(([key, inner]) =>
      fieldsOf(entry, inner, [...path, Array.isArray(value) ? Number(key) : key]),
    );
}
