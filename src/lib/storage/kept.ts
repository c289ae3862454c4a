import { t } from '../i18n/t.ts';
import { keyPrefix } from './store.ts';

/** What each kind of key holds, in a reader's words, by the part of the key after `sb:`. */
const kinds: Readonly<Record<string, string>> = {
  theme: t('reading.kept.theme'),
  research: t('reading.kept.research'),
  listening: t('reading.kept.listening'),
  slash: t('reading.kept.slash'),
  place: t('reading.kept.place'),
};

/** Any key whose kind is not named above. */
const other = t('reading.kept.answers');

/** The keys that belong to this site. */
export function ownKeys(keys: Iterable<string>): string[] {
  return [...keys].filter((key) => key.startsWith(keyPrefix));
}

/** What the site's keys hold, in a reader's words, each kind once. */
export function describeKeys(keys: Iterable<string>): string[] {
  const words = ownKeys(keys).map((key) => kinds[key.slice(keyPrefix.length)] ?? other);
  return [...new Set(words)];
}
