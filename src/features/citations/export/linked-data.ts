import type { Reference } from '../../../content-model/schemas/reference.ts';
import { dateOf, namesOf } from './coins.ts';
import { doiUrl } from '../model/links.ts';
import { isoDay, licence, type PageMeta } from './meta-tags.ts';
import { formatSpokenName } from '../model/names.ts';
import { siteName } from '../model/page-item.ts';
import { stripTags } from '../model/text.ts';

/** Types of schema.org by CSL type; what is not here is a CreativeWork. */
const types: Record<string, string> = {
  'article-journal': 'ScholarlyArticle',
  'article-magazine': 'Article',
  'article-newspaper': 'NewsArticle',
  book: 'Book',
  chapter: 'Chapter',
  webpage: 'WebPage',
  'post-weblog': 'BlogPosting',
  thesis: 'Thesis',
  report: 'Report',
  dataset: 'Dataset',
  software: 'SoftwareApplication',
  'paper-conference': 'ScholarlyArticle',
  article: 'ScholarlyArticle',
  motion_picture: 'Movie',
};

/** What linked data adds to the head's other facts. */
export interface LinkedPage extends PageMeta {
  /** Names of the terms that the page explains. */
  about: string[];
  /** Who it is for, such as "parents". */
  readers: string[];
  /** Its types in schema.org. */
  types: string[];
  /** Full address of the home page, where the site knows its own. */
  site: string | undefined;
}

/** A page as schema.org linked data. Where the site does not know its address, none is made up. */
export function linkedData(page: LinkedPage): Record<string, unknown> {
  const { title, description, published, updated, url, works, about, readers, site } = page;
  const organisation = { '@type': 'Organization', name: siteName, ...(site && { url: site }) };
  return {
    '@context': 'https://schema.org',
    '@type': page.types,
    ...(url && { '@id': url, url }),
    name: title,
    ...(page.types.includes('Article') && { headline: title }),
    description,
    inLanguage: 'en-GB',
    datePublished: isoDay(published),
    dateModified: isoDay(updated),
    license: licence,
    isAccessibleForFree: true,
    author: organisation,
    publisher: organisation,
    isPartOf: { '@type': 'WebSite', name: siteName, ...(site && { url: site }) },
    ...(about.length > 0 && { about: about.map((name) => ({ '@type': 'DefinedTerm', name })) }),
    ...(readers.length > 0 && {
      audience: readers.map((audienceType) => ({ '@type': 'Audience', audienceType })),
    }),
    ...(works.length > 0 && { citation: works.map(describeWork) }),
  };
}

/** JSON that cannot end the script element it stands in. */
export function toScriptJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** Types of schema.org for what a work stands in, by the work's CSL type. */
const containers: Record<string, string> = {
  'article-journal': 'Periodical',
  'article-magazine': 'Periodical',
  review: 'Periodical',
  'article-newspaper': 'Newspaper',
  chapter: 'Book',
  'entry-encyclopedia': 'Book',
  'entry-dictionary': 'Book',
  'paper-conference': 'Book',
  webpage: 'WebSite',
  'post-weblog': 'Blog',
  post: 'WebSite',
  dataset: 'DataCatalog',
};

function describeWork(work: Reference): Record<string, unknown> {
  const container = work['container-title'];
  const role = work.author ? 'author' : 'editor';
  const names = namesOf(work).map((name) => ({
    '@type': name.literal === undefined ? 'Person' : 'Organization',
    name: formatSpokenName(name),
  }));
  return {
    '@type': types[work.type] ?? 'CreativeWork',
    name: stripTags(work.title),
    ...(names.length > 0 && { [role]: names }),
    ...(dateOf(work) && { datePublished: dateOf(work) }),
    ...(typeof container === 'string' && {
      isPartOf: { '@type': containers[work.type] ?? 'CreativeWork', name: container },
    }),
    ...(work.DOI && { sameAs: doiUrl(work.DOI) }),
    ...(work.URL && !work.DOI && { url: work.URL }),
  };
}
