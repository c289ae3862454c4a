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
    font: { loadSystemFonts: false, fontFiles: svg.includes('<text') ? await unpackFonts() : [] },
    ...(width && { fitTo: { mode: 'width', value: width } }),
  });
  const png = image.asPng();
  await mkdir(cache, { recursive: true });
  await writeFile(path, png);
  return png;
}

/** Files of the site's fonts as resvg reads them: it knows no WOFF2, and sets no letter in such a font. */
export function unpackFonts(): Promise<string[]> {
  fonts ??= unpackFaces();
  return fonts;
}

async function unpackFaces(): Promise<string[]> {
  await mkdir(cache, { recursive: true });
  const files: string[] = [];
  // One after the other: each is unpacked into the same memory.
  for (const face of faces) files.push(await unpackFont(face));
  return files;
}

async function unpackFont(face: string): Promise<string> {
  const packed = await readFile(face);
  const digest = createHash('sha256').update(packed).digest('hex').slice(0, 16);
  const path = join(cache, `${basename(face, '.woff2')}-${digest}.ttf`);
  if (existsSync(path)) return path;
  const { decompress } = await import('wawoff2');
  await writeFile(path, await decompress(packed));
  return path;
}
