import { getEntry } from 'astro:content';
import { readFile } from 'node:fs/promises';
import {
  createBibliographer,
  type Bibliographer,
  type Style,
} from './model/print/bibliographer.ts';
import { keepOnDisk } from '../../build/shared/keep-on-disk.ts';
import { ContentError } from '../../content-model/model/problem.ts';
import { readYaml } from '../../content-model/model/read-yaml.ts';
import type { PageCitation } from '../../content-model/model/read-page.ts';
import { capitalise } from '../../lib/text/format.ts';
import { site } from '../../site/site.ts';
import { authorsSchema, type Reference } from '../../content-model/schemas/reference.ts';
import type { Evidence, EvidenceKind } from '../../content-model/schemas/evidence.ts';
import { getEntries, getTopics, once, pickEntry } from '../../queries/entries.ts';
import { getPagesInOrder, type Page } from '../../queries/pages.ts';
import { kindWords } from '../findings/model/grading.ts';

/** A place where a work is cited. */
export interface CitationPlace {
  page: Page;
  citation: PageCitation;
}

/** A work with its entry in evidence.yaml. */
export interface Work {
  reference: Reference;
  evidence: Evidence;
}

/** Every place where each work is cited, keyed by the work's id, in reading order. */
export const getCitationPlaces = once(async () => {
  const places = new Map<string, CitationPlace[]>();
  for (const page of await getPagesInOrder()) {
    for (const citation of page.citations) {
      for (const id of citation.ids) {
        places.set(id, [...(places.get(id) ?? []), { page, citation }]);
      }
    }
  }
  return places;
});

let latest: { key: string; bibliographer: Bibliographer } | undefined;

/**
 * The one bibliographer of the build, over every work that any page cites. While an author edits,
 * it is made again only when works or names have changed.
 */
export const getBibliographer = once(async () => {
  const works = await getWorks();
  const cited = await getCitationPlaces();
  const references = [...cited.keys()].sort().flatMap((id) => works.get(id)?.reference ?? []);
  const people = await readAuthors();
  const key = JSON.stringify([references, people]);
  if (!latest || latest.key !== key) {
    const style = await getStyle('apa');
    const create = () => createBibliographer(style, references, people);
    const ids = references.map(({ id }) => id);
    const bibliographer = cacheBibliographer(ids, [style, references, people, site], create);
    latest = { key, bibliographer };
  }
  return latest.bibliographer;
});

/** The works cited anywhere, in the order of a list of references. */
export const getCitedWorks = once(async () => {
  const ids = (await getBibliographer()).sort((await getCitationPlaces()).keys());
  return Promise.all(ids.map(getWork));
});

/** All works of references.json, keyed by id, with our evidence data where there is any. */
const getWorks = once(async () => {
  const works = new Map<string, { reference: Reference; evidence?: Evidence | undefined }>();
  for (const { id, data } of await getEntries('references')) {
    const evidence = await getEntry('evidence', id);
    works.set(id, { reference: data as Reference, evidence: evidence?.data });
  }
  return works;
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

/** Works that have something in common. */
export interface WorkGroup {
  /** For anchors and filters, such as "still-face" or "longitudinal-study". */
  id: string;
  name: string;
  /** Ids of the works, in the order given. */
  works: string[];
}

/** The works by topic, in the order of topics; no empty group. */
export async function groupByTopic(works: Work[]): Promise<WorkGroup[]> {
  const topics = Object.entries(await getTopics());
  return topics.flatMap(([id, name]) =>
    group(id, name, works, ({ evidence }) => evidence.topics.includes(id)),
  );
}

/** The works by kind of evidence, strongest kind first; no empty group. */
export function groupByKind(works: Work[]): WorkGroup[] {
  return (Object.keys(kindWords) as EvidenceKind[]).flatMap((kind) =>
    group(kindId(kind), capitalise(kindWords[kind].many), works, ({ evidence }) =>
      evidence.kind.includes(kind),
    ),
  );
}

/** Style by which the filter of the list of all references shows the chosen works, without JavaScript. */
export async function getWorksFilterStyle(): Promise<string> {
  const works = await getCitedWorks();
  const hide = (field: string, data: string) => (choice: WorkGroup) =>
    `#sb-bib-filter:has([name=${field}] [value="${choice.id}"]:checked)~ol>:not([data-${data}~="${choice.id}"])`;
  const hidden = [
    ...(await groupByTopic(works)).map(hide('topic', 'topics')),
    ...groupByKind(works).map(hide('kind', 'kind')),
  ];
  return `${hidden.join()}{display:none}`;
}

/** A kind as an id. */
export function kindId(kind: EvidenceKind): string {
  return kind.replace(' ', '-');
}

function group(
  id: string,
  name: string,
  works: Work[],
  belongs: (work: Work) => boolean,
): WorkGroup[] {
  const members = works.filter(belongs).map(({ reference }) => reference.id);
  return members.length > 0 ? [{ id, name, works: members }] : [];
}

/** Citation styles in use; their files are in src/features/citations/styles. */
export type StyleName = 'apa' | 'modern-language-association' | 'chicago-author-date';

/** A citation style with its locale. */
export async function getStyle(name: StyleName): Promise<Style> {
  const [style, locale] = await Promise.all([
    read(`${name}.csl`),
    read(`locales-${site.citations.locale}.xml`),
  ]);
  return { style, locale };
}

function read(file: string): Promise<string> {
  return readFile(`src/features/citations/styles/${file}`, 'utf8');
}

/** What references are made by, beside the records: our code, the styles and citeproc's version. */
export const citationCode = [
  'src/features/citations/model',
  'src/features/citations/styles',
  'src/content/i18n',
] as const;

/**
 * A bibliographer of these works that keeps what it wrote on disk, since citeproc takes a fifth of a
 * build; the engine is made when something is asked for that is not there yet.
 * @param input all that its output depends on beside its code.
 */
export function cacheBibliographer(
  ids: readonly string[],
  input: unknown,
  create: () => Bibliographer,
): Bibliographer {
  const keep = keepOnDisk<string | string[]>('citations', citationCode, input);
  let engine: Bibliographer | undefined;
  const ask = () => (engine ??= create());
  return {
    cite: (citation) =>
      keep(`cite ${JSON.stringify(citation)}`, () => ask().cite(citation)) as string,
    entry: (id) => keep(`entry ${id}`, () => ask().entry(id)) as string,
    sort(wanted) {
      const order = keep('order', () => ask().sort(ids)) as string[];
      const chosen = new Set(wanted);
      return order.filter((id) => chosen.has(id));
    },
  };
}
