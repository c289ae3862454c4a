import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { draftKinds } from '../../src/cli/drafts.ts';
import { findProblems } from '../../src/content-model/build/find-problems.ts';
import { readSurroundings } from '../../src/content-model/build/read-content.ts';
import { formatProblem } from '../../src/content-model/model/problem.ts';
import { site, sources } from './sources.ts';

/** The authors' recipes of CONTRIBUTING.md, applied one after another to a copy of the content, which is checked last. */
const guide = readFileSync('CONTRIBUTING.md', 'utf8');
const copy = new Map(sources.map(({ path, text }) => [path, text]));

const read = (path: string) => copy.get(path);
const append = (path: string, text: string) =>
  copy.set(path, `${(copy.get(path) ?? '').trimEnd()}\n\n${text}\n`.trimStart());

/** The YAML example of a recipe, with "…" for what authors fill in. */
function exampleOf(recipe: string): string {
  const [, section = ''] = guide.split(`### ${recipe}\n`);
  const example = /```yaml\n(.*?)```/s.exec(section)?.[1];
  if (!example) throw new Error(`CONTRIBUTING has no example under "${recipe}".`);
  return example;
}

const [finding] = site.findings ?? [];
const [work = ''] = (finding?.data['works'] ?? []) as string[];
const home = site.pages.find(({ slug }) => read(`src/content/quizzes/${slug}.yaml`));
const heading = home?.outline?.sections.find(({ depth }) => depth === 2)?.slug ?? '';
const slug = home?.slug ?? '';
/** A work that the page itself cites. */
const cited = home?.outline?.citations[0]?.ids[0] ?? '';

test('npm run new drafts each kind of content', () => {
  const answers: Record<string, Record<string, string>> = {
    page: {
      title: 'A page “nobody” wrote: on naps',
      part: 'with-a-child',
      description:
        'How short sleeps by day fit in with feeling safe, and what to do when they fail.',
    },
    question: { page: slug, section: heading, stem: 'What comes first: one thing, or another?' },
    term: { term: 'nap nest', short: 'A place where a child naps.' },
    reference: { title: 'Naps and nests in nurseries', author: 'Éclair, Zoë', year: '2001' },
    finding: { page: slug, statement: 'Naps are nice: they rest you.', works: work },
    myth: { says: 'Naps: a waste of time.', finding: finding?.id ?? '', page: slug },
  };
  expect(Object.keys(answers)).toEqual(Object.keys(draftKinds));
  for (const [name, kind] of Object.entries(draftKinds)) {
    const { files, next } = kind.draft(answers[name] ?? {}, read);
    for (const [path, text] of Object.entries(files)) copy.set(path, text);
    expect(next).toMatch(/\w/);
  }
});

test('a page drafted on a leap day is due on 28 February', () => {
  vi.useFakeTimers({ now: Date.parse('2028-02-29T12:00:00Z') });
  const title = 'A page that begins on a leap day';
  const description = 'How the day of the next review is found where the year after lacks it.';
  const draft = draftKinds['page']?.draft({ title, part: 'with-a-child', description }, read);
  vi.useRealTimers();
  expect(Object.values(draft?.files ?? {})).toEqual([
    expect.stringContaining('updated: 2028-02-29\nreview: 2029-02-28\n'),
  ]);
});

test('a page can be copied from another, with a new name, title, description and place', () => {
  const page = read('src/content/docs/attunement.mdx') ?? '';
  expect(guide).toContain('such as `attunement.mdx`');
  const own = page
    .replace(/^title: .*$/m, 'title: Sleep by day')
    .replace(
      /^description: .*$/m,
      'description: Why babies sleep by day, how long, and what helps when they will not lie down.',
    )
    .replace(/^order: .*$/m, 'order: 995')
    // Its quiz is added by a later test.
    .replace(/^import Quiz .*\n/m, '')
    .replace(/^<Quiz .*\n/m, '');
  copy.set('src/content/docs/sleep-by-day.mdx', own);
});

