/** What a new guide is called and in which language it is, as a BCP 47 tag such as "de". */
export interface GuideStart {
  name: string;
  language: string;
  /** Locales of citations that there are, such as "de-DE". */
  locales: readonly string[];
  /** Today, as YYYY-MM-DD. */
  today: string;
  /** The whole of src/content/i18n/en.json. */
  english: string;
  /** The guide's colours, as they stand in src/site/site.ts. */
  colours: string;
}

/** Languages of ISO 639-3 by their two letters; catalogues ask for three. */
const threeLetters: Record<string, string> = Object.fromEntries(
  'ar ara|bg bul|ca cat|cs ces|da dan|de deu|el ell|en eng|es spa|et est|eu eus|fa fas|fi fin|fr fra|ga gle|gl glg|he heb|hi hin|hr hrv|hu hun|id ind|is isl|it ita|ja jpn|ko kor|lt lit|lv lav|nb nob|nl nld|no nor|pl pol|pt por|ro ron|ru rus|sk slk|sl slv|sr srp|sv swe|tr tur|uk ukr|ur urd|vi vie|zh zho'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Languages written from right to left. */
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'dv', 'ug']);

/**
 * The files of a guide that has just begun, by path from the project's root: its facts, its messages,
 * and the pages that the engine asks for, ready to be written over.
 * @throws Error in an author's words when an answer does not fit.
 */
export function draftGuide(start: GuideStart): Map<string, string> {
  const { name, language, today, english } = start;
  if (name.trim() === '')
    throw new Error('A guide needs a name. Fix: npm run new:guide -- "Name" de');
  const [primary = ''] = language.split('-');
  try {
    new Intl.Locale(language);
  } catch {
    throw new Error(
      `“${language}” is no tag of a language. Fix: use one such as de, en-GB or pt-BR.`,
    );
  }
  const isEnglish = primary === 'en';
  const messages = isEnglish ? 'en' : language;
  const content: Record<string, string> = {
    'i18n/en.json': english,
    ...(!isEnglish && { [`i18n/${messages}.json`]: '{}\n' }),
    'home.yaml': `# What stands at the top of the home page; doors lead readers in by what they come with.\nheading: ${quote(name)}\ndoors: []\n`,
    'references.json': '[]\n',
    'evidence.yaml': '{}\n',
    'topics.yaml': '{}\n',
    'docs/index.mdx': page({
      title: name,
      description: `What ${name} is about and for whom it is, in one plain sentence of its own.`,
      extra: 'template: splash\n',
      today,
      body: `import Opening from '~/site/home/Opening.astro';
import Parts from '~/site/home/Parts.astro';

<Opening />

## Contents

<Parts />
`,
    }),
    'docs/404.mdx': page({
      title: 'This page is not here',
      description:
        'The page that you asked for is not here. Start again from the contents, or search.',
      extra: 'template: splash\n',
      today,
      body: `import SearchForm from '~/features/search/SearchForm.astro';

The page may have moved, or the address may have a mistake in it.

<SearchForm />
`,
    }),
    'docs/search.mdx': page({
      title: 'Search',
      description: 'Look through all pages of the guide, or go through its contents part by part.',
      extra: 'pagefind: false\n',
      today,
      body: `import SearchPage from '~/features/search/SearchPage.astro';

<SearchPage />
`,
    }),
    'docs/references.mdx': page({
      title: 'References',
      description:
        'Every work that the guide cites, with the pages that cite it and files to take along.',
      extra: 'part: this-site\norder: 10\n',
      today,
      body: `import Bibliography from '~/features/citations/Bibliography.astro';

Every work that the pages cite is here.

<Bibliography />
`,
    }),
    'docs/first-page.mdx': page({
      title: 'The first page',
      description:
        'What this page tells its reader, in one plain sentence of 50 to 170 characters.',
      extra: 'part: start\norder: 10\n',
      today,
      body: `import KeyPoints from '~/components/KeyPoints.astro';

<KeyPoints>

- What readers should take away, in two to four points.

</KeyPoints>

## A question that a reader has

The plain answer comes first.
Write one sentence a line.
`,
    }),
    'docs/about.mdx': page({
      title: 'About this guide',
      description:
        'Who makes this guide and how, what it is not, and where to turn with questions.',
      extra: 'part: this-site\norder: 20\n',
      today,
      body: `## Who makes it

Say who you are and how the guide is made.

## Report an error

Say how readers reach you.

## Licence

Say what readers may do with the text.
`,
    }),
  };
  return new Map([
    ...Object.entries(content).map(([path, text]) => [`src/content/${path}`, text] as const),
    ['src/site/site.ts', facts({ ...start, primary, messages })],
  ]);
}

interface PageStart {
  title: string;
  description: string;
  /** More lines of front matter. */
  extra: string;
  today: string;
  body: string;
}

function page({ title, description, extra, today, body }: PageStart): string {
  const review = `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4).replace('-02-29', '-02-28')}`;
  return `---
title: ${quote(title)}
description: ${quote(description)}
${extra}published: ${today}
updated: ${today}
review: ${review}
---

${body}`;
}

/** Text between quotes, as YAML reads it. */
function quote(text: string): string {
  return JSON.stringify(text);
}

/** Text between quotes, as TypeScript reads it. */
function literal(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}

function facts({
  name,
  language,
  locales,
  colours,
  primary,
  messages,
}: GuideStart & { primary: string; messages: string }): string {
  const own = new Intl.DisplayNames(language, { type: 'language' }).of(primary) ?? primary;
  const id = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const locale = locales.find((one) => one.split('-')[0] === primary) ?? 'en-US';
  return `import messages from '../content/i18n/${messages}.json' with { type: 'json' };
import type { SiteFacts } from './facts.ts';

/**
 * The one file of facts about this guide. Change what stands in quotes, and keep the quotes and commas.
 * src/site/facts.ts says what each line is for, and an editor shows it on hover.
 */
export const site: SiteFacts = {
  name: ${literal(name)},
  tagline: 'a guide to …',
  description: 'A guide to …',
  summary: 'What readers learn from it, in a sentence.',
  id: ${literal(id || 'guide')},
  author: ${literal(name)},
  publisher: ${literal(name)},
  subject: 'Its subject',
  tags: ['education'],
  categories: ['education'],

  language: ${literal(language)},
  language3: ${literal(threeLetters[primary] ?? 'und')},
  languageName: ${literal(own)},
  direction: '${rightToLeft.has(primary) ? 'rtl' : 'ltr'}',
  messages,
  citations: { locale: '${locale}' },

  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },

  // Each in the light and in the dark theme; npm test checks that they can be read on one another.
${colours}
  // What the guide has; switch on what you write.
  features: {
    findings: false,
    myths: false,
    practice: false,
    reflection: false,
    listening: true,
  },

  // Where the pages are that other pages link to: the names of their files, without the end.
  pages: {
    search: 'search',
    references: 'references',
  },

  // Where the footer leads; take a line out and its link is left out.
  links: {
    about: '/about/',
    report: '/about/#report-an-error',
    licence: '/about/#licence',
  },

  // For whom a page may be, as its front matter says in \`readers\`.
  readers: {},

  // The contents. Pages say in their front matter to which part they belong, by its id.
  parts: [
    { id: 'start', label: 'Start here', emblem: 'book', isAside: false },
    { id: 'this-site', label: 'About', emblem: 'compass', isAside: true },
  ],
};
`;
}
