import { marginNote } from './model/kinds.ts';
import { getPage, slugOf } from '../../queries/pages.ts';
import { getBibliographer, getWork } from './references.ts';

/**
 * What the margin says beside a citation: a line for each work that the page cites here for the first
 * time. Undefined where there is none.
 */
export async function getMarginNote(
  locals: App.Locals,
  ids: string[],
  number: number | undefined,
): Promise<string | undefined> {
  if (number === undefined) return undefined;
  const { citations } = await getPage(slugOf(locals.starlightRoute.id));
  const known = new Set(
    citations.filter((earlier) => earlier.number < number).flatMap((earlier) => earlier.ids),
  );
  const { sort } = await getBibliographer();
  const works = await Promise.all(sort(ids.filter((id) => !known.has(id))).map(getWork));
  const lines = works.map(({ reference, evidence }) => marginNote(reference.title, evidence.kind));
  return lines.join('\n\n') || undefined;
}
