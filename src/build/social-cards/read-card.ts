import { readHead } from '../../lib/text/read-head.ts';
import type { Card } from './card.ts';

/** What a built page's card shows, from the page itself; undefined when it lacks a title. */
export function readCard(html: string): Card | undefined {
  const head = readHead(html);
  if (!head) return undefined;
  const drawing = /<svg[^>]*\bsb-emblem\b[^>]*>(.*?)<\/svg>/s.exec(html)?.[1] ?? '';
  return { ...head, drawing };
}
