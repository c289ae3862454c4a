import { explainAnswer } from '../../../content-model/check/check-answers.ts';
import { readDeclared } from '../../../content-model/build/read-content.ts';
import type { PartWithPages, PagePosition } from '../../../content-model/model/contents.ts';
import { ContentError } from '../../../content-model/model/problem.ts';
import { groupBy } from '../../../lib/text/format.ts';
import { suggestion } from '../../../lib/text/nearest.ts';
import { findOpening } from '../model/excerpt.ts';
import type { BuiltEntry } from './built-page.ts';

/** A line as readers type it, and the word offset in the section's text of the sentence that answers it. */
export interface AskedLine {
  text: string;
  answer?: number | undefined;
}

/** The lines that a section answers, and the word offset of the answer to its heading. */
interface AskedOf {
  asked: AskedLine[];
  answer?: number | undefined;
}

/** One entry of the search index: a section of a page, a glossary term or a cited work. */
export interface SearchDocument extends Omit<BuiltEntry, 'links'>, AskedOf {
  /** Parts of the site it belongs to; the values of the index's filter "topic". */
  topics: string[];
}

/** Whether an entry is a section of a page rather than a term or a work. */
export function isSection({ kind }: Pick<BuiltEntry, 'kind'>): boolean {
  return kind === 'page' || kind === 'question';
}

/**
 * Makes documents of the built entries and what authors wrote for search in the folder `content`.
 * @throws ContentError when src/content/asked names a page, a section or an answer that does not exist.
 */
export function toDocuments(
  built: readonly BuiltEntry[],
  parts: readonly PartWithPages<PagePosition>[],
  content: string,
): SearchDocument[] {
  const partOf = new Map<string, string>(
    parts.flatMap((part) => part.pages.map(({ slug }) => [`${slug}/`, part.label])),
  );
  const asked = readAsked(built, content);
  return built.map(({ links, ...entry }): SearchDocument => {
    const own = partOf.get(entry.path);
    if (isSection(entry)) {
      const topics = own === undefined ? [] : [own];
      return { ...entry, asked: [], ...asked.get(placeOf(entry)), topics };
    }
    // Its topics are those of the pages that use it, not of the page with its list.
    const topics = new Set(links.flatMap((path) => partOf.get(path) ?? []));
    return { ...entry, asked: [], topics: [...topics].filter((topic) => topic !== own) };
  });
}

/** Returns a place as authors name it: "faq", "faq#does-it-last". */
export function placeOf({ path, anchor }: Pick<BuiltEntry, 'path' | 'anchor'>): string {
  return path.replace(/\/$/, '') + (anchor && `#${anchor}`);
}

/** Reads the lines that readers ask, by the place that answers them. */
function readAsked(built: readonly BuiltEntry[], content: string): Map<string, AskedOf> {
  const asked = new Map<string, AskedOf>();
  const add = (place: string, lines: readonly string[], answer?: number) => {
    // The first answer of a section is its main one.
    const own = asked.get(place) ?? { asked: [], answer };
    own.asked.push(...lines.map((text) => ({ text, answer: answer ?? own.answer })));
    asked.set(place, own);
  };
  const texts = new Map([
    ...built.map(({ path }): [string, string] => [placeOf({ path, anchor: '' }), '']),
    ...built.filter(isSection).map((entry): [string, string] => [placeOf(entry), entry.text]),
  ]);
  for (const { file, data, lineOf } of readDeclared('asked', content)) {
    const { section = '', answer } = data;
    const slug = file.replace(/^.*\/|\.yaml$/g, '');
    const place = slug + (section && `#${section}`);
    const source = `src/content/asked/${slug}.yaml`;
    // The content check reads sources; only the built page shows the text that is indexed.
    const text = getPlace(texts, place, source);
    const found = answer === undefined ? undefined : findOpening(text, answer);
    if (answer !== undefined && !found?.isStart) {
      const own = built.filter((entry) => isSection(entry) && entry.path === `${slug}/`);
      const byAnchor = new Map(own.map((entry) => [entry.anchor, entry.text]));
      const line = lineOf(['answer']);
      throw new ContentError({ file: source, line, ...explainAnswer(answer, section, byAnchor) });
    }
    add(place, data.asked, found?.at);
  }
  for (const { data } of readDeclared('questions', content)) {
    for (const { ask, page, section } of data.questions)
      add(page + (section ? `#${section}` : ''), [ask]);
  }
  for (const { data } of readDeclared('glossary', content)) {
    // A page that explains a term answers its name and aliases.
    for (const slug of data.pages) add(slug, [data.term, ...data.aliases]);
  }
  return asked;
}

/** Returns the value for a place that authors name. @throws ContentError when it is not indexed. */
export function getPlace<T>(known: ReadonlyMap<string, T>, place: string, file: string): T {
  const found = known.get(place);
  if (found !== undefined) return found;
  const message = `There is no place "${place}" that search could find.`;
  const hint = suggestion(place, known.keys(), 'the pages and their headings');
  throw new ContentError({ file, message, hint });
}

/**
 * Returns the lines of a section, short texts that it answers: its heading, then what readers ask, by answer and
 * by length. They follow its text in the index, so that the word offsets of matches show which lines match.
 */
export function linesOf(document: SearchDocument): AskedLine[] {
  if (!isSection(document)) return [];
  const { title, asked, answer } = document;
  const byLength = [...groupBy(asked, (line) => line.answer).values()].flatMap((lines) =>
    lines
      .map((line) => ({ line, words: lengthOf(line.text), letters: line.text.length }))
      .sort((a, b) => a.words - b.words || a.letters - b.letters)
      .map(({ line }) => line),
  );
  return [{ text: title, answer }, ...byLength];
}

/** Counts the words of a text as Pagefind does. */
export function lengthOf(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
