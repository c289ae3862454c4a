import { readFile } from 'node:fs/promises';
import {
  createBibliographer,
  formatAlone,
  type Bibliographer,
  type Style,
} from './model/print/bibliographer.ts';
import { cacheKeyOf } from './model/print/cluster.ts';
import { toPageItem, withoutAuthor, type PageMeta } from './export/metadata.ts';
import { cacheOnDisk } from '../../build/shared/disk-cache.ts';
import { ContentError } from '../../content-model/model/problem.ts';
import { compareTexts } from '../../lib/i18n/format.ts';
import { capitalise, groupBy } from '../../lib/text/format.ts';
import { site } from '../../site/site.ts';
import type { Reference } from '../../content-model/schemas/reference.ts';
import { evidenceKindSchema, type Evidence } from '../../content-model/schemas/evidence.ts';
import { getEntries, getRows, once, pickEntry } from '../../queries/entries.ts';
import { getPages, getPagesInOrder, slugOf, type Page } from '../../queries/pages.ts';
import { nameKind } from '../findings/model/grading.ts';

/** A work with its entry in evidence.yaml. */
export interface Work {
  reference: Reference;
  evidence: Evidence;
}

/** Citations of each work, by its id, in reading order. */
export const getCitationPlaces = once(async () =>
  groupBy(
    (await getPagesInOrder()).flatMap((page) =>
      page.outline.citations.flatMap((citation) =>
        [...new Set(citation.ids)].map((id) => ({ id, page, ...citation })),
      ),
    ),
    ({ id }) => id,
  ),
);

/**
 * The bibliographer of the site, for every work that a page cites. Its output is cached on disk, since
 * citeproc takes a fifth of a build; the engine is created at the first cache miss.
 */
export const getBibliographer = once(async (): Promise<Bibliographer> => {
  const works = await getWorks();
  const cited = await getCitationPlaces();
  const references = [...cited.keys()].sort().flatMap((id) => works.get(id)?.reference ?? []);
  const people = await getRows('authors');
  const style = await getStyle('apa');
  const common = [style, references, people, site];
  const cached = cacheOnDisk<string | string[]>('citations', citationCode, common);
  let engine: Bibliographer | undefined;
  const getEngine = () => (engine ??= createBibliographer(style, references, people));
  return {
    cite: (citation) =>
      cached(`cite ${cacheKeyOf(citation)}`, () => getEngine().cite(citation)) as string,
    entry: (id) => cached(`entry ${id}`, () => getEngine().entry(id)) as string,
    sort(wanted) {
      const order = cached('order', () =>
        getEngine().sort(references.map(({ id }) => id)),
      ) as string[];
      const chosen = new Set(wanted);
      return order.filter((id) => chosen.has(id));
    },
  };
});

/** The works cited anywhere, in the order of a list of references. */
export const getCitedWorks = once(async () => {
  const ids = (await getBibliographer()).sort((await getCitationPlaces()).keys());
  return Promise.all(ids.map(getWork));
});

/** All works of references.json, by id, with their entries in evidence.yaml, if any. */
const getWorks = once(async () => {
  const evidence = new Map((await getEntries('evidence')).map(({ id, data }) => [id, data]));
  const works = await getEntries('references');
  return new Map(
    works.map(({ id, data }) => [id, { reference: data as Reference, evidence: evidence.get(id) }]),
  );
});

/** All bibliographic records, sorted by id. */
export const getReferences = once(async (): Promise<Reference[]> => {
  const references = [...(await getWorks()).values()].map(({ reference }) => reference);
  return references.sort((a, b) => (a.id < b.id ? -1 : 1));
});

/**
 * The work with this id, which a page cites.
 * @throws ContentError if there is none, with similar ids, or if it has no entry in evidence.yaml.
 */
export async function getWork(id: string): Promise<Work> {
  const { reference, evidence } = pickEntry(
    await getWorks(),
    id,
    'work with the id',
    'src/content/references.json',
  );
  if (!evidence) {
    throw new ContentError({
      file: 'src/content/evidence.yaml',
      message: `The work "${id}" is cited and has no entry.`,
      hint: 'Add one with its finding, kind, topics, confidence and figures.',
    });
  }
  return { reference, evidence };
}

/** The id of a kind of evidence in the bibliography's filter. */
export const kindId = (kind: string) => kind.replace(' ', '-');

