import { expect, test } from 'vitest';
import {
  citedWorks,
  reviewWorks,
} from '../../../src/features/citations/model/checks/check-citations.ts';
import { readSite } from '../../../src/content-model/check/read-site.ts';

const content = {
  'references.json': JSON.stringify([
    {
      id: 'cited',
      type: 'book',
      title: 'Cited',
      author: [{ family: 'Ames', given: 'Bo' }],
      issued: {},
      publisher: 'P',
    },
    {
      id: 'lost',
      type: 'article-journal',
      title: 'Lost',
      author: [{ family: 'Ames', given: 'Bo C.' }],
      issued: {},
    },
    {
      id: 'quizzed',
      type: 'webpage',
      title: 'lost',
      author: [{ family: 'Cole' }],
      URL: 'https://x.example',
    },
    { id: 'shown', type: 'book', title: 'Shown', issued: {}, publisher: 'P' },
  ]).replaceAll('{}', '{"date-parts":[[2001]]}'),
  'evidence.yaml': 'cited: { doubts: the year }\nlost: {}\nshown: {}\n',
  'myths.yaml': '- id: myth\n  sources: [shown]\n',
  'quizzes/page.yaml': 'questions:\n  - references: [quizzed]\n',
  'docs/page.mdx': '---\ntitle: P\n---\n\nSo <Cite id="cited" />. <MythList />\n',
};

const { site } = readSite(
  Object.entries(content).map(([path, text]) => ({ path: `src/content/${path}`, text })),
);

test('lists uncited, unused and incomplete works', () => {
  expect([...citedWorks(site)]).toEqual(['cited', 'shown']);
  expect(reviewWorks(site)).toEqual({
    unused: ['lost'],
    uncited: ['quizzed'],
    incomplete: [
      { id: 'lost', lacks: ['container-title', 'volume', 'page', 'DOI or URL'] },
      { id: 'quizzed', lacks: ['container-title', 'an entry in evidence.yaml'] },
      { id: 'shown', lacks: ['author or editor'] },
    ],
    doubtful: [{ id: 'cited', doubts: 'the year' }],
    alike: [],
    spellings: [{ family: 'Ames', given: ['Bo', 'Bo C.'] }],
  });
});
