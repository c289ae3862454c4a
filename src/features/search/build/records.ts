import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainAnswer } from '../../../content-model/check/check-answers.ts';
import { parseYaml } from '../../../content-model/check/parse-yaml.ts';
import type { Asked } from '../../../content-model/schemas/search.ts';
import type { BuiltEntry, BuiltPage } from './built-page.ts';
import type { FilledPart, Placed } from '../../../content-model/model/contents.ts';
import { ContentError } from '../../../content-model/model/problem.ts';
import { findOpening } from '../model/sentences.ts';
import { groupBy } from '../../../lib/text/format.ts';
import { suggestion } from '../../../lib/text/nearest.ts';
import { readDeclared } from '../../../content-model/build/read-content.ts';

/** What a result may be; the values of the index's filter "kind". */
export type Kind = 'page' | 'question' | 'term' | 'work';

/** A line as people type it, and where in the section's text the sentence begins that answers it, in words. */
export interface AskedLine {
  text: string;
  answer?: number | undefined;
}

/** One entry of the search index: a section of a page, a glossary term or a cited work. */
export interface SearchRecord {
  kind: Kind;
  /** Path of its page from the site's root, such as "faq/". */
  path: string;
  /** Anchor on that page; empty for its top. */
  anchor: string;
  /** Heading, term or short citation; the page's title for its top. */
  title: string;
  /** Title of the page, for a section below its top. */
  page: string | undefined;
  text: string;
  /** What readers ask that it answers. */
  asked: AskedLine[];
  /** Where the sentence begins that answers whoever asks for its heading. */
  answer?: number | undefined;
  /** Parts of the site it belongs to; the values of the index's filter "topic". */
  topics: string[];
}

/** A page with its path. */
export interface PlacedPage extends BuiltPage {
  path: string;
}

/** What records take from outside the pages. */
export interface RecordContext {
  /** Part of the site that a page belongs to, by its path. */
  partOf: (path: string) => string | undefined;
  /** What readers ask that a section answers, and its main answer. */
  askedOf: (path: string, anchor: string) => Pick<SearchRecord, 'asked' | 'answer'>;
}

/** The records of all pages, in order. */
export function toRecords(pages: readonly PlacedPage[], context: RecordContext): SearchRecord[] {
  return pages.flatMap((page) => [
    ...page.sections.map((section): SearchRecord => {
      const isTop = section.anchor === '';
      return {
        kind: section.heading.endsWith('?') ? 'question' : 'page',
        path: page.path,
        anchor: section.anchor,
        title: isTop ? page.title : section.heading,
        page: isTop ? undefined : page.title,
        text: section.text,
        ...context.askedOf(page.path, section.anchor),
        topics: topicsOf([page.path], context),
      };
    }),
    ...page.terms.map((entry) => toEntry('term', page.path, entry, context)),
    ...page.works.map((entry) => toEntry('work', page.path, entry, context)),
  ]);
}

function toEntry(
  kind: Kind,
  path: string,
  { anchor, title, text, pages }: BuiltEntry,
  context: RecordContext,
): SearchRecord {
  // It belongs where it is used, not where its list stands.
  const topics = topicsOf(pages, context).filter((topic) => topic !== context.partOf(path));
  return { kind, path, anchor, title, page: undefined, text, asked: [], topics };
}

function topicsOf(paths: readonly string[], { partOf }: RecordContext): string[] {
  return [...new Set(paths.flatMap((path) => partOf(path) ?? []))];
}

/**
 * Joins what authors wrote for search, in the folder `content`, to the pages as built.
 * @throws ContentError when src/content/asked names a page, a section or an answer that is not there.
 */
