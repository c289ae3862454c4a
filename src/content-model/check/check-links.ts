import GithubSlugger from 'github-slugger';
import { nearest, suggestion } from '../../lib/text/nearest.ts';
import { certaintyWords } from '../../features/findings/model/grading.ts';
import { findTracker } from '../../features/citations/model/fields.ts';
import type { CollectionName } from '../collections.ts';
import { locate, mistake, type Mistake, type Problem } from '../model/problem.ts';
import type { Site, SitePage } from './read-site.ts';

/** Links to pages and to places on them that lead nowhere. Links to files are looked at once the site is built. */
export function checkLinks(site: Site): Problem[] {
  return site.pages.flatMap((page) =>
    (page.markup?.links ?? []).flatMap(({ url, text, line }) => {
      const noWords = mistake`The link to ${url} has no words.
        Write what it leads to between the square brackets.`;
      const found = text === '' ? noWords : findBrokenAddress(url, site, page);
      return locate({ file: page.file, line }, found);
    }),
  );
}

/** What is wrong with an address, on a page or in data; undefined where it leads somewhere. */
export function findBrokenAddress(
  url: string,
  site: Site,
  page = site.pages[0],
): Mistake | undefined {
  const { slugs, pages, surroundings } = site;
  if (!page) return undefined;
  if (/^(https?:|mailto:|tel:)/.test(url)) return findForeign(url) ?? findOwn(url, site);
  if (/^\/?[a-z][a-z+.-]*:/i.test(url))
    return mistake`“${url}” is no address that a page may link to.
      Link to a page (/page/), or to an address with https://, mailto: or tel:.`;
  const [isFile, name = '', place = ''] =
    /^(?:\.{0,2}\/)*([^#?]+?)(?:\/?index)?\.mdx?(#.*)?$/.exec(url) ?? [];
  if (isFile && !surroundings.files?.has(url.replace(/#.*/, ''))) {
    const [near] = slugs.has(name) ? [name] : nearest(name, slugs, 1);
    return mistake`The link to "${url}" leads to a file of the source, which readers do not have.
      Link to the page: ${near === undefined ? '/page/' : `/${near}/${place}`}`;
  }
  const [path = '', anchor] = url.split('#');
  if (path === '') return findAnchor(anchor ?? '', page, site);
  if (!path.startsWith('/')) return explainRelative(url);
  if (/\.\w+$/.test(path)) return undefined;
  const slug = path.replace(/^\/|\/$/g, '');
  if (!slugs.has(slug)) {
    return mistake`There is no page ${path}.
      ${suggestion(slug, slugs, 'src/content/docs')}`;
  }
  if (!path.endsWith('/'))
    return mistake`The link to "${url}" lacks the slash at the end of the page’s address.
      Write ${url.replace(/(?=#|$)/, '/')}`;
  const target = pages.find((one) => one.slug === slug);
  return anchor === undefined || !target ? undefined : findAnchor(anchor, target, site);
}

/** An address that begins with neither a slash nor a scheme. */
function explainRelative(url: string): Mistake {
  const domain = /^(www\.|[\w-]+(\.[\w-]+)*\.(com|org|net|info|edu|gov|eu|uk|de|es|fr)(\/|$))/i;
  const isMail = /^[^\s/@]+@[^\s/@]+$/.test(url);
  if (isMail || domain.test(url))
    return mistake`“${url}” is no whole address.
      Write ${isMail ? 'mailto:' : 'https://'}${url}`;
  return mistake`The link to "${url}" depends on where it stands.
    Begin it with a slash: ${url.replace(/^(\.{0,2}\/)*/, '/')}`;
}

function findForeign(url: string): Mistake | undefined {
  const isWhole = url.startsWith('http')
    ? URL.canParse(url) && new URL(url).hostname.includes('.')
    : !/:$/.test(url);
  return isWhole
    ? findTracker(url)
    : { message: `“${url}” is no whole address.`, hint: 'Copy it again from the browser.' };
}

/** A page of the site itself by its whole address: copies of the site would leave for the web. */
function findOwn(url: string, { slugs, surroundings }: Site): Mistake | undefined {
  const { address } = surroundings;
  if (address === undefined || !url.startsWith('http')) return undefined;
  const [own, target] = [new URL(address), new URL(url)];
  const base = own.pathname.replace(/\/$/, '');
  if (target.host !== own.host || !`${target.pathname}/`.startsWith(`${base}/`)) return undefined;
  const path = target.pathname.slice(base.length);
  if (!slugs.has(path.replace(/^\/|\/$/g, ''))) return undefined;
  return mistake`“${url}” is a page of this site, which copies of the site have too.
    Write ${path}${target.hash}`;
}

function findAnchor(anchor: string, page: SitePage, site: Site): Mistake | undefined {
  const known = anchorsOf(page, site);
  const mayBeCited = !site.hasAllCitations && /^(ref|cite)-/.test(anchor);
  if (!known || known.has(anchor) || mayBeCited) return undefined;
  return mistake`There is no place "#${anchor}" on the page /${page.slug}${page.slug && '/'}.
    ${suggestion(anchor, known, `the headings of ${page.file}`)}`;
}

/** Components that set headings or other anchors from a collection, and how these are called. */
const anchoring: Record<string, { of: CollectionName; mark?: string; isHeading?: boolean }> = {
  MythList: { of: 'myths', isHeading: true },
  QuestionIndex: { of: 'questions', isHeading: true },
  GlossaryList: { of: 'glossary' },
  Bibliography: { of: 'references', mark: 'ref-' },
};

/** The anchors of a page's headings, those of its components included; undefined where any could not be read. */
export function sectionAnchors({ outline }: SitePage, site: Site): Set<string> | undefined {
  if (!outline) return undefined;
  const own = outline.uses.flatMap(({ name }) => anchoring[name] ?? []);
  if (own.some(({ of }) => site[of] === undefined)) return undefined;
  const hasLedger = outline.uses.some(({ name }) => name === 'EvidenceLedger');
  const levels = hasLedger ? Object.keys(certaintyWords) : [];
  return new Set([
    ...outline.sections.map(({ slug }) => slug),
    ...own.flatMap(({ of, isHeading }) => (isHeading ? (site[of] ?? []).map(({ id }) => id) : [])),
    ...levels.map((level) => `certainty-${level}`),
  ]);
}

/** The anchors of a page: its headings, and what its components set. Undefined as those of its sections. */
function anchorsOf(page: SitePage, site: Site): Set<string> | undefined {
  const { outline } = page;
  const sections = sectionAnchors(page, site);
  if (!outline || !sections) return undefined;
  const { uses, citations } = outline;
  const anchors = uses.flatMap(({ name, props }) => {
    if (name === 'Finding') return `finding-${props['id'] ?? ''}`;
    if (name === 'Research') return new GithubSlugger().slug(props['title'] ?? '');
    if (name === 'ReferenceList')
      return citations.flatMap(({ ids }) => ids.map((id) => `ref-${id}`));
    const { of, mark = '' } = anchoring[name] ?? {};
    return of ? (site[of] ?? []).map(({ id }) => mark + id) : [];
  });
  const cites = citations.map(({ number }) => `cite-${String(number)}`);
  return new Set(['_top', ...sections, ...cites, ...anchors]);
}
