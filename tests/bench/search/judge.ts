import type { Answer } from '../../../src/features/search/client/searcher.ts';
import { excerptOf } from '../../../src/features/search/model/excerpt.ts';
import { isCitationOf } from '../../../src/features/search/model/rank.ts';
import type { Library } from '../../../src/features/search/client/library.ts';
import type { JudgedQuery, Place } from './query-file.ts';

/** The judgement of the answer to one query. */
export interface Verdict {
  kind: string;
  /** Rank of the first page that answers, from 1; 0 if none does. */
  rank: number;
  /** Whether the first section is one that answers; undefined if none is specified. */
  section: boolean | undefined;
  /** Whether the first excerpt has the words of the answer; undefined if they are not specified. */
  excerpt: boolean | undefined;
  /** Whether search said that the guide does not cover it. */
  refused: boolean;
  /** Whether its words were corrected. */
  corrected: boolean;
  /** Number of words of the query. */
  words: number;
}

/**
 * Judges an answer by its first results: the helplines for help, the glossary entry if it answers, the work for an
 * author and year, else the pages.
 */
export async function judge(
  { query, kind, accepted, answer }: JudgedQuery,
  found: Answer,
  { catalogue }: Pick<Library, 'catalogue'>,
): Promise<Verdict> {
  const lead: Place[] = [];
  const help = found.help.map(toPlace);
  const isAccepted = ({ page, section }: Place) =>
    accepted.some((place) => place.page === page && place.section === section);
  // Readers who ask for something else skip the helplines, and the glossary entry, to the pages.
  if (kind === 'help' || help.some(isAccepted)) lead.push(...help);
  // A line above the results links to help.
  if (kind === 'help' && found.mayNeedHelp) lead.push(...accepted.slice(0, 1));
  const term = found.definition && catalogue.terms.get(found.definition.id);
  if (term && accepted.some(({ page }) => page === 'glossary'))
    lead.push({ page: 'glossary', section: term.anchor });
  const work = kind === 'number' ? await citedWork(found) : undefined;
  if (work) lead.push({ page: 'references', section: undefined });
  const shown = [
    ...lead,
    ...found.pages.flatMap(({ sections }) => sections.slice(0, 1).map(toPlace)),
  ];
  const [top] = shown;
  const isSame = (place: Place) =>
    place.page === top?.page && (place.section === undefined || place.section === top.section);
  return {
    kind,
    rank: shown.findIndex(({ page }) => accepted.some((place) => place.page === page)) + 1,
    section: accepted.some(({ section }) => section !== undefined)
      ? accepted.some(isSame)
      : undefined,
    excerpt: answer && answer.test(work ?? (await excerptOnTop(found))),
    refused: !found.isCovered,
    corrected: found.corrections.length > 0,
    words: query.split(/\s+/).length,
  };
}

function toPlace({ section }: Answer['help'][0]): Place {
  return { page: section.page.path.replace(/\/$/, ''), section: section.anchor };
}

/** Returns the text of the work that is shown before the pages. */
async function citedWork({ entries, words, pages }: Answer): Promise<string | undefined> {
  for (const { result } of entries) {
    const { meta, content } = await result.data();
    if (isCitationOf(words, meta['title'] ?? '') || pages.length === 0) return content;
  }
  return undefined;
}

async function excerptOnTop({ pages }: Answer): Promise<string> {
  const top = pages[0]?.sections[0];
  if (!top) return '';
  const { content } = await top.result.data();
  return excerptOf(content, top)
    .map(({ text }) => text)
    .join('');
}
