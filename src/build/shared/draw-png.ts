import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { siteFonts } from '../../assets/fonts/site-fonts.ts';
import { digestFiles } from './disk-cache.ts';

/** Font files that drawings may use, by path from the project's root. */
const faces = [siteFonts.titles.regular, siteFonts.text.italic];

const cache = '.cache/drawings';
let fonts: Promise<string[]> | undefined;

/**
 * Draws an SVG as PNG with the site's own fonts, `width` pixels wide if given, else at the SVG's own size.
 * Drawings are cached until the SVG, the fonts or a package changes.
 */
export async function drawPng(svg: string, width?: number): Promise<Buffer> {
  const key = digestFiles([...faces, 'package-lock.json'], `${String(width)} ${svg}`);
  const path = join(cache, `${key}.png`);
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

/** Returns paths of the site's fonts as TrueType files, since resvg draws no text with WOFF2 fonts. */
export function unpackFonts(): Promise<string[]> {
  const unpack = async () => {
    await mkdir(cache, { recursive: true });
    const files: string[] = [];
    // One at a time: the decoder uses the same memory for each.
    for (const face of faces) files.push(await unpackFont(face));
    return files;
  };
  return (fonts ??= unpack());
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
