import { siteRoot } from '../../../lib/url/site-root.ts';

/**
 * Describes each work of a list to reference managers by a COinS span, and tells them: they look at a page
 * once it is loaded. The descriptions are a file of their own, since in the page they would make every
 * reader wait for 200 kB that few need. Where the file does not arrive, the list stays as it is.
 * Source: zotero.org/support/dev/exposing_metadata, on forcing Zotero to look again.
 */
export async function addCoins(works: readonly HTMLElement[]): Promise<void> {
  const response = await fetch(new URL('references.coins.json', siteRoot(document)));
  if (!response.ok) return;
  const described = (await response.json()) as Record<string, string | undefined>;
  for (const work of works) {
    const span = document.createElement('span');
    span.className = 'Z3988';
    span.title = described[work.id.replace(/^ref-/, '')] ?? '';
    if (span.title) work.append(span);
  }
  document.dispatchEvent(new Event('ZoteroItemUpdated', { bubbles: true, cancelable: true }));
}
