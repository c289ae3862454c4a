import {
  baseKey,
  categoriesOf,
  placeholdersOf,
  pluralCategories,
  splitMessage,
} from '../../lib/i18n/message.ts';
import { nearest } from '../../lib/text/nearest.ts';
import { mistake, problemAt, type Entry, type Mistake, type Problem } from '../model/problem.ts';
import type { Site } from './read-site.ts';

/** The language whose file lists all messages; the others translate it. */
const source = 'en';

/**
 * Whether each file of src/content/i18n has the messages that en.json has, with the same placeholders
 * and tags, and each plural form that its language needs.
 * @param starlight the keys that Starlight knows, which a file may have beside them.
 */
export function checkMessages({ words = [] }: Site, starlight: readonly string[]): Problem[] {
  const english = words.find(({ id }) => id === source);
  return words.flatMap((file): Problem[] => {
    const mistakes = Object.entries(file.data).flatMap(([key, text]) => {
      const found = findSlip(text, file.id) ?? (english && compare(key, text, english));
      if (!found) return [];
      return problemAt(file, [key], `The message "${key}" ${found.message}`, found.hint);
    });
    if (english)
      return [
        ...mistakes,
        ...findStrange(file, english, starlight),
        ...checkPlurals(file, english),
      ];
    const lost = mistake`The list of messages, src/content/i18n/en.json, is missing.
      Put it back from Secure Base; translations are compared with it.`;
    return [...mistakes, { file: file.file, ...lost }];
  });
}

/** What keeps a message from being a text whose tags and braces are as they should be; the message follows its name. */
function findSlip(text: unknown, language: string): Mistake | undefined {
  if (typeof text !== 'string')
    return mistake`is ${JSON.stringify(text)}, which is not text.
      Put the text in quotes.`;
  if (text.trim() === '')
    return mistake`is empty.
      ${language === source ? 'Write the text.' : 'Write it, or take it out to show it in English.'}`;
  const inMarkup = findMarkupSlip(text);
  const isBroken = splitMessage(text).some((part, at) => at % 2 === 0 && /[{}]/.test(part));
  if (inMarkup || !isBroken) return inMarkup;
  return mistake`has a brace that belongs to no placeholder.
    Write a placeholder with two braces at each side, as in {{name}}.`;
}

/** What in a message's HTML a browser would not read as it was meant. */
function findMarkupSlip(text: string): Mistake | undefined {
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

/** What sets a translation apart from its English: other placeholders, or other tags. */
function compare(key: string, text: unknown, english: Entry): Mistake | undefined {
  const model = english.data[key] ?? textOf(english, baseKey(key));
  if (typeof text !== 'string' || typeof model !== 'string' || findMarkupSlip(model))
    return undefined;
  const [wanted, found] = [placeholdersOf(model), placeholdersOf(text)];
  // "One question" needs no number.
  const mayLack = (name: string) => baseKey(key) !== key && name === 'count';
  const strange = found.filter((name) => !wanted.includes(name) && !mayLack(name));
  const lost = wanted.filter((name) => !found.includes(name) && !mayLack(name));
  const hint =
    wanted.length > 0
      ? `Keep the placeholders as they are in English: ${braces(wanted)}.`
      : 'Take it out: this message has no placeholder.';
  if (strange.length > 0)
    return { message: `has the placeholder ${braces(strange)}, which en.json has not.`, hint };
  if (lost.length > 0) return { message: `lacks the placeholder ${braces(lost)}.`, hint };
  const [tags, own] = [model, text].map((one) => (one.match(/<\/?\w+/g) ?? []).sort().join(' '));
  if (tags === own) return undefined;
  return mistake`has other tags than in en.json.
    Keep the tags as they are in English: ${model}`;
}

function keysOf({ data }: Entry): string[] {
  return [...new Set(Object.keys(data).map(baseKey))];
}

/** Messages that neither English nor Starlight has. */
function findStrange(entry: Entry, english: Entry, starlight: readonly string[]): Problem[] {
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

/** Messages that the site's language lacks: they stand in English, so that a guide can begin before its interface is done. */
export function findUntranslated({ words = [], surroundings: { facts } }: Site): Problem[] {
  const english = words.find(({ id }) => id === source);
  const used = facts && [facts.language, facts.language.replace(/-.*/, '')];
  return words.flatMap((entry) => {
    if (!english || entry === english || (used && !used.includes(entry.id))) return [];
    const own = keysOf(entry);
    const keys = keysOf(english).filter((key) => !own.includes(key));
    const [first] = keys;
    if (first === undefined) return [];
    const texts = keys.slice(0, 5).map((key) => `"${key}" (${textOf(english, key) ?? ''})`);
    const message =
      keys.length === 1
        ? `The message "${first}" is missing, and stands in English.`
        : `${String(keys.length)} messages are missing and stand in English, the first of them "${first}".`;
    const hint = `Copy from en.json and translate: ${texts.join(', ')}${keys.length > 5 ? ' …' : ''}`;
    return { file: entry.file, message, hint };
  });
}

/** Whether a message with plural forms has all that its language needs. */
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

/** The key itself, or the first of its plural forms that the file has. */
function keyIn({ data }: Entry, key: string): string {
  return Object.keys(data).find((one) => one === key || baseKey(one) === key) ?? key;
}
