import { readGrades } from './read-grades.ts';

// `npm run content:readability`: the school grade of each page of the built site, and the most it may be.
const grades = readGrades();
for (const { slug, grade, limit, words } of grades) {
  const mark = grade > limit ? '  too hard' : '';
  console.log(
    `${grade.toFixed(1).padStart(5)}  of ${String(limit).padStart(2)}  ${String(words).padStart(5)} words  /${slug}/${mark}`,
  );
}
process.exitCode = grades.some(({ grade, limit }) => grade > limit) ? 1 : 0;
