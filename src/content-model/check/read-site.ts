import {
  outlineOf,
  parsePage,
  type CitesOf,
  type PageOutline,
  type Section,
} from '../model/read-page.ts';
import GithubSlugger from 'github-slugger';
import { listDataCitations, type CitingData } from '../../features/citations/model/cited-in.ts';
import { textsIn, type Problem, type Entry, type Source } from '../model/problem.ts';
import { latin } from '../../lib/text/nearest.ts';
import {
  collections,
  holds,
  type Collection,
  type CollectionName,
  type Collections,
} from '../collections.ts';
import type { SiteFacts } from '../../site/facts.ts';
import { checkFiles, checkText, isGarbled, plainName, withoutLastEnd } from './check-files.ts';
import { readEntries, readFrontMatter } from './read-entries.ts';
import { readMarkup, readSentences, type Markup, type Sentence } from './read-markup.ts';
import { checkCode, explainMdx } from './explain-mdx.ts';

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

/** A collection as it was read. */
export interface ReadCollection {
  name: string;
  collection: Collection;
  entries: Entry[] | undefined;
}

/** All content. */
export interface Site extends Entries {
  pages: SitePage[];
  /** Addresses that pages have or, once their files are named well, will have. */
  slugs: ReadonlySet<string>;
  /** Every collection with its declaration. */
  collections: ReadCollection[];
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

const content = 'src/content';

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
  const hidden = new Set(misplaced.map(({ file }) => file));
  const mistold = files
    .filter(({ path }) => !hidden.has(path))
    .flatMap((source) => checkText(source) ?? []);
  const problems: Problem[] = [...misplaced, ...mistold];
  const sources = files.filter(({ path }) => !hidden.has(path)).map(normalise);
  const read = Object.entries(declared).map(([name, collection]): ReadCollection => {
    const own = sources.filter(({ path }) => holds(collection, path.slice(content.length + 1)));
    // Whoever needs what a file holds cannot be blamed where the file has got a wrong end.
    const isHidden = [...hidden].some((path) =>
      holds(collection, withoutLastEnd(path).slice(content.length + 1)),
    );
    const entries = collect(own, collection, problems);
    return { name, collection, entries: isHidden ? undefined : entries };
  });
  const entries = Object.fromEntries(
    read.map(({ name, entries: own }) => [name, own]),
  ) as unknown as Entries;
  const citing = toCitingData(entries);
  const citesOf: CitesOf = (component, props) => listDataCitations(citing, component, props);
  const pages = sources.filter(isPage).map((source) => readSitePage(source, citesOf, problems));

  // A file that is binary or not UTF-8 gets this message only; further messages would be consequences.
  const garbled = new Set(files.filter(isGarbled).map(({ path }) => path));
  const misnamed = new Set([...hidden].map(idOf));
  const site: Site = {
    ...entries,
    collections: read,
    pages,
    slugs: new Set([...pages.map(({ slug }) => slug), ...misnamed]),
    drawings: files
      .filter(({ path }) => path.startsWith(`${content}/drawings/`))
      .map(({ path }) => nameOf(withoutLastEnd(path))),
    misnamed,
    surroundings,
  };
  return {
    site,
    problems: problems.filter((problem) => !garbled.has(problem.file) || mistold.includes(problem)),
  };
}

/** What components cite from data, as far as it could be read. */
function toCitingData(entries: Entries): CitingData {
  const { findings = [], myths = [] } = entries;
  const worksOf = new Map(findings.map(({ id, data }) => [id, textsIn(data['works'])]));
  const rowsOf = (name: CollectionName) => (entries[name] ?? []).map(({ data }) => data);
  return {
    findings: worksOf,
    myths: myths.map(({ id, data }) => ({
      id,
      says: String(data['says']),
      part: typeof data['part'] === 'string' ? data['part'] : undefined,
      works: [...(worksOf.get(String(data['finding'])) ?? []), ...textsIn(data['sources'])],
    })),
    charts: {
      effects: rowsOf('effects'),
      prevalence: rowsOf('prevalence'),
      culture: rowsOf('culture'),
      ages: rowsOf('ages'),
      timeline: rowsOf('timeline'),
    },
  };
}

/** A file without its byte-order mark and with line feeds alone: checkText has told of what is wrong there. */
function normalise({ path, text }: Source): Source {
  return { path, text: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n') };
}

/** What a misnamed file was meant to be called. */
function idOf(path: string): string {
  const name = withoutLastEnd(plainName(path));
  // A page's folder is part of its address.
  const docs = `${content}/docs/`;
  const id = name.startsWith(docs) ? name.slice(docs.length).replace(/\.\w+$/, '') : nameOf(name);
  return [...id]
    .map((letter) => latin(letter))
    .join('')
    .normalize('NFD')
    .replace(/[^\w/-]/g, '');
}

function isPage({ path }: Source): boolean {
  return path.startsWith(`${content}/docs/`) && /\.mdx?$/.test(path);
}

/** The entries of a collection; files that are not there count as empty, since a small site need not have all. */
function collect(
  sources: Source[],
  { shape, id }: Collection,
  problems: Problem[],
): Entry[] | undefined {
  const read = sources.map((source) =>
    shape === 'text'
      ? readFrontMatter(source, nameOf(source.path))
      : readEntries(source, shape, id),
  );
  const broken = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  problems.push(...broken);
  if (broken.length > 0) return undefined;
  return read.flatMap((one) =>
    'entry' in one ? [one.entry] : 'entries' in one ? one.entries : [],
  );
}

function readSitePage(source: Source, citesOf: CitesOf, problems: Problem[]): SitePage {
  const slug = slugOf(source.path);
  const page: SitePage = { slug, file: source.path };
  const read = readFrontMatter(source, slug);
  if ('problem' in read) problems.push(read.problem);
  else page.frontMatter = read.entry;
  if (isGarbled(source)) return page;
  try {
    const root = parsePage(source.text, source.path.endsWith('.mdx') ? 'mdx' : 'md');
    checkCode(root, source.text);
    page.outline = outlineOf(root, citesOf);
    page.markup = readMarkup(root, source.text);
    page.sentences = readSentences(root);
    page.outline.sections.push(...findMeantSections(page.markup));
  } catch (error) {
    // Without its front matter a page seldom parses; one message is enough.
    const isTold = problems.some(({ file }) => file === source.path);
    if (!isTold) problems.push(explainMdx(source, error));
  }
  return page;
}

/** Headings that lack the space after their #, which is reported once; links to them are no mistake of their own. */
function findMeantSections({ texts }: Markup): Section[] {
  return texts.flatMap(({ raw }) => {
    const [, marks = '', text] = /^(#{2,3})([^\s#].*)/.exec(raw) ?? [];
    return text === undefined
      ? []
      : [{ slug: new GithubSlugger().slug(text), text, depth: marks.length }];
  });
}

/** "src/content/docs/attunement.mdx" → "attunement"; index files stand for their folder. */
function slugOf(path: string): string {
  return path
    .slice(`${content}/docs/`.length)
    .replace(/\.mdx?$/, '')
    .replace(/(^|\/)index$/, '');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** Looks for one kind of mistake in all content. */
export type Check = (site: Site) => Problem[];
