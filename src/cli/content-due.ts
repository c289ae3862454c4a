import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findDue, type Review } from '../content-model/build/find-problems.ts';
import { readFrontMatter } from '../content-model/check/read-entries.ts';
import { isoDay } from '../lib/text/format.ts';

// `npm run content:due [-- 2027-12-01]`: pages to read again against the research, today or on a day given.
const folder = 'src/content/docs';
const today = new Date(process.argv[2] ?? Date.now());
if (Number.isNaN(today.getTime()))
  throw new Error(`${String(process.argv[2])} is no day such as 2027-12-01.`);

const reviews = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.mdx?$/.test(name))
  .flatMap((name): Review[] => {
    const file = join(folder, name);
    const read = readFrontMatter({ path: file, text: readFileSync(file, 'utf8') }, name);
    if ('problem' in read) return [];
    const { title, review } = read.entry.data;
    return [{ file, title: String(title), review: new Date(String(review)) }];
  });

const { overdue, soon } = findDue(reviews, today);
list(`Overdue on ${isoDay(today)}`, overdue);
list('Due within 60 days', soon);
console.log(
  `${String(reviews.length)} pages: ${String(overdue.length)} overdue, ${String(soon.length)} due soon.`,
);

function list(title: string, pages: Review[]) {
  if (pages.length === 0) return;
  console.log(`${title}:`);
  for (const { file, title: name, review } of pages)
    console.log(`  ${isoDay(review)}  ${file}  ${name}`);
  console.log('');
}
