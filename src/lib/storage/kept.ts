import { keyPrefix } from './store.ts';

/** What each kind of key holds, in a reader's words, by the part of the key after `sb:`. */
const kinds: Readonly<Record<string, string>> = {
  theme: 'the theme you chose',
  research: 'which research sections you opened',
  listening: 'where you stopped listening, how fast and with which voice',
  slash: 'that “/” does not open search',
  place: 'your place on the page you read last',
};

/** Any key whose kind is not named above. */
const other = 'your answers and points from quizzes and exercises';

/** Keys of ours among those given. */
export function ownKeys(keys: Iterable<string>): string[] {
  return [...keys].filter((key) => key.startsWith(keyPrefix));
}

/** What keys of ours hold, in a reader's words, each kind once. */
export function describeKeys(keys: Iterable<string>): string[] {
  const words = ownKeys(keys).map((key) => kinds[key.slice(keyPrefix.length)] ?? other);
  return [...new Set(words)];
}
