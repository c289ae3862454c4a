import { getPage, slugOf } from './pages.ts';

/** How often each citation has been rendered so far, for each page being rendered. */
const rendered = new WeakMap<object, Map<string, number>>();

/**
 * The number of the citation now being rendered, among its page's citations in reading order; it
 * names the anchor that reference lists link back to. Undefined outside the pages of the site.
 */
export async function citationNumber(locals: App.Locals, id: string): Promise<number | undefined> {
  const route = locals.starlightRoute as App.Locals['starlightRoute'] | undefined;
  if (!route) return undefined;
  const seen = rendered.get(route) ?? new Map<string, number>();
  rendered.set(route, seen);
  const nth = seen.get(id) ?? 0;
  seen.set(id, nth + 1);
  const { citations } = await getPage(slugOf(route.id));
  return citations.filter((citation) => citation.props['id'] === id)[nth]?.number;
}
