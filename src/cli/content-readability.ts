import { readFileSync } from 'node:fs';
import readability from 'text-readability';
import { readSite } from '../content-model/check/read-site.ts';
import { readContent, readReadingOrder } from '../content-model/build/read-content.ts';
import { site as guide } from '../site/site.ts';
import { readableProse } from '../lib/text/readable-prose.ts';

// `npm run content:readability`: the school grade of each page of the built site, and the most it may be.
if (process.argv[1] === import.meta.filename) printGrades();

/** How hard a built page is to read. */
export interface PageGrade {
  slug: string;
  /** School grade after Flesch and Kincaid, to one decimal. */
  grade: number;
  /** The hardest it may be: 8 for pages marked "plain", 10 for the others. */
  limit: number;
  words: number;
}

/** Grades of the pages in the contents, in their order; the site must be built. */
export function readGrades(): PageGrade[] {
  // The formula counts English syllables.
  if (!/^en\b/.test(guide.language)) return [];
  const { site } = readSite(readContent());
  const plain = new Map(
    site.pages.map(({ slug, frontMatter }) => [slug, frontMatter?.data['plain'] === true]),
  );
  return readReadingOrder().flatMap((slug) => {
    const text = readableProse(readFileSync(`dist/${slug}/index.html`, 'utf8'));
    const words = text.split(' ').length;
    // A few sentences around a list or a form say nothing of how hard a page is.
    if (words < 100) return [];
    const grade = readability.fleschKincaidGrade(text);
    return [{ slug, grade, limit: plain.get(slug) ? 8 : 10, words }];
  });
}

function printGrades(): void {
  const grades = readGrades();
  for (const { slug, grade, limit, words } of grades) {
    const mark = grade > limit ? '  too hard' : '';
    console.log(
      `${grade.toFixed(1).padStart(5)}  of ${String(limit).padStart(2)}  ${String(words).padStart(5)} words  /${slug}/${mark}`,
    );
  }
  process.exitCode = grades.some(({ grade, limit }) => grade > limit) ? 1 : 0;
}
