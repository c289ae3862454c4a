/** The parts of a document that tell where the site stands. */
interface Page {
  baseURI: string;
  documentElement: { dataset: Record<string, string | undefined> };
}

/**
 * Address of the folder that the site stands in, for scripts that load a file or make a link. Each
 * built page carries the way there in `<html data-root>`; without it (while editing) it is "/".
 * Undefined on a "not found" page that has not found its site yet.
 */
export function siteRoot({ baseURI, documentElement }: Page): URL | undefined {
  const root = documentElement.dataset['root'];
  return root === '?' ? undefined : new URL(root ?? '/', baseURI);
}
