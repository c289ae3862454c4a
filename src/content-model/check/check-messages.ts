import {
  baseKey,
  categoriesOf,
  placeholdersOf,
  pluralCategories,
  splitMessage,
} from '../../lib/i18n/message.ts';
import { nearest } from '../../lib/text/nearest.ts';
import { problemAt, type Entry, type Problem } from '../model/problem.ts';
import type { Site } from './read-site.ts';

/** The language whose file lists all messages; the others translate it. */
const source = 'en';

/**
 * Whether each file of src/content/i18n has the messages that en.json has, with the same placeholders
 * and tags, and each plural form that its language needs.
 * @param starlight keys that Starlight knows, which a file may have beside them.
 */
export function checkMessages({ words = [] }: Site, starlight: readonly string[]): Problem[] {
  const english = words.find(({ id }) => id === source);
  return words.flatMap((file) => {
    const texts = checkTexts(file);
    if (file === english) return [...texts, ...checkPlurals(file, english)];
    if (!english) return [...texts, noSource(file)];
    return [...texts, ...checkTranslation(file, english, starlight)];
  });
}

function noSource({ file }: Entry): Problem {
  return {
    file,
    message: 'The list of messages, src/content/i18n/en.json, is missing.',
    hint: 'Put it back from Secure Base; translations are compared with it.',
  };
}

/** Whether every message is a text whose braces are those of placeholders. */
function checkTexts(entry: Entry): Problem[] {
  return Object.entries(entry.data).flatMap(([key, value]) => {
    if (typeof value !== 'string') {
      const message = `The message "${key}" is ${JSON.stringify(value)}, which is not text.`;
      return problemAt(entry, [key], message, 'Put the text in quotes.');
    }
    if (value.trim() === '') {
      const hint =
        entry.id === source ? 'Write the text.' : 'Write it, or take it out to show it in English.';
      return problemAt(entry, [key], `The message "${key}" is empty.`, hint);
    }
    const slip = findMarkupSlip(value);
    if (slip) return problemAt(entry, [key], `The message "${key}" ${slip.what}.`, slip.hint);
    const isBroken = splitMessage(value).some((part, at) => at % 2 === 0 && /[{}]/.test(part));
    if (!isBroken) return [];
    const message = `The message "${key}" has a brace that belongs to no placeholder.`;
    const hint = 'Write a placeholder with two braces at each side, as in {{name}}.';
    return problemAt(entry, [key], message, hint);
  });
}

/** What in a message's HTML a browser would not read as it was meant. */
function findMarkupSlip(text: string): { what: string; hint: string } | undefined {
  const curly = /<[a-z][^<>]*=\s*[“”„«»‘’]/i.exec(text)?.[0];
  if (curly !== undefined)
    return {
      what: `has a curly quote in its tag, after “${curly.slice(0, -1)}”`,
      hint: 'Write straight quotes there, in JSON as \\": <a href=\\"…\\">.',
    };
  const open: string[] = [];
  for (const [tag, slash, name = ''] of text.matchAll(/<(\/?)([a-z]\w*)[^<>]*>/gi)) {
    if (tag.endsWith('/>') || /^(br|img|wbr)$/.test(name)) continue;
    if (!slash) open.push(name);
    else if (open.pop() !== name)
      return { what: `closes <${name}> where it is not open`, hint: 'Correct the order of tags.' };
  }
  const [left] = open;
  return left === undefined
    ? undefined
    : { what: `does not close <${left}>`, hint: `Write </${left}> where it ends.` };
}

function checkTranslation(entry: Entry, english: Entry, starlight: readonly string[]): Problem[] {
  const theirs = new Set(Object.keys(english.data).map(baseKey));
  const own = new Set(Object.keys(entry.data).map(baseKey));
  const known = [...theirs, ...starlight];
  const unknown = [...own].filter((key) => !known.includes(key));
  const misspelt = unknown.flatMap((key) => {
    const [near] = nearest(key, known, 1);
    const message = `The message "${key}" is not one of those in en.json.`;
    const hint = near ? `Did you mean ${near}?` : 'Remove it.';
    return problemAt(entry, [keyIn(entry, key)], message, hint);
  });
  return [
    ...misspelt,
    ...checkPlurals(entry, english),
    ...Object.entries(entry.data)
      .filter(([, text]) => typeof text === 'string' && text.trim() && !findMarkupSlip(text))
      .flatMap(([key, text]) => checkText(entry, english, key, text)),
  ];
}

