import type { APIRoute, GetStaticPaths } from 'astro';

/** opensearch.xml exists only where the site knows its address: browsers take no relative one in it. */
export const getStaticPaths: GetStaticPaths = () =>
  import.meta.env.SITE ? [{ params: { opensearch: 'opensearch' } }] : [];

/** Lets a browser offer the guide as one of its search engines (OpenSearch 1.1). */
export const GET: APIRoute = ({ site }) => {
  const address = (path: string) => new URL(path, site).href;
  const description = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>Secure Base</ShortName>
  <Description>Search the field guide to secure attachment.</Description>
  <Language>en-GB</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">${address('/favicon.svg')}</Image>
  <Url type="text/html" template="${address('/search/')}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(description, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
