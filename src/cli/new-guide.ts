import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
} from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { isoDay } from '../lib/text/format.ts';
import { datesFrom, readTemplate, toId, writeFiles } from './drafts.ts';

const [content, siteFile] = ['src/content', 'src/site/site.ts'];

/** Languages of ISO 639-3 by their two letters; catalogues ask for three. */
const threeLetters: Record<string, string> = Object.fromEntries(
  'ar ara|bg bul|ca cat|cs ces|da dan|de deu|el ell|en eng|es spa|et est|eu eus|fa fas|fi fin|fr fra|ga gle|gl glg|he heb|hi hin|hr hrv|hu hun|id ind|is isl|it ita|ja jpn|ko kor|lt lit|lv lav|nb nob|nl nld|no nor|pl pol|pt por|ro ron|ru rus|sk slk|sl slv|sr srp|sv swe|tr tur|uk ukr|ur urd|vi vie|zh zho'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Languages written from right to left. */
const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'dv', 'ug']);

// `npm run new:guide -- "Name" de`: puts a new guide in the place of this one. What was in src/content
// and src/site/site.ts goes to a folder of .cache.
if (process.argv[1] === import.meta.filename) {
  try {
    begin(...process.argv.slice(2));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

function begin(name = '', language = ''): void {
  const files = draftGuide(name, language, isoDay(new Date()));
  const place = '.cache/guide-before';
  let kept = place;
  for (let count = 2; existsSync(kept); count += 1) kept = `${place}-${String(count)}`;
  mkdirSync(kept, { recursive: true });
  copyFileSync(siteFile, join(kept, 'site.ts'));
  renameSync(content, join(kept, 'content'));
  // The emblems serve any guide; the mark, the icons and the home page's drawing are this one's own.
  cpSync(join(kept, 'content/drawings'), `${content}/drawings`, {
    recursive: true,
    filter: (path) => !/(mark|icon|favicon|round-trip)\.svg$/.test(path),
  });
  writeFiles(files);
  console.log(`The guide that was here is in ${kept}.`);
  console.log('Next: fill in src/site/site.ts, then npm run content:check and npm run dev.');
}

/**
 * The files of a guide that has just begun, by path from the project's root: its facts, its messages,
 * and the pages that the engine asks for, ready to be written over. The colours and the English
 * messages are those of the guide that is there.
 * @param language a BCP 47 tag such as "de".
 * @param today as YYYY-MM-DD.
 * @throws Error in an author's words when an answer does not fit.
 */
export function draftGuide(name: string, language: string, today: string): Record<string, string> {
  if (name.trim() === '')
    throw new Error('A guide needs a name. Fix: npm run new:guide -- "Name" de');
  try {
    new Intl.Locale(language);
  } catch {
    throw new Error(
      `“${language}” is no tag of a language. Fix: use one such as de, en-GB or pt-BR.`,
    );
  }
  const [primary = ''] = language.split('-');
  const messages = primary === 'en' ? 'en' : language;
  const styles = readdirSync('src/features/citations/styles').join('\n');
  const colours = /^ {2}colours: \{.*?^ {2}\},$/ms.exec(readFileSync(siteFile, 'utf8'))?.[0];
  const facts = {
    name,
    // An article stands apart: “L’été” is l-ete.
    id: toId(name.replace(/[’']/g, ' '), 'guide'),
    language,
    language3: threeLetters[primary] ?? 'und',
    languageName: new Intl.DisplayNames(language, { type: 'language' }).of(primary) ?? primary,
    direction: rightToLeft.has(primary) ? 'rtl' : 'ltr',
    messages,
    locale: new RegExp(`^locales-(${primary}-.+)\\.xml$`, 'm').exec(styles)?.[1] ?? 'en-US',
  };
  const days = `\n${stringify(datesFrom(today))}---\n`;
  const docs = readdirSync(new URL('guide/docs', import.meta.url)).map((file) => [
    `${content}/docs/${file}`,
    fill(`docs/${file}`, facts).replace('\n---\n', days),
  ]);
  return {
    [`${content}/i18n/${messages}.json`]: '{}\n',
    [`${content}/i18n/en.json`]: readFileSync(`${content}/i18n/en.json`, 'utf8'),
    [`${content}/home.yaml`]: fill('home.yaml', facts),
    [`${content}/references.json`]: '[]\n',
    [`${content}/evidence.yaml`]: '{}\n',
    [`${content}/topics.yaml`]: '{}\n',
    ...(Object.fromEntries(docs) as Record<string, string>),
    [siteFile]: fill('site.ts.txt', facts).replace(
      '{{colours}}',
      () => colours ?? '  colours: {},',
    ),
  };
}

/** A template with its values, which stand between single quotes there. */
function fill(path: string, values: Record<string, string>): string {
  const isCode = path.endsWith('.ts.txt');
  const escape = (value: string) =>
    isCode ? value.replace(/['\\]/g, '\\$&') : value.replaceAll("'", "''");
  return readTemplate(path).replace(/\{\{(\w+)\}\}/g, (all, key: string) =>
    values[key] === undefined ? all : escape(values[key]),
  );
}
