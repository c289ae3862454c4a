import { getCollection, getEntry } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { createBibliographer } from '../lib/citation/bibliographer.ts';
import { ContentError } from '../lib/content/problem.ts';
import type { PageCitation } from '../lib/content/read-page.ts';
import { suggestion } from '../lib/text/nearest.ts';
import { authorsSchema } from '../schemas/author.ts';
import type { Evidence } from '../schemas/evidence.ts';
import type { Reference } from '../schemas/reference.ts';
import { once } from './once.ts';
import { type Page, getPages } from './pages.ts';

/** A place where a work is cited. */
export interface CitationPlace {
  page: Page;
  citation: PageCitation;
}

/** A work with what we say of it. */
export interface Work {
  reference: Reference;
  evidence: Evidence;
}

/** Every place where each work is cited, keyed by the work's id, in the order of pages. */
export const getCitationPlaces = once(async () => {
  const places = new Map<string, CitationPlace[]>();
  for (const page of await getPages()) {
    for (const citation of page.citations) {
      for (const id of citation.ids) {
        places.set(id, [...(places.get(id) ?? []), { page, citation }]);
      }
    }
  }
  return places;
});

/** The one bibliographer of the build, over every work that any page cites. */
export const getBibliographer = once(async () => {
  const works = await getWorks();
  const cited = await getCitationPlaces();
  const references = [...cited.keys()].map((id) => findOrThrow(works, id).reference);
  return createBibliographer(references, await readAuthors());
});

/** All works of references.json with our evidence data, keyed by id. */
export const getWorks = once(async () => {
  const works = new Map<string, Work>();
  for (const { id, data } of await getCollection('references')) {
    const evidence = await getEntry('evidence', id);
    if (!evidence) {
      throw new ContentError({
        file: 'src/content/evidence.yaml',
        message: `The work "${id}" of references.json has no entry.`,
        hint: 'Add one with its finding, kind, topics, confidence and figures.',
      });
    }
    works.set(id, { reference: data as Reference, evidence: evidence.data });
  }
  return works;
});

/** The work with this id. @throws ContentError naming the nearest ids when there is none. */
export async function getWork(id: string): Promise<Work> {
  return findOrThrow(await getWorks(), id);
}

function findOrThrow(works: Map<string, Work>, id: string): Work {
  const work = works.get(id);
  if (work) return work;
  throw new ContentError({
    file: 'src/content/references.json',
    message: `There is no work with the id "${id}".`,
    hint: suggestion(id, works.keys(), 'src/content/references.json'),
  });
}

async function readAuthors() {
  return authorsSchema.parse(parse(await readFile('src/content/authors.yaml', 'utf8')));
}
