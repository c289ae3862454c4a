import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compress, importedScripts, islandScripts, weighScript } from '../bench/island-scripts.ts';
import { pages } from '../pages.ts';

/** The HTML of a page of the built site. */
const read = (path: string) =>
  readFileSync(`dist${path.endsWith('/') ? `${path}index.html` : path}`, 'utf8');

const page = read('/attunement/');
const scripts = islandScripts(page, 'QuizIsland');

test('the quiz’s script, Preact included, weighs 14 KB at most, compressed by either method', () => {
  const weights = scripts.map(weighScript);
  const sum = (method: 'brotli' | 'gzip') => weights.reduce((total, one) => total + one[method], 0);
  expect(scripts.some((name) => name.startsWith('preact'))).toBe(true);
  expect(sum('brotli')).toBeLessThanOrEqual(14 * 1024);
  expect(sum('gzip')).toBeLessThanOrEqual(14 * 1024);
});

test('no page names the quiz’s script where a browser would fetch it ahead', () => {
  const ahead = [...page.matchAll(/<(?:link|script)\b[^>]*(?:href|src)="([^"]+\.js)"/g)].map(
    ([, url = '']) => url,
  );
  for (const name of scripts) expect(ahead.filter((url) => url.endsWith(name))).toEqual([]);
});

test('the scheduler is loaded only on the practice page', () => {
  const practice = islandScripts(read('/quiz/'), 'PracticeIsland');
  const holds = (name: string) =>
    readFileSync(`dist/_astro/${name}`, 'utf8').includes('request_retention');
  expect(practice.some(holds)).toBe(true);
  expect(scripts.some(holds)).toBe(false);
});

/*
 * At Lighthouse's 1.6 Mbit/s, 20 KB delay the first paint and the largest by 0.1 s, which is a fifth of a
 * point. A ceiling only: a page of many elements may lose a point earlier, as the list of works does at 80 KB.
 */
test.for(pages())('the HTML of %s weighs 95 KB at most, compressed', (path) => {
  expect(compress(read(path)).brotli).toBeLessThanOrEqual(95_000);
});

test('a work in the list of all adds 47 bytes at most to its words, compressed', () => {
  const html = read('/references/');
  const body = html.slice(html.indexOf('<body'));
  const words = body.replace(/<script[^]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ');
  const works = html.match(/data-search-entry="work"/g)?.length ?? 0;
  const markup = compress(html).brotli - compress(words).brotli;
  expect(works).toBeGreaterThan(100);
  expect(markup / works).toBeLessThanOrEqual(47);
});

test.for(pages().filter((path) => !/^\/(quiz|search)\//.test(path)))(
  '%s loads 15.5 KB of style and script at most before a touch',
  (path) => {
    const html = read(path);
    const inline = (tag: RegExp) => [...html.matchAll(tag)].map(([, text]) => text).join('\n');
    const files = [
      ...[...html.matchAll(/<link rel="stylesheet" href="[^"]*\/([^"/]+\.css)"/g)].map(
        ([, name]) => name ?? '',
      ),
      ...importedScripts(
        [...html.matchAll(/<script [^>]*src="[^"]*\/([^"/]+\.js)"/g)].map(([, name]) => name ?? ''),
      ),
    ];
    const style = compress(inline(/<style[^>]*>([^]*?)<\/style>/g)).brotli;
    const script = compress(inline(/<script(?![^>]*(?:src=|json))[^>]*>([^]*?)<\/script>/g)).brotli;
    const fetched = files
      .map((name) => weighScript(name).brotli)
      .reduce((sum, one) => sum + one, 0);
    expect(files).not.toEqual([]);
    expect(style + script + fetched).toBeLessThanOrEqual(15_500);
  },
);
