import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { synonymsSchema } from '../../src/content-model/schemas/search.ts';
import { isFunctionWord, splitWords } from '../../src/features/search/model/words.ts';
import { stemOf } from '../../src/features/search/model/words.ts';
import { sectionSource, sectionText } from './page-text.ts';
import { site, sources } from './sources.ts';

const synonyms = synonymsSchema.parse(parse(readFileSync('src/content/synonyms.yaml', 'utf8')));
const stemsOf = (text: string) => splitWords(text).map(stemOf);

/** Stems of the synonyms of each lay word or phrase, by its stems. */
const meanings = new Map<string, string[]>();
for (const { words, to } of synonyms)
  for (const word of words) meanings.set(stemsOf(word).join(' '), to.flatMap(stemsOf));

/** A file's text. */
function textOf(file: string): string {
  return sources.find(({ path }) => path === file)?.text ?? '';
}

/** Stems of a query's content words and of their synonyms. */
function meantBy(line: string): Set<string> {
  const words = splitWords(line);
  const stems = words.map(stemOf);
  const meant = new Set(words.filter((word) => !isFunctionWord(word)).map(stemOf));
  for (let start = 0; start < stems.length; start++)
    for (let end = start + 1; end <= Math.min(stems.length, start + 4); end++)
      for (const stem of meanings.get(stems.slice(start, end).join(' ')) ?? []) meant.add(stem);
  return meant;
}

/** Author names of each work, by its id. */
const authors = new Map(
  (site.references ?? []).map(({ id, data }) => {
    const names = (data['author'] as { family?: string; literal?: string }[] | undefined) ?? [];
    return [id, names.map(({ family, literal }) => family ?? literal ?? '').join(' ')];
  }),
);

/** The text of each term's card: name, aliases and definition. */
const cards = new Map(
  (site.glossary ?? []).map(({ id, file, data }) => [
    id,
    [data['term'], ...((data['aliases'] as string[] | undefined) ?? []), textOf(file)].join(' '),
  ]),
);

const findings = new Map(
  (site.findings ?? []).map(({ id, data }) => [id, data['works'] as string[]]),
);

/** Text of a section, with its citations, the cards of its terms and the common error with its anchor. */
function textAt(slug: string, anchor: string | undefined): string {
  const source = sectionSource(slug, anchor) ?? '';
  const ids = (component: string) =>
    [...source.matchAll(new RegExp(`<${component}\\b[^>]*\\bid="([^"]+)"`, 'g'))].flatMap(
      ([, id = '']) => id.split(' '),
    );
  const works = [...ids('Cite'), ...ids('Finding').flatMap((id) => findings.get(id) ?? [])];
  const myth = site.myths?.find(({ id }) => id === anchor)?.data;
  const page = site.pages.find((one) => one.slug === slug)?.frontMatter?.data;
  return [
    sectionText(slug, anchor) ?? '',
    // The top of a page begins with its title.
    ...(anchor === undefined ? [String(page?.['title']), String(page?.['description'])] : []),
    ...works.map((id) => `${authors.get(id) ?? ''} ${/\d{4}/.exec(id)?.[0] ?? ''}`),
    ...ids('Term').map((id) => cards.get(id) ?? ''),
    ...(myth ? [String(myth['says']), String(myth['found'])] : []),
  ].join(' ');
}

test('at least a third of the questions for a section share a word or a synonym with it', () => {
  const asked = site.asked ?? [];
  expect(asked.length).toBeGreaterThan(0);
  const unrelated = asked.flatMap(({ file, data }) => {
    const slug = file.replace(/^.*\/asked\//, '').replace(/\.yaml$/, '');
    const section = data['section'] as string | undefined;
    const stems = new Set(stemsOf(textAt(slug, section)));
    const lines = data['asked'] as string[];
    const others = lines.filter((line) => ![...meantBy(line)].some((stem) => stems.has(stem)));
    return others.length > (lines.length * 2) / 3
      ? [`${slug}#${section ?? ''}: ${others.join('; ')}`]
      : [];
  });
  expect(unrelated).toEqual([]);
});
