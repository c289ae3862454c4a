import { outlineOf, parsePage } from '../model/read-page.ts';
import type { ComponentUse, DataCitationsOf, PageOutline, Section } from '../model/read-page.ts';
import { createRequire } from 'node:module';
import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import {
  citingCollections,
  listDataCitations,
} from '../../features/citations/model/data-citations.ts';
import { locate, slugOf } from '../model/problem.ts';
import type { Entry, Mistake, Problem, Source } from '../model/problem.ts';
import { latin } from '../../lib/text/nearest.ts';
import { collections, containsFile } from '../collections.ts';
import type { CollectionName, Collections } from '../collections.ts';
import {
  checkFiles,
  checkText,
  isUnreadable,
  slugifyFileName,
  withoutLastExtension,
} from './check-files.ts';
import { readEntries, readFrontMatter } from './read-entries.ts';
import { readMarkup, readSentences, type Markup, type Sentence } from './read-markup.ts';
import type * as strict from './explain-mdx.ts';

/** A page as the checks see it. Parts that could not be read are undefined and already reported. */
export interface SitePage {
  /** Address without slashes; empty for the home page. */
  slug: string;
  file: string;
  frontMatter?: Entry;
  outline?: PageOutline;
  markup?: Markup;
  /** Its prose, sentence by sentence. */
  sentences?: Sentence[];
}

/** Entries of each collection; undefined if one of its files could not be read. */
type Entries = Record<CollectionName, Entry[] | undefined>;

/** Components and files outside src/content that it may refer to. */
export interface Surroundings {
  /** Paths of all components, from the project's root. */
  components: string[];
  /** Addresses of the files in public/, such as "/favicon.svg"; unknown when absent. */
  files?: Set<string> | undefined;
  /** The URL where the site will be published, if known. */
  address?: string | undefined;
  /** The date of the check, to find dates mistyped into the future. */
  today?: Date | undefined;
}

const content = 'src/content/';

/** Loads the slow parser that explains mistakes only if a page has one. */
const load = createRequire(import.meta.url);
const loadExplainer = () => load('./explain-mdx.ts') as typeof strict;

/** Reads all content files into one model, with the mistakes that prevent reading a file. */
export function readSite(
  files: Source[],
  surroundings: Surroundings = { components: [] },
  declared: Collections = collections,
) {
  const misplaced = checkFiles(
    files.map(({ path }) => path),
    declared,
  );
  const misplacedPaths = misplaced.map(({ file }) => file);
  const placed = files.filter(({ path }) => !misplacedPaths.includes(path));
  const problems: Problem[] = [...misplaced, ...placed.flatMap(checkText)];
  // The contents of binary and UTF-16 files are not checked further; checkText reports them.
  const unreadable = placed.filter(isUnreadable).map(({ path }) => path);
  const sources = placed.filter(({ path }) => !unreadable.includes(path)).map(normalise);
  const unreadPaths = [...misplacedPaths.map(withoutLastExtension), ...unreadable];
  const read = Object.entries(declared).map(([name, collection]) => {
    const isOwn = (path: string) => containsFile(collection, path.slice(content.length));
    const results = sources
      .filter(({ path }) => isOwn(path))
      .map((source) => readEntries(source, collection));
    const broken = results.flatMap(({ problem }) => problem ?? []);
    problems.push(...broken);
    // If a file of a collection was not read, references to its entries must not be reported.
    const isWhole = broken.length === 0 && !unreadPaths.some(isOwn);
    const entries = isWhole ? results.flatMap((one) => one.entries ?? []) : undefined;
    return { name, collection, entries };
  });
  const entries = Object.fromEntries(
    read.map(({ name, entries: own }) => [name, own]),
  ) as unknown as Entries;
  const citationsOf: DataCitationsOf = (component, props) =>
    listDataCitations(entries, component, props);
  const pages: SitePage[] = [
    ...sources
      .filter(({ path }) => isPage(path))
      .map((source) => readSitePage(source, citationsOf, problems)),
    ...unreadable.filter(isPage).map((file) => ({ slug: addressOf(file), file })),
  ];
  const misnamed = new Set(misplacedPaths.map(idOf));
  const site = {
    ...entries,
    /** Every collection with its declaration and entries. */
    collections: read,
    /** Whether all data with citations was read, so that the citations of pages are complete. */
    hasAllCitations: citingCollections.every((name) => entries[name]),
    pages,
    /** Slugs of all pages, including pages whose misnamed files are reported. */
    slugs: new Set([...pages.map(({ slug }) => slug), ...misnamed]),
    /** File names in src/content/drawings, without extensions. */
    drawings: files
      .filter(({ path }) => path.startsWith(`${content}drawings/`))
      .map(({ path }) => slugOf(withoutLastExtension(path))),
    /** Intended ids of misnamed files, which are not read; references to them are not reported. */
    misnamed,
    surroundings,
  };
  return { site, problems };
}

