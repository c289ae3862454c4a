import { citedWorks } from '../../features/citations/model/checks/review-works.ts';
import { findUntranslated } from './check-messages.ts';
import { findNotShown } from './check-findings.ts';
import type { Problem } from '../model/problem.ts';
import type { Site } from './read-site.ts';

/**
 * What an author should know and what stops no build: works that no page cites, findings that none
 * shows, messages in English, and pages whose review is past.
 */
export function findWarnings(site: Site, today: Date): Problem[] {
  return [
    ...uncited(site),
    ...findNotShown(site),
    ...findUntranslated(site),
    ...overdue(site, today),
  ];
}

function uncited(site: Site): Problem[] {
  const cited = citedWorks(site);
  const works = (site.references ?? []).filter(({ id }) => !cited.has(id));
  const [first] = works;
  if (!first) return [];
  const some = works.slice(0, 3).map(({ id }) => id);
  const more = works.length > some.length ? ` and ${String(works.length - some.length)} more` : '';
  return [
    {
      file: first.file,
      line: first.line,
      message: `No page cites ${some.join(', ')}${more}.`,
      hint: 'Cite them where they belong, or take them out (npm run refs:check lists all).',
    },
  ];
}

function overdue({ pages }: Site, today: Date): Problem[] {
  const reviews = pages.flatMap(({ file, slug, frontMatter }) => {
    const review = frontMatter?.data['review'];
    return typeof review === 'string' ? [{ file, title: slug, review: new Date(review) }] : [];
  });
  return findDue(reviews, today).overdue.map(({ file, review }) => ({
    file,
    message: `The page was due to be read again by ${review.toISOString().slice(0, 10)}.`,
    hint: 'Read it against the research, then move "review" (npm run content:due lists all).',
  }));
}

/** A page and the day by which someone should read it again. */
export interface Review {
  file: string;
  title: string;
  /** Day as written in the front matter, in UTC. */
  review: Date;
}

/** Pages whose review is past, and those whose review comes soon; each earliest first. */
export interface Due {
  overdue: Review[];
  soon: Review[];
}

const day = 86_400_000;

/**
 * Parts pages by their review: overdue from the day after it, soon within `within` days.
 * @param today pass it in: a build must not depend on its clock.
 */
export function findDue(reviews: Review[], today: Date, within = 60): Due {
  const daysLeft = ({ review }: Review) => Math.ceil((review.getTime() - today.getTime()) / day);
  const sorted = [...reviews].sort((a, b) => a.review.getTime() - b.review.getTime());
  return {
    overdue: sorted.filter((page) => daysLeft(page) < 0),
    soon: sorted.filter((page) => daysLeft(page) >= 0 && daysLeft(page) <= within),
  };
}
