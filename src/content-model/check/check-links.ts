import GithubSlugger from 'github-slugger';
import { suggestion } from '../../lib/text/nearest.ts';
import { certaintyWords } from '../../features/findings/model/grading.ts';
import type { Problem } from '../model/problem.ts';
import type { Site, SitePage } from './read-site.ts';

type Found = Pick<Problem, 'message' | 'hint'>;

/**
 * Links between pages, and to places on them, that lead nowhere. Links to files are looked at once
 * the site is built, when all files are there.
 */
export function checkLinks(site: Site): Problem[] {
  const pages = new Map(site.pages.map((page) => [page.slug, page]));
  // A page that only its file's name keeps from being read has been told of already.
  const slugs = new Set([...pages.keys(), ...site.misnamed]);
  return site.pages.flatMap((page) =>
    (page.markup?.links ?? []).flatMap(({ url, text, line }) => {
      const found = text === '' ? noWords(url) : findBroken(url, page, pages, slugs, site);
      return found ? [{ file: page.file, line, ...found }] : [];
    }),
  );
}

function noWords(url: string): Found {
  return {
    message: `The link to ${url} has no words.`,
    hint: 'Write what it leads to between the square brackets.',
  };
}

function findBroken(
  url: string,
  page: SitePage,
  pages: Map<string, SitePage>,
  slugs: Set<string>,
  site: Site,
): Found | undefined {
  if (/^(https?:|mailto:|tel:)/.test(url)) return findForeign(url);
  const [path = '', anchor] = url.split('#');
  if (path === '') return findAnchor(anchor ?? '', page, site);
  if (!path.startsWith('/')) {
    return {
      message: `The link to "${url}" depends on where it stands.`,
      hint: `Begin it with a slash: /${url.replace(/^(\.\.?\/)+/, '')}`,
    };
  }
  if (/\.\w+$/.test(path)) return undefined;
  const slug = path.replace(/^\/|\/$/g, '');
  if (!slugs.has(slug)) {
    return {
      message: `There is no page ${path}.`,
      hint: suggestion(slug, slugs, 'src/content/docs'),
    };
  }
  if (!path.endsWith('/')) {
    return {
      message: `The link to "${url}" lacks the slash at the end of the page’s address.`,
      hint: `Write ${path}/${anchor === undefined ? '' : `#${anchor}`}`,
    };
  }
  const target = pages.get(slug);
  return anchor === undefined || !target ? undefined : findAnchor(anchor, target, site);
}

function findForeign(url: string): Found | undefined {
  const isWhole = url.startsWith('http')
    ? URL.canParse(url) && new URL(url).hostname.includes('.')
    : !/:$/.test(url);
  return isWhole
    ? undefined
    : { message: `“${url}” is no whole address.`, hint: 'Copy it again from the browser.' };
}

function findAnchor(anchor: string, page: SitePage, site: Site): Found | undefined {
  const known = anchorsOf(page, site);
  if (!known || known.has(anchor)) return undefined;
  return {
    message: `There is no place "#${anchor}" on the page /${page.slug}${page.slug ? '/' : ''}.`,
    hint: suggestion(anchor, known, `the headings of ${page.file}`),
  };
}

/** The anchors of a page's headings, those of its components included. Undefined when it does not parse. */
export function sectionAnchors({ outline }: SitePage, site: Site): Set<string> | undefined {
  if (!outline) return undefined;
  const names = outline.uses.map(({ name }) => name);
  return new Set([
    ...outline.sections.map(({ slug }) => slug),
    ...names.flatMap((name) => componentSections(name, site)),
  ]);
}

function componentSections(name: string, site: Site): string[] {
  if (name === 'MythList') return (site.myths ?? []).map(({ id }) => id);
  if (name === 'QuestionIndex') return (site.questions ?? []).map(({ id }) => id);
  if (name === 'EvidenceLedger')
    return Object.keys(certaintyWords).map((level) => `certainty-${level}`);
  return [];
}

/** The anchors of a page: its headings, and what its components set. Undefined when it does not parse. */
function anchorsOf(page: SitePage, site: Site): Set<string> | undefined {
  const { outline } = page;
  if (!outline) return undefined;
  const anchors = ['_top', ...(sectionAnchors(page, site) ?? [])];
  anchors.push(...outline.citations.map(({ number }) => `cite-${String(number)}`));
  for (const { name, props } of outline.uses)
    if (name === 'Finding' && props['id']) anchors.push(`finding-${props['id']}`);
  for (const { name, props } of outline.uses) {
    if (name === 'Research') anchors.push(new GithubSlugger().slug(props['title'] ?? ''));
    anchors.push(
      ...componentAnchors(
        name,
        site,
        outline.citations.flatMap(({ ids }) => ids),
      ),
    );
  }
  return new Set(anchors);
}

function componentAnchors(name: string, site: Site, cited: string[]): string[] {
  const ids = (entries: { id: string }[] | undefined) => (entries ?? []).map(({ id }) => id);
  if (name === 'ReferenceList') return cited.map((id) => `ref-${id}`);
  if (name === 'Bibliography') return ids(site.references).map((id) => `ref-${id}`);
  if (name === 'GlossaryList') return ids(site.glossary);
  return [];
}
