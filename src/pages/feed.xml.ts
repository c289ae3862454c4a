import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import { compareTexts } from '../lib/i18n/format.ts';
import { t } from '../lib/i18n/t.ts';
import { encodeAttribute as escapeXml } from '../lib/text/html.ts';
import { getPages, type Page } from '../queries/pages.ts';
import { site } from '../site/site.ts';

/**
 * An Atom feed (RFC 4287) of updated pages, by the dates in their front matter: newest first, then by
 * title. Addresses are relative if the site's own is not known.
 */
export const GET: APIRoute = async (context) => {
  const address = (path: string) =>
    escapeXml(context.site ? new URL(path, context.site).href : path);
  const pages = (await getPages()).filter(({ slug }) => slug !== '404');
  const sorted = pages.sort(
    ({ entry: { data: a } }, { entry: { data: b } }) =>
      b.updated.getTime() - a.updated.getTime() || compareTexts(a.title, b.title),
  );
  const newest = sorted[0]?.entry.data.updated ?? new Date(0);
  const self = context.site ? `\n  <link rel="self" href="${address('/feed.xml')}"/>` : '';
  return new Response(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
  <id>${nameId('feed')}</id>
  <title>${escapeXml(t('site.feedTitle', { site: site.name }))}</title>
  <subtitle>${escapeXml(t('site.feedSubtitle', { tagline: site.tagline }))}</subtitle>
  <author><name>${escapeXml(site.name)}</name></author>
  <link href="${address('/')}"/>${self}
  <rights>${escapeXml(site.licence.name)}</rights>
  <updated>${newest.toISOString()}</updated>
${sorted.map((page) => formatEntry(page, address)).join('')}</feed>
`);
};

function formatEntry({ slug, entry: { data } }: Page, address: (path: string) => string): string {
  return `  <entry>
    <id>${nameId(`page:${slug}`)}</id>
    <title>${escapeXml(data.title)}</title>
    <link href="${address(slug ? `/${slug}/` : '/')}"/>
    <published>${data.published.toISOString()}</published>
    <updated>${data.updated.toISOString()}</updated>
    <summary>${escapeXml(data.description)}</summary>
  </entry>
`;
}

/** A name-based UUID (RFC 9562, version 5) as an IRI, the same wherever the site is hosted. */
function nameId(name: string): string {
  const hex = createHash('sha1').update(`${site.id}:${name}`).digest('hex');
  const variant = (8 + (parseInt(hex.charAt(16), 16) % 4)).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
