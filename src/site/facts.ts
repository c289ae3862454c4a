import { z } from 'astro/zod';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const slug = z.string().regex(/^[a-z0-9][a-z0-9/-]*[a-z0-9]$/);
const address = z.string().startsWith('/').optional();
const hex = z.string().regex(/^#[0-9a-f]{6}$/i);

/** A colour as "#rrggbb" in the light theme, and in the dark one. */
const colour = z.tuple([hex, hex]);

/** Whether a tag is one that the machine's own list of languages and countries knows. */
function isLanguage(tag: string): boolean {
  try {
    const { language, region } = new Intl.Locale(tag);
    const isKnown = (type: 'language' | 'region', code: string) =>
      new Intl.DisplayNames('en', { type, fallback: 'none' }).of(code) !== undefined;
    const isCanonical = Intl.getCanonicalLocales(tag)[0]?.toLowerCase() === tag.toLowerCase();
    return isCanonical && isKnown('language', language) && (!region || isKnown('region', region));
  } catch {
    return false;
  }
}

/**
 * A family of letters: its name as the files have it, and its files (WOFF2) from the project's folder,
 * such as "src/content/fonts/lora-400.woff2".
 */
const fontSchema = z.strictObject({ name: text, regular: text });

/** The families of the site; those of titles need one file alone. */
const fontsSchema = z.strictObject({
  text: z.strictObject({ ...fontSchema.shape, italic: text, bold: text }),
  titles: fontSchema,
});

/** All facts of a guide that are neither its pages nor its code. */
export const factsSchema = z.strictObject({
  /** Its name, as in the header and in titles. */
  name: text,
  /** What it is, in a few words that follow the name after a comma: "a field guide to …". */
  tagline: text,
  /** What it is, in a sentence; for search engines and the installed app. */
  description: text,
  /** What readers learn from it, in a sentence; for the book's title page and catalogues. */
  summary: text,
  /** What to keep in mind when its findings are passed on, in plain sentences; for language models. */
  caution: text.optional(),
  /** Names files and identifiers: lower case and hyphens; never changed once published. */
  id,
  /** Who is named as its author in citations and in the book. */
  author: text,
  publisher: text,
  /** What it is about, in the words of a library's catalogue. */
  subject: text,
  /** Keywords of the archive for Kiwix. */
  tags: z.array(text),
  /** Kinds of the installed app, in the words of the Web App Manifest. */
  categories: z.array(text),
  /** Its language as a BCP 47 tag, such as "en-GB" or "es": for pages, exports, dates and numbers. */
  language: z.string().refine(isLanguage, '"language" is no tag of a language and a country'),
  /** The same as three letters of ISO 639-3, such as "eng" or "spa"; for the archive for Kiwix. */
  language3: z.string().regex(/^[a-z]{3}$/),
  /** The language's own name for itself. */
  languageName: text,
  /** Which way the language is written. */
  direction: z.enum(['ltr', 'rtl']),
  /** The interface in that language: a file of src/content/i18n, which has a check of its own. */
  messages: z.custom<Readonly<Record<string, string>>>((value) => value instanceof Object),
  citations: z.strictObject({
    /**
     * Language of "and", "edited by" and dates in references: a locale of the Citation Style Language that
     * has its file in src/features/citations/styles, such as "de-DE".
     */
    locale: text,
  }),
  licence: z.strictObject({ name: text, url: z.string().regex(/^https?:\/\/\S+\.\S+$/) }),
  /** The colours that everything is made of. */
  colours: z.strictObject({
    paper: colour,
    /** Paper of boxes. */
    'paper-2': colour,
    ink: colour,
    /** Second ink, for smaller text. */
    'ink-2': colour,
    /** Fine lines between things. */
    rule: colour,
    /** Lines around controls. */
    edge: colour,
    /** Two accents, each for words and lines and as a tint for grounds. */
    accent: colour,
    'accent-soft': colour,
    'accent-2': colour,
    'accent-2-soft': colour,
    /** The ring around what the keyboard is on. */
    focus: colour,
    /** The two tints of drawings. */
    'fig-tint': colour,
    'fig-tint-2': colour,
  }),
  /** What is left out is Literata for text and Young Serif for titles, with the letters of western Europe. */
  fonts: fontsSchema.partial().optional(),
  /** What a guide can have and can do without. */
  features: z.strictObject({
    /** The statements with their certainty: the ledger page, its downloads, findings in search. */
    findings: z.boolean(),
    /** Common errors and what the research says of them. */
    myths: z.boolean(),
    /** Practice over days: questions that come back when they are due. */
    practice: z.boolean(),
    /** The questionnaire of src/content/reflection.yaml. */
    reflection: z.boolean(),
    /** Pages read aloud by the device's own voices. */
    listening: z.boolean(),
  }),
  /**
   * Addresses of the pages that the engine itself links to or treats apart, without slashes: "search" is
   * the page at /search/. A guide without such a page leaves its line out.
   */
  pages: z.strictObject({
    /** Holds `<SearchPage />`. */
    search: slug,
    /** Holds `<Bibliography />`, the list of all works. */
    references: slug,
    /** Holds `<GlossaryList />`. */
    glossary: slug.optional(),
    /** Every finding and its works. */
    evidence: slug.optional(),
    /** Common errors. */
    myths: slug.optional(),
    /** Holds `<QuestionIndex />`, what people ask. */
    faq: slug.optional(),
    /** Holds `<Practice />`. */
    quiz: slug.optional(),
    /** Holds `<Editions />`. */
    download: slug.optional(),
  }),
  /** Places that every page links to, as root-relative addresses; a link without an address is left out. */
  links: z.strictObject({
    about: address,
    /** How certainty is graded. */
    certainty: address,
    /** Helplines, or whom else to ask. */
    help: address,
    licence: address,
    privacy: address,
    /** How to report an error. */
    report: address,
  }),
  /** Whom pages may be written for, by the id in their front matter (`readers`): the name of each. */
  readers: z.record(z.string(), text),
  /** The parts of the contents in reading order, as the sidebar, the home page and the book show them. */
  parts: z.array(
    z.strictObject({
      /** Named in the front matter of its pages as `part`; never changed once published. */
      id,
      /** Name that readers see; free to change. */
      label: text,
      /** Its small drawing: name of a file in src/content/drawings, without the end. None without it. */
      emblem: text.optional(),
      /** Whether it is about the site or its sources, and ranks below the subject in search. */
      isAside: z.boolean(),
    }),
  ),
});

export type SiteFacts = z.infer<typeof factsSchema>;
export type Part = SiteFacts['parts'][number];
export type Features = SiteFacts['features'];
export type SiteFonts = z.infer<typeof fontsSchema>;

/** The icon of a guide that draws none of its own (src/content/drawings/icon.svg): discs in its colours. */
export function drawPlainIcon(colours: SiteFacts['colours']): string {
  const { paper, ink, 'fig-tint': warm, 'fig-tint-2': cool } = colours;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${paper[0]}"/><g transform="translate(256 256) scale(0.72) translate(-256 -256)"><circle cx="216" cy="236" r="136" fill="${cool[0]}"/><circle cx="306" cy="296" r="112" fill="${warm[0]}"/><circle cx="256" cy="256" r="150" fill="none" stroke="${ink[0]}" stroke-width="24"/></g></svg>`;
}
