import { expect, test } from 'vitest';
import { readableProse } from '../../../src/cli/content-readability.ts';

const page = (inside: string) =>
  `<header><p>Menu.</p></header><div class="sb-prose">${inside}</div>`;

test('takes paragraphs, list items and definitions, and ends each like a sentence', () => {
  expect(
    readableProse(page('<p>One</p><ul><li>Two</li></ul><dl><dt>T</dt><dd>Three?</dd></dl>')),
  ).toBe('One. Two. Three?');
});

test('takes a paragraph inside a list item once', () => {
  expect(readableProse(page('<ul><li><p>Only once.</p></li></ul>'))).toBe('Only once.');
});

test('leaves out figures, tables, quizzes and references', () => {
  const apart =
    '<figure><p>F</p></figure><table><tr><td><p>T</p></td></tr></table>' +
    '<div class="sb-quiz-frame"><p>Q</p></div><ol class="sb-references"><li>R</li></ol>';
  expect(readableProse(page(`${apart}<p>Kept.</p>`))).toBe('Kept.');
});

test('leaves out citations in brackets and keeps those that are part of the sentence', () => {
  const text =
    '<p>It is so <a class="sb-cite">(Moor, 2001)</a>.</p><p><a class="sb-cite">Quay (2010)</a> says so.</p>';
  expect(readableProse(page(text))).toBe('It is so. Quay (2010) says so.');
});
