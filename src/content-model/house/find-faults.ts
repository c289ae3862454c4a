import type { Site } from '../check/read-site.ts';
import type { Source } from '../check/source.ts';
import type { Problem } from '../model/problem.ts';
import { judgePages } from './pages.ts';
import { judgeProse } from './prose.ts';
import { judgeQuizzes } from './quizzes.ts';

/** Where the content departs from how we write; it stops no build, and `content:check` tells it. */
export function findHouseFaults(site: Site, sources: Source[]): Problem[] {
  const faults = [...judgePages(site), ...judgeQuizzes(site), ...judgeProse(site, sources)];
  return faults.sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
}
