import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import en from '../../src/content/i18n/en.json' with { type: 'json' };
import es from '../fixtures/other-guide/src/content/i18n/es.json' with { type: 'json' };
import { openBuiltLibrary } from '../bench/search/library.ts';
import { attribute, textOf } from './document.ts';
import { buildSite, type Built } from './site.ts';

/**
 * A small guide in Spanish on sleep: the same source with another src/content.
 * Unlike dist/, it has a public URL.
 */
const guide = 'tests/fixtures/other-guide';
const home = 'https://user.example/book/';

let site: Built;
let files: string[];

beforeAll(async () => {
  site = await buildSite({ guide, env: { SITE_URL: home } });
  files = site.ok
    ? readdirSync(site.dist(), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(site.dist().length))
    : [];
});

afterAll(() => {
  site.remove();
});

/** Frequent English words that are not Spanish ones. */
const englishWords =
  'the and of with this that your you for is are not from page pages read reading search what how all more each answer answers question questions close open next back here it by which when where there was were will would be been they their or to in on an share print copy works work cited level certainty since last changed day days week minute minutes show hide none everyone topic topics about device browser offline download guide'.split(
    ' ',
  );
const english = new RegExp(
  `(?<![\\p{L}\\d./#-])(?:${englishWords.join('|')})(?![\\p{L}\\d/-])`,
  'iu',
);

/** English interface messages that differ from the Spanish ones, without placeholders. */
const messages = Object.entries(en as Record<string, string>)
  .filter(([key, text]) => (es as Record<string, string>)[key] !== text)
  .filter(([, text]) => !text.includes('{{'))
  .map(([, text]) => text);
const shown = new Set(messages.map((text) => text.toLowerCase()));

type Work = { title: string; 'container-title'?: string };

/** Titles of works and names of licences may be in English. */
const names = (JSON.parse(readFileSync(`${guide}/src/content/references.json`, 'utf8')) as Work[])
  .flatMap(({ title, 'container-title': journal = '' }) => [title, journal])
  .filter(Boolean)
  .concat('CC BY 4.0', 'Creative Commons Attribution')
  .sort((a, b) => b.length - a.length);

