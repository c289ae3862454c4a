import en from '../../content/i18n/en.json' with { type: 'json' };
import { site } from '../../site/site.ts';
import { formatMessage, type MessageFile, type MessageValues } from './message.ts';

/** All messages in the site's language, and in English where its file lacks one. */
export const messages: MessageFile = { ...en, ...site.messages };

type Key = keyof typeof en;

type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** Key of a message with a text for each plural category, chosen by the value `count`. */
export type PluralKey = Key extends infer K
  ? K extends `${infer Base}_${PluralCategory}`
    ? Base
    : never
  : never;

/** Key of a message with a single text. */
export type MessageKey = Exclude<Key, `${string}_${PluralCategory}`>;

export function t(key: PluralKey, values: MessageValues & { count: number }): string;
export function t(key: MessageKey, values?: MessageValues): string;
/**
 * A message of the interface in the site's language: `t('quiz.check')`. Values replace the placeholders,
 * `t('home.minutes', { minutes })`, and `count` chooses the plural form. In browser code the build replaces
 * the call by the text (src/build/inline-messages.ts), so the key must be a string literal there.
 * @throws Error when the key or a value is missing.
 */
export function t(key: string, values: MessageValues = {}): string {
  return formatMessage(messages, site.language, key, values);
}
