import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Style } from '../../../src/features/citations/model/print/bibliographer.ts';
import type { Reference } from '../../../src/content-model/schemas/reference.ts';

/** Example works for each rule. */
export const works = readYaml('works') as Reference[];

/** Names of one person: Tronick as Edward, Edward Z. and Ed; Fearon with one initial or two. */
export const people = [
  { family: 'Tronick', given: ['Edward Z.', 'Edward', 'Ed'] },
  { family: 'Fearon', given: ['R. M. Pasco', 'R. Pasco'] },
];

/** A file of tests/fixtures/citation. */
export function readYaml(name: string): unknown {
  return parse(readFileSync(`tests/fixtures/citation/${name}.yaml`, 'utf8'));
}

/** One of the site's styles, with a locale. */
export function readStyle(name = 'apa', language = 'en-US'): Style {
  const read = (file: string) => readFileSync(`src/features/citations/styles/${file}`, 'utf8');
  return { style: read(`${name}.csl`), locale: read(`locales-${language}.xml`), language };
}

/** HTML as text, for comparison: italics as _…_, links as their text. */
export function toText(html: string): string {
  return html
    .replace(/<\/?i>/g, '_')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#38;', '&')
    .replaceAll('&#60;', '<')
    .replaceAll('&#62;', '>');
}
