import type { Link } from './linker.ts';

/** `import "x"`, `import … from "x"`, `import("x")`, `export … from "x"`, of rooted addresses only. */
const imports = /((?:\bimport|\bfrom)\s*\(?\s*)(["'])(\/[^"'\s]*)\2/g;

/** Rewrites the rooted module specifiers of a script. */
export function rewriteImports(code: string, link: Link): string {
  return code.replace(
    imports,
    (_, before: string, quote: string, url: string) => before + quote + link(url) + quote,
  );
}

/** A string or template that begins with one slash and a name. */
const rooted = /["'`]\/([\w.%-]+)(?=["'`/?#$])[^"'`\s]*/g;

/** A lone slash to which something is added: what is left of a base address. */
const joined = /(?:[(=,:?[{]|=>|\breturn)\s*(?:["']\/["']\s*\+|`\/\$\{)/g;

/**
 * Addresses in a script that hold only where the site stands at a domain's root: strings that begin
 * with a name at the site's root, and a lone "/" to which something is added.
 */
export function findRootedUrls(code: string, roots: ReadonlySet<string>): string[] {
  const strings = [...code.matchAll(rooted)]
    .filter(([, name]) => roots.has(name ?? ''))
    .map(([text]) => text.slice(1));
  return [...strings, ...[...code.matchAll(joined)].map(([text]) => text)];
}
