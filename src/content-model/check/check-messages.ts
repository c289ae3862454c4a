import {
  baseKey,
  categoriesOf,
  placeholdersOf,
  pluralCategories,
  splitMessage,
} from '../../lib/i18n/message.ts';
import { nearest } from '../../lib/text/nearest.ts';
import { isLanguage } from '../../site/facts.ts';
import { mistake, problemAt, type Entry, type Mistake, type Problem } from '../model/problem.ts';
import { textsAt } from '../model/texts.ts';
import type { Site } from './read-site.ts';

/** The source language, whose file has every message. */
const source = 'en';

/**
 * Mistakes in the files of src/content/i18n: unknown messages, placeholders or tags that differ from
 * en.json, broken markup and missing plural forms.
 * @param starlight keys of Starlight's own messages, which a file may have too.
 */
export function checkMessages({ words = [] }: Site, starlight: readonly string[]): Problem[] {
  const english = words.find(({ id }) => id === source);
  return words.flatMap((file): Problem[] => {
    if (!isLanguage(file.id)) return [{ file: file.file, ...noLanguage }];
    const mistakes = Object.entries(file.data).flatMap(([key, text]) => {
      const found = findTextMistake(text, file.id) ?? (english && compare(key, text, english));
      if (!found) return [];
      return problemAt(file, [key], `The message "${key}" ${found.message}`, found.hint);
    });
    if (english)
      return [
        ...mistakes,
        ...findUnknownKeys(file, english, starlight),
        ...checkPlurals(file, english),
      ];
    const missing = mistake`The list of messages, src/content/i18n/en.json, is missing.
      Put it back from Secure Base; translations are compared with it.`;
    return [...mistakes, { file: file.file, ...missing }];
  });
}

const noLanguage = mistake`The file is not named after a language, and nothing reads its messages.
  Rename it to a language tag, such as de.json or pt-BR.json, or remove it.`;

/** A message that is no text, is empty, or has broken tags or braces; the report follows the message's name. */
function findTextMistake(text: unknown, language: string): Mistake | undefined {
  if (typeof text !== 'string')
    return mistake`is ${JSON.stringify(text)}, which is not text.
      Put the text in quotes.`;
  if (text.trim() === '')
    return mistake`is empty.
      ${language === source ? 'Write the text.' : 'Write it, or take it out to show it in English.'}`;
  const inMarkup = findTagMistake(text);
  const isBroken = splitMessage(text).some((part, at) => at % 2 === 0 && /[{}]/.test(part));
  if (inMarkup || !isBroken) return inMarkup;
  return mistake`has a brace that belongs to no placeholder.
    Write a placeholder with two braces at each side, as in {{name}}.`;
}

/** Curly quotes in a tag, or tags that are not closed in order, in a message's HTML. */
function findTagMistake(text: string): Mistake | undefined {
  const curly = /<[a-z][^<>]*=\s*[“”„«»‘’]/i.exec(text)?.[0];
  if (curly !== undefined)
    return mistake`has a curly quote in its tag, after “${curly.slice(0, -1)}”.
      Write straight quotes there, in JSON as \\": <a href=\\"…\\">.`;
  const open: string[] = [];
  for (const [tag, slash, name = ''] of text.matchAll(/<(\/?)([a-z]\w*)[^<>]*>/gi)) {
    if (tag.endsWith('/>') || /^(br|img|wbr)$/.test(name)) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name)
      return mistake`closes <${name}> where it is not open.
        Correct the order of tags.`;
  }
  if (open.length === 0) return undefined;
  return mistake`does not close <${open[0]}>.
    Write </${open[0]}> where it ends.`;
}

