import { outlineOf, parsePage } from '../model/read-page.ts';
import type { ComponentUse, DataCitationsOf, PageOutline, Section } from '../model/read-page.ts';
import { createRequire } from 'node:module';
import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { listDataCitations, type CitingData } from '../../features/citations/model/cited-in.ts';
import { locate, slugOf, textsIn } from '../model/problem.ts';
import type { Entry, Mistake, Problem, Source } from '../model/problem.ts';
import { latin } from '../../lib/text/nearest.ts';
import { collections, containsFile } from '../collections.ts';
import type { Collection, CollectionName, Collections } from '../collections.ts';
import type { SiteFacts } from '../../site/facts.ts';
import { checkFiles, checkText, isGarbled, plainName, withoutLastEnd } from './check-files.ts';
import { readEntries, readFrontMatter } from './read-entries.ts';
import { readMarkup, readSentences, type Markup, type Sentence } from './read-markup.ts';
import type * as strict from './explain-mdx.ts';

/** A page as the checks see it. What could not be read is absent, and its mistake already reported. */
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

/** Entries of the declared collections; undefined where a file of one could not be read. */
type Entries = Record<CollectionName, Entry[] | undefined>;

/** All content. */
export interface Site extends Entries {
  pages: SitePage[];
  /** Addresses that pages have or, once their files are named well, will have. */
  slugs: ReadonlySet<string>;
  /** Every collection as it was read, with its declaration. */
  collections: { name: string; collection: Collection; entries: Entry[] | undefined }[];
  /** Whether all data was read that components cite works from, so that pages have all their citations. */
  hasAllCitations: boolean;
  /** Names of the files in src/content/drawings, without their ends. */
  drawings: string[];
  /** Ids of files that are not read because of their names, so that references to them are not reported. */
  misnamed: Set<string>;
  /** What is around the content that it may refer to. */
  surroundings: Surroundings;
}

/** What is around the content that it may refer to. */
export interface Surroundings {
  /** Paths of all components, from the project's root. */
  components: string[];
  /** Addresses of the files in public/, such as "/favicon.svg"; unknown when absent. */
  files?: Set<string> | undefined;
  /** Where the site will be published, where that is known. */
  address?: string | undefined;
  /** Facts of the guide that name pages and drawings; unknown when absent. */
  facts?: SiteFacts | undefined;
  /** The day on which the content is checked, against days and years mistyped into the future. */
  today?: Date | undefined;
}

const content = 'src/content/';

/** The parser that explains mistakes takes time to load, and a page without any does not need it. */
const load = createRequire(import.meta.url);
const loadStrict = () => load('./explain-mdx.ts') as typeof strict;

/** Reads all content files into one model, with the mistakes that keep a file from being read. */
export function readSite(
  files: Source[],
  surroundings: Surroundings = { components: [] },
  declared: Collections = collections,
): { site: Site; problems: Problem[] } {
  const misplaced = checkFiles(
    files.map(({ path }) => path),
    declared,
  );
  const hidden = misplaced.map(({ file }) => file);
  const seen = files.filter(({ path }) => !hidden.includes(path));
  const problems: Problem[] = [...misplaced, ...seen.flatMap(checkText)];
  // What a file holds that is binary or not UTF-8 is not looked at: it has its message.
  const garbled = seen.filter(isGarbled).map(({ path }) => path);
  const sources = seen.filter(({ path }) => !garbled.includes(path)).map(normalise);
  const lost = [...hidden.map(withoutLastEnd), ...garbled];
  const read = Object.entries(declared).map(([name, collection]) => {
    const isOwn = (path: string) => containsFile(collection, path.slice(content.length));
    const results = sources
      .filter(({ path }) => isOwn(path))
      .map((source) => readEntries(source, collection));
    const broken = results.flatMap(({ problem }) => problem ?? []);
    problems.push(...broken);
    // Whoever needs what a file holds cannot be blamed where it was not read.
    const isWhole = broken.length === 0 && !lost.some(isOwn);
    const entries = isWhole ? results.flatMap((one) => one.entries ?? []) : undefined;
    return { name, collection, entries };
  });
  const entries = Object.fromEntries(
    read.map(({ name, entries: own }) => [name, own]),
  ) as unknown as Entries;
  const data = toCitingData(entries);
  const citationsOf: DataCitationsOf = (component, props) =>
    listDataCitations(data, component, props);
  const pages = [
    ...sources
      .filter(({ path }) => isPage(path))
      .map((source) => readSitePage(source, citationsOf, problems)),
    ...garbled.filter(isPage).map((file) => ({ slug: addressOf(file), file })),
  ];
  const misnamed = new Set(hidden.map(idOf));
  const site: Site = {
    ...entries,
    collections: read,
    hasAllCitations: citing.every((name) => entries[name]),
    pages,
    slugs: new Set([...pages.map(({ slug }) => slug), ...misnamed]),
    drawings: files
      .filter(({ path }) => path.startsWith(`${content}drawings/`))
      .map(({ path }) => slugOf(withoutLastEnd(path))),
    misnamed,
    surroundings,
  };
  return { site, problems };
}

