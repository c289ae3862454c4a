import {
  outlineOf,
  parsePage,
  type CitesOf,
  type PageOutline,
  type Section,
} from '../model/read-page.ts';
import GithubSlugger from 'github-slugger';
import { listDataCitations, type CitingData } from '../../features/citations/model/cited-in.ts';
import type { Problem } from '../model/problem.ts';
import { latin } from '../../lib/text/nearest.ts';
import { checkFiles, plainName, checkText } from './check-files.ts';
import { readEntries, readFrontMatter } from './read-entries.ts';
import { readMarkup, type Markup } from './read-markup.ts';
import { readSentences, type Sentence } from './read-sentences.ts';
import { explainMdx } from './explain-mdx.ts';
import type { Entry, Source } from './source.ts';

/** A page as the checks see it. What could not be read is absent, and its mistake already told. */
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

/** All content. A collection is undefined when one of its files could not be read. */
export interface Site {
  pages: SitePage[];
  references: Entry[] | undefined;
  evidence: Entry[] | undefined;
  /** Findings of all files; the file's name is their home page. */
  findings: Entry[] | undefined;
  myths: Entry[] | undefined;
  /** Helplines, one entry a country. */
  helplines: Entry[] | undefined;
  glossary: Entry[] | undefined;
  quizzes: Entry[] | undefined;
  effects: Entry[] | undefined;
  prevalence: Entry[] | undefined;
  ages: Entry[] | undefined;
  timeline: Entry[] | undefined;
  episodes: Entry[] | undefined;
  culture: Entry[] | undefined;
  synonyms: Entry[] | undefined;
  bets: Entry[] | undefined;
  authors: Entry[] | undefined;
  topics: Entry[] | undefined;
  reflection: Entry[] | undefined;
  /** What readers ask; the file's name is the page's slug. */
  asked: Entry[] | undefined;
  /** The index of questions, one entry a group. */
  questions: Entry[] | undefined;
  /** What may break a rule of how we write, and why. */
  exceptions: Entry[] | undefined;
  /** The words of the interface, one entry a language. */
  words: Entry[] | undefined;
  /** Ids that files would have whose names keep them from being read, so that nobody misses them. */
  misnamed: Set<string>;
  /** What stands around the content that it may refer to. */
  surroundings: Surroundings;
}

/** What stands around the content that it may refer to. */
export interface Surroundings {
  /** Paths of all components, from the project's root. */
  components: string[];
  /** Addresses of the files in public/, such as "/favicon.svg"; unknown when absent. */
  files?: Set<string> | undefined;
  /** Where the site will be published, where that is known. */
  address?: string | undefined;
  /** The day on which the content is checked, against days and years mistyped into the future. */
  today?: Date | undefined;
}

const content = 'src/content';

/** Reads all content files into one model, with the mistakes that keep a file from being read. */
export function readSite(
  files: Source[],
  surroundings: Surroundings = { components: [] },
): { site: Site; problems: Problem[] } {
  const misplaced = checkFiles(files.map(({ path }) => path));
  const hidden = new Set(misplaced.map(({ file }) => file));
  const mistold = files
    .filter(({ path }) => !hidden.has(path))
    .flatMap((source) => checkText(source) ?? []);
  const problems: Problem[] = [...misplaced, ...mistold];
  const sources = files.filter(({ path }) => !hidden.has(path)).map(plain);
  const list = (path: string) => collect([find(sources, path)], 'list', problems);
  const map = (path: string) => collect([find(sources, path)], 'map', problems);
  const lists = (folder: string) =>
    collect(inFolder(sources, `${content}/${folder}`, '.yaml'), 'list', problems);
  const maps = (folder: string) =>
    collect(inFolder(sources, `${content}/${folder}`, '.yaml'), 'map', problems);
  const whole = (folder: string, end: string) =>
    collect(inFolder(sources, folder, end), 'whole', problems);

  const data = {
    findings: maps('findings'),
    myths: list(`${content}/myths.yaml`),
    effects: list(`${content}/figures/effects.yaml`),
    prevalence: list(`${content}/figures/prevalence.yaml`),
    ages: list(`${content}/figures/ages.yaml`),
    timeline: list(`${content}/figures/timeline.yaml`),
    episodes: list(`${content}/figures/strange-situation.yaml`),
  };
  const citing = toCitingData(data);
  const citesOf: CitesOf = (component, props) => listDataCitations(citing, component, props);
  const pages = sources.filter(isPage).map((source) => readSitePage(source, citesOf, problems));

  // Of a file that is no text, what else seems wrong in it is no news.
  const garbled = new Set(files.filter(isGarbled).map(({ path }) => path));
  const site: Site = {
    ...data,
    pages,
    references: list(`${content}/references.json`),
    evidence: map(`${content}/evidence.yaml`),
    helplines: list(`${content}/helplines.yaml`),
    glossary: readTerms(sources, problems),
    quizzes: whole(`${content}/quizzes`, '.yaml'),
    culture: list(`${content}/figures/culture.csv`),
    synonyms: list(`${content}/synonyms.yaml`),
    bets: collect([find(sources, `${content}/best-bets.yaml`)], 'whole', problems),
    authors: list(`${content}/authors.yaml`),
    topics: collect([find(sources, `${content}/topics.yaml`)], 'whole', problems),
    reflection: collect([find(sources, `${content}/reflection.yaml`)], 'whole', problems),
    asked: lists('asked'),
    questions: list(`${content}/questions.yaml`),
    exceptions: list(`${content}/exceptions.yaml`),
    words: whole(`${content}/i18n`, '.json'),
    misnamed: new Set([...hidden].map(idOf)),
    surroundings,
  };
  return {
    site,
    problems: problems.filter((problem) => !garbled.has(problem.file) || mistold.includes(problem)),
  };
}

