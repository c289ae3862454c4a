/** A part of the guide's contents, as the sidebar, the home page and the book show it. */
export interface Part {
  /** Named in the front matter of its pages as `part`; never changed once published. */
  id: string;
  /** Name that readers see; free to change. */
  label: string;
  /** Its small drawing: name of a file in src/content/drawings, without the end. None without it. */
  emblem?: string;
  /** Whether it is about the site or its sources, and ranks below the subject in search. */
  isAside: boolean;
}

/** What a guide can have and can do without. */
export interface Features {
  /** The statements with their certainty: the ledger page, its downloads, findings in search. */
  findings: boolean;
  /** Common errors and what the research says of them. */
  myths: boolean;
  /** Practice over days: questions that come back when they are due. */
  practice: boolean;
  /** The questionnaire of src/content/reflection.yaml. */
  reflection: boolean;
  /** Pages read aloud by the device's own voices. */
  listening: boolean;
}

/**
 * Addresses of the pages that the engine itself links to or treats apart, without slashes: "search" is
 * the page at /search/. A guide without such a page leaves its line out.
 */
export interface SitePages {
  /** Holds `<SearchPage />`. */
  search: string;
  /** Holds `<Bibliography />`, the list of all works. */
  references: string;
  /** Holds `<GlossaryList />`. */
  glossary?: string;
  /** Every finding and its works. */
  evidence?: string;
  /** Common errors. */
  myths?: string;
  /** Holds `<QuestionIndex />`, what people ask. */
  faq?: string;
  /** Holds `<Practice />`. */
  quiz?: string;
  /** Holds `<Editions />`. */
  download?: string;
}

/** Places that every page links to, as root-relative addresses; a link without an address is left out. */
export interface SiteLinks {
  about?: string;
  /** How certainty is graded. */
  certainty?: string;
  /** Helplines, or whom else to ask. */
  help?: string;
  licence?: string;
  privacy?: string;
  /** How to report an error. */
  report?: string;
}

/** A colour as "#rrggbb" in the light theme, and in the dark one. */
export type ThemeColour = readonly [light: string, dark: string];

/**
 * A family of letters: its name as the files have it, and its files (WOFF2) from the project's folder,
 * such as "src/content/fonts/lora-400.woff2".
 */
export interface SiteFont {
  name: string;
  regular: string;
}

/** The families of the site; those of titles need one file alone. */
export interface SiteFonts {
  text: SiteFont & { italic: string; bold: string };
  titles: SiteFont;
}

/** The colours that everything is made of. */
export interface SiteColours {
  paper: ThemeColour;
  /** Paper of boxes. */
  'paper-2': ThemeColour;
  ink: ThemeColour;
  /** Second ink, for smaller text. */
  'ink-2': ThemeColour;
  /** Fine lines between things. */
  rule: ThemeColour;
  /** Lines around controls. */
  edge: ThemeColour;
  /** Two accents, each for words and lines and as a tint for grounds. */
  accent: ThemeColour;
  'accent-soft': ThemeColour;
  'accent-2': ThemeColour;
  'accent-2-soft': ThemeColour;
  /** The ring around what the keyboard is on. */
  focus: ThemeColour;
  /** The two tints of drawings. */
  'fig-tint': ThemeColour;
  'fig-tint-2': ThemeColour;
}

/** All facts of a guide that are neither its pages nor its code. */
export interface SiteFacts {
  /** Its name, as in the header and in titles. */
  name: string;
  /** What it is, in a few words that follow the name after a comma: "a field guide to …". */
  tagline: string;
  /** What it is, in a sentence; for search engines and the installed app. */
  description: string;
  /** What readers learn from it, in a sentence; for the book's title page and catalogues. */
  summary: string;
  /** What to keep in mind when its findings are passed on, in plain sentences; for language models. */
  caution?: string;
  /** Names files and identifiers: lower case and hyphens; never changed once published. */
  id: string;
  /** Who is named as its author in citations and in the book. */
  author: string;
  publisher: string;
  /** What it is about, in the words of a library's catalogue. */
  subject: string;
  /** Keywords of the archive for Kiwix. */
  tags: readonly string[];
  /** Kinds of the installed app, in the words of the Web App Manifest. */
  categories: readonly string[];
  /** Its language as a BCP 47 tag, such as "en-GB" or "es": for pages, exports, dates and numbers. */
  language: string;
  /** The same as three letters of ISO 639-3, such as "eng" or "spa"; for the archive for Kiwix. */
  language3: string;
  /** The language's own name for itself. */
  languageName: string;
  /** Which way the language is written. */
  direction: 'ltr' | 'rtl';
  /** The interface in that language: a file of src/content/i18n. */
  messages: Readonly<Record<string, string>>;
  citations: {
    /**
     * Language of "and", "edited by" and dates in references: a locale of the Citation Style Language that
     * has its file in src/features/citations/styles, such as "de-DE".
     */
    locale: string;
  };
  licence: { name: string; url: string };
  colours: SiteColours;
  /** What is left out is Literata for text and Young Serif for titles, with the letters of western Europe. */
  fonts?: Partial<SiteFonts>;
  features: Features;
  pages: SitePages;
  links: SiteLinks;
  /** Whom pages may be written for, by the id in their front matter (`readers`): the name of each. */
  readers: Readonly<Record<string, string>>;
  /** The contents, in reading order. */
  parts: readonly Part[];
}

/** The icon of a guide that draws none of its own (src/content/drawings/icon.svg): discs in its colours. */
export function drawPlainIcon({
  paper,
  ink,
  'fig-tint': warm,
  'fig-tint-2': cool,
}: SiteColours): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${paper[0]}"/><g transform="translate(256 256) scale(0.72) translate(-256 -256)"><circle cx="216" cy="236" r="136" fill="${cool[0]}"/><circle cx="306" cy="296" r="112" fill="${warm[0]}"/><circle cx="256" cy="256" r="150" fill="none" stroke="${ink[0]}" stroke-width="24"/></g></svg>`;
}
