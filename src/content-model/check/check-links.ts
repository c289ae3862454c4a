import GithubSlugger from 'github-slugger';
import { nearest, suggestion } from '../../lib/text/nearest.ts';
import { certaintyWords } from '../../features/findings/model/grading.ts';
import { findTracker } from '../../features/citations/model/fields.ts';
import type { CollectionName } from '../collections.ts';
import type { Problem } from '../model/problem.ts';
import type { Site, SitePage } from './read-site.ts';

type Found = Pick<Problem, 'message' | 'hint'>;

/**
 * Links between pages, and to places on them, that lead nowhere. Links to files are looked at once
 * the site is built, when all files are there.
 */
export function checkLinks(site: Site): Problem[] {
  const pages = new Map(site.pages.map((page) => [page.slug, page]));
  return site.pages.flatMap((page) =>
    (page.markup?.links ?? []).flatMap(({ url, text, line }) => {
      const found = text === '' ? noWords(url) : findBroken(url, page, pages, site);
      return found ? [{ file: page.file, line, ...found }] : [];
    }),
  );
}

/** What is wrong with an address on this site that is in data; undefined where it leads somewhere. */
export function findBrokenAddress(url: string, site: Site): Found | undefined {
  const pages = new Map(site.pages.map((page) => [page.slug, page]));
  const [home] = site.pages;
  return home && findBroken(url, home, pages, site);
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
  site: Site,
): Found | undefined {
  const { slugs } = site;
  if (/^(https?:|mailto:|tel:)/.test(url)) return findForeign(url) ?? findOwn(url, site);
  if (/^\/?[a-z][a-z+.-]*:/i.test(url)) {
    return {
      message: `“${url}” is no address that a page may link to.`,
      hint: 'Link to a page (/page/), or to an address with https://, mailto: or tel:.',
    };
  }
  const file = /^(?:\.{0,2}\/)*([^#?]+?)(?:\/?index)?\.mdx?(#.*)?$/.exec(url);
  if (file && !site.surroundings.files?.has(url.replace(/#.*/, ''))) {
    const near = slugs.has(String(file[1]))
      ? String(file[1])
      : nearest(String(file[1]), slugs, 1)[0];
    return {
      message: `The link to "${url}" leads to a file of the source, which readers do not have.`,
      hint: `Link to the page: ${near === undefined ? '/page/' : `/${near}/${file[2] ?? ''}`}`,
    };
  }
  const [path = '', anchor] = url.split('#');
  if (path === '') return findAnchor(anchor ?? '', page, site);
  if (!path.startsWith('/')) {
    const whole = /^[^\s/@]+@[^\s/@]+$/.test(url)
      ? `mailto:${url}`
      : /^(www\.|[\w-]+(\.[\w-]+)*\.(com|org|net|info|edu|gov|eu|uk|de|es|fr)(\/|$))/i.test(url)
        ? `https://${url}`
        : undefined;
    return {
      message:
        whole === undefined
          ? `The link to "${url}" depends on where it stands.`
          : `“${url}” is no whole address.`,
      hint:
        whole === undefined
          ? `Begin it with a slash: ${url.replace(/^(\.{0,2}\/)*/, '/')}`
          : `Write ${whole}`,
    };
  }
  if (/\.\w+$/.test(path)) return undefined;
  const slug = path.replace(/^\/|\/$/g, '');
  if (!slugs.has(slug)) {
    return {
      message: `There is no page ${path}.`,
      hint: suggestion(slug, [...slugs].filter(Boolean), 'src/content/docs'),
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
    ? findTracker(url)
    : { message: `“${url}” is no whole address.`, hint: 'Copy it again from the browser.' };
}

/** A page of the site itself by its whole address: copies of the site would leave for the web. */
function findOwn(url: string, { slugs, surroundings }: Site): Found | undefined {
  const { address } = surroundings;
  if (address === undefined || !url.startsWith('http')) return undefined;
  const [own, target] = [new URL(address), new URL(url)];
  const base = own.pathname.replace(/\/$/, '');
  if (target.host !== own.host || !`${target.pathname}/`.startsWith(`${base}/`)) return undefined;
  const path = target.pathname.slice(base.length);
  if (!slugs.has(path.replace(/^\/|\/$/g, ''))) return undefined;
  return {
    message: `“${url}” is a page of this site, which copies of the site have too.`,
    hint: `Write ${path}${target.hash}`,
  };
}

function findAnchor(anchor: string, page: SitePage, site: Site): Found | undefined {
  const known = anchorsOf(page, site);
  if (!known || known.has(anchor)) return undefined;
  return {
    message: `There is no place "#${anchor}" on the page /${page.slug}${page.slug ? '/' : ''}.`,
    hint: suggestion(anchor, known, `the headings of ${page.file}`),
  };
}

/** Components that set anchors, and the collections they take them from. */
const anchoring = {
  MythList: 'myths',
  QuestionIndex: 'questions',
  GlossaryList: 'glossary',
  Bibliography: 'references',
} as const satisfies Record<string, CollectionName>;

/**
 * The anchors of a page's headings, those of its components included. Undefined when it does not parse,
 * or when what a component lists could not be read.
 */
export function sectionAnchors({ outline }: SitePage, site: Site): Set<string> | undefined {
  if (!outline) return undefined;
  const names = outline.uses.map(({ name }) => name);
  const isKnown = (name: string) => {
    const list = (anchoring as Partial<Record<string, CollectionName>>)[name];
    return list === undefined || site[list] !== undefined;
  };
  if (!names.every(isKnown)) return undefined;
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

/** The anchors of a page: its headings, and what its components set. Undefined as those of its sections. */
function anchorsOf(page: SitePage, site: Site): Set<string> | undefined {
  const { outline } = page;
  const sections = sectionAnchors(page, site);
  if (!outline || !sections) return undefined;
  const anchors = ['_top', ...sections];
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