/** Placeholders or tags of a translation that differ from English. */
function compare(key: string, text: unknown, english: Entry): Mistake | undefined {
  const model = english.data[key] ?? textOf(english, baseKey(key));
  if (typeof text !== 'string' || typeof model !== 'string' || findTagMistake(model))
    return undefined;
  const [wanted, found] = [placeholdersOf(model), placeholdersOf(text)];
  // A plural form such as "One question" needs no number.
  const mayLack = (name: string) => baseKey(key) !== key && name === 'count';
  const unknown = found.filter((name) => !wanted.includes(name) && !mayLack(name));
  const missing = wanted.filter((name) => !found.includes(name) && !mayLack(name));
  const hint =
    wanted.length > 0
      ? `Keep the placeholders as they are in English: ${braces(wanted)}.`
      : 'Take it out: this message has no placeholder.';
  if (unknown.length > 0)
    return { message: `has the placeholder ${braces(unknown)}, which en.json has not.`, hint };
  if (missing.length > 0) return { message: `lacks the placeholder ${braces(missing)}.`, hint };
  const [tags, own] = [model, text].map((one) => (one.match(/<\/?\w+/g) ?? []).sort().join(' '));
  if (tags === own) return undefined;
  return mistake`has other tags than in en.json.
    Keep the tags as they are in English: ${model}`;
}

function keysOf({ data }: Entry): string[] {
  return [...new Set(Object.keys(data).map(baseKey))];
}

/** Messages that neither en.json nor Starlight has. */
function findUnknownKeys(entry: Entry, english: Entry, starlight: readonly string[]): Problem[] {
  const known = [...keysOf(english), ...starlight];
  return keysOf(entry)
    .filter((key) => !known.includes(key))
    .flatMap((key) => {
      const [near] = nearest(key, known, 1);
      const message = `The message "${key}" is not one of those in en.json.`;
      const hint = near ? `Did you mean ${near}?` : 'Remove it.';
      return problemAt(entry, [keyIn(entry, key)], message, hint);
    });
}

/** Messages not translated into the site's language: a warning only, since they fall back to English. */
export function findUntranslated({ words = [], guide }: Site): Problem[] {
  const english = words.find(({ id }) => id === source);
  const used = textsAt(guide, 'language').flatMap(({ text }) => [text, text.replace(/-.*/, '')]);
  return words.flatMap((entry) => {
    if (!english || entry === english || (used.length > 0 && !used.includes(entry.id))) return [];
    const own = keysOf(entry);
    const keys = keysOf(english).filter((key) => !own.includes(key));
    const [first] = keys;
    if (first === undefined) return [];
    const texts = keys.slice(0, 5).map((key) => `"${key}" (${textOf(english, key) ?? ''})`);
    const message =
      keys.length === 1
        ? `The message "${first}" is missing, and appears in English.`
        : `${String(keys.length)} messages are missing and appear in English, the first of them "${first}".`;
    const hint = `Copy from en.json and translate: ${texts.join(', ')}${keys.length > 5 ? ' …' : ''}`;
    return { file: entry.file, message, hint };
  });
}

/** Plural messages that lack a form their language needs. */
function checkPlurals(entry: Entry, english: Entry): Problem[] {
  const needed = [...categoriesOf(entry.id)];
  const plurals = keysOf(english).filter((key) => !(key in english.data));
  return plurals.flatMap((key) => {
    const forms = pluralCategories.filter((category) => `${key}_${category}` in entry.data);
    const lacking = needed.filter((category) => !forms.some((form) => form === category));
    if (forms.length === 0 || lacking.length === 0) return [];
    const added = lacking.map((category) => `"${key}_${category}"`).join(' and ');
    const message = `The message "${key}" lacks the plural form "${lacking.join('", "')}".`;
    const hint = `Add ${added}; "${entry.id}" has the forms ${needed.join(', ')}.`;
    return problemAt(entry, [keyIn(entry, key)], message, hint);
  });
}

function braces(names: string[]): string {
  return names.map((name) => `{{${name}}}`).join(', ');
}

/** A message's English text, or that of its plural form "other". */
function textOf({ data }: Entry, key: string): string | undefined {
  const text = data[key] ?? data[`${key}_other`];
  return typeof text === 'string' ? text : undefined;
}

/** The key as it is in the file: itself, or its first plural form. */
function keyIn({ data }: Entry, key: string): string {
  return Object.keys(data).find((one) => one === key || baseKey(one) === key) ?? key;
}
