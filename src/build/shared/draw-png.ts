import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { siteFonts } from '../../assets/fonts/site-fonts.ts';

/** The faces that drawings may set words in, as files from the project's folder. */
const faces = [siteFonts.titles.regular, siteFonts.text.italic];

const cache = '.cache/drawings';
let fonts: Promise<string[]> | undefined;

/**
 * Draws an SVG as PNG with the site's own fonts, `width` pixels wide where it is given, else as wide as
 * the SVG says. What was drawn before is taken from the cache, and the library left alone.
 */
export async function drawPng(svg: string, width?: number): Promise<Buffer> {
  const name = createHash('sha256')
    .update(`${String(width)} ${svg}`)
    .digest('hex');
  const path = join(cache, `${name}.png`);
  const known = await readFile(path).catch(() => undefined);
  if (known) return known;
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: await unpackFonts() },
    ...(width && { fitTo: { mode: 'width', value: width } }),
  });
  const png = image.asPng();
  await writeFile(path, png);
  return png;
}

/** Files of the site's fonts as resvg reads them: it knows no WOFF2, and sets no letter in such a font. */
export function unpackFonts(): Promise<string[]> {
  fonts ??= mkdir(cache, { recursive: true }).then(() => Promise.all(faces.map(unpackFont)));
  return fonts;
}

async function unpackFont(face: string): Promise<string> {
  const packed = await readFile(face);
  const digest = createHash('sha256').update(packed).update(letters).digest('hex').slice(0, 16);
  const path = join(cache, `${basename(face, '.woff2')}-${digest}.ttf`);
  if (existsSync(path)) return path;
  const { default: subsetFont } = await import('subset-font');
  await writeFile(path, await subsetFont(packed, letters, { targetFormat: 'sfnt' }));
  return path;
}

/** Every letter that the fonts may hold. */
const letters = String.fromCodePoint(
  ...range(0x20, 0x17f),
  ...range(0x2013, 0x2026),
  0x2032,
  0x2192,
);

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
