import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { baseKey } from '../../lib/i18n/message.ts';
import { factsSchema } from '../../site/facts.ts';
import { isObject, lineAt, type Entry, type Problem } from '../model/problem.ts';
import { by, findDuplicates, itemsOf, textsAt } from '../model/texts.ts';

const file = 'src/site/site.ts';

/**
 * Problems in the facts of the guide in `root`. A module that imports facts which cannot be loaded fails,
 * so this one imports no such module before it has loaded them.
 */
export async function findFactMistakes(root = '.'): Promise<Problem[]> {
  const path = resolve(root, file);
  let facts: unknown;
  try {
    ({ site: facts } = (await import(pathToFileURL(path).href)) as { site: unknown });
  } catch (error) {
    return [explainLoading(root, error as Error)];
  }
  const { checkSchema } = await import('../check/check-schema.ts');
  // Comments are blanked, since they may contain the name of a field.
  const lines = readFileSync(path, 'utf8')
    .replace(/^ *\/\/.*/gm, '')
    .split('\n');
  /** The line of a field, or the one where the facts begin. */
  const lineOf = (at: readonly PropertyKey[]): number => {
    const key = at.findLast((one) => typeof one === 'string') ?? 'site';
    const found = lines.findIndex((line) => new RegExp(`(^|[\\s{'])${key}'?:`).test(line));
    return found < 0 && at.length > 0 ? lineOf([]) : found + 1;
  };
  const data = isObject(facts) ? facts : {};
  const entry: Entry = { id: '', file, line: lineOf([]), data, lineOf };
  const lineWith = (text: string) => lines.findLastIndex((line) => line.includes(text)) + 1;
  return [
    ...checkSchema([entry], { schema: factsSchema, noun: 'The guide', hintOf }),
    ...findMissingMessages(root),
    ...textsAt([entry], 'fonts.*.*')
      .filter(({ path: at }) => at[2] !== 'name')
      .filter(({ text }) => !text.endsWith('.woff2') || !existsSync(join(root, text)))
      .map(({ text }) => ({
        file,
        line: lineWith(`'${text}'`) || undefined,
        message: `There is no WOFF2 file "${text}".`,
        hint: 'Put the font in src/content/fonts, and write its path from the folder of the project.',
      })),
    ...findDuplicates(
      itemsOf([entry], 'parts').map(({ id }) => ({ id, file, line: lineWith(`id: '${id}'`) })),
      by.id,
      ({ id }) => ({
        message: `Two parts of the contents have the id "${id}".`,
        hint: 'Give one of them another id, and write it in the front matter of its pages.',
      }),
    ),
  ];
}

/** Messages that the code in `root` shows and that en.json lacks, the file that all others translate. */
function findMissingMessages(root: string): Problem[] {
  const english = 'src/content/i18n/en.json';
  if (!existsSync(join(root, english))) return [];
  let known: Set<string>;
  try {
    const messages = JSON.parse(readFileSync(join(root, english), 'utf8')) as object;
    known = new Set(Object.keys(messages).map(baseKey));
  } catch {
    // The check of all content reports invalid JSON, with its line.
    return [];
  }
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

/** Explains why site.ts, or a file that it imports, cannot be loaded. */
function explainLoading(root: string, { message, stack = '' }: Error): Problem {
  const pathOf = (path: string) => relative(resolve(root), path).replaceAll('\\', '/');
  const [, json, found, line] = /^(.*\.json): (.*?) in JSON.*\(line (\d+)/.exec(message) ?? [];
  if (json !== undefined)
    return {
      file: pathOf(json.startsWith('file:') ? fileURLToPath(json) : json),
      line: Number(line),
      message: `This is not valid JSON: ${String(found)}.`,
      hint: 'Look for a missing or needless comma, or a quote inside the text, here or on the line above.',
    };
  const [, missing] = /^Cannot find module '([^']+)'/.exec(message) ?? [];
  if (missing !== undefined)
    return {
      file,
      message: `It imports ${pathOf(missing)}, which is not there.`,
      hint: 'Correct the name in the first line; the messages are in src/content/i18n.',
    };
  const [, at] = /site\.ts:(\d+)/.exec(stack) ?? [];
  return {
    file,
    line: at === undefined ? undefined : Number(at),
    message: `This cannot be read: ${message}.`,
    hint: 'Put every value in straight quotes and a comma after it, here or on the line above; write an apostrophe inside as ’.',
  };
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
