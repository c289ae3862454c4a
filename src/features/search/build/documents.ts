import type { Element, Nodes, Root } from 'hast';
import { explainAnswer } from '../../../content-model/check/check-questions.ts';
import { readDeclared } from '../../../content-model/build/read-content.ts';
import type { PartWithPages, PagePosition } from '../../../content-model/model/contents.ts';
import { ContentError } from '../../../content-model/model/problem.ts';
import { groupBy } from '../../../lib/text/format.ts';
import { elementsIn, findElement, hasClass } from '../../../lib/text/hast.ts';
import { suggestion } from '../../../lib/text/nearest.ts';
import { endBlock, findOpening } from '../model/excerpt.ts';

/** One entry of the search index: a section of a page, a glossary term or a cited work. */
export interface SearchDocument extends Omit<BuiltEntry, 'links'> {
  /** Lines that readers type, and the word offset in its text of the sentence that answers each. */
  asked: { text: string; answer?: number | undefined }[];
  /** That of the answer to its heading. */
  answer?: number | undefined;
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
    // The topics of a term or a work are those of the pages that use it, not of the page with its list.
    const others = links.filter((path) => partOf.get(path) !== own);
    const topics = (isSection(entry) ? [entry.path] : others).flatMap(
      (path) => partOf.get(path) ?? [],
    );
    return { ...entry, asked: [], ...asked.get(placeOf(entry)), topics: [...new Set(topics)] };
  });
}

/** Returns a place as authors name it: "faq", "faq#does-it-last". */
export function placeOf({ path, anchor }: Pick<BuiltEntry, 'path' | 'anchor'>): string {
  return path.replace(/\/$/, '') + (anchor && `#${anchor}`);
}

