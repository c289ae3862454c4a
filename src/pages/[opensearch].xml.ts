import type { APIRoute, GetStaticPaths } from 'astro';
import { t } from '../lib/i18n/t.ts';
import { encodeAttribute as escapeXml } from '../lib/text/html.ts';
import { site } from '../site/site.ts';

/** opensearch.xml exists only if the site's address is known, since it needs absolute URLs. */
export const getStaticPaths: GetStaticPaths = () =>
  import.meta.env.SITE ? [{ params: { opensearch: 'opensearch' } }] : [];

/** Lets a browser offer the guide as one of its search engines (OpenSearch 1.1). */
export const GET: APIRoute = (context) => {
  const address = (path: string) => new URL(path, context.site).href;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(site.name)}</ShortName>
  <Description>${escapeXml(t('site.searchGuide', { site: site.name }))}</Description>
  <Language>${site.language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">${address('/favicon.svg')}</Image>
  <Url type="text/html" template="${address(`/${site.pages.search}/`)}?q={searchTerms}"/>
</OpenSearchDescription>
`);
};