/** Groups of the bibliography's filter with their counts: topics, and kinds of evidence from the strongest. */
export const getWorkGroups = once(async () => {
  const works = await getCitedWorks();
  const count = (names: [id: string, name: string][], idsOf: (work: Work) => string[]) =>
    names
      .map(([id, name]) => ({
        id,
        name,
        count: works.filter((work) => idsOf(work).includes(id)).length,
      }))
      .filter((group) => group.count > 0);
  return {
    topic: count(
      (await getRows('topics')).flatMap(Object.entries),
      ({ evidence }) => evidence.topics,
    ),
    kind: count(
      evidenceKindSchema.options.map((kind) => [kindId(kind), capitalise(nameKind(kind, 2))]),
      ({ evidence }) => evidence.kind.map(kindId),
    ),
  };
});

/** CSS of the bibliography's filter for use without JavaScript: hides works that do not match the selects. */
export async function getWorksFilterStyle(): Promise<string> {
  const hidden = Object.entries(await getWorkGroups()).flatMap(([field, groups]) =>
    groups.map(
      ({ id }) =>
        `#sb-bib-filter:has([name=${field}] [value="${id}"]:checked)~ol>:not(:has([data-${field}~="${id}"]))`,
    ),
  );
  return `${hidden.join()}{display:none}`;
}

/** Citation styles in use; their files are in src/features/citations/styles. */
export type StyleName = 'apa' | 'modern-language-association' | 'chicago-author-date';

/** Reads a citation style, with the locale of the site. */
export async function getStyle(name: StyleName): Promise<Style> {
  const read = (file: string) => readFile(`src/features/citations/styles/${file}`, 'utf8');
  const language = site.citations.locale;
  const locale = await read(`locales-${language}.xml`);
  return { style: await read(`${name}.csl`), locale, language };
}

/** Sources whose changes invalidate cached references; package-lock.json, with citeproc's version, always does. */
export const citationCode = [
  'src/features/citations/model',
  'src/features/citations/styles',
  'src/content/i18n',
] as const;

/** Styles of "Cite this page": the name to show, its file, and the changes to an item that it needs. */
const styles: [name: string, file: StyleName, adapt: (item: Reference) => Reference][] = [
  ['APA', 'apa', (item) => item],
  ['MLA', 'modern-language-association', withoutAuthor],
  ['Chicago', 'chicago-author-date', (item) => item],
];

/**
 * "Cite this page" of each page with a reference list, by slug: the page as a CSL-JSON item, and its
 * reference as HTML with the name of the style. The home page is excluded.
 */
export const getPageReferences = once(async () => {
  const pages = (await getPages()).filter((page) => page.slug !== '' && has(page, 'ReferenceList'));
  const cached = cacheOnDisk<string>('page-references', citationCode, site);
  const writers = await Promise.all(
    styles.map(async ([name, file, adapt]) => {
      const format = formatAlone(await getStyle(file));
      return (page: Reference): [string, string] => {
        const item = adapt(page);
        return [name, cached(JSON.stringify([file, item]), () => format(item))];
      };
    }),
  );
  return new Map(
    pages.map(({ slug, entry: { data } }) => {
      const { title, updated } = data;
      const item = toPageItem(slug, { title, updated, url: addressOf(slug) });
      return [slug, { item, written: writers.map((write) => write(item)) }];
    }),
  );
});

/** Absolute URL of a page; undefined if the site's URL is not configured. */
function addressOf(slug: string): string | undefined {
  const site = import.meta.env.SITE as string | undefined;
  return site && new URL(slug ? `${slug}/` : '', site.replace(/\/?$/, '/')).href;
}

/** Bibliographic metadata of a page for its <head>; undefined for 404, which cannot be cited. */
export async function getPageMeta(id: string): Promise<PageMeta | undefined> {
  const page = (await getPages()).find(({ slug }) => slug === slugOf(id));
  if (!page || id === '404') return undefined;
  const { title, description, published, updated, readers } = page.entry.data;
  const cited = (await getBibliographer()).sort(page.outline.citations.flatMap(({ ids }) => ids));
  const works = await Promise.all(cited.map(getWork));
  const explained = page.outline.uses
    .filter(({ name }) => name === 'Term')
    .map(({ props }) => props['id']);
  const terms = (await getEntries('glossary')).filter((term) => explained.includes(term.id));
  return {
    title,
    description: description ?? '',
    published,
    updated,
    readers,
    url: addressOf(page.slug),
    home: addressOf(''),
    types: typesOf(page),
    about: terms.map((term) => term.data.term).sort(compareTexts),
    works: works.map(({ reference }) => reference),
  };
}

/** schema.org types of a page: an article if it cites, a learning resource too if it has a quiz. */
function typesOf(page: Page): string[] {
  if (has(page, 'Quiz')) return ['Article', 'LearningResource'];
  return has(page, 'ReferenceList') ? ['Article'] : ['WebPage'];
}

function has({ outline }: Page, component: string): boolean {
  return outline.uses.some(({ name }) => name === component);
}
