import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from '../pages.ts';
import { attribute, readBuiltPage } from './document.ts';

const read = new Map(pages().map((path) => [path, readBuiltPage(path)]));
const anchors = new Map(
  [...read].map(([path, { elements }]) => [
    path,
    new Set(elements.map((element) => attribute(element, 'id'))),
  ]),
);

test.each([...read.values()])('every link of $path leads to a page and a place on it', (page) => {
  const links = page.elements
    .filter(({ tagName }) => tagName === 'a' || tagName === 'area')
    .map((element) => attribute(element, 'href') ?? '');
  const dead = links.filter((link) => !leads(page.path, link));
  expect(dead).toEqual([]);
});

test.each([...read.values()])('every id of $path names one place', ({ elements }) => {
  const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
  expect(ids.filter((id, index) => ids.indexOf(id) < index)).toEqual([]);
});

test('an old link to a section that has left /faq/ finds the first question that leads on to it', () => {
  const item = /<li(?: id="([^"]+)")?[^>]*><a href="\.\.\/[\w/-]+\/#([^"]+)"/g;
  const groups = readFileSync('dist/faq/index.html', 'utf8').split('data-asked-by').slice(1);
  const items = groups.flatMap((group) => [...(group.split('</ul>')[0] ?? '').matchAll(item)]);
  const sections = items.map(([, , section]) => section);
  expect(sections).toContain('how-do-i-get-over-a-break-up');
  const ids = items.map(([, id]) => id);
  expect(ids).toEqual(
    sections.map((section, at) => (sections.indexOf(section) === at ? section : undefined)),
  );
});

test('every page is two links from home, without a script', () => {
  const linksOf = (path: string) =>
    (read.get(path)?.elements ?? [])
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => new URL(attribute(link, 'href') ?? '', `http://site${path}`))
      .filter(({ host }) => host === 'site')
      .map(({ pathname }) => pathname);
  const near = linksOf('/');
  expect(near.length).toBeGreaterThan(5);
  const far = new Set([...near, ...near.flatMap(linksOf)]);
  expect(pages().filter((path) => path !== '/404.html' && !far.has(path))).toEqual([]);
});

function leads(from: string, link: string): boolean {
  const { host, pathname, hash } = new URL(link, `http://site${from}`);
  if (host !== 'site') return true;
  const ids = anchors.get(pathname);
  // Files other than pages have no anchors; the crawl tests that they exist.
  if (!ids) return hash === '' && /\.[a-z]+$/.test(pathname);
  return ['', '#', '#top'].includes(hash) || ids.has(decodeURIComponent(hash.slice(1)));
}
