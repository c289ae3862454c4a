import { site } from '../../site/site.ts';
import { compareTexts } from '../i18n/format.ts';
import { encodeAttribute } from '../text/html.ts';

/** A page in the feed. */
export interface FeedEntry {
  /** An IRI that never changes, whoever hosts the site. */
  id: string;
  title: string;
  /** Address; relative to the feed where the site does not know its own. */
  href: string;
  published: Date;
  updated: Date;
  summary: string;
}

/** What stands above the entries. */
export interface FeedHead {
  id: string;
  title: string;
  subtitle: string;
  author: string;
  /** Address of the home page. */
  href: string;
  /** Address of the feed itself, where it is known. */
  self: string | undefined;
  rights: string;
}

/** An Atom feed (RFC 4287), newest change first, then by title. */
export function formatAtom(head: FeedHead, entries: FeedEntry[]): string {
  const sorted = [...entries].sort(
    (a, b) => b.updated.getTime() - a.updated.getTime() || compareTexts(a.title, b.title),
  );
  const newest = sorted[0]?.updated ?? new Date(0);
  const self =
    head.self === undefined ? '' : `\n  <link rel="self" href="${encodeAttribute(head.self)}"/>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
  <id>${head.id}</id>
  <title>${encodeAttribute(head.title)}</title>
  <subtitle>${encodeAttribute(head.subtitle)}</subtitle>
  <author><name>${encodeAttribute(head.author)}</name></author>
  <link href="${encodeAttribute(head.href)}"/>${self}
  <rights>${encodeAttribute(head.rights)}</rights>
  <updated>${newest.toISOString()}</updated>
${sorted.map(formatEntry).join('')}</feed>
`;
}

function formatEntry({ id, title, href, published, updated, summary }: FeedEntry): string {
  return `  <entry>
    <id>${id}</id>
    <title>${encodeAttribute(title)}</title>
    <link href="${encodeAttribute(href)}"/>
    <published>${published.toISOString()}</published>
    <updated>${updated.toISOString()}</updated>
    <summary>${encodeAttribute(summary)}</summary>
  </entry>
`;
}