/** The collections that components cite works from. */
const charts = ['effects', 'prevalence', 'culture', 'ages', 'timeline'] as const;
const citing = ['findings', 'myths', ...charts] as const;

/** What components cite from data, as far as it could be read. */
function toCitingData(entries: Entries): CitingData {
  const { findings = [], myths = [] } = entries;
  const worksOf = new Map(findings.map(({ id, data }) => [id, textsIn(data['works'])]));
  const rows = charts.map((name) => [name, (entries[name] ?? []).map(({ data }) => data)]);
  return {
    findings: worksOf,
    myths: myths.map(({ id, data }) => ({
      id,
      says: String(data['says']),
      part: typeof data['part'] === 'string' ? data['part'] : undefined,
      works: [...(worksOf.get(String(data['finding'])) ?? []), ...textsIn(data['sources'])],
    })),
    charts: Object.fromEntries(rows) as CitingData['charts'],
  };
}

/** A file without its byte-order mark and with line feeds alone: checkText has told of what is wrong there. */
function normalise({ path, text }: Source): Source {
  return { path, text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') };
}

/** What a misnamed file was meant to be called. */
function idOf(path: string): string {
  const slug = slugOf(withoutLastEnd(plainName(path)));
  // A page's folder is part of its address.
  const id = path.startsWith(`${content}docs/`) ? slug : slug.replace(/.*\//, '');
  const letters = [...id].map(latin).join('').normalize('NFD');
  return letters.replace(/[^\w/-]/g, '');
}

function isPage(path: string): boolean {
  return path.startsWith(`${content}docs/`) && /\.mdx?$/.test(path);
}

/** A page's address; index files stand for their folder. */
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
    if (!hasPlainImports(root)) mistake = loadStrict().explainMdx(source);
    if (!mistake) {
      page.outline = outlineOf(root, citationsOf);
      page.markup = readMarkup(root, source.text);
      page.sentences = readSentences(root);
      page.outline.sections.push(...findMeantSections(page.markup));
    }
  } catch (error) {
    mistake = loadStrict().explainMdx(source, error);
  }
  // Without its front matter a page seldom parses; one message is enough.
  if (mistake && !problems.some(({ file }) => file === source.path)) problems.push(mistake);
  return page;
}

/** Whether a page's code is imports alone, each of one name; its processor does not look at what else they say. */
function hasPlainImports(root: Root): boolean {
  const code = root.children.flatMap((node) =>
    node.type === 'mdxjsEsm' ? node.value.split('\n') : [],
  );
  const names = code.flatMap((line) => /^import (\w+) from '[^']+';$/.exec(line)?.[1] ?? []);
  return new Set(names).size === code.length;
}

/** Headings that lack the space after their #, which is reported once; links to them are no mistake of their own. */
function findMeantSections({ texts }: Markup): Section[] {
  return texts.flatMap(({ raw }) => {
    const [, marks = '', text] = /^(#{2,3})([^\s#].*)/.exec(raw) ?? [];
    if (text === undefined) return [];
    return [{ slug: new GithubSlugger().slug(text), text, depth: marks.length }];
  });
}

/** Looks for one kind of mistake in all content. */
export type Check = (site: Site) => Problem[];

/** The uses of a component on all pages, with the page's file. */
export function usesOf({ pages }: Site, component: string): (ComponentUse & { file: string })[] {
  return pages.flatMap(({ file, outline }) =>
    (outline?.uses ?? []).filter(({ name }) => name === component).map((use) => ({ file, ...use })),
  );
}

/** A problem for each value of a component's attribute, on any page, in which `find` finds one. */
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
