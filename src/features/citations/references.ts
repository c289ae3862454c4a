import { readFile } from 'node:fs/promises';
import {
  createBibliographer,
  type Bibliographer,
  type Style,
} from './model/print/bibliographer.ts';
import { keyOf } from './model/print/cluster.ts';
import { cacheOnDisk } from '../../build/shared/disk-cache.ts';
import { ContentError } from '../../content-model/model/problem.ts';
import { readYaml } from '../../content-model/model/read-yaml.ts';
import { capitalise, groupBy } from '../../lib/text/format.ts';
import { site } from '../../site/site.ts';
import { authorsSchema, type Reference } from '../../content-model/schemas/reference.ts';
import { evidenceKindSchema, type Evidence } from '../../content-model/schemas/evidence.ts';
import { getEntries, getTopics, once, pickEntry } from '../../queries/entries.ts';
import { getPagesInOrder } from '../../queries/pages.ts';
import { nameKind } from '../findings/model/grading.ts';

/** A work with its entry in evidence.yaml. */
export interface Work {
  reference: Reference;
  evidence: Evidence;
}

/** Every place where each work is cited, keyed by the work's id, in reading order. */
export const getCitationPlaces = once(async () =>
  groupBy(
    (await getPagesInOrder()).flatMap((page) =>
      page.citations.flatMap(({ ids, number }) => ids.map((id) => ({ id, page, number }))),
    ),
    ({ id }) => id,
  ),
);

let latest: { key: string; bibliographer: Bibliographer } | undefined;

/**
 * The one bibliographer of the build, over every work that any page cites. While an author edits,
 * it is made again only when works or names have changed. It keeps what it wrote on disk, since citeproc
 * takes a fifth of a build; the engine is made when something is asked for that is not there yet.
 */
export const getBibliographer = once(async (): Promise<Bibliographer> => {
  const works = await getWorks();
  const cited = await getCitationPlaces();
  const references = [...cited.keys()].sort().flatMap((id) => works.get(id)?.reference ?? []);
  const people = await readAuthors();
  const key = JSON.stringify([references, people]);
  if (latest?.key === key) return latest.bibliographer;
  const style = await getStyle('apa');
  const common = [style, references, people, site];
  const keep = cacheOnDisk<string | string[]>('citations', citationCode, common);
  let engine: Bibliographer | undefined;
  const ask = () => (engine ??= createBibliographer(style, references, people));
  const bibliographer: Bibliographer = {
    cite: (citation) => keep(`cite ${keyOf(citation)}`, () => ask().cite(citation)) as string,
    entry: (id) => keep(`entry ${id}`, () => ask().entry(id)) as string,
    sort(wanted) {
      const order = keep('order', () => ask().sort(references.map(({ id }) => id))) as string[];
      const chosen = new Set(wanted);
      return order.filter((id) => chosen.has(id));
    },
  };
  latest = { key, bibliographer };
  return bibliographer;
});

/** The works cited anywhere, in the order of a list of references. */
export const getCitedWorks = once(async () => {
  const ids = (await getBibliographer()).sort((await getCitationPlaces()).keys());
  return Promise.all(ids.map(getWork));
});

/** All works of references.json, keyed by id, with our evidence data where there is any. */
const getWorks = once(async () => {
  const evidence = new Map((await getEntries('evidence')).map(({ id, data }) => [id, data]));
  const works = await getEntries('references');
  return new Map(
    works.map(({ id, data }) => [id, { reference: data as Reference, evidence: evidence.get(id) }]),
  );
});

/** Every work's bibliographic record, by id. */
export const getReferences = once(async (): Promise<Reference[]> => {
  const references = [...(await getWorks()).values()].map(({ reference }) => reference);
  return references.sort((a, b) => (a.id < b.id ? -1 : 1));
});

/**
 * The work with this id, which a page cites.
 * @throws ContentError naming the nearest ids when there is none, or when it has no entry in evidence.yaml.
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

/** The given names of each person; none where the guide has no such file. */
async function readAuthors() {
  const text = await readFile('src/content/authors.yaml', 'utf8').catch(() => '[]');
  return authorsSchema.parse(readYaml(text) ?? []);
}

const kindId = (kind: string) => kind.replace(' ', '-');

/** Ids of the groups that a work belongs to, by what the list of all works can be narrowed by. */
export function groupsOf({ evidence }: Work) {
  return { topic: evidence.topics, kind: evidence.kind.map(kindId) };
}

/** The groups of cited works by topic, and by kind of evidence from the strongest; none is empty. */
export const getWorkGroups = once(async () => {
  const works = (await getCitedWorks()).map(groupsOf);
  const count = (field: 'topic' | 'kind', names: [id: string, name: string][]) =>
    names
      .map(([id, name]) => ({
        id,
        name,
        count: works.filter((one) => one[field].includes(id)).length,
      }))
      .filter((group) => group.count > 0);
  const kinds = evidenceKindSchema.options.map((kind): [string, string] => [
    kindId(kind),
    capitalise(nameKind(kind, 2)),
  ]);
  return {
    topic: count('topic', Object.entries(await getTopics())),
    kind: count('kind', kinds),
  };
});

/** Style by which the filter of the list of all references shows the chosen works, without JavaScript. */
export async function getWorksFilterStyle(): Promise<string> {
  const hidden = Object.entries(await getWorkGroups()).flatMap(([field, groups]) =>
    groups.map(
      ({ id }) =>
        `#sb-bib-filter:has([name=${field}] [value="${id}"]:checked)~ol>:not([data-${field}~="${id}"])`,
    ),
  );
  return `${hidden.join()}{display:none}`;
}

/** Citation styles in use; their files are in src/features/citations/styles. */
export type StyleName = 'apa' | 'modern-language-association' | 'chicago-author-date';

/** A citation style with its locale. */
export async function getStyle(name: StyleName): Promise<Style> {
  const read = (file: string) => readFile(`src/features/citations/styles/${file}`, 'utf8');
  const language = site.citations.locale;
  const locale = await read(`locales-${language}.xml`);
  return { style: await read(`${name}.csl`), locale, language };
}

/** What references are made by, beside the records: our code, the styles and citeproc's version. */
export const citationCode = [
  'src/features/citations/model',
  'src/features/citations/styles',
  'src/content/i18n',
] as const;
