import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import { siteFonts } from '../assets/fonts/site-fonts.ts';

/** The faces that drawings may set words in, as files from the project's folder. */
const faces = [siteFonts.titles.regular, siteFonts.text.italic];

/** Draws an SVG as PNG, `width` pixels wide where it is given, else as wide as the SVG says. */
export type PngDrawer = (svg: string, width?: number) => Promise<Buffer>;

/**
 * Prepares drawing with the site's own fonts. resvg reads no WOFF2, and sets no letter in a font it
 * cannot read, so the fonts are unpacked first. What was drawn before is taken from the cache.
 * @param cacheDir Astro's cache folder.
 */
export async function makePngDrawer(cacheDir: URL): Promise<PngDrawer> {
  const cache = fileURLToPath(new URL('./drawings/', cacheDir));
  await mkdir(cache, { recursive: true });
  const fontFiles = await Promise.all(faces.map((face) => unpackFont(face, cache)));
  return async (svg, width) => {
    const name = createHash('sha256')
      .update(`${String(width)} ${svg}`)
      .digest('hex');
    const path = join(cache, `${name}.png`);
    const known = await readFile(path).catch(() => undefined);
    if (known) return known;
    const image = await renderAsync(svg, {
      font: { loadSystemFonts: false, fontFiles },
      ...(width && { fitTo: { mode: 'width', value: width } }),
    });
    const png = image.asPng();
    await writeFile(path, png);
    return png;
  };
}

async function unpackFont(face: string, cache: string): Promise<string> {
  const packed = await readFile(new URL(`../../${face}`, import.meta.url));
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
