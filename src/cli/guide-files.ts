import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

/** What a new guide begins with, by path below src/content, and its facts; `{{name}}` and the like are filled in. */
const templates = fileURLToPath(new URL('guide/', import.meta.url));

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
  const review = `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4).replace('-02-29', '-02-28')}`;
  const days = `published: ${today}\nupdated: ${today}\nreview: ${review}\n`;
  const pages = readdirSync(`${templates}docs`).map((file): [string, string] => {
    const page = fill(`docs/${file}`, { name }, inYaml);
    return [`docs/${file}`, page.replace(/\n---\n/, `\n${days}---\n`)];
  });
  const content: [string, string][] = [
    ['i18n/en.json', english],
    ...(isEnglish ? [] : [[`i18n/${messages}.json`, '{}\n'] as [string, string]]),
    ['home.yaml', fill('home.yaml', { name }, inYaml)],
    ['references.json', '[]\n'],
    ['evidence.yaml', '{}\n'],
    ['topics.yaml', '{}\n'],
    ...pages,
  ];
  const facts = fill(
    'site.ts.txt',
    {
      name,
      id: toId(name) || 'guide',
      language,
      language3: threeLetters[primary] ?? 'und',
      languageName: new Intl.DisplayNames(language, { type: 'language' }).of(primary) ?? primary,
      direction: rightToLeft.has(primary) ? 'rtl' : 'ltr',
      messages,
      locale: start.locales.find((one) => one.split('-')[0] === primary) ?? 'en-US',
    },
    inTypeScript,
  );
  return new Map([
    ...content.map(([path, text]): [string, string] => [`src/content/${path}`, text]),
    ['src/site/site.ts', facts.replace('{{colours}}', () => start.colours)],
  ]);
}

/** A template with its values, which stand between single quotes there; `escape` writes them so. */
function fill(
  path: string,
  values: Record<string, string>,
  escape: (value: string) => string,
): string {
  return readFileSync(templates + path, 'utf8').replace(/\{\{(\w+)\}\}/g, (all, key: string) =>
    values[key] === undefined ? all : escape(values[key]),
  );
}

const inYaml = (value: string) => value.replaceAll("'", "''");
const inTypeScript = (value: string) => value.replace(/['\\]/g, '\\$&');

function toId(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
