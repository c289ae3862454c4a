import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  cpSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isoDay } from '../lib/text/format.ts';
import { toId } from './drafts.ts';

const [content, siteFile] = ['src/content', 'src/site/site.ts'];

/** What a new guide begins with, by path below src/content, and its facts; `{{name}}` and the like are filled in. */
const templates = fileURLToPath(new URL('guide/', import.meta.url));

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
  const facts = readFileSync(siteFile, 'utf8');
  const files = draftGuide({
    name,
    language,
    locales: readdirSync('src/features/citations/styles').flatMap(
      (file) => /^locales-(.+)\.xml$/.exec(file)?.[1] ?? [],
    ),
    today: isoDay(new Date()),
    english: readFileSync(`${content}/i18n/en.json`, 'utf8'),
    colours: /^ {2}colours: \{.*?^ {2}\},$/ms.exec(facts)?.[0] ?? '  colours: {},',
  });
  const place = '.cache/guide-before';
  let kept = place;
  for (let count = 2; existsSync(kept); count += 1) kept = `${place}-${String(count)}`;
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, 'site.ts'), facts);
  renameSync(content, join(kept, 'content'));
  // The emblems serve any guide; the mark, the icons and the home page's drawing are this one's own.
  cpSync(join(kept, 'content/drawings'), `${content}/drawings`, {
    recursive: true,
    filter: (path) => !/(mark|icon|favicon|round-trip)\.svg$/.test(path),
  });
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`Wrote ${path}`);
  }
  console.log(`The guide that was here is in ${kept}.`);
  console.log('Next: fill in src/site/site.ts, then npm run content:check and npm run dev.');
}

/** What a new guide is called and in which language it is, as a BCP 47 tag such as "de". */
interface GuideStart {
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

/**
 * The files of a guide that has just begun, by path from the project's root: its facts, its messages,
 * and the pages that the engine asks for, ready to be written over.
 * @throws Error in an author's words when an answer does not fit.
 */
export function draftGuide(start: GuideStart): Map<string, string> {
  const { name, language, today } = start;
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
  const review = `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4).replace('-02-29', '-02-28')}`;
  const days = `\npublished: ${today}\nupdated: ${today}\nreview: ${review}\n---\n`;
  const inYaml = (value: string) => value.replaceAll("'", "''");
  const facts = {
    name,
    // An article stands apart: “L’été” is l-ete.
    id: toId(name.replace(/[’']/g, ' ')) || 'guide',
    language,
    language3: threeLetters[primary] ?? 'und',
    languageName: new Intl.DisplayNames(language, { type: 'language' }).of(primary) ?? primary,
    direction: rightToLeft.has(primary) ? 'rtl' : 'ltr',
    messages,
    locale: start.locales.find((one) => one.split('-')[0] === primary) ?? 'en-US',
  };
  const inTypeScript = (value: string) => value.replace(/['\\]/g, '\\$&');
  return new Map([
    [`${content}/i18n/${messages}.json`, '{}\n'],
    [`${content}/i18n/en.json`, start.english],
    [`${content}/home.yaml`, fill('home.yaml', { name }, inYaml)],
    [`${content}/references.json`, '[]\n'],
    [`${content}/evidence.yaml`, '{}\n'],
    [`${content}/topics.yaml`, '{}\n'],
    ...readdirSync(`${templates}docs`).map((file): [string, string] => {
      const page = fill(`docs/${file}`, { name }, inYaml);
      return [`${content}/docs/${file}`, page.replace('\n---\n', days)];
    }),
    [
      siteFile,
      fill('site.ts.txt', facts, inTypeScript).replace('{{colours}}', () => start.colours),
    ],
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
