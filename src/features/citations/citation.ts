import { readFile } from 'node:fs/promises';
import { splitIds, type CitationInput } from './model/print/cluster.ts';
import { ContentError } from '../../content-model/model/problem.ts';
import { findPage, slugOf, getPage } from '../../queries/pages.ts';
import { getBibliographer, getWork } from './references.ts';
import { marginNote } from './model/kinds.ts';

/** A citation as it stands on a page. */
export interface RenderedCitation {
  html: string;
  /** The works, in the order written. */
  ids: string[];
}

/**
 * A citation in the text, in APA 7; `number` is its place among those of the page, from 1.
 * @throws ContentError naming the page, its line and the id: no id, an unknown one, a bad locator.
 */
export async function getCitation(
  locals: App.Locals,
  citation: CitationInput,
  number: number | undefined,
): Promise<RenderedCitation> {
  const fail = async (error: unknown): Promise<never> => {
    const hint = error instanceof ContentError ? error.hint : 'Correct the citation on this page.';
    // Astro replaces the hint of an error in MDX by one of its own, so the message has it too.
    const message = `<Cite id="${citation.id}">: ${plain(error)} ${hint}`;
    throw new ContentError({ ...(await placeOf(locals, number)), message, hint });
  };
  const ids = splitIds(citation.id as string | undefined);
  if (ids.length === 0) return fail(new RangeError('It names no work.'));
  try {
    await Promise.all(ids.map(getWork));
    const bibliographer = await getBibliographer();
    return { html: bibliographer.cite(citation), ids };
  } catch (error) {
    return fail(error);
  }
}

/** The message without the place that a query gave it: the page's own place stands before it. */
function plain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof ContentError ? message.replace(/^\S+: /, '') : message;
}

async function placeOf(locals: App.Locals, number: number | undefined) {
  const route = locals.starlightRoute as App.Locals['starlightRoute'] | undefined;
  const file = route?.entry.filePath ?? 'a page';
  const page = route && (await findPage(slugOf(route.id)));
  const line = page?.citations.find((one) => one.number === number)?.line;
  if (line === undefined) return { file };
  // The outline counts lines from the end of the front matter.
  const text = await readFile(file, 'utf8').catch(() => '');
  const before = text.slice(0, Math.max(0, text.indexOf(page?.entry.body ?? '')));
  return { file, line: line + before.split('\n').length - 1 };
}

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
