import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { baseKey } from '../../lib/i18n/message.ts';
import { factsSchema, messageFilesOf } from '../../site/facts.ts';
import { checkSchema } from '../check/check-schema.ts';
import { readEntries } from '../check/read-entries.ts';
import { lineAt, mistake, type Entry, type Problem } from '../model/problem.ts';
import { by, checkTexts, findDuplicates, textsAt } from '../model/texts.ts';

const english = 'src/content/i18n/en.json';

/**
 * Problems in the facts and the messages of the guide in `root`. Most modules need both to load, so this one
 * imports none of those.
 */
export function findFactMistakes(root = '.'): Problem[] {
  const exists = (path: string) => existsSync(join(root, path));
  const read = (path: string) => {
    const text = exists(path) ? readFileSync(join(root, path), 'utf8') : '';
    return readEntries({ path, text }, { shape: 'whole' });
  };
  const { entries: guide, problem } = read('src/content/site.yaml');
  if (problem) return [problem];
  const { language } = factsSchema.shape;
  const tag = language.safeParse(guide[0]?.data['language']).data ?? 'en';
  const own = messageFilesOf(tag).map((path) => `src/content/${path}`);
  const messages = [...new Set([english, ...own])].filter(exists).map(read);
  return [
    ...checkGuide(guide),
    ...messages.flatMap((one) => one.problem ?? []),
    ...messages.flatMap(({ entries = [] }) => findMissingMessages(root, entries)),
    ...checkTexts(guide, 'language', () =>
      own.some(exists)
        ? undefined
        : mistake`There are no messages in "${tag}": ${own[0]} is not there.
            Correct the language, or add the file with {} in it; what it lacks appears in English.`,
    ),
    ...['regular', 'italic', 'bold'].flatMap((style) =>
      checkTexts(guide, `fonts.*.${style}`, (path) =>
        path.endsWith('.woff2') && exists(path)
          ? undefined
          : mistake`There is no WOFF2 file "${path}".
              Put the font in src/content/fonts, and write its path from the folder of the project.`,
      ),
    ),
  ];
}

/** Facts of a guide that do not fit their schema, or parts of its contents with the same id. */
export function checkGuide(guide: readonly Entry[] = []): Problem[] {
  // There is one guide, so its name is not needed.
  const entries = guide.map((entry) => Object.assign(entry, { id: '' }));
  return [
    ...checkSchema(entries, { schema: factsSchema, noun: 'The guide', hintOf }),
    ...findDuplicates(textsAt(guide, 'parts.*.id'), by.text, ({ text }) => ({
      message: `Two parts of the contents have the id "${text}".`,
      hint: 'Give one of them another id, and write it in the front matter of its pages.',
    })),
  ];
}

/** Messages that the code in `root` shows and that en.json lacks, the file that all others translate. */
function findMissingMessages(root: string, entries: Entry[]): Problem[] {
  const [file] = entries.filter(({ file }) => file === english);
  if (!file) return [];
  const known = new Set(Object.keys(file.data).map(baseKey));
  const missing = new Map<string, string>();
  for (const path of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(tsx?|astro)$/.test(path)) continue;
    const code = readFileSync(join(root, 'src', path), 'utf8');
    for (const { 1: key = '', index } of code.matchAll(/(?<![.\w])t\(\s*'(\w+(?:\.\w+)+)'/g)) {
      if (!known.has(key) && !missing.has(key))
        missing.set(key, `src/${path.replaceAll('\\', '/')}:${String(lineAt(code, index))}`);
    }
  }
  return [...missing].map(([key, place]) => ({
    file: english,
    message: `The message "${key}" is missing, and ${place} shows it.`,
    hint: 'Restore it under this key; deleting a message does not remove its text from the pages.',
  }));
}

const page = 'Write the name of the page’s file without its end and without slashes.';

const hints: Record<string, string> = {
  id: 'Use lower-case letters, digits and hyphens, such as "sleep-well".',
  language: 'Write a language tag, such as "de" or "en-GB": the language, a hyphen, the country.',
  language3: 'Write the three letters of ISO 639-3, such as "deu" or "eng".',
  url: 'Write the whole address, beginning with https://.',
  search: page,
  references: page,
};

function hintOf(path: readonly PropertyKey[]): string | undefined {
  if (path.includes('colours'))
    return "Write each as '#rrggbb', six digits or letters from a to f: [light, dark].";
  return hints[String(path.findLast((one) => typeof one === 'string'))];
}
