import { expect, test } from 'vitest';
import { textWidth, wrapText } from '../../../src/features/figures/model/wrap-text.ts';

const text = 'A parent’s unresolved loss or trauma goes with a disorganised pattern in the child';

test('every line fits and no word is lost', () => {
  const lines = wrapText(text, 290, 15);
  for (const line of lines) expect(textWidth(line) * 15).toBeLessThanOrEqual(290);
  expect(lines.join(' ')).toBe(text);
});

test('lines are balanced: the last is more than half as long as the longest', () => {
  const how = 'Strange Situation, with disorganised as a class of its own';
  const widths = wrapText(how, 226, 14.5).map(textWidth);
  expect(widths).toHaveLength(3);
  expect(Math.min(...widths)).toBeGreaterThan(Math.max(...widths) / 2);
});

test('a no-break space keeps words together', () => {
  expect(wrapText('not\u00a0stated 5%', 60, 15)[0]).toBe('not\u00a0stated');
});

test('a text is broken between words and never inside one', () => {
  expect(wrapText('one two three', 60, 10)).toEqual(['one two', 'three']);
  expect(wrapText('incomprehensibilities', 20, 10)).toEqual(['incomprehensibilities']);
});

test('a word longer than the line has a line to itself', () => {
  expect(wrapText('an unbreakableword here', 40, 15)).toEqual(['an', 'unbreakableword', 'here']);
});

test('narrow characters count for less than wide ones', () => {
  expect(textWidth('illi')).toBeLessThan(textWidth('mmmm') / 2);
});
