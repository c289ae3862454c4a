import { expect, test } from 'vitest';
import { learnLeanings, type Example } from '../../../src/features/search/build/learn.ts';
import type { SectionEntry } from '../../../src/features/search/model/catalogue.ts';
import { formatRow, readLeanings } from '../../../src/features/search/model/learnt.ts';
import { Lexicon } from '../../../src/features/search/model/lexicon.ts';
import { stemOf } from '../../../src/features/search/model/words.ts';

const nights = { path: 'nights/', title: 'Nights', part: 0, aside: false };
const school = { path: 'school/', title: 'School', part: 0, aside: false };
const section = (page: typeof nights, asked: number): SectionEntry => ({
  anchor: '',
  heading: page.title,
  page,
  length: 10,
  lines: Array.from({ length: 1 + asked }, (_, line) => ({ end: 12 + line, weight: 4 })),
});
const sections = new Map([
  ['sleep', section(nights, 3)],
  ['fears', section(nights, 3)],
  ['new', section(nights, 0)],
  ['gate', section(school, 3)],
]);
const lines: Example[] = [
  { id: 'sleep', text: 'my baby wakes at night' },
  { id: 'sleep', text: 'he wakes every hour of the night' },
  { id: 'sleep', text: 'baby wakes and wakes' },
  { id: 'fears', text: 'she is afraid of monsters at night' },
  { id: 'fears', text: 'monsters under the bed at night' },
  { id: 'fears', text: 'he is afraid of the dark' },
  { id: 'gate', text: 'he cries at the school gate' },
  { id: 'gate', text: 'she will not let go at the school' },
  { id: 'gate', text: 'crying at the gate every morning' },
];
// Repeated, since learning needs a minimum of lines.
const examples = Array.from({ length: 6 }, () => lines).flat();

function read(query: string, rows = learnLeanings(examples, sections)) {
  const lexicon = new Lexicon();
  for (const [stem, row] of rows) lexicon.leanings.set(stem, row);
  return readLeanings(query.split(' '), lexicon, sections);
}

test('words lean to the page and the section of the lines that have them', () => {
  const leanings = read('wakes at night');
  const of = (id: string) => leanings.get(id) ?? { page: NaN, section: NaN };
  expect(of('sleep').page).toBeGreaterThan(of('gate').page + 0.1);
  expect(of('fears').page).toBe(of('sleep').page);
  expect(of('sleep').section).toBeGreaterThan(of('fears').section + 0.1);
  const afraid = read('afraid at night');
  expect(afraid.get('fears')?.section).toBeGreaterThan(afraid.get('sleep')?.section ?? NaN);
});

test('the same lines give the same rows', () => {
  expect(learnLeanings(examples, sections)).toEqual(learnLeanings(examples, sections));
});

test('a section without lines has a neutral likelihood, and that of its page', () => {
  const leanings = read('wakes');
  const [own, other] = [leanings.get('new'), leanings.get('sleep')];
  expect(own?.page).toBe(other?.page);
  expect(own?.section).toBeLessThan(other?.section ?? NaN);
  expect(own?.section).toBeGreaterThan(leanings.get('fears')?.section ?? NaN);
});

test('too few lines give no rows, and words in no line no leanings', () => {
  expect(learnLeanings(lines, sections).size).toBe(0);
  expect(read('tractors').size).toBe(0);
});

test('a row is rounded to steps, and small weights are left out', () => {
  expect(formatRow([0, 0, 1, -1.6, 0.3, 99])).toBe('2BS1P');
  // The second page of two, and the only section of that page.
  const [lead, other] = ['gate', 'sleep'].map(
    (id) => read('word', new Map([[stemOf('word'), formatRow([0, 4])]])).get(id)?.page ?? NaN,
  );
  expect(lead).toBeCloseTo(1 - Math.log(1 + Math.exp(-4)) / 8);
  expect(other).toBeCloseTo(1 - Math.log(1 + Math.exp(4)) / 8);
});