/** Reads the lines that readers ask, by the place that answers them. */
function readAsked(built: readonly BuiltEntry[], content: string) {
  const asked = new Map<string, Pick<SearchDocument, 'asked' | 'answer'>>();
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
export function linesOf(document: SearchDocument): SearchDocument['asked'] {
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
  return text.match(/\S+/g)?.length ?? 0;
}

/** A searchable entry of a page: the text under one heading, a glossary term or a work of the list of works. */
export interface BuiltEntry {
  /** The kind of result, a value of the index's filter "kind". */
  kind: 'page' | 'question' | 'term' | 'work';
  /** Path of its page from the site's root, such as "faq/". */
  path: string;
  /** Title of that page. */
  page: string;
  /** Anchor on that page; empty for the text above the first heading. */
  anchor: string;
  /** Heading, term or short citation; the page's title for its top. */
  title: string;
  text: string;
  /** Paths of the pages that a term or a work links to. */
  links: string[];
}

/** Reads the searchable entries of the page at `path`: its text by section, then its terms and works. */
export function readBuiltPage(tree: Root, path: string): BuiltEntry[] {
  const body = findElement(tree, ({ properties }) => properties['dataPagefindBody'] !== undefined);
  if (!body) return [];
  const title = findElement(body, ({ tagName }) => tagName === 'h1');
  const page = title ? readText(title).replace(/\.$/, '') : '';
  const read = [
    ...readSections(body, page),
    ...elementsIn(body)
      .filter(isEntry)
      .map((entry) => (entry.properties[entryAttribute] === 'term' ? readTerm : readWork)(entry)),
  ];
  return read.map((entry) => ({ ...entry, path, page }));
}

type Part = Omit<BuiltEntry, 'path' | 'page'>;

/** Reads the text under each heading; headings without text are left out. */
function readSections(body: Element, title: string): Part[] {
  let section = { anchor: '', title, text: '' };
  const sections = [section];
  const walk = (node: Nodes) => {
    if (node.type !== 'element' || isLeaf(node)) {
      section.text += `${readText(node)} `;
      return;
    }
    if (isExcluded(node) || isEntry(node) || node.tagName === 'h1') return;
    const anchor = isHeading(node) && idOf(node);
    if (anchor) {
      section = { anchor, title: readText(node).replace(/(?<![.…])\.$/, ''), text: '' };
      sections.push(section);
      return;
    }
    const before = section;
    node.children.forEach(walk);
    // Text after a part that its own heading labels belongs to the section before.
    if (String(node.properties['ariaLabelledBy']) === section.anchor) section = before;
  };
  walk(body);
  return sections.flatMap((one): Part[] => {
    const text = one.text.replace(/\s+/g, ' ').trim();
    const isQuestion = one.anchor !== '' && one.title.endsWith('?');
    return text ? [{ ...one, kind: isQuestion ? 'question' : 'page', text, links: [] }] : [];
  });
}

/** Whether an element contains no heading, term or work. */
function isLeaf(node: Element): boolean {
  return !findElement(node, (one) => isHeading(one) || isEntry(one));
}

function isHeading({ tagName }: Element): boolean {
  return /^h[1-4]$/.test(tagName);
}

function idOf({ properties: { id } }: Element): string {
  return String(id ?? '');
}

/** Attribute of terms, and of works in the list of all works; works in a page's own list lack it. */
const entryAttribute = 'dataSearchEntry';

function isEntry({ properties }: Element): boolean {
  return properties[entryAttribute] !== undefined;
}

function readTerm(node: Element): Part {
  const name = findElement(node, ({ properties }) => properties['id'] !== undefined) ?? node;
  const title = readText(name).replace(/\.$/, '');
  const text = readText(node)
    .slice(title.length)
    .replace(/^[\s.]+/, '');
  return { kind: 'term', anchor: idOf(name), title, text, links: linksOf(node) };
}

function readWork(node: Element): Part {
  const text = readText(node)
    .replace(/https?:\S+/g, '')
    .replace(/\s+/g, ' ');
  const title = shortCitation(text);
  return { kind: 'work', anchor: idOf(node), title, text, links: linksOf(node) };
}

/** Returns the short citation, such as "Tronick et al. (1978)", of a work's entry in the list. */
function shortCitation(text: string): string {
  const [, names = '', year = ''] = /^(.*?)\s*\(([^)]*)\)/.exec(text) ?? [];
  const surnames = names.match(/\p{Lu}[\p{L}’' -]*?(?=,\s(?:\p{Lu}|\[))/gu) ?? [names];
  const [first = '', second] = surnames;
  const who = surnames.length > 2 ? `${first} et al.` : second ? `${first} & ${second}` : first;
  return `${who} (${year})`;
}

function linksOf(node: Element): string[] {
  return elementsIn(node).flatMap(({ tagName, properties: { href } }) =>
    tagName === 'a' ? (/^\/([^#?]+)/.exec(String(href))?.[1] ?? []) : [],
  );
}

/** Elements whose text is not indexed. */
const excluded = new Set('script style svg template noscript nav footer button'.split(' '));

/** Classes of elements that repeat other text: labels, ratings of certainty, reference lists. */
const excludedClasses =
  'sb-label sb-claim-certainty sb-certainty sb-references sb-cited-in sb-ref-kind sb-ledger sb-hidden'.split(
    ' ',
  );

/** Whether an element is left out of the index: page chrome, drawings, and what is marked to be ignored. */
function isExcluded(node: Element): boolean {
  return (
    excluded.has(node.tagName) ||
    node.properties['dataPagefindIgnore'] !== undefined ||
    excludedClasses.some((name) => hasClass(node, name))
  );
}

/** Inline elements. */
const inline = new Set(
  'a abbr b bdi cite code dfn em i mark q s small span strong sub sup time u var'.split(' '),
);

/** Returns the indexed text of a node: one space between words, and blocks that end in punctuation. */
function readText(node: Nodes): string {
  return rawText(node)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)](\s|$))/g, '')
    .trim();
}

function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return ' ';
  if (isExcluded(node)) return '';
  const text = node.children.map(rawText).join('');
  return inline.has(node.tagName) ? text : endBlock(text);
}
