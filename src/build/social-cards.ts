import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { siteFonts } from '../assets/fonts/site-fonts.ts';
import { wrapText } from '../features/figures/model/wrap-text.ts';
import { cardPath, cardSize } from '../lib/url/page-path.ts';
import { drawPng } from './shared/draw-png.ts';
import type { BuildStep } from './run-steps.ts';
import { encodeAttribute, readHead } from '../lib/text/html.ts';
import { site } from '../site/site.ts';

/**
 * Draws the social card of every page, the preview image where a link to it is shared; one takes about 40 ms.
 * A site without a public URL has no cards, since their addresses must be absolute.
 */
export const socialCards: BuildStep = {
  name: 'social-cards',
  run: async ({ site, content, address }) => {
    if (!address) return 'Drew no cards for want of an address';
    const pages = site.pages.filter((path) => /(^|\/)index\.html$/.test(path));
    const svg = await readFile(`${content}/drawings/mark.svg`, 'utf8').catch(() => '');
    const mark = svg.replace(/<\/?svg[^>]*>/g, '').trim();
    // Drawing all at once would need 4 GB of memory for 1,000 pages.
    const queue = pages.values();
    const drawNext = async () => {
      for (const page of queue) {
        const card = readCard(site.readText(page));
        if (!card) throw new Error(`dist/${page} has no title to draw on its card.`);
        const path = cardPath(page.replace(/\/?index\.html$/, ''));
        site.write(path, await drawPng(drawCard(card, mark)));
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, drawNext));
    return `Drew ${String(pages.length)} cards`;
  },
};

const { colours: pairs } = site;
const colours = {
  paper: pairs.paper[0],
  ink: pairs.ink[0],
  muted: pairs['ink-2'][0],
  rule: pairs.rule[0],
  warm: pairs['fig-tint'][0],
  cool: pairs['fig-tint-2'][0],
};

/** Styles of drawings by class; src/features/figures/drawing.css has the same for pages, here in the light theme. */
const drawingStyle = `
  .line, .path { fill: none; stroke: ${colours.ink}; stroke-width: 0.55; stroke-linecap: round; stroke-linejoin: round }
  .path { stroke-dasharray: 0.1 2 }
  .dot { fill: ${colours.ink} }
  .warm { fill: ${colours.warm} }
  .cool { fill: ${colours.cool} }
  .paper { fill: ${colours.paper} }
  .warm-line, .cool-line { fill: none; stroke-width: 1.5 }
  .warm-line { stroke: ${colours.warm} }
  .cool-line { stroke: ${colours.cool} }`;

/**
 * Draws a social card as SVG.
 * @param mark SVG content of the guide's mark, with a viewBox of 32 × 32.
 */
export function drawCard(
  { title, description, drawing }: NonNullable<ReturnType<typeof readCard>>,
  mark = '',
): string {
  const { width, height } = cardSize;
  const column = drawing === '' ? 1040 : 740;
  const titleSize = title.length > 34 ? 62 : 76;
  const heading = wrapText(title, column, titleSize);
  const text = wrapText(description, column, 30).slice(0, 4);
  const leading = titleSize * 1.12;
  // The text is centred vertically above the rule.
  const tall = heading.length * leading + 24 + text.length * 42;
  const top = (540 - tall) / 2 + titleSize;
  const below = top + heading.length * leading - 6;

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">
<style>${drawingStyle}
  .mark path { fill: none; stroke: ${colours.ink}; stroke-width: 2.4; stroke-linecap: round }
  .mark circle { fill: ${colours.ink} }</style>
<rect width="${String(width)}" height="${String(height)}" fill="${colours.paper}"/>
<g font-family="${siteFonts.titles.name}" font-size="${String(titleSize)}" fill="${colours.ink}">${setLines(heading, 80, top, leading)}</g>
<g font-family="${siteFonts.text.name}" font-style="italic" font-size="30" fill="${colours.muted}">${setLines(text, 80, below, 42)}</g>
<g transform="translate(${String(width - 350)} 140) scale(4.3)">${drawing}</g>
<path d="M80 540h1040" stroke="${colours.rule}" stroke-width="2"/>
<g class="mark" transform="translate(80 562) scale(1.3)">${mark}</g>
<text x="136" y="594" font-family="${siteFonts.titles.name}" font-size="28" fill="${colours.ink}">${encodeAttribute(site.name)}<tspan dx="22" dy="-1" font-family="${siteFonts.text.name}" font-style="italic" font-size="24" fill="${colours.muted}">${encodeAttribute(site.tagline)}</tspan></text>
</svg>`;
}

function setLines(lines: string[], x: number, y: number, leading: number): string {
  return lines
    .map(
      (line, index) =>
        `<text x="${String(x)}" y="${String(y + index * leading)}">${encodeAttribute(line)}</text>`,
    )
    .join('');
}

/** Reads the content of a page's card from its HTML; undefined if the page has no title. */
export function readCard(html: string) {
  const head = readHead(html);
  if (!head) return undefined;
  // SVG content of the emblem of the page's part, with a viewBox of 64 × 64; empty if there is none.
  const drawing = /<svg[^>]*\bsb-emblem\b[^>]*>(.*?)<\/svg>/s.exec(html)?.[1] ?? '';
  return { ...head, drawing };
}
