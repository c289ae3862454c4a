import { t } from '../i18n/t.ts';
import { keyPrefix } from './store.ts';

/** Descriptions, for readers, of the stored data by key without `sb:`. */
const kinds: Readonly<Record<string, string>> = {
  theme: t('reading.kept.theme'),
  research: t('reading.kept.research'),
  listening: t('reading.kept.listening'),
  slash: t('reading.kept.slash'),
  place: t('reading.kept.place'),
};

/** Description of all other keys. */
const other = t('reading.kept.answers');

/** The keys that belong to this site. */
export function ownKeys(keys: Iterable<string>): string[] {
  return [...keys].filter((key) => key.startsWith(keyPrefix));
}

/** Descriptions, for readers, of the data under the site's keys, without duplicates. */
export function describeKeys(keys: Iterable<string>): string[] {
  const words = ownKeys(keys).map((key) => kinds[key.slice(keyPrefix.length)] ?? other);
  return [...new Set(words)];
}
