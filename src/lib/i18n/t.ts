import en from '../../content/i18n/en.json' with { type: 'json' };
import { site } from '../../site/site.ts';
import { formatMessage, type MessageFile, type MessageValues } from './message.ts';

/** All messages in the site's language; in English, as yet, those that its file lacks. */
export const messages: MessageFile = { ...en, ...site.messages };

type Key = keyof typeof en;

type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** Key of a message that has one text for each plural category; its value `count` chooses. */
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
 * A message of the interface in the site's language: `t('quiz.check')`. Values stand for the
 * placeholders, `t('home.minutes', { minutes })`, and `count` chooses the plural form. In code for the
 * browser the build puts the text in place of the call (src/build/inline-messages.ts), so the key must
 * be a string literal there. @throws Error when the key or a value is missing.
 */
export function t(key: string, values: MessageValues = {}): string {
  return formatMessage(messages, site.language, key, values);
}
