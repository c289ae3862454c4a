import { decodeEntities } from '../text/entities.ts';
import type { Card } from './card.ts';

/** What a built page's card shows, from the page itself; undefined when it lacks a title. */
export function readCard(html: string): Card | undefined {
  const title = readMeta(html, 'property="og:title"');
  if (title === undefined) return undefined;
  const drawing = /<svg[^>]*\bsb-emblem\b[^>]*>(.*?)<\/svg>/s.exec(html)?.[1] ?? '';
  return { title, description: readMeta(html, 'name="description"') ?? '', drawing };
}

function readMeta(html: string, name: string): string | undefined {
  const content = new RegExp(`<meta ${name} content="([^"]*)"`).exec(html)?.[1];
  return content === undefined ? undefined : decodeEntities(content);
}
