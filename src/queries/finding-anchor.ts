/** The findings rendered so far on each page being rendered. */
const shown = new WeakMap<object, Set<string>>();

/** The anchor of a finding where it first stands on a page; undefined where it stands again. */
export function findingAnchor(locals: App.Locals, id: string): string | undefined {
  const route = locals.starlightRoute as App.Locals['starlightRoute'] | undefined;
  if (!route) return undefined;
  const seen = shown.get(route) ?? new Set();
  shown.set(route, seen);
  if (seen.has(id)) return undefined;
  seen.add(id);
  return `finding-${id}`;
}
