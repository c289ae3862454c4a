import { findDue, reviewsOf } from '../content-model/build/find-problems.ts';
import { readContent } from '../content-model/build/read-content.ts';
import { readSite } from '../content-model/check/read-site.ts';
import { isoDay } from '../lib/text/format.ts';

// `npm run content:due [-- 2027-12-01]`: lists pages whose review is overdue or due soon, today or on a given day.
const today = new Date(process.argv[2] ?? Date.now());
if (Number.isNaN(today.getTime()))
  throw new Error(`${String(process.argv[2])} is not a date such as 2027-12-01.`);

const reviews = reviewsOf(readSite(readContent()).site);
const { overdue, soon } = findDue(reviews, today);
for (const [title, pages] of [
  [`Overdue on ${isoDay(today)}`, overdue],
  ['Due within 60 days', soon],
] as const) {
  if (pages.length === 0) continue;
  console.log(`${title}:`);
  for (const { file, title: name, review } of pages) console.log(`  ${review}  ${file}  ${name}`);
  console.log('');
}
console.log(
  `${String(reviews.length)} pages: ${String(overdue.length)} overdue, ${String(soon.length)} due soon.`,
);
