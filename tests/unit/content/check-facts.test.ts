import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readContent } from '../../../src/content-model/build/read-content.ts';
import { checkFacts, checkHome } from '../../../src/content-model/check/check-facts.ts';
import { readSite } from '../../../src/content-model/check/read-site.ts';
import { formatProblem } from '../../../src/content-model/model/problem.ts';
import type { SiteFacts } from '../../../src/site/facts.ts';
import { site } from '../../../src/site/site.ts';

const content = readContent('tests/fixtures/small-site');
const facts: SiteFacts = {
  ...site,
  pages: { search: 'words', references: 'harbours' },
  links: { about: '/harbours/' },
  parts: [{ id: 'start', label: 'Start', isAside: false }],
};
const reportsFor = (changes: Partial<SiteFacts>, home = '') => {
  const written = {
    'site.yaml': stringify({ ...facts, ...changes, messages: undefined }),
    ...(home && { 'home.yaml': home }),
  };
  const files = Object.entries(written).map(([name, text]) => ({
    path: `src/content/${name}`,
    text,
  }));
  const read = readSite([...content, ...files]);
  return [...checkFacts(read.site), ...checkHome(read.site)].map(formatProblem);
};

test('facts that match the content and a home page with valid links have no mistake', () => {
  const door =
    'doors:\n  - title: Boats\n    part: start\n    links:\n      - to: /harbours/\n        label: Harbours\n';
  expect(reportsFor({})).toEqual([]);
  expect(reportsFor({}, `heading: Harbours\n${door}`)).toEqual([]);
});

test.each<[Partial<SiteFacts>, RegExp]>([
  [{ pages: { search: 'word', references: 'harbours' } }, /"word" as the page "search".*words/s],
  [{ links: { report: '/harbours/#nowhere' } }, /"links", "report": .*#nowhere/],
  [{ links: { help: '/harbour/' } }, /"links", "help": There is no page.*harbours/s],
  [
    { parts: [{ id: 'start', label: 'Start', emblem: 'nest', isAside: false }] },
    /emblem "nest", and there is no such drawing/,
  ],
  [{ features: { ...site.features, findings: false } }, /has no findings.*switch "findings" on/s],
])('the facts %o are reported', (changes, message) => {
  expect(reportsFor(changes).join('\n')).toMatch(message);
});

test.each([
  ['heading: H\ndrawing: boat\n', /home\.yaml:2: There is no drawing "boat"/],
  [
    'heading: H\ndoors:\n  - title: T\n    part: nowhere\n    links: []\n',
    /:4: There is no part "nowhere"/,
  ],
  [
    'heading: H\ndoors:\n  - title: T\n    links:\n      - to: /harbor/\n        label: L\n',
    /:5: There is no page \/harbor\//,
  ],
])('a home page of %o is reported', (home, message) => {
  expect(reportsFor({}, home).join('\n')).toMatch(message);
});
