import { readFileSync } from 'node:fs';
import { parse, serializeOuter, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../src/features/citations/model/import/read-file.ts';
import type { Reference } from '../../src/content-model/schemas/reference.ts';
import { pages } from '../pages.ts';
import { attribute as valueOf, readBuiltPage } from './document.ts';

const works = JSON.parse(readFileSync('src/content/references.json', 'utf8')) as Reference[];
const read = (path: string) => readFileSync(`dist/${path}`, 'utf8');

/** All elements of a page with a tag name. */
function elements(html: string, name: string): Html.Element[] {
  const found: Html.Element[] = [];
  const walk = (node: Html.Node) => {
    if ('tagName' in node && node.tagName === name) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

function attribute(element: Html.Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

describe.each(['mis-attunement', 'faq', 'growing-security', 'further-reading'])('/%s/', (slug) => {
  const html = read(`${slug}/index.html`);
  const meta = elements(html, 'meta').map((one) => [
    attribute(one, 'name'),
    attribute(one, 'content'),
  ]);
  const all = (name: string) => meta.filter(([key]) => key === name).map(([, content]) => content);
  const cited = elements(html, 'li').filter((li) => attribute(li, 'id')?.startsWith('ref-'));

  test('says what it is to Highwire and Dublin Core readers', () => {
    expect(all('citation_title')).toEqual(all('DC.title'));
    expect(all('citation_author')).toEqual(['Secure Base,']);
    expect(all('citation_publication_date')[0]).toMatch(/^20\d\d\/\d\d\/\d\d$/);
    expect(all('DC.rights')).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect(all('citation_public_url')).toEqual([]);
  });

  test('names every work that it cites, in its head and in its linked data', () => {
    expect(cited.length).toBeGreaterThan(5);
    expect(all('citation_reference')).toHaveLength(cited.length);
    const [script] = elements(html, 'script').filter(
      (one) => attribute(one, 'type') === 'application/ld+json',
    );
    const [text] = script?.childNodes ?? [];
    const data = JSON.parse(text && 'value' in text ? text.value : '') as Record<string, unknown>;
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      isPartOf: { '@type': 'WebSite', name: 'Secure Base' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(data['dateModified']).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(data['citation']).toHaveLength(cited.length);
    expect(data).not.toHaveProperty('url');
  });

  test('each work links to every place that cites it, numbered within a section', () => {
    const places = elements(html, 'a').filter((a) => attribute(a, 'class') === 'sb-cite');
    for (const work of cited) {
      const id = attribute(work, 'id')?.slice(4) ?? '';
      const links = elements(serializeOuter(work), 'a').filter((a) =>
        attribute(a, 'href')?.startsWith('#cite-'),
      );
      const citing = places.filter((a) => attribute(a, 'data-cite')?.split(' ').includes(id));
      const own = citing.map((a) => `#${String(attribute(a, 'id'))}`);
      expect(links.map((a) => attribute(a, 'href')).sort(), id).toEqual(own.sort());
      // "Opening, 2, 3": the first link is named after its section.
      expect(serializeOuter(work)).not.toMatch(/<a href="#cite-\d+">1<\/a>/);
    }
  });

  test('can be cited itself, by files that reference managers read', () => {
    for (const [format, end] of [
      ['bibtex', 'bib'],
      ['ris', 'ris'],
    ] as const) {
      expect(readFile(read(`cite/${slug}.${end}`), format)).toMatchObject([
        {
          reference: {
            type: 'webpage',
            title: all('citation_title')[0],
            author: [{ literal: 'Secure Base' }],
          },
        },
      ]);
    }
  });
});

describe('the list of all references', () => {
  const html = read('references/index.html');

  test('offers every cited work to reference managers, with its title', () => {
    const described = JSON.parse(read('references.coins.json')) as Record<string, string>;
    const entries = elements(html, 'li').filter((li) => attribute(li, 'id')?.startsWith('ref-'));
    for (const entry of entries) {
      const data = new URLSearchParams(described[attribute(entry, 'id')?.slice(4) ?? '']);
      expect(data.get('ctx_ver')).toBe('Z39.88-2004');
      expect(
        data.get('rft.atitle') ?? data.get('rft.btitle') ?? data.get('rft.title'),
      ).toBeTruthy();
    }
  });

  test('has one entry and an address for each work, and says where each is cited', () => {
    const entries = elements(html, 'li').filter((li) => attribute(li, 'id')?.startsWith('ref-'));
    const ids = entries.map((li) => attribute(li, 'id')?.slice(4));
    expect(works.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(ids.length).toBeGreaterThan(100);
    expect(html.match(/Cited in:/g)).toHaveLength(ids.length);
  });
});

test('the files of all works contain all works', () => {
  expect(JSON.parse(read('references.json'))).toEqual(works);
  for (const [format, end] of [
    ['bibtex', 'bib'],
    ['ris', 'ris'],
  ] as const) {
    const records = readFile(read(`references.${end}`), format);
    expect(records.map(({ name }) => name)).toEqual(works.map(({ id }) => id));
  }
});

test('every page numbers its citations in reading order, those of charts and findings included', () => {
  const numbered = pages().map((path) => {
    const ids = readBuiltPage(path).elements.flatMap((one) => valueOf(one, 'id') ?? []);
    return { path, numbers: ids.flatMap((id) => /^cite-(\d+)$/.exec(id)?.[1] ?? []).map(Number) };
  });
  expect(numbered.some(({ numbers }) => numbers.length > 1)).toBe(true);
  for (const { path, numbers } of numbered)
    expect(numbers, path).toEqual(numbers.map((_, index) => index + 1));
});
