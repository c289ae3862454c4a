import type { PageOutline, Section, Use } from '../../../content-model/model/read-page.ts';

/** A graded statement or research section on a page, numbered in reading order from 1. */
export interface PageClaim {
  use: Use;
  /** Names the anchor: `claim-1` for the first. */
  number: number;
  /** Component that marks it. */
  component: 'Claim' | 'Research';
  /** Certainty as written; the schema of certainty says whether it is a word we know. */
  certainty: string;
  /** Statement without its citations; for a research section its title. */
  text: string;
  /** Why the certainty is stronger than its works' kinds alone would bear; empty when it is not. */
  why: string;
  /** Ids of the works cited inside, each once. */
  works: string[];
  line: number;
  section: Section;
}

/** Every graded statement and research section of a page, in reading order. */
export function listClaims(outline: PageOutline): PageClaim[] {
  const idsOf = new Map(outline.citations.map(({ number, ids }) => [number, ids]));
  return outline.uses.filter(isGraded).map((use, index) => ({
    use,
    number: index + 1,
    component: use.name as PageClaim['component'],
    certainty: use.props['certainty'] ?? '',
    text: use.name === 'Research' ? (use.props['title'] ?? '') : use.text,
    why: use.props['why'] ?? '',
    works: [...new Set(use.citations.flatMap((number) => idsOf.get(number) ?? []))],
    line: use.line,
    section: use.section,
  }));
}

function isGraded({ name, props }: PageOutline['uses'][number]): boolean {
  return name === 'Claim' || (name === 'Research' && props['certainty'] !== undefined);
}
