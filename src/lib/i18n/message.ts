import { getOrInsert } from '../text/format.ts';

/** Values of a message's placeholders, by name. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Messages of one language by key; keys of plural forms end with "_one", "_other" and so on. */
export type MessageFile = Readonly<Record<string, string>>;

/** Plural categories of the Unicode CLDR, in its order. */
export const pluralCategories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

const placeholder = /\{\{\s*(\w+)\s*\}\}/;

/** Splits a message at its placeholders: texts at even indexes, names of values at odd ones. */
export function splitMessage(message: string): string[] {
  return message.split(placeholder);
}

/** Names of a message's placeholders, without duplicates. */
export function placeholdersOf(message: string): string[] {
  return [...new Set(splitMessage(message).filter((_, at) => at % 2 === 1))];
}

/** Removes the plural category from a key: "quiz.score_one" → "quiz.score". */
export function baseKey(key: string): string {
  return key.replace(new RegExp(`_(?:${pluralCategories.join('|')})$`), '');
}

/** Texts of a key by plural category; undefined if it has a single text. */
export function findPlurals(messages: MessageFile, key: string): Map<string, string> | undefined {
  const found = pluralCategories.flatMap((category): [string, string][] => {
    const text = messages[`${key}_${category}`];
    return text === undefined ? [] : [[category, text]];
  });
  return found.length > 0 ? new Map(found) : undefined;
}

/** Plural categories of whole numbers below 1,000 in a language, and "other". */
export function categoriesOf(language: string): Set<string> {
  const rules = new Intl.PluralRules(language);
  const used = Array.from({ length: 1000 }, (_, count) => rules.select(count));
  return new Set([...used, 'other']);
}

const rulesOf = new Map<string, Intl.PluralRules>();

/** Fills in the values of a message. @throws Error when the key or a value is missing. */
export function formatMessage(
  messages: MessageFile,
  language: string,
  key: string,
  values: MessageValues = {},
): string {
  const plurals = findPlurals(messages, key);
  const rules = getOrInsert(rulesOf, language, () => new Intl.PluralRules(language));
  const message = plurals
    ? (plurals.get(rules.select(Number(values['count']))) ?? plurals.get('other'))
    : messages[key];
  if (message === undefined) throw new Error(`There is no message "${key}".`);
  return splitMessage(message)
    .map((part, at) => {
      if (at % 2 === 0) return part;
      const value = values[part];
      if (value === undefined) throw new Error(`The message "${key}" lacks the value "${part}".`);
      return String(value);
    })
    .join('');
}
