import GithubSlugger from 'github-slugger';
import { nearest, suggestion } from '../../lib/text/nearest.ts';
import { findTracker } from '../../features/citations/model/fields.ts';
import type { CollectionName } from '../collections.ts';
import { locate, mistake, type Mistake, type Problem } from '../model/problem.ts';
import { certaintySchema } from '../schemas/evidence.ts';
import type { Site, SitePage } from './read-site.ts';

/** Broken links to pages and anchors. Links to files are checked after the build. */
export function checkLinks(site: Site): Problem[] {
  return site.pages.flatMap((page) =>
    (page.markup?.links ?? []).flatMap(({ url, text, line }) => {
      const noWords = mistake`The link to ${url} has no words.
        Write what it links to between the square brackets.`;
      const found = text === '' ? noWords : findBrokenAddress(url, site, page);
      return locate({ file: page.file, line }, found);
    }),
  );
}

/** Explains a broken URL on a page or in data; undefined for a good one. */
export function findBrokenAddress(
  url: string,
  site: Site,
  page = site.pages[0],
): Mistake | undefined {
  const { slugs, pages, surroundings } = site;
  if (!page) return undefined;
  if (/^(https?:|mailto:|tel:)/.test(url)) return findBadExternal(url) ?? findOwnAddress(url, site);
  if (/^\/?[a-z][a-z+.-]*:/i.test(url))
    return mistake`“${url}” is no address that a page may link to.
      Link to a page (/page/), or to an address with https://, mailto: or tel:.`;
  const [isFile, name = '', place = ''] =
    /^(?:\.{0,2}\/)*([^#?]+?)(?:\/?index)?\.mdx?(#.*)?$/.exec(url) ?? [];
  if (isFile && !surroundings.files?.has(url.replace(/#.*/, ''))) {
    const [near] = slugs.has(name) ? [name] : nearest(name, slugs, 1);
    return mistake`The link to "${url}" points to a source file, which readers do not have.
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

/** Explains a URL that begins with neither a slash nor a scheme. */
function explainRelative(url: string): Mistake {
  const domain = /^(www\.|[\w-]+(\.[\w-]+)*\.(com|org|net|info|edu|gov|eu|uk|de|es|fr)(\/|$))/i;
  const isMail = /^[^\s/@]+@[^\s/@]+$/.test(url);
  if (isMail || domain.test(url))
    return mistake`“${url}” is no whole address.
      Write ${isMail ? 'mailto:' : 'https://'}${url}`;
  return mistake`The link to "${url}" depends on the page that it is on.
    Begin it with a slash: ${url.replace(/^(\.{0,2}\/)*/, '/')}`;
}

function findBadExternal(url: string): Mistake | undefined {
  const isWhole = url.startsWith('http')
    ? URL.canParse(url) && new URL(url).hostname.includes('.')
    : !/:$/.test(url);
  return isWhole
    ? findTracker(url)
    : { message: `“${url}” is no whole address.`, hint: 'Copy it again from the browser.' };
}

/** A link to a page of this site by its full URL, by which readers of an offline copy would leave it. */
function findOwnAddress(url: string, { slugs, surroundings }: Site): Mistake | undefined {
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

/** Components that create headings or other anchors from the ids of a collection; `mark` is their prefix. */
const anchoring: Record<string, { of: CollectionName; mark?: string; isHeading?: boolean }> = {
  MythList: { of: 'myths', isHeading: true },
  QuestionIndex: { of: 'questions', isHeading: true },
  GlossaryList: { of: 'glossary' },
  Bibliography: { of: 'references', mark: 'ref-' },
};

/** Anchors of a page's headings, including those from components; undefined if any could not be read. */
export function sectionAnchors({ outline }: SitePage, site: Site): Set<string> | undefined {
  if (!outline) return undefined;
  const own = outline.uses.flatMap(({ name }) => anchoring[name] ?? []);
  if (own.some(({ of }) => site[of] === undefined)) return undefined;
  const hasLedger = outline.uses.some(({ name }) => name === 'EvidenceLedger');
  const levels = hasLedger ? certaintySchema.options : [];
  return new Set([
    ...outline.sections.map(({ slug }) => slug),
    ...own.flatMap(({ of, isHeading }) => (isHeading ? (site[of] ?? []).map(({ id }) => id) : [])),
    ...levels.map((level) => `certainty-${level}`),
  ]);
}

/** All anchors of a page, of headings and of components; undefined if any could not be read. */
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
