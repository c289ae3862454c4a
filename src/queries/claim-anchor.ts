import { listClaims } from '../lib/content/claims.ts';
import { getPage, slugOf } from './pages.ts';

/** How often each kind of mark has been rendered so far, for each page being rendered. */
const rendered = new WeakMap<object, Map<string, number>>();

/** What tells marks of one page apart before their number is known. */
type Mark = Record<'certainty' | 'title' | 'why', string | undefined>;

/**
 * The anchor of the claim now being rendered, which the ledger links to: `claim-` and its number
 * among its page's claims in reading order. Undefined outside the pages of the site.
 */
export async function claimAnchor(locals: App.Locals, mark: Mark): Promise<string | undefined> {
  const route = locals.starlightRoute as App.Locals['starlightRoute'] | undefined;
  if (!route) return undefined;
  // Counted before anything is awaited: Astro starts neighbours in order, but may finish them in any.
  const seen = rendered.get(route) ?? new Map<string, number>();
  rendered.set(route, seen);
  const key = keyOf(mark);
  const nth = seen.get(key) ?? 0;
  seen.set(key, nth + 1);
  const { outline } = await getPage(slugOf(route.id));
  const alike = listClaims(outline).filter(
    ({ component, certainty, text, why }) =>
      keyOf({ certainty, why, title: component === 'Research' ? text : undefined }) === key,
  );
  const number = alike[nth]?.number;
  return number === undefined ? undefined : `claim-${String(number)}`;
}

function keyOf({ certainty, title, why }: Mark): string {
  return JSON.stringify([certainty, title ?? '', why ?? '']);
}
