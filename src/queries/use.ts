import type { Use } from '../content-model/model/read-page.ts';
import { getPage, slugOf } from './pages.ts';

/** A component on its page, as the page's outline has it. */
export interface PlacedUse extends Use {
  /** Place among the page's components, from 0. */
  index: number;
  /** Whether no component before it has the same name and id. */
  isFirst: boolean;
}

/**
 * The component now being rendered in the outline of its page.
 * @param use the number that the Markdown plugin gave it; undefined for one that no page holds itself.
 */
export async function findUse(
  locals: App.Locals,
  use: string | undefined,
): Promise<PlacedUse | undefined> {
  const route = locals.starlightRoute as App.Locals['starlightRoute'] | undefined;
  if (!route || use === undefined) return undefined;
  const { uses } = (await getPage(slugOf(route.id))).outline;
  const index = Number(use);
  const own = uses[index];
  if (!own) return undefined;
  const first = uses.findIndex(
    ({ name, props }) => name === own.name && props['id'] === own.props['id'],
  );
  return { ...own, index, isFirst: first === index };
}
