import { expect, test } from 'vitest';
import { formatCoins } from '../../../src/features/citations/export/metadata.ts';
import {
  linkedData,
  toScriptJson,
  metaTags,
} from '../../../src/features/citations/export/metadata.ts';
import { works } from './fixtures.ts';

const work = (id: string) => works.filter((one) => one.id === id);
const page = {
  title: 'Title & </script><b>',
  description: 'Words.',
  published: new Date('2026-01-02'),
  updated: new Date('2026-03-04'),
  url: undefined,
  home: undefined,
  works: [...work('ijzendoorn1988'), ...work('chapter1998'), ...work('who2018')],
  about: ['repair'],
  readers: ['parents'],
  types: ['Article', 'LearningResource'],
};

test('describes a cited work for scholars’ search engines', () => {
  const references = metaTags(page).filter(({ name }) => name === 'citation_reference');
  expect(references.map(({ content }) => content)).toEqual([
    'citation_title=Cross-cultural patterns; citation_author=van IJzendoorn, Marinus H.; citation_author=Kroonenberg, Pieter M.; citation_publication_date=1988; citation_journal_title=Child Development; citation_volume=59; citation_issue=1; citation_firstpage=147; citation_lastpage=156; citation_doi=10.2307/1130396',
    'citation_title=Self-report measurement: An overview; citation_author=Brennan, Kelly A.; citation_author=Clark, Catherine L.; citation_publication_date=1998; citation_inbook_title=Attachment theory and close relationships; citation_firstpage=46; citation_lastpage=76; citation_publisher=Guilford Press',
    'citation_title=Nurturing care for early childhood development; citation_author=World Health Organization; citation_publication_date=2018; citation_publisher=World Health Organization; citation_fulltext_html_url=https://example.org/who',
  ]);
});

test('lets Zotero save a page as a web page by “Secure Base”', () => {
  const content = (wanted: string) => metaTags(page).find(({ name }) => name === wanted)?.content;
  // Without a comma Zotero reads the last word as a family name.
  expect(content('citation_author')).toBe('Secure Base,');
  expect(content('DC.creator')).toBe('Secure Base,');
  // Otherwise `citation_title` makes it a journal article.
  expect(content('DC.type')).toBe('webpage');
});

test('gives full addresses only where the site knows its own', () => {
  const known = { ...page, url: 'https://example.org/faq/', home: 'https://example.org/' };
  expect(metaTags(page).map(({ name }) => name)).not.toContain('citation_public_url');
  expect(metaTags(known)).toContainEqual({ name: 'citation_public_url', content: known.url });
  expect(linkedData(page)).not.toHaveProperty('url');
  expect(linkedData(known)).toMatchObject({ '@id': known.url, isPartOf: { url: known.home } });
});

test('writes linked data with the works by their kind', () => {
  expect(linkedData(page)).toMatchObject({
    '@type': ['Article', 'LearningResource'],
    dateModified: '2026-03-04',
    about: [{ '@type': 'DefinedTerm', name: 'repair' }],
    citation: [
      {
        '@type': 'ScholarlyArticle',
        author: [
          { '@type': 'Person', name: 'Marinus H. van IJzendoorn' },
          { '@type': 'Person', name: 'Pieter M. Kroonenberg' },
        ],
        isPartOf: { '@type': 'Periodical', name: 'Child Development' },
        sameAs: 'https://doi.org/10.2307/1130396',
      },
      { '@type': 'Chapter', isPartOf: { '@type': 'Book' } },
      {
        '@type': 'Report',
        author: [{ '@type': 'Organization', name: 'World Health Organization' }],
      },
    ],
  });
});

test('no title can end the script that contains it', () => {
  const json = toScriptJson(linkedData(page));
  expect(json).not.toContain('<');
  expect((JSON.parse(json) as { name: string }).name).toBe(page.title);
});

test.each([
  [
    'one2001',
    {
      'rft.genre': 'article',
      'rft.jtitle': 'Journal of Studies',
      'rft.spage': '45',
      'rft.epage': '67',
      rft_id: 'info:doi/10.1000/one',
    },
  ],
  [
    'chapter1998',
    { 'rft.genre': 'bookitem', 'rft.btitle': 'Attachment theory and close relationships' },
  ],
  [
    'edited2016',
    { 'rft.genre': 'book', 'rft.btitle': 'Handbook of attachment', 'rft.edition': '3' },
  ],
  [
    'page2019',
    {
      'rft.title': 'Styles over the decades',
      'rft.source': 'Research Digest',
      rft_id: 'https://example.org/decades',
    },
  ],
  [
    'markup2018',
    { 'rft.atitle': 'Re-examination of Oostenbroek et al. (2016): Homo sapiens & imitation' },
  ],
])('writes COinS for %s', (id, expected) => {
  const [reference] = work(id);
  if (!reference) throw new Error(id);
  expect(Object.fromEntries(new URLSearchParams(formatCoins(reference)))).toMatchObject(expected);
});