export function createContext(
  pages: readonly PlacedPage[],
  parts: readonly FilledPart<Placed>[],
  content: string,
): RecordContext {
  const partByPath = new Map<string, string>(
    parts.flatMap((part) => part.pages.map(({ slug }) => [`${slug}/`, part.label])),
  );
  const asked = new Map<string, Pick<SearchRecord, 'asked' | 'answer'>>();
  const add = (path: string, anchor: string, lines: readonly string[], answer?: number) => {
    const key = `${path}#${anchor}`;
    // The first answer of a section is its main one.
    const own = asked.get(key) ?? { asked: [], answer };
    own.asked.push(...lines.map((text) => ({ text, answer: answer ?? own.answer })));
    asked.set(key, own);
  };
  for (const { id, file, data } of readDeclared('asked', content)) {
    const slug = file.replace(/^.*\/|\.yaml$/g, '');
    const page = findPage(pages, slug, data.section ?? '');
    const line = () => lineOf(join(content, file), [Number(id), 'answer']);
    add(page.path, data.section ?? '', data.asked, findAnswer(page, data, line));
  }
  for (const { data } of readDeclared('questions', content)) {
    for (const { ask, page, section = '' } of data.questions) add(`${page}/`, section, [ask]);
  }
  for (const { data } of readDeclared('glossary', content)) {
    // What explains a term answers whoever types it, or another name for it.
    for (const slug of data.pages) add(`${slug}/`, '', [data.term, ...data.aliases]);
  }
  return {
    partOf: (path) => partByPath.get(path),
    askedOf: (path, anchor) => asked.get(`${path}#${anchor}`) ?? { asked: [] },
  };
}

/**
 * The page that lines are asked of. The content check reads sources; only the built page tells what search
 * really found on it.
 * @throws ContentError when the page or the section is not there.
 */
function findPage(pages: readonly PlacedPage[], slug: string, anchor: string): PlacedPage {
  const file = `src/content/asked/${slug}.yaml`;
  const page = pages.find((one) => one.path === `${slug}/`);
  if (!page) {
    const slugs = pages.map((one) => one.path.replace(/\/$/, ''));
    const hint = suggestion(slug, slugs, 'src/content/docs');
    throw new ContentError({ file, message: `There is no page "${slug}" to search.`, hint });
  }
  const anchors = page.sections.map((section) => section.anchor);
  if (anchor === '' || anchors.includes(anchor)) return page;
  throw new ContentError({
    file,
    message: `The page "${slug}" has no section "${anchor}" that search could find.`,
    hint: suggestion(anchor, anchors, `the headings of src/content/docs/${slug}.mdx`),
  });
}

/**
 * Where a section's answer begins, in words. Sources do not hold what components add to a section; the
 * built page has all its sentences.
 */
function findAnswer(
  { path, sections }: PlacedPage,
  { section = '', answer }: Asked,
  line: () => number | undefined,
): number | undefined {
  if (answer === undefined) return undefined;
  const text = sections.find(({ anchor }) => anchor === section)?.text ?? '';
  const found = findOpening(text, answer);
  if (found?.isStart) return found.at;
  const texts = new Map(sections.map((one) => [one.anchor, one.text]));
  const file = `src/content/asked/${path.replace(/\/$/, '')}.yaml`;
  throw new ContentError({ file, line: line(), ...explainAnswer(answer, section, texts) });
}

function lineOf(file: string, path: readonly PropertyKey[]): number | undefined {
  const read = parseYaml(file, readFileSync(file, 'utf8'));
  return 'yaml' in read ? read.yaml.lineOf(path) : undefined;
}

/**
 * Short texts that say what a section answers, each matched by itself: its heading, then what readers
 * ask, by answer and by length. They stand after its text in the index, so that the places of matches
 * tell which of them match.
 */
export function linesOf({ kind, title, asked, answer }: SearchRecord): AskedLine[] {
  if (kind !== 'page' && kind !== 'question') return [];
  const byLength = [...groupBy(asked, (line) => line.answer).values()].flatMap((lines) =>
    lines.toSorted((a, b) => lengthOf(a.text) - lengthOf(b.text) || a.text.length - b.text.length),
  );
  return [{ text: title, answer }, ...byLength];
}

/** Words of a text as Pagefind counts them. */
export function lengthOf(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