/** Removes names of works, which stay in their own language. */
function withoutWorks(text: string): string {
  const plain = text.replace(/[“”«»]/g, '"').replace(/\s+/g, ' ');
  return names.reduce((rest, name) => {
    const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/['’-]/g, '.');
    return rest.replaceAll(new RegExp(pattern, 'giu'), '');
  }, plain);
}

/** Finds English in a text: interface messages and frequent words. */
function findEnglish(text: string): string | undefined {
  const own = withoutWorks(text).trim();
  return shown.has(own.toLowerCase()) ? own : english.exec(own)?.[0];
}

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** Attributes with text for readers or search engines. */
const spoken = ['aria-label', 'aria-roledescription', 'alt', 'title', 'placeholder', 'data-name'];

/** Texts for readers, each with its place: text nodes, attributes, and props of islands. */
function textsOf(html: string): [place: string, text: string][] {
  const found: [string, string][] = [];
  const walk = (node: Node) => {
    if ('tagName' in node) {
      const { tagName } = node;
      // Parsed as text when scripts are enabled, as HTML when not.
      if (tagName === 'noscript') found.push(...textsOf(textOf(node)));
      if (['script', 'style', 'template', 'noscript'].includes(tagName)) return;
      const lang = attribute(node, 'lang');
      if (lang !== undefined && lang !== 'es') return;
      for (const name of spoken) {
        const value = attribute(node, name);
        if (value) found.push([`<${tagName} ${name}>`, value]);
      }
      if (tagName === 'meta' && isText(node)) {
        found.push(['<meta>', attribute(node, 'content') ?? '']);
      }
    }
    if (node.nodeName === '#text' && 'value' in node && node.value.trim()) {
      found.push([`<${node.parentNode?.nodeName ?? ''}>`, node.value]);
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

function isText(meta: Element): boolean {
  const name = attribute(meta, 'name') ?? attribute(meta, 'property') ?? '';
  return /description|title|site_name|image:alt/.test(name) && !name.startsWith('citation_');
}

const pagesOf = () => files.filter((file) => file.endsWith('.html'));

test('another guide builds from only its own content and facts, without an error or a warning', () => {
  expect(site.output).not.toMatch(/\bERROR\b|\bWARN\b/);
  expect(site.ok).toBe(true);
});

test('every message of the interface has its Spanish', () => {
  expect(Object.keys(es)).toEqual(Object.keys(en));
});

test('no page of it has English left, in text, labels or descriptions', () => {
  const left = pagesOf().flatMap((file) =>
    textsOf(site.read(file)).flatMap(([place, text]) => {
      const word = findEnglish(text);
      return word === undefined ? [] : [`${file} ${place} “${word}”: ${text.trim().slice(0, 90)}`];
    }),
  );
  expect(left.join('\n')).toBe('');
});

test('its scripts, feeds, data and Markdown say nothing in English or of the first guide', () => {
  const isName = (text: string) =>
    names.some((name) => name.toLowerCase().includes(text.toLowerCase()));
  const sentences = messages.filter((text) => text.length >= 12 && !isName(text));
  const left = files
    .filter((file) => /\.(js|json|webmanifest|xml|txt|md|csv|gift|bib|ris)$/.test(file))
    .flatMap((file) => {
      const text = site.read(file);
      const known = sentences.filter((sentence) => text.includes(sentence));
      const named = /secure.?base|attachment/i.exec(text)?.[0];
      return [...known, ...(named ? [named] : [])].map((one) => `${file}: ${one}`);
    });
  expect(left.join('\n')).toBe('');
});

test('every page is marked as Spanish, and no part of one as English', () => {
  for (const file of pagesOf()) {
    const html = site.read(file);
    expect(html, file).toMatch(/<html[^>]* lang="es"/);
    expect(html, file).not.toMatch(/\b(?:lang|hreflang|content)="en\b/);
  }
});

test('dates, plurals and reading times are Spanish', () => {
  const page = pageText('insomnio');
  expect(page).toContain('27 de noviembre de 2026');
  expect(page).toContain('4 preguntas');
  expect(page).toContain('Obra en que se basa:');
  expect(page).toContain('Obras en que se basa:');
  expect(pageText('referencias')).toContain('8 obras');
});

test('citations and references are in Spanish APA, where the style of the language has its own words', () => {
  expect(pageText('cafe-y-alcohol')).toMatch(/\(Ebrahim et\s+al\., 2013\)/);
  expect(pageText('insomnio')).toContain('Dormir mejor. (2026, 27 de noviembre).');
  const references = pageText('referencias');
  expect(references).toContain('Drake, C., Roehrs, T., Shambroom, J., y Roth, T. (2013)');
  expect(references).not.toContain('&');
});

test('what it does without leaves no trace: no reflection, no map of patterns, no charts', () => {
  const names = files.join('\n');
  expect(names).not.toMatch(/Reflection|pattern-map/i);
  for (const file of pagesOf())
    expect(site.read(file), file).not.toMatch(/class="[^"]*sb-(?:reflection|fig)\b/);
});

test('the files of a quiz are in Spanish: Moodle, QTI, Anki and the worksheet', () => {
  const gift = site.read('quiz/insomnio.gift');
  expect(gift).toContain('$CATEGORY: Dormir mejor/Insomnio');
  expect(gift).toContain('Volver a leer');
  expect(gift).toContain('=Falso, porque primero se recomienda la terapia.');
  const anki = site.read('quiz/cafe-y-alcohol.anki.txt');
  expect(anki).toContain('#deck:Dormir mejor::Café y alcohol');
  expect(anki).toContain('<i>Pon en orden</i>');
  const items = unzipSync(readFileSync(site.dist('quiz/insomnio.qti.zip')));
  const item = strFromU8(items['items/pastillas-para-siempre.xml'] ?? new Uint8Array());
  expect(item).toContain('xml:lang="es"');
  const several = unzipSync(readFileSync(site.dist('quiz/cafe-y-alcohol.qti.zip')));
  expect(strFromU8(several['items/que-lleva-cafeina.xml'] ?? new Uint8Array())).toContain(
    'Elige todas las que correspondan.',
  );
  expect(pageText('quiz/worksheet/insomnio')).toContain('Hoja de preguntas: Insomnio');
});

test('the book is in Spanish: language, title, contents, notes and answers', () => {
  const book = unzipSync(readFileSync(site.dist('editions/dormir-mejor.epub')));
  const read = (name: string) => strFromU8(book[`book/${name}`] ?? new Uint8Array());
  const record = read('package.opf');
  expect(record).toContain('<dc:language>es</dc:language>');
  expect(record).toMatch(/<dc:title[^>]*>Dormir mejor/);
  const chapters = Object.keys(book).filter((name) => name.endsWith('.xhtml'));
  expect(chapters.length).toBeGreaterThan(10);
  for (const name of chapters) {
    const chapter = strFromU8(book[name] ?? new Uint8Array());
    expect(chapter, name).toMatch(/<html[^>]* lang="es"/);
    const left = textsOf(chapter).flatMap(([, text]) => findEnglish(text) ?? []);
    expect(left, name).toEqual([]);
  }
});

test('the folder for a double-click and the copy for offline reading have its name', () => {
  const names = Object.keys(unzipSync(readFileSync(site.dist('editions/dormir-mejor.zip'))));
  expect(names.every((name) => name.startsWith('dormir-mejor/'))).toBe(true);
  expect(site.read('manifest.webmanifest')).toContain('"Dormir mejor"');
});

test('canonical and sitemap addresses take all of SITE_URL, its folder too; the rest stays relative', () => {
  const page = site.read('insomnio/index.html');
  expect(page).toContain(`<link rel="canonical" href="${home}insomnio/"`);
  expect(page).toContain(`content="${home}social/insomnio.png"`);
  const card = readFileSync(site.dist('social/insomnio.png'));
  expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(page).toMatch(
    /rel="sitemap"[^>]*href="\.\.\/sitemap-index\.xml"|href="\.\.\/sitemap-index\.xml"[^>]*rel="sitemap"/,
  );
  expect(site.read('sitemap-index.xml')).toContain(`${home}sitemap-0.xml`);
  expect(site.read('sitemap-0.xml')).toContain(`<loc>${home}insomnio/</loc>`);
  expect(site.read('robots.txt')).toContain(`Sitemap: ${home}sitemap-index.xml`);
  expect(site.read('feed.xml')).toContain(`<link rel="self" href="${home}feed.xml"/>`);
  expect(site.read('feed.xml')).toContain(`<link href="${home}insomnio/"/>`);
  expect(page).toMatch(/<link rel="search"[^>]*href="\.\.\/opensearch\.xml"/);
  expect(site.read('opensearch.xml')).toContain(`template="${home}buscar/?q={searchTerms}"`);
  expect(site.read('hojas/buenas-noches/index.html')).toContain(', en user.example/book. Busca');
  expect(page.slice(page.indexOf('<body'))).toContain('href="../acerca-de/"');
});

/** Queries with the page that answers each. */
const queries: [query: string, page: string][] = [
  ['insomnio', 'insomnio'],
  // Without accents, and other inflections.
  ['cafeina', 'cafe-y-alcohol'],
  ['siestas', 'siesta'],
  ['despertares', 'cuanto-dormir'],
  ['luces', 'luz-y-pantallas'],
  ['terapias del insomnio', 'insomnio'],
  ['pantalla del movil en la cama', 'luz-y-pantallas'],
  ['errores sobre el sueno', 'mitos'],
  // Misspellings.
  ['insonmio', 'insomnio'],
  ['melatonnina', 'luz-y-pantallas'],
  ['bino antes de dormir', 'cafe-y-alcohol'],
  ['pastiyas para dormir', 'insomnio'],
  ['cuantas oras hay que dormir', 'cuanto-dormir'],
  // Synonyms.
  ['somníferos', 'insomnio'],
  ['celular', 'luz-y-pantallas'],
  // Whole questions.
  ['no puedo dormir', 'insomnio'],
  ['¿cuántas horas hay que dormir?', 'cuanto-dormir'],
  ['vino antes de dormir', 'cafe-y-alcohol'],
  ['hasta qué hora puedo tomar café', 'cafe-y-alcohol'],
  ['me levanto peor después de la siesta', 'siesta'],
  ['dormir peor con la edad', 'cuanto-dormir'],
  ['cuándo ir al médico', 'insomnio'],
  ['qué es la melatonina', 'luz-y-pantallas'],
];

test('search answers in Spanish: inflections, accents, misspellings, synonyms and questions', async () => {
  const load = async (file: string): Promise<unknown> =>
    import(/* @vite-ignore */ resolve(site.dir, 'src/features/search/client', file));
  const { openLibrary } = (await load(
    'library.ts',
  )) as typeof import('../../src/features/search/client/library.ts');
  const { createSearcher } = (await load(
    'searcher.ts',
  )) as typeof import('../../src/features/search/client/searcher.ts');
  const search = createSearcher(await openBuiltLibrary(site.dist(), openLibrary));
  const ask = (text: string) => search({ text }, new AbortController().signal);
  const answers = await Promise.all(
    queries.map(async ([text]) => [text, (await ask(text))?.pages[0]?.page.path]),
  );
  expect(answers).toEqual(queries.map(([text, page]) => [text, `${page}/`]));
  // There is no Spanish dictionary to confirm that these are correct.
  expect((await ask('siestas largas en agosto'))?.corrections).toEqual([]);
  const help = (await ask('quiero morirme'))?.help[0]?.section;
  expect(help?.page.path).toBe('acerca-de/');
  expect(help?.anchor).toBe('dónde-pedir-ayuda');
  expect((await ask('cambiar la rueda de la bicicleta'))?.isCovered).toBe(false);
});

/** The text of a page, with whitespace collapsed. */
function pageText(slug: string): string {
  const body = (node: Node): string => {
    if ('tagName' in node && ['script', 'style', 'head'].includes(node.tagName)) return '';
    return 'childNodes' in node ? node.childNodes.map(body).join('') : textOf(node);
  };
  return body(parse(site.read(`${slug}/index.html`))).replace(/\s+/g, ' ');
}
