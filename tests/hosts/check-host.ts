import { readdirSync } from 'node:fs';
import { securityHeaders } from '../security-headers.ts';
import { crawl } from '../crawl.ts';
import type { Recipe } from './recipe.ts';

/** What is wrong with a running server's answers, each as a sentence; nothing when all is well. */
export async function checkHost(url: string, site: string, recipe: Recipe): Promise<string[]> {
  const { problems, asked, pages } = await crawl(url);
  if (pages.length < 10)
    problems.push(`Only ${String(pages.length)} pages of ${String(asked)} found.`);
  const expect = (what: string, actual: unknown, wanted: unknown) => {
    if (actual !== wanted) problems.push(`${what}: ${String(actual)} instead of ${String(wanted)}`);
  };

  const folder = await ask(`${url}faq`, { redirect: 'manual' });
  const target = new URL(folder.headers.get('location') ?? '', `${url}faq`).href;
  expect('/faq leads to', target, `${url}faq/`);

  const missing = await ask(`${url}no/such/page`);
  expect('a missing page has the status', missing.status, 404);
  if (recipe.ownNotFound) {
    expect('a missing page is ours', missing.text.includes('data-root="?"'), true);
  }
  if (!recipe.headers) return problems;

  const page = await ask(`${url}faq/`, { headers: { 'accept-encoding': 'br, gzip' } });
  expect(
    'a page is sent as',
    page.headers.get('content-type')?.toLowerCase(),
    'text/html; charset=utf-8',
  );
  expect('a page is packed by', page.headers.get('content-encoding') ?? undefined, recipe.encoding);
  expect('a page may be kept', page.headers.get('cache-control'), 'no-cache');
  expect('a page is whole', page.text.trimEnd().endsWith('</html>'), true);
  for (const [name, value] of Object.entries(securityHeaders)) {
    expect(name, page.headers.get(name), value);
    expect(`${name} of a missing page`, missing.headers.get(name), value);
  }
  const named = readdirSync(`${site}/_astro`).find((name) => name.endsWith('.js')) ?? '';
  const script = await ask(`${url}_astro/${named}`);
  expect(
    'a script is sent as',
    script.headers.get('content-type')?.split(';')[0]?.replace('application/', 'text/'),
    'text/javascript',
  );
  expect(
    'a script may be kept',
    script.headers.get('cache-control'),
    'public, max-age=31536000, immutable',
  );
  for (const [file, type] of [
    ['faq.md', 'text/markdown'],
    ['evidence.csv', 'text/csv'],
    ['references.bib', 'text/plain'],
  ] as const) {
    const sent = (await ask(url + file)).headers.get('content-type')?.toLowerCase();
    expect(`${file} is sent as`, sent, `${type}; charset=utf-8`);
  }
  const manifest = await ask(`${url}manifest.webmanifest`);
  expect(
    'the manifest is sent as',
    manifest.headers.get('content-type')?.split(';')[0],
    'application/manifest+json',
  );
  return problems;
}

/** A server's answer, read to its end: a connection that closes on one left unread stops Node's fetch. */
async function ask(url: string, init?: RequestInit) {
  const answer = await fetch(url, init);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
