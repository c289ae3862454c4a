import { readdirSync } from 'node:fs';
import { readContent } from '../src/content-model/build/read-content.ts';
import { readSite } from '../src/content-model/check/read-site.ts';
import { site as guide } from '../src/site/site.ts';

/** The current content, for browser tests: they must not fail when an author changes words. */
const { site } = readSite(readContent());

function getPage(slug: string) {
  const page = site.pages.find((one) => one.slug === slug);
  if (!page?.outline) throw new Error(`There is no page ${slug}.`);
  return { ...page, outline: page.outline };
}

/** A page's title. */
export function titleOf(slug: string): string {
  return String(getPage(slug).frontMatter?.data['title']);
}

/** The anchor and heading of a main section halfway down a page. @throws Error when it has none. */
export function middleSection(slug: string): { slug: string; text: string } {
  const sections = getPage(slug).outline.sections.filter(({ depth }) => depth === 2);
  const section = sections[Math.floor(sections.length / 2)];
  if (!section) throw new Error(`/${slug}/ has no section.`);
  return section;
}

/** The heading above a page's first citation of one work alone. */
export function sectionCiting(slug: string, work: string): string {
  const { citations } = getPage(slug).outline;
  const first = citations.find(({ ids }) => ids.length === 1 && ids[0] === work);
  if (!first) throw new Error(`/${slug}/ does not cite ${work} alone.`);
  return first.section.text;
}

/** The name of a part of the contents. */
export function labelOf(part: string): string {
  return guide.parts.find(({ id }) => id === part)?.label ?? '';
}

/** Ids of all quizzes. */
export function quizIds(): string[] {
  return readdirSync('src/content/quizzes').map((name) => name.replace(/\.yaml$/, ''));
}
