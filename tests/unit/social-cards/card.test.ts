import { expect, test } from 'vitest';
import { drawCard, readCard } from '../../../src/build/social-cards.ts';

test('reads title, description and drawing from a page', () => {
  const page =
    '<meta property="og:title" content="Loved &amp; known"/><meta name="description" content="A page."/>' +
    '<svg class="sb-drawing sb-emblem" viewBox="0 0 64 64"><path d="M0 0"/></svg>';
  expect(readCard(page)).toEqual({
    title: 'Loved & known',
    description: 'A page.',
    drawing: '<path d="M0 0"/>',
  });
  expect(readCard('<p>No title.</p>')).toBeUndefined();
});

test('writes a title as text, whatever it holds', () => {
  const card = drawCard({ title: '<script> & "quotes"', description: '', drawing: '' });
  expect(card).not.toContain('<script>');
});
