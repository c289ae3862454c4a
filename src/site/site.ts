import messages from '../content/i18n/en.json' with { type: 'json' };
import type { SiteFacts } from './facts.ts';

/**
 * The configuration of this guide. Another guide changes only this file and src/content; see "Start
 * another guide" in CONTRIBUTING.md. Change the text in quotes, and keep the quotes and commas.
 * src/site/facts.ts explains each line, and an editor shows that on hover.
 */
export const site: SiteFacts = {
  name: 'Secure Base',
  tagline: 'a field guide to secure attachment',
  description: 'A field guide to secure attachment.',
  summary:
    'What secure attachment is, how children come to feel it, how adults find it, and how sure anyone can be.',
  caution:
    'Effects here are averages over groups, mostly small to moderate; they say nothing about one child or couple. The guide gives no diagnosis. People have patterns and are not types.',
  id: 'secure-base',
  author: 'The Secure Base authors',
  publisher: 'Secure Base',
  subject: 'Attachment (psychology)',
  tags: ['attachment', 'education'],
  categories: ['education', 'parenting'],

  // The messages of another language are a file in src/content/i18n, imported in the first line above.
  language: 'en-GB',
  language3: 'eng',
  languageName: 'English',
  direction: 'ltr',
  messages,
  citations: { locale: 'en-US' },

  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },

  // Each in the light and in the dark theme; npm test checks their contrast.
  colours: {
    paper: ['#f7f5ee', '#141a21'],
    'paper-2': ['#efece1', '#1d252e'],
    ink: ['#1b2530', '#ebe7dc'],
    'ink-2': ['#4a545c', '#b6bab8'],
    rule: ['#d9d5c6', '#35404b'],
    edge: ['#7d8083', '#7f8a93'],
    accent: ['#7d5200', '#e9c268'],
    'accent-soft': ['#f4e5bb', '#3b321d'],
    'accent-2': ['#1f5274', '#94c6e2'],
    'accent-2-soft': ['#d9e6ec', '#1e3545'],
    focus: ['#1f5274', '#94c6e2'],
    'fig-tint': ['#eccd7f', '#6d561f'],
    'fig-tint-2': ['#a9c9da', '#2f566f'],
  },

  features: {
    findings: true,
    myths: true,
    practice: true,
    reflection: true,
    listening: true,
  },

  // Slugs of the pages that others link to; a guide without such a page omits its line.
  pages: {
    search: 'search',
    references: 'references',
    glossary: 'glossary',
    evidence: 'evidence',
    myths: 'myths',
    faq: 'faq',
    quiz: 'quiz',
    download: 'download',
  },

  // Targets of the footer and other fixed links; without a line its link is omitted.
  links: {
    about: '/about/',
    certainty: '/about/#how-certainty-is-graded',
    help: '/about/#where-to-turn-for-help',
    licence: '/about/#licence',
    privacy: '/about/#privacy',
    report: '/about/#report-an-error',
  },

  // Audiences, for `readers` in the front matter of pages.
  readers: {
    parents: 'parents',
    partners: 'partners',
    students: 'students',
    teachers: 'teachers',
  },

  // Parts of the contents; a page names its part in its front matter by id.
  parts: [
    { id: 'start', label: 'Start here', emblem: 'nest', isAside: false },
    { id: 'with-a-child', label: 'With a child', emblem: 'pair', isAside: false },
    { id: 'in-step', label: 'In step', emblem: 'step', isAside: false },
    { id: 'between-adults', label: 'Between adults', emblem: 'two', isAside: false },
    { id: 'work-and-study', label: 'Work and study', emblem: 'book', isAside: false },
    { id: 'questions', label: 'Questions and practice', emblem: 'lens', isAside: false },
    { id: 'sources', label: 'Sources', emblem: 'quill', isAside: true },
    { id: 'this-site', label: 'This site', emblem: 'compass', isAside: true },
  ],
};
