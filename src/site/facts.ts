import { z } from 'astro/zod';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const slug = z.string().regex(/^[a-z0-9][a-z0-9/-]*[a-z0-9]$/);
const address = z.string().startsWith('/').optional();
const hex = z.string().regex(/^#[0-9a-f]{6}$/i);

/** A colour as "#rrggbb" in the light theme, and in the dark one. */
const colour = z.tuple([hex, hex]);

/** Whether a BCP 47 tag is canonical and names a language and region that `Intl` knows. */
export function isLanguage(tag: string): boolean {
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
 * A font family: its name as in the font files, and paths of its WOFF2 files from the project's folder, such
 * as "src/content/fonts/lora-400.woff2".
 */
const fontSchema = z.strictObject({ name: text, regular: text });

/** The font families of the site; titles need one file only. */
const fontsSchema = z.strictObject({
  text: z.strictObject({ ...fontSchema.shape, italic: text, bold: text }),
  titles: fontSchema,
});

/** The configuration of a guide, src/content/site.yaml. */
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
  /** Part of the names of files, caches and identifiers: lower case and hyphens; never changed once published. */
  id,
  /** Who is named as its author in citations and in the book. */
  author: text,
  publisher: text,
  /** Its subject as a library catalogue names it. */
  subject: text,
  /** Tags of the archive for Kiwix. */
  tags: z.array(text),
  /** Categories of the installed app, as defined for the Web App Manifest. */
  categories: z.array(text),
  /** Its language as a BCP 47 tag, such as "en-GB" or "es": for pages, exports, dates and numbers. */
  language: z.string().refine(isLanguage, '"language" is no tag of a language and a country'),
  /** The same as an ISO 639-3 code, such as "eng" or "spa"; for the archive for Kiwix. */
  language3: z.string().regex(/^[a-z]{3}$/),
  /** The language's own name for itself. */
  languageName: text,
  /** Writing direction of the language. */
  direction: z.enum(['ltr', 'rtl']),
  citations: z.strictObject({
    /**
     * Language of "and", "edited by" and dates in references: a locale of the Citation Style Language that
     * has its file in src/features/citations/styles, such as "de-DE".
     */
    locale: text,
  }),
  licence: z.strictObject({ name: text, url: z.string().regex(/^https?:\/\/\S+\.\S+$/) }),
  /** The colour tokens of the site. */
  colours: z.strictObject({
    paper: colour,
    /** Background of boxes. */
    'paper-2': colour,
    ink: colour,
    /** Colour of secondary text. */
    'ink-2': colour,
    /** Thin lines between elements. */
    rule: colour,
    /** Lines around controls. */
    edge: colour,
    /** Two accents, each for text and lines, and as a background tint (`-soft`). */
    accent: colour,
    'accent-soft': colour,
    'accent-2': colour,
    'accent-2-soft': colour,
    /** Outline of the focused element. */
    focus: colour,
    /** The two tints of drawings. */
    'fig-tint': colour,
    'fig-tint-2': colour,
  }),
  /** The defaults are Literata for text and Young Serif for titles, with the characters of western Europe. */
  fonts: fontsSchema.partial().optional(),
  /** Optional features of a guide. */
  features: z.strictObject({
    /** Findings with their certainty: the ledger page, its downloads, findings in search. */
    findings: z.boolean(),
    /** Common errors and what the research says of them. */
    myths: z.boolean(),
    /** Spaced repetition: questions are shown again when they are due. */
    practice: z.boolean(),
    /** The questionnaire of src/content/reflection.yaml. */
    reflection: z.boolean(),
    /** Pages read aloud by the device's own voices. */
    listening: z.boolean(),
  }),
  /**
   * Slugs of the pages that the code links to or treats specially: "search" is the page at /search/. A
   * guide without such a page omits its line.
   */
  pages: z.strictObject({
    /** Contains `<SearchPage />`. */
    search: slug,
    /** Contains `<Bibliography />`, the list of all works. */
    references: slug,
    /** Contains `<GlossaryList />`. */
    glossary: slug.optional(),
    /** Every finding and its works. */
    evidence: slug.optional(),
    /** Common errors. */
    myths: slug.optional(),
    /** Contains `<QuestionIndex />`, the list of readers' questions. */
    faq: slug.optional(),
    /** Contains `<Practice />`. */
    quiz: slug.optional(),
    /** Contains `<Editions />`. */
    download: slug.optional(),
  }),
  /** Targets of the fixed links, as root-relative URLs; a link without one is omitted. */
  links: z.strictObject({
    about: address,
    /** How certainty is graded. */
    certainty: address,
    /** Helplines or other sources of help. */
    help: address,
    licence: address,
    privacy: address,
    /** How to report an error. */
    report: address,
  }),
  /** Names of the audiences of pages, by the id in their front matter (`readers`). */
  readers: z.record(z.string(), text),
  /** The parts of the contents in reading order, for the sidebar, the home page and the book. */
  parts: z.array(
    z.strictObject({
      /** Used as `part` in the front matter of its pages; never changed once published. */
      id,
      /** Displayed name; can be changed at any time. */
      label: text,
      /** File name, without extension, of its small drawing in src/content/drawings; optional. */
      emblem: text.optional(),
      /** Whether it is about the site or its sources; its pages rank lower in search. */
      isAside: z.boolean(),
    }),
  ),
});

/** Paths in src/content of the messages in a language: of "pt-BR" or, if there are none, of "pt". */
export function messageFilesOf(language: string): string[] {
  return [language, language.replace(/-.*/, '')].map((tag) => `i18n/${tag}.json`);
}

export type SiteFacts = z.infer<typeof factsSchema>;
export type Part = SiteFacts['parts'][number];
export type Features = SiteFacts['features'];
export type SiteFonts = z.infer<typeof fontsSchema>;

/** The icon of a guide without src/content/drawings/icon.svg: discs in its colours. */
export function drawDefaultIcon(colours: SiteFacts['colours']): string {
  const { paper, ink, 'fig-tint': warm, 'fig-tint-2': cool } = colours;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="${paper[0]}"/><g transform="translate(256 256) scale(0.72) translate(-256 -256)"><circle cx="216" cy="236" r="136" fill="${cool[0]}"/><circle cx="306" cy="296" r="112" fill="${warm[0]}"/><circle cx="256" cy="256" r="150" fill="none" stroke="${ink[0]}" stroke-width="24"/></g></svg>`;
}
