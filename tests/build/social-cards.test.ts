import { existsSync, readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { unpackFonts } from '../../src/build/shared/draw-png.ts';
import { drawCard, readCard } from '../../src/build/social-cards.ts';
import { pages } from '../pages.ts';

const withCard = pages().filter((path) => path.endsWith('/'));
const font = { loadSystemFonts: false, fontFiles: await unpackFonts() };

test('no card is drawn without a public URL', () => {
  expect(existsSync('dist/social')).toBe(false);
});

test('the language of cards is written as Open Graph has it', () => {
  expect(readFileSync('dist/index.html', 'utf8')).toContain('property="og:locale" content="en_GB"');
});

test.each(withCard)(
  'the words on the card of %s stay clear of the drawing and the rule',
  (path) => {
    const card = readCard(readFileSync(`dist${path}index.html`, 'utf8'));
    expect(card).toBeDefined();
    if (!card) return;
    const words =
      drawCard(card)
        .match(/<g font-family.*?<\/g>/gs)
        ?.join('') ?? '';
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${words}</svg>`;
    const box = new Resvg(svg, { font }).getBBox();
    expect(box?.x).toBeGreaterThanOrEqual(70);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(card.drawing ? 850 : 1130);
    expect(box?.y).toBeGreaterThan(30);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(530);
  },
);
