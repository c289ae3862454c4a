/** Words a minute of an adult who reads non-fiction silently (Brysbaert, 2019, rounded down). */
const wordsPerMinute = 230;

/** Whole minutes it takes to read an MDX body, at least 1; imports and components' tags do not count. */
export function readingTime(body: string): number {
  const prose = body.replace(/^import .*$/gm, '').replace(/<[^>]*>/g, ' ');
  const words = prose.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / wordsPerMinute));
}
