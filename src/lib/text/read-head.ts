import { decodeEntities } from '../text/entities.ts';

/** What a built page says of itself in its head. */
export interface PageHead {
  title: string;
  description: string;
}

/** Title and description of a built page; undefined when it lacks a title. */
export function readHead(html: string): PageHead | undefined {
  const title = readMeta(html, 'property="og:title"');
  return title === undefined
    ? undefined
    : { title, description: readMeta(html, 'name="description"') ?? '' };
}

function readMeta(html: string, name: string): string | undefined {
  const content = new RegExp(`<meta ${name} content="([^"]*)"`).exec(html)?.[1];
  return content === undefined ? undefined : decodeEntities(content);
}
