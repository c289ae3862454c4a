import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import { formatAtom } from '../lib/feed/atom.ts';
import { t } from '../lib/i18n/t.ts';
import { getPages } from '../queries/pages.ts';
import { site } from '../site/site.ts';

/** A feed of what changed, by the dates in the pages' front matter. */
export const GET: APIRoute = async (context) => {
  const address = (path: string) => (context.site ? new URL(path, context.site).href : path);
  const pages = (await getPages()).filter(({ slug }) => slug !== '404');
  const entries = pages.map(({ slug, entry: { data } }) => ({
    id: nameId(`page:${slug}`),
    title: data.title,
    href: address(slug ? `/${slug}/` : '/'),
    published: data.published,
    updated: data.updated,
    summary: data.description,
  }));
  const feed = formatAtom(
    {
      id: nameId('feed'),
      title: t('site.feedTitle', { site: site.name }),
      subtitle: t('site.feedSubtitle', { tagline: site.tagline }),
      author: site.name,
      href: address('/'),
      self: context.site && address('/feed.xml'),
      rights: site.licence.name,
    },
    entries,
  );
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};

/** A UUID (version 5 after RFC 9562) made from a name: the same wherever the site is hosted. */
function nameId(name: string): string {
  const hex = createHash('sha1').update(`${site.id}:${name}`).digest('hex');
  const variant = (8 + (parseInt(hex.charAt(16), 16) % 4)).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