test('the examples of a finding and of questions have no mistake', () => {
  append(
    'src/content/findings/sleep-by-day.yaml',
    exampleOf('Add a finding')
      .replace('sensitivity-and-security:', 'a-finding-of-naps:')
      .replace(/ {2}# Only where.*\n {2}why: …\n/, ''),
  );
  const fill = (text: string) =>
    text
      .replace(/section: .*/g, `section: ${heading}`)
      .replace(/id: (\S+)/g, 'id: recipe-$1')
      .replace(/(stem: .*)…/g, '$1these is one?')
      .replace(/because …/g, 'because of the weather.')
      .replaceAll('feedback: …', 'feedback: So it is.')
      .replaceAll(' …', '');
  const choice = (text: string, more = '') =>
    `    - text: ${text}\n${more}      feedback: So it is.\n`;
  const right = '      correct: true\n';
  const examples = fill(exampleOf('Add a question'))
    .replace(/references: .*/, `references: [${cited}]`)
    .replace(
      / {2}choices:\n(?=#)/,
      (line) => line + choice('One.', right) + choice('Two.', right) + choice('Three.'),
    )
    // The examples are shortened; each list needs three entries.
    .replace(/ {4}- verdict: true\n.*\n.*\n/, (last) => last + last.replace('weather', 'moon'))
    .replace(/ {4}- text: Mother and.*\n.*\n/, (item) => item + choice('B.') + choice('C.'))
    .replace(
      / {4}- left: .*\n.*\n.*\n/,
      (pair) =>
        pair + ['B', 'C'].map((end) => pair.replace(/(left|right): .*/g, `$1: $1 ${end}`)).join(''),
    );
  append(`src/content/quizzes/${slug}.yaml`, examples.replace(/^(?=.)/gm, '  '));
});

test('a term, a synonym, a best bet, a line that is asked, an error, a question and a helpline', () => {
  copy.set(
    'src/content/glossary/day-sleep.md',
    '---\nterm: day sleep\nshort: Sleep between morning and evening.\n---\n\nBabies need it.\n',
  );
  append('src/content/synonyms.yaml', '- words: [forty winks]\n  to: [sleep]\n  weight: 0.5');
  append(
    'src/content/best-bets.yaml',
    `  - kind: page\n    places: [${slug}]\n    queries: [the nap page]`,
  );
  append(
    `src/content/asked/${slug}.yaml`,
    `- section: ${heading}\n  asked:\n    - why forty winks`.replace(heading, secondOf(slug)),
  );
  append(
    'src/content/myths.yaml',
    `- id: naps-spoil\n  says: Naps spoil a child.\n  part: people\n  found: No work found that.\n  so_what: Let the baby sleep.\n  finding: a-finding-of-naps\n  page: ${slug}`,
  );
  append(
    'src/content/questions.yaml',
    `- id: sleepers\n  title: Sleepers\n  short: Sleeper\n  questions:\n    - ask: May I sleep?\n      page: ${slug}\n      section: ${heading}`,
  );
  append(
    'src/content/helplines.yaml',
    "- id: atlantis\n  country: Atlantis\n  emergency: '999'\n  lines:\n    - name: Sleep line\n      for: whoever cannot sleep\n      number: 0800 000 000",
  );
});

/** A section of a page without reader questions. */
function secondOf(page: string): string {
  const taken = new Set(
    site.asked
      ?.filter(({ file }) => file.endsWith(`/${page}.yaml`))
      .map(({ data }) => String(data['section'])),
  );
  const sections = site.pages.find((one) => one.slug === page)?.outline?.sections ?? [];
  return sections.find((one) => one.depth > 1 && !taken.has(one.slug))?.slug ?? heading;
}

test('the content that the recipes produce has no mistake', () => {
  const all = [...copy].map(([path, text]) => ({ path, text }));
  expect(findProblems(all, readSurroundings()).problems.map(formatProblem)).toEqual([]);
});

test.each([
  ['page', { title: 'Bonding', part: 'with-a-child' }, 'already exists'],
  ['page', { title: 'Naps', part: 'nowhere' }, 'There is no part'],
  ['page', { title: 'Naps', part: 'start', description: 'Short.' }, '6 characters'],
  ['question', { page: 'no-such-page' }, 'There is no page'],
  ['reference', { title: 'A', author: 'B', year: 'soon' }, 'is not a year'],
  ['term', { term: '…' }, 'no letter'],
])('%s with %j is refused with a hint', (name, given, words) => {
  const attempt = () => draftKinds[name]?.draft(given, read);
  expect(attempt).toThrow(words);
  expect(attempt).toThrow('Fix:');
});
