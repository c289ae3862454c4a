import type { Reference } from '../../schemas/reference.ts';
import { createEngine, formatBibliography, type Style } from './engine.ts';

/**
 * Each work's reference as HTML, as if no other work were cited: no year letters. For works that
 * readers take away one at a time.
 */
export function formatAlone(style: Style, works: Reference[]): Map<string, string> {
  const engine = createEngine(style, works);
  return new Map(
    works.map(({ id }) => {
      engine.updateItems([id]);
      return [id, formatBibliography(engine).get(id) ?? ''];
    }),
  );
}
