import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { baseKey } from '../../lib/i18n/message.ts';
import { nearest } from '../../lib/text/nearest.ts';
import { factsSchema } from '../../site/facts.ts';
import type { Problem } from '../model/problem.ts';

const file = 'src/site/site.ts';

/**
 * What is wrong in the facts of the guide in `root` itself. All other modules count on them, so that
 * nothing that imports them may be loaded before.
 */
export async function findFactMistakes(root = '.'): Promise<Problem[]> {
  const path = resolve(root, file);
  let facts: unknown;
  try {
    ({ site: facts } = (await import(pathToFileURL(path).href)) as { site: unknown });
  } catch (error) {
    return [explainLoading(root, error as Error)];
  }
  // A comment may name a field, too.
  const lines = readFileSync(join(root, file), 'utf8')
    .replace(/^ *\/\/.*/gm, '')
    .split('\n');
  const { explainIssue } = await import('../check/check-schema.ts');
  const all = factsSchema.safeParse(facts).error?.issues ?? [];
  // A misspelt field would be reported twice: as unknown, and as lacking.
  const fields = Object.keys(factsSchema.shape);
  const misspelt = all
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
    )
    .map((key) => ({ key, meant: nearest(key, fields, 1)[0] }));
  const issues = all.filter(
    ({ code, path: [field] }) =>
      (field !== undefined || code !== 'unrecognized_keys') &&
      !misspelt.some(({ meant }) => meant !== undefined && meant === field),
  );
  const twice = findTwice(facts);
  return [
    ...issues.map((issue) => {
      const key = [...issue.path].reverse().find((one) => typeof one === 'string');
      const at = lines.findIndex((line) => new RegExp(`(^|[\\s{'])${String(key)}'?:`).test(line));
      const value = issue.path.reduce<unknown>(
        (outer, one) => (outer as Record<PropertyKey, unknown> | undefined)?.[one],
        facts,
      );
      const told = explainIssue('The guide', issue, value);
      return { file, line: at < 0 ? undefined : at + 1, ...told, ...known(issue, key, told) };
    }),
    ...findLostMessages(root),
    ...findLostFonts(root, facts, lines),
    ...misspelt.map(({ key, meant }) => ({
      file,
      line: lines.findIndex((line) => line.trim().startsWith(`${key}:`)) + 1,
      message: `The guide has the unknown field "${key}".`,
      hint: meant ? `Did you mean ${meant}?` : 'Take it out; src/site/facts.ts lists the fields.',
    })),
    ...twice.map((id) => ({
      file,
      line: lines.findLastIndex((line) => line.includes(`id: '${id}'`)) + 1,
      message: `Two parts of the contents have the id "${id}".`,
      hint: 'Give one of them another id, and write it in the front matter of its pages.',
    })),
  ];
}

function known(
  { code, path }: { code?: string | undefined; path: PropertyKey[] },
  key: PropertyKey | undefined,
  { message }: Pick<Problem, 'message'>,
) {
  const hint = path.includes('colours')
    ? "Write each as '#rrggbb', six digits or letters from a to f: [light, dark]."
    : hints[String(key)];
  // A field that is not there needs another hint than one in a wrong form.
  return hint !== undefined && code !== 'unrecognized_keys' && !message.includes(' lacks ')
    ? { hint }
    : {};
}

/** Messages that the code of the guide in `root` shows, and en.json, from which the others are translated, has not. */
function findLostMessages(root: string): Problem[] {
  const english = 'src/content/i18n/en.json';
  if (!existsSync(join(root, english))) return [];
  let known: Set<string>;
  try {
    const messages = JSON.parse(readFileSync(join(root, english), 'utf8')) as object;
    known = new Set(Object.keys(messages).map(baseKey));
  } catch {
    // Invalid JSON is reported by the check of all content, with its line.
    return [];
  }
  const lost = new Map<string, string>();
  for (const path of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(tsx?|astro)$/.test(path)) continue;
    const code = readFileSync(join(root, 'src', path), 'utf8');
    for (const { 1: key = '', index } of code.matchAll(/(?<![.\w])t\(\s*'(\w+(?:\.\w+)+)'/g)) {
      if (known.has(key) || lost.has(key)) continue;
      const line = code.slice(0, index).split('\n').length;
      lost.set(key, `src/${path.replaceAll('\\', '/')}:${String(line)}`);
    }
  }
  return [...lost].map(([key, place]) => ({
    file: english,
    message: `The message "${key}" is missing, and ${place} shows it.`,
    hint: 'Put it back under this key; a text that shall not be seen cannot be taken out here.',
  }));
}

/** Fonts that are named and not there. */
function findLostFonts(root: string, facts: unknown, lines: string[]): Problem[] {
  const { fonts } = (facts ?? {}) as { fonts?: Record<string, Record<string, unknown>> };
  return Object.values(fonts ?? {})
    .flatMap((font) => Object.entries(font))
    .flatMap(([field, path]) => (field === 'name' ? [] : String(path)))
    .filter((path) => !path.endsWith('.woff2') || !existsSync(join(root, path)))
    .map((path) => ({
      file,
      line: lines.findIndex((line) => line.includes(`'${path}'`)) + 1 || undefined,
      message: `There is no WOFF2 file "${path}".`,
      hint: 'Put the font in src/content/fonts, and write its path from the folder of the project.',
    }));
}

function findTwice(facts: unknown): string[] {
  const { parts } = (facts ?? {}) as { parts?: { id?: unknown }[] };
  const ids = Array.isArray(parts) ? parts.map(({ id }) => String(id)) : [];
  return ids.filter((id, at) => ids.indexOf(id) < at);
}

/** Why the file, or the one with its messages, cannot be read at all. */
function explainLoading(root: string, error: Error): Problem {
  const [, json, found, inJson] =
    /^(.*\.json): (.*?) in JSON.*\(line (\d+)/.exec(error.message) ?? [];
  if (json !== undefined) {
    const path = json.startsWith('file:') ? fileURLToPath(json) : json;
    return {
      file: relative(root, path).replaceAll('\\', '/'),
      line: Number(inJson),
      message: `This is not valid JSON: ${String(found)}.`,
      hint: 'Look for a missing or needless comma, or a quote inside the text, here or on the line above.',
    };
  }
  const [, missing] = /^Cannot find module '([^']+)'/.exec(error.message) ?? [];
  if (missing !== undefined)
    return {
      file,
      message: `It imports ${relative(resolve(root), missing).replaceAll('\\', '/')}, which is not there.`,
      hint: 'Correct the name in the first line; the messages stand in src/content/i18n.',
    };
  const [, line] = /site\.ts:(\d+)/.exec(error.stack ?? '') ?? [];
  return {
    file,
    line: line === undefined ? undefined : Number(line),
    message: `This cannot be read: ${error.message}.`,
    hint: 'Every value stands in straight quotes and ends with a comma, here or on the line above; an apostrophe inside is ’.',
  };
}

const hints: Record<string, string> = {
  id: 'Use lower-case letters, digits and hyphens, such as "sleep-well".',
  language: 'Write a language tag, such as "de" or "en-GB": the language, a hyphen, the country.',
  language3: 'Write the three letters of ISO 639-3, such as "deu" or "eng".',
  url: 'Write the whole address, beginning with https://.',
  search: 'Write the name of the page’s file without its end and without slashes.',
  references: 'Write the name of the page’s file without its end and without slashes.',
};
