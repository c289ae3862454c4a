import type { Link } from './linker.ts';

/** Comments and strings to pass over; `url()` and `@import` to rewrite. */
const pattern =
  /\/\*[\s\S]*?\*\/|url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s*(?:"([^"]*)"|'([^']*)')|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/gi;

/** Rewrites every address of a style sheet or of a style attribute. */
export function rewriteCss(css: string, link: Link): string {
  if (!/url\(|@import/i.test(css)) return css;
  return css.replace(pattern, (all: string, ...urls: (string | undefined)[]) => {
    const url = urls.slice(0, 5).find((one) => one !== undefined);
    return url === undefined ? all : all.replace(url, () => link(url));
  });
}
