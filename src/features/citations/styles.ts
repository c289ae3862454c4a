import { readFile } from 'node:fs/promises';
import type { Style } from './model/print/engine.ts';

/** Styles that the site writes references in; their files stand in src/features/citations/styles. */
export type StyleName = 'apa' | 'modern-language-association' | 'chicago-author-date';

/** A citation style with its locale. */
export async function getStyle(name: StyleName): Promise<Style> {
  const [style, locale] = await Promise.all([read(`${name}.csl`), read('locales-en-US.xml')]);
  return { style, locale };
}

function read(file: string): Promise<string> {
  return readFile(`src/features/citations/styles/${file}`, 'utf8');
}
