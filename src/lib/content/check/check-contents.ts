import type { Problem } from '../problem.ts';
import type { Site } from './read-site.ts';

/** Pages that lie outside the contents on purpose: each is reached in its own way. */
const outside = /^(|404|search|download|handouts\/.*)$/;

/** Pages that no reader would find, for they are missing from the contents. */
export function checkContents({ pages, contents }: Site): Problem[] {
  if (!contents) return [];
  const listed = new Set(contents);
  return pages
    .filter(({ slug }) => !listed.has(slug) && !outside.test(slug))
    .map(({ file, slug }) => ({
      file,
      message: `The page "${slug}" is missing from the contents, so that readers would not find it.`,
      hint: 'Add it to src/sidebar.ts where it belongs in the reading order.',
    }));
}