/**
 * Messages that the site's language lacks: readers see them in English until they are translated, so
 * that a guide can begin before its interface is done.
 */
export function findUntranslated({ words = [], surroundings: { facts } }: Site): Problem[] {
  const english = words.find(({ id }) => id === source);
  const used = facts && [facts.language, facts.language.replace(/-.*/, '')];
  return words.flatMap((entry) => {
    if (!english || entry === english || (used && !used.includes(entry.id))) return [];
    const own = new Set(Object.keys(entry.data).map(baseKey));
    const keys = [...new Set(Object.keys(english.data).map(baseKey))].filter(
      (key) => !own.has(key),
    );
    const [first] = keys;
    if (first === undefined) return [];
    const one = `The message "${first}" is missing, and stands in English.`;
    const many = `${String(keys.length)} messages are missing and stand in English, the first of them "${first}".`;
    return [
      {
        file: entry.file,
        message: keys.length === 1 ? one : many,
        hint: `Copy from en.json and translate: ${keys
          .slice(0, 5)
          .map((key) => `"${key}" (${textOf(english, key) ?? ''})`)
          .join(', ')}${keys.length > 5 ? ' …' : ''}`,
      },
    ];
  });
}

/** Whether a message with plural forms has all that its language needs. */
function checkPlurals(entry: Entry, english: Entry): Problem[] {
  const needed = [...categoriesOf(entry.id)];
  const keys = new Set(
    Object.keys(english.data)
      .filter((key) => baseKey(key) !== key)
      .map(baseKey),
  );
  return [...keys].flatMap((key) => {
    const forms = pluralCategories.filter((category) => `${key}_${category}` in entry.data);
    const lacking = needed.filter((category) => !forms.some((form) => form === category));
    if (forms.length === 0 || lacking.length === 0) return [];
    return problemAt(
      entry,
      [keyIn(entry, key)],
      `The message "${key}" lacks the plural form "${lacking.join('", "')}".`,
      `Add ${lacking.map((category) => `"${key}_${category}"`).join(' and ')}; "${entry.id}" has the forms ${needed.join(', ')}.`,
    );
  });
}

/** Whether a text has the placeholders and the tags of its English. */
function checkText(entry: Entry, english: Entry, key: string, text: unknown): Problem[] {
  const model = english.data[key] ?? textOf(english, baseKey(key));
  if (typeof text !== 'string' || typeof model !== 'string' || findMarkupSlip(model)) return [];
  const [wanted, found] = [placeholdersOf(model), placeholdersOf(text)];
  const isPlural = baseKey(key) !== key;
  const strange = found.filter((name) => !wanted.includes(name) && !(isPlural && name === 'count'));
  // "One question" needs no number.
  const lost = wanted.filter((name) => !found.includes(name) && !(isPlural && name === 'count'));
  if (strange.length > 0 || lost.length > 0) {
    return problemAt(
      entry,
      [key],
      strange.length > 0
        ? `The message "${key}" has the placeholder ${braces(strange)}, which en.json has not.`
        : `The message "${key}" lacks the placeholder ${braces(lost)}.`,
      wanted.length > 0
        ? `Keep the placeholders as they are in English: ${braces(wanted)}.`
        : 'Take it out: this message has no placeholder.',
    );
  }
  const [tags, own] = [model, text].map((one) => (one.match(/<\/?\w+/g) ?? []).sort().join(' '));
  if (tags === own) return [];
  const message = `The message "${key}" has other tags than in en.json.`;
  return problemAt(entry, [key], message, `Keep the tags as they are in English: ${model}`);
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
  if (key in data) return key;
  const form = pluralCategories.find((category) => `${key}_${category}` in data);
  return form ? `${key}_${form}` : key;
}
