import type { Source } from '../src/content-model/model/problem.ts';

/** A mistake to insert into a site's content; tests/fixtures/mistakes.yaml explains the fields. */
export interface Mistake {
  name: string;
  file: string;
  find?: string;
  put?: string;
  to?: string;
}

/**
 * Returns the site's files with the mistake inserted.
 * @throws Error when the mistake changes nothing, which is an error in the table.
 */
export function makeMistake(
  sources: Source[],
  { name, file, find, put = '', to }: Mistake,
): Source[] {
  const path = `src/content/${file}`;
  const source = sources.find((one) => one.path === path);
  if (to)
    return sources.map((one) => (one === source ? { ...one, path: `src/content/${to}` } : one));
  if (!source) return [...sources, { path, text: put }];
  const text = change(source.text, find, put);
  if (text === source.text) throw new Error(`“${name}” changes nothing in ${path}.`);
  return sources.map((one) => (one === source ? { path, text } : one));
}

function change(text: string, find: string | undefined, put: string): string {
  if (find === undefined) return text + put;
  return text.replace(find, () => put);
}