/** All content. */
export type Site = ReturnType<typeof readSite>['site'];

/** Removes the BOM and converts CRLF and CR to LF; checkText reports the BOM and lone CR. */
function normalise({ path, text }: Source): Source {
  return { path, text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') };
}

/** The id that a misnamed file was probably meant to have. */
function idOf(path: string): string {
  const slug = slugOf(withoutLastExtension(slugifyFileName(path)));
  // A page's folder is part of its address.
  const id = path.startsWith(`${content}docs/`) ? slug : slug.replace(/.*\//, '');
  const letters = [...id].map(latin).join('').normalize('NFD');
  return letters.replace(/[^\w/-]/g, '');
}

function isPage(path: string): boolean {
  return path.startsWith(`${content}docs/`) && /\.mdx?$/.test(path);
}

/** A page's slug; an index file has that of its folder. */
function addressOf(path: string): string {
  return slugOf(path).replace(/(^|\/)index$/, '');
}

function readSitePage(source: Source, citationsOf: DataCitationsOf, problems: Problem[]): SitePage {
  const slug = addressOf(source.path);
  const page: SitePage = { slug, file: source.path };
  const { entry, problem } = readFrontMatter(source, slug);
  if (problem) problems.push(problem);
  else page.frontMatter = entry;
  let mistake: Problem | undefined;
  try {
    const root = parsePage(source.text, source.path.endsWith('.mdx') ? 'mdx' : 'md');
    if (!hasOnlySimpleImports(root)) mistake = loadExplainer().explainMdx(source);
    if (!mistake) {
      page.outline = outlineOf(root, citationsOf);
      page.markup = readMarkup(root, source.text);
      page.sentences = readSentences(root);
      page.outline.sections.push(...findHeadingsWithoutSpace(page.markup));
    }
  } catch (error) {
    mistake = loadExplainer().explainMdx(source, error);
  }
  // A mistake in front matter often breaks the body too; one message is enough.
  if (mistake && !problems.some(({ file }) => file === source.path)) problems.push(mistake);
  return page;
}

/** Whether a page's only code is unique default imports; Satteri does not check other code. */
function hasOnlySimpleImports(root: Root): boolean {
  const code = root.children.flatMap((node) =>
    node.type === 'mdxjsEsm' ? node.value.split('\n') : [],
  );
  const names = code.flatMap((line) => /^import (\w+) from '[^']+';$/.exec(line)?.[1] ?? []);
  return new Set(names).size === code.length;
}

/** Sections whose heading lacks the space after its #; that is reported, so links to them need not be. */
function findHeadingsWithoutSpace({ texts }: Markup): Section[] {
  return texts.flatMap(({ raw }) => {
    const [, marks = '', text] = /^(#{2,3})([^\s#].*)/.exec(raw) ?? [];
    if (text === undefined) return [];
    return [{ slug: new GithubSlugger().slug(text), text, depth: marks.length }];
  });
}

/** Finds one kind of mistake in all content. */
export type Check = (site: Site) => Problem[];

/** All uses of a component, with the page's file. */
export function usesOf({ pages }: Site, component: string): (ComponentUse & { file: string })[] {
  return pages.flatMap(({ file, outline }) =>
    (outline?.uses ?? []).filter(({ name }) => name === component).map((use) => ({ file, ...use })),
  );
}

/** Applies `find` to each value of a component's attribute on all pages, and places the mistakes it returns. */
export function checkProps(
  site: Site,
  component: string,
  attribute: string,
  find: (value: string) => Mistake | undefined,
): Problem[] {
  return usesOf(site, component).flatMap((use) => {
    const value = use.props[attribute];
    return value === undefined ? [] : locate(use, find(value));
  });
}
