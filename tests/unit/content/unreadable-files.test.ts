import { expect, test } from 'vitest';
import { findProblems } from '../../../src/content-model/build/find-problems.ts';
import { readContent, readSurroundings } from '../../../src/content-model/build/read-content.ts';
import { formatProblem, type Source } from '../../../src/content-model/model/problem.ts';

const { components } = readSurroundings();
const around = { components, files: new Set(['/ship.svg']), today: new Date('2026-06-01') };
const check = (sources: Source[]) => findProblems(sources, around).problems.map(formatProblem);

const content = (files: Record<string, string>) =>
  Object.entries(files).map(([path, text]) => ({ path: `src/content/${path}`, text }));
const small = readContent('tests/fixtures/small-site');
const textOf = (path: string) => small.find((one) => one.path.endsWith(`/${path}`))?.text ?? '';
const work = 'drift2015tides';

/** The small site, with a page whose component takes a cited work and text from a data file. */
function siteWith(component: string, file: string, data: string): Source[] {
  const name = /\w+/.exec(component)?.[0] ?? '';
  const home = components.find((path) => path.endsWith(`/${name}.astro`))?.replace('src/', '~/');
  const added = content({
    [file]: data,
    'references.json': textOf('references.json').replace(
      /^\[/,
      `[{"id": "${work}", "type": "book", "title": "Tides", "author": [{"family": "Drift", "given": "Cy"}], "issued": {"date-parts": [[2015]]}, "publisher": "Sea"},`,
    ),
    'evidence.yaml': `${textOf('evidence.yaml')}
${work}:
  finding: Tides turn.
  kind: observational
  topics: [harbours]
  confidence: confirmed
  figures: checked
`,
    'docs/tides.mdx': `${textOf('docs/storms.mdx').split('\n---\n')[0] ?? ''}
---

import ReferenceList from '~/features/citations/ReferenceList.astro';
import Quiz from '~/features/quiz/Quiz.astro';
import ${name} from '${home ?? ''}';

## Turning

${component}

See [the work](#ref-${work}).

<Quiz id="tides" />

<ReferenceList />
`
      .replace('Storms', 'Tides')
      .replace('What a storm does', 'What a tide does')
      .replace('order: 20', 'order: 30'),
    'quizzes/tides.yaml': textOf('quizzes/harbours.yaml')
      .replaceAll('harbours', 'tides')
      .replaceAll('coming-back', 'turning')
      .replaceAll('leaving', 'turning')
      .replace('why-come-back', 'why-turn')
      .replace('when-to-wait', 'when-to-turn')
      .replace('quay2010pooled', work),
    'glossary/tide.md': `---\nterm: tide\nshort: What comes and goes.\nsources: [${work}]\n---\n`,
    'asked/tides.yaml':
      '- section: turning\n  answer: Tides turn twice a day.\n  asked:\n    - when do tides turn\n',
  });
  const paths = new Set(added.map(({ path }) => path));
  return [...small.filter(({ path }) => !paths.has(path)), ...added];
}

const sites = {
  'a finding': siteWith(
    '<Finding id="turn" />',
    'findings/tides.yaml',
    `turn:\n  statement: Tides turn twice a day.\n  works: [${work}]\n  certainty: low\n`,
  ),
  'common errors': siteWith(
    '<MythList part="sources" />',
    'myths.yaml',
    `${textOf('myths.yaml')}
- id: tides-never-turn
  part: sources
  says: Tides never turn.
  found: Tides turn twice a day.
  finding: early-birds
  page: tides
  sources: [${work}]
`,
  ),
  'a chart': [
    ...siteWith(
      '<Timeline />',
      'figures/timeline.yaml',
      `- year: 2015\n  who: Drift\n  what: Tides turn twice a day.\n  work: ${work}\n`,
    ).filter(({ path }) => !path.endsWith('words.yaml')),
    ...content({
      'figures/words.yaml': `${textOf('figures/words.yaml')}\ntimeline:\n  caption: How it went.\n`,
    }),
  ],
};

/** Ways to make any file unreadable. */
const breaks: [name: string, spoil: (source: Source) => Source][] = [
  ['a mistake of syntax', ({ path, text }) => ({ path, text: `{"\n${text}\n<a` })],
  ['bytes of another program', ({ path, text }) => ({ path, text: `\0${text}` })],
  ['a wrong extension', ({ path, text }) => ({ path: `${path}.txt`, text })],
];

test.each(Object.entries(sites))('the site with %s has no mistake', (_, site) => {
  expect(check(site)).toEqual([]);
});

test.each(Object.entries(sites))(
  'with %s, an unreadable file is reported once, and checks that depend on it are skipped',
  (_, site) => {
    const results = site.flatMap((source) =>
      breaks.map(([name, spoil]) => {
        const messages = check(site.map((one) => (one === source ? spoil(one) : one)));
        return { name, path: source.path, messages };
      }),
    );
    expect(results.filter(({ messages }) => messages.length !== 1)).toEqual([]);
  },
);