/** What components cite from data, as far as it could be read. */
function toCitingData({
  findings = [],
  myths = [],
  effects = [],
  prevalence = [],
  ages = [],
  timeline = [],
}: Partial<
  Record<'findings' | 'myths' | 'effects' | 'prevalence' | 'ages' | 'timeline', Entry[] | undefined>
>): CitingData {
  const worksOf = new Map(findings.map(({ id, data }) => [id, textsOf(data['works'])]));
  return {
    findings: worksOf,
    myths: myths.map(({ id, data }) => ({
      id,
      says: String(data['says']),
      part: typeof data['part'] === 'string' ? data['part'] : undefined,
      works: [...(worksOf.get(String(data['finding'])) ?? []), ...textsOf(data['sources'])],
    })),
    effects: effects.map(({ data }) => String(data['work'])),
    prevalence: prevalence.map(({ data }) => String(data['work'])),
    ages: ages.map(({ data }) => String(data['work'])),
    timeline: timeline.map(({ data }) => String(data['work'])),
  };
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Whether a file was saved as UTF-16, so that every second character is none. */
function isGarbled({ text }: Source): boolean {
  return text.includes('\0');
}

/** Line ends of one kind, and no byte-order mark: both are harmless once known. */
function plain({ path, text }: Source): Source {
  return { path, text: text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n') };
}

/** What a misnamed file was meant to be called. */
function idOf(path: string): string {
  return [...nameOf(plainName(path))]
    .map((letter) => latin(letter))
    .join('')
    .normalize('NFD')
    .replace(/[^\w-]/g, '');
}

function isPage({ path }: Source): boolean {
  return path.startsWith(`${content}/docs/`) && /\.mdx?$/.test(path);
}

function inFolder(sources: Source[], folder: string, end: string): Source[] {
  return sources.filter(({ path }) => path.startsWith(`${folder}/`) && path.endsWith(end));
}

/** A file that is not there counts as empty: a small site need not have all. */
function find(sources: Source[], path: string): Source | undefined {
  return sources.find((source) => source.path === path);
}

function collect(
  sources: (Source | undefined)[],
  shape: 'list' | 'map' | 'whole',
  problems: Problem[],
): Entry[] | undefined {
  const read = sources.map((source) => (source ? readEntries(source, shape) : { entries: [] }));
  const broken = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  problems.push(...broken);
  if (broken.length > 0) return undefined;
  return read.flatMap((one) => ('entries' in one ? one.entries : []));
}

function readTerms(sources: Source[], problems: Problem[]): Entry[] | undefined {
  const files = inFolder(sources, `${content}/glossary`, '.md');
  const read = files.map((source) => readFrontMatter(source, nameOf(source.path)));
  const broken = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  problems.push(...broken);
  if (broken.length > 0) return undefined;
  return read.flatMap((one) => ('entry' in one ? [one.entry] : []));
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

/** Headings that lack the space after their #, which is told once; links to them are no mistake of their own. */
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
