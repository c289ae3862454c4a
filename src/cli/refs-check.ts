import { readContent, readSurroundings } from '../content-model/build/read-content.ts';
import { findProblems } from '../content-model/build/find-problems.ts';
import { reviewWorks } from '../features/citations/model/checks/check-citations.ts';
import { formatProblem } from '../content-model/model/problem.ts';

// `npm run refs:check`: lists works that are unused, uncited or incomplete. Exits with 1 only for mistakes.
const { site, problems } = findProblems(readContent(), readSurroundings());
const mistakes = problems.filter(({ file }) => /references|evidence|topics|authors/.test(file));
const review = reviewWorks(site);

const lists: Record<string, string[]> = {
  'Unused: nothing on the site refers to them': review.unused,
  'Uncited: only a quiz, a chart or the glossary refers to them': review.uncited,
  Incomplete: review.incomplete.map(({ id, lacks }) => `${id}: ${lacks.join('; ')}`),
  'In doubt': review.doubtful.map(({ id, doubts }) => `${id}: ${doubts}`),
  'Perhaps one work: same title, year and author': review.alike.map((pair) => pair.join(' and ')),
  'Perhaps one person, not in authors.yaml': review.spellings.map(
    ({ family, given }) => `${family}: ${given.join(' / ')}`,
  ),
};
for (const [title, lines] of Object.entries(lists)) {
  if (lines.length === 0) continue;
  console.log(`${title} (${String(lines.length)}):`);
  for (const line of lines) console.log(`  ${line}`);
  console.log('');
}
for (const mistake of mistakes) console.error(formatProblem(mistake));
console.log(
  `${String(site.references?.length ?? 0)} works: ${String(review.unused.length)} unused, ` +
    `${String(review.uncited.length)} uncited, ${String(review.incomplete.length)} incomplete, ` +
    `${String(review.doubtful.length)} in doubt, ${String(mistakes.length)} mistakes.`,
);
if (mistakes.length > 0) process.exitCode = 1;
