import { expect, test } from 'vitest';
import type { Line } from '../../../src/features/search/model/catalogue.ts';
import { excerptOf, type ExcerptSource } from '../../../src/features/search/model/excerpt.ts';

const text =
  'Most babies cry. It may start in the ninth month. Say goodbye before you go. Then leave with a smile. ' +
  'Dr. Stern et al. wrote so years ago. The crying stops soon after.';

type Options = Omit<ExcerptSource, 'clauses' | 'section'> & {
  most?: number;
  of?: string;
  lines?: Line[];
};

/** Returns the excerpt for words of the text, each a clause with an importance. */
const shown = (
  found: Record<string, number>,
  { most = 8, of = text, lines: own, nearness }: Options = {},
) => {
  const clauses = Object.entries(found).map(([word, importance]) => ({
    places: of.split(' ').flatMap((one, at) => (one.toLowerCase().startsWith(word) ? [at] : [])),
    importance,
  }));
  const section = own && { length: Infinity, lines: own };
  return excerptOf(of, { clauses, section, nearness }, most)
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join('');
};

/** The heading and two lines; the first is answered by "Say goodbye", the second by "It may start". */
const lines = [
  { end: 40, weight: 1, answer: 10 },
  { end: 45, weight: 1, answer: 10 },
  { end: 50, weight: 1, answer: 3 },
];

test('it is the sentence with the most important words, whole, with matches marked', () => {
  expect(shown({ goodbye: 3, cry: 1 }, { most: 5 })).toBe('… Say [goodbye] before you go. …');
});

test('remaining room is filled with the rest of the query, the main answer, or the next sentence', () => {
  const after = (found: Record<string, number>, most: number) =>
    shown({ goodbye: 3, ...found }, { most });
  expect(after({ stops: 2 }, 10)).toBe(
    '… Say [goodbye] before you go. … The crying [stops] soon after.',
  );
  expect(after({}, 8)).toBe('Most babies cry. … Say [goodbye] before you go. …');
  expect(after({}, 14)).toBe(
    'Most babies cry. … Say [goodbye] before you go. Then leave with a smile. …',
  );
});

test('the first sentence, usually the answer, is preferred to one that matches a little more', () => {
  expect(shown({ goodbye: 1, cry: 3, stops: 1 }, { most: 4 })).toBe('Most babies [cry.] …');
});

test('the full stop of an abbreviation does not end a sentence', () => {
  expect(shown({ wrote: 1 })).toBe('… Dr. Stern et al. [wrote] so years ago. …');
});

test('the earlier of two sentences that match equally is preferred', () => {
  expect(shown({ babies: 1, stops: 1 })).toMatch(/^Most \[babies\]/);
});

test('the answer of the line nearest to the query is preferred', () => {
  expect(shown({ smile: 1, month: 1 }, { lines, nearness: [0.1, 0.2, 0.9], most: 7 })).toBe(
    '… It may start in the ninth [month.] …',
  );
  expect(shown({ smile: 1 }, { lines, nearness: [0, 0.9], most: 5 })).toBe(
    '… Say goodbye before you go. …',
  );
});

test('several lines that each match a part of the query add up for their answer', () => {
  expect(shown({}, { lines, nearness: [0.4, 0.4, 0.65], most: 5 })).toBe(
    '… Say goodbye before you go. …',
  );
});

test('a sentence that matches all of the query is preferred to the answer of a line that matches little', () => {
  expect(shown({ smile: 1, leave: 1 }, { lines, nearness: [0, 0.1, 0.2], most: 5 })).toBe(
    '… Then [leave] with a [smile.] …',
  );
});

test('without matches it is the main answer', () => {
  expect(shown({ nobody: 1 }, { lines, most: 5 })).toBe('… Say goodbye before you go. …');
});

test('an answer may begin within a sentence', () => {
  const of = 'What helps: stay a while with your child. Go home.';
  const source = { lines: [{ end: 20, weight: 1, answer: 2 }], nearness: [0.9], most: 5, of };
  expect(shown({}, source)).toBe('… stay a while with your child. …');
});

test('a question, or the name of an item, is shown with the next sentence', () => {
  const of = 'Most babies grow. How big is that? About six in ten. Calm. Your voice stays low.';
  expect(shown({ big: 1 }, { of, most: 8 })).toBe('… How [big] is that? About six in ten. …');
  expect(shown({ calm: 1 }, { of, most: 6 })).toBe('… [Calm.] Your voice stays low.');
});

test.each(['“”', '«»', '„“'])('a quotation in %s is not split', ([open, close]) => {
  const says = `Say ${open}I’m off to work. See you after your nap.${close}`;
  expect(shown({ work: 1 }, { of: `They may ask. ${says} Then go at once.`, most: 10 })).toBe(
    `… ${says.replace('work.', '[work.]')} …`,
  );
});

test('an excerpt has two stretches of the text at most', () => {
  const of = 'One is red. Then comes nothing. Two is green. Then comes little. Three is blue.';
  const found = { one: 3, two: 2, three: 2 };
  expect(shown(found, { of, most: 9 })).toBe('[One] is red. Then comes nothing. [Two] is green. …');
});

test('citations are left out of a section’s sentences, unless the query matches them', () => {
  const of = 'They cry less at home (Moor et al., 2001; Quay, n.d.). Most do (9 in 10).';
  expect(shown({}, { of, lines: [], most: 20 })).toBe('They cry less at home. Most do (9 in 10).');
  expect(shown({ quay: 1 }, { of, lines: [], most: 20 })).toContain('2001; [Quay,] n.d.). Most');
});

test('the year of a work stays', () => {
  expect(shown({}, { of: 'Quay, C. (2010). Ships in port.', most: 20 })).toContain('(2010)');
});

test('a sentence that is far too long is cut around its matches', () => {
  const of = Array.from({ length: 100 }, (_, index) => `w${String(index)}`).join(' ');
  const cut = shown({ w60: 1 }, { of, most: 12 });
  expect(cut).toMatch(/^… .*\[w60\].* …$/);
  expect(cut.split(' ')).toHaveLength(14);
});

test('without matches and lines it is the beginning', () => {
  expect(shown({}, { most: 10 })).toBe('Most babies cry. It may start in the ninth month. …');
});
