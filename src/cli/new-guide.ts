import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { isoDay } from '../lib/text/format.ts';
import { datesFrom, readTemplate, toId, writeFiles } from './drafts.ts';

const content = 'src/content';
const siteFile = `${content}/site.yaml`;

/** ISO 639-3 codes by two-letter code; library catalogues require three letters. */
const threeLetters: Record<string, string> = Object.fromEntries(
  'ar ara|bg bul|ca cat|cs ces|da dan|de deu|el ell|en eng|es spa|et est|eu eus|fa fas|fi fin|fr fra|ga gle|gl glg|he heb|hi hin|hr hrv|hu hun|id ind|is isl|it ita|ja jpn|ko kor|lt lit|lv lav|nb nob|nl nld|no nor|pl pol|pt por|ro ron|ru rus|sk slk|sl slv|sr srp|sv swe|tr tur|uk ukr|ur urd|vi vie|zh zho'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'dv', 'ug']);

// `npm run new:guide -- "Name" de`: replaces this guide by a new one, and moves src/content
// to a folder in .cache.
if (process.argv[1] === import.meta.filename) {
  try {
    replaceGuide(...process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

function replaceGuide(name = '', language = ''): void {
  const files = draftGuide(name, language, isoDay(new Date()));
  const folder = '.cache/guide-before';
  let backup = folder;
  for (let count = 2; existsSync(backup); count += 1) backup = `${folder}-${String(count)}`;
  mkdirSync(backup, { recursive: true });
  renameSync(content, join(backup, 'content'));
  // Any guide can use the emblems. The logo, the icons and the home page's drawing belong to this one.
  cpSync(join(backup, 'content/drawings'), `${content}/drawings`, {
    recursive: true,
    filter: (path) => !/(mark|icon|favicon|round-trip)\.svg$/.test(path),
  });
  writeFiles(files);
  console.log(`The guide that was here is in ${backup}.`);
  console.log('Next: fill in src/content/site.yaml, then npm run content:check and npm run dev.');
}

/**
 * The files of a new guide, by path from the project's root: its facts, its messages, and drafts of the
 * pages that the engine needs. Colours and English messages are copied from the current guide.
 * @param language a BCP 47 tag such as "de".
 * @param today as YYYY-MM-DD.
 * @throws Error with a message for authors when the name or language is not valid.
 */
export function draftGuide(name: string, language: string, today: string): Record<string, string> {
  if (name.trim() === '')
    throw new Error('A guide needs a name. Fix: npm run new:guide -- "Name" de');
  try {
    new Intl.Locale(language);
  } catch {
    throw new Error(
      `“${language}” is not a language tag. Fix: use one such as de, en-GB or pt-BR.`,
    );
  }
  const [primary = ''] = language.split('-');
  const messages = primary === 'en' ? 'en' : language;
  const styles = readdirSync('src/features/citations/styles').join('\n');
  const colours = /^colours:\n(?: .*\n)*/m.exec(readFileSync(siteFile, 'utf8'))?.[0];
  const facts = {
    name,
    // An apostrophe separates words: “L’été” is l-ete.
    id: toId(name.replace(/[’']/g, ' '), 'guide'),
    language,
    language3: threeLetters[primary] ?? 'und',
    languageName: new Intl.DisplayNames(language, { type: 'language' }).of(primary) ?? primary,
    direction: rightToLeft.has(primary) ? 'rtl' : 'ltr',
    locale: new RegExp(`^locales-(${primary}-.+)\\.xml$`, 'm').exec(styles)?.[1] ?? 'en-US',
  };
  const days = `\n${stringify(datesFrom(today))}---\n`;
  const docs = readdirSync(new URL('guide/docs', import.meta.url)).map((file) => [
    `${content}/docs/${file}`,
    fillTemplate(`docs/${file}`, facts).replace('\n---\n', days),
  ]);
  return {
    [`${content}/i18n/${messages}.json`]: '{}\n',
    [`${content}/i18n/en.json`]: readFileSync(`${content}/i18n/en.json`, 'utf8'),
    [`${content}/home.yaml`]: fillTemplate('home.yaml', facts),
    [`${content}/references.json`]: '[]\n',
    [`${content}/evidence.yaml`]: '{}\n',
    [`${content}/topics.yaml`]: '{}\n',
    ...(Object.fromEntries(docs) as Record<string, string>),
    [siteFile]: fillTemplate('site.yaml', facts).replace(
      'colours: {}\n',
      (none) => colours ?? none,
    ),
  };
}

/** Fills in the placeholders of a template, escaped for the single quotes around them. */
function fillTemplate(path: string, values: Record<string, string>): string {
  return readTemplate(path).replace(
    /\{\{(\w+)\}\}/g,
    (all, key: string) => values[key]?.replaceAll("'", "''") ?? all,
  );
}
