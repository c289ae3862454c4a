import { groupBy, escapeRegExp } from '../../lib/text/format.ts';
import type { Problem } from '../../content-model/model/problem.ts';
import { createSiteFiles, createGuess, createLinker, folderOf, relativeUrl } from './linker.ts';
import type { BuiltSite } from '../built-site.ts';
import type { BuildStep } from '../run-steps.ts';
import { bundleScript } from '../bundle-script.ts';
import { detach, findRootedUrls, rewriteFile } from './rewrite.ts';

/** Vite option: chunks refer to each other by relative URLs, not by URLs below a base. */
export function renderBuiltUrl(_: string, { hostType, ssr }: { hostType: string; ssr: boolean }) {
  return ssr || hostType === 'html' ? undefined : { relative: true };
}

/**
 * Build step: makes every URL in dist/ relative, so that one build works at a domain's root, under any path
 * and from a folder on disk. Only canonical, sitemap and social URLs are absolute, and only when the public
 * URL is known. @throws Error for dead links and for root-relative URLs in scripts.
 */
export const portableLinks: BuildStep = {
  name: 'portable-links',
  run: async ({ site, address }) => {
    const { paths } = site;
    const files = createSiteFiles(paths);
    const problems: Problem[] = [];
    const options: RewriteOptions = {
      site,
      files,
      report: (problem) => problems.push(problem),
      scripts: {
        endSlash: (await bundleScript(new URL('./client/end-slash.ts', import.meta.url))).trim(),
        notFound: (await bundleScript(new URL('./client/not-found.ts', import.meta.url))).trim(),
      },
    };
    for (const path of paths) {
      const kind = /\.(html|xml|svg|css|m?js|webmanifest|md|txt|json)$/.exec(path)?.[1];
      if (!kind || ignored.test(path)) continue;
      const before = site.readText(path);
      const text = rewriteText(kind, path, before, options);
      const has = (one: string) => files.find(one) !== undefined;
      const after = address ? placeUnder(text, address, has) : text;
      if (after !== before) site.write(path, after);
    }
    if (problems.length > 0) throw new AddressError(problems);
    return `Made the links of ${String(paths.length)} files relative`;
  },
};

/** Reports each problem once, with the first file that has it and the number of others. */
class AddressError extends Error {
  override name = 'AddressError';
  hint: string;
  constructor(problems: Problem[]) {
    const groups = groupBy(problems, ({ message }) => message);
    const shown = [...groups.values()].slice(0, 20).map(([first, ...more]) => {
      const files = more.length === 1 ? 'file' : 'files';
      const others = more.length > 0 ? ` (and in ${String(more.length)} more ${files})` : '';
      return `${first?.file ?? ''}: ${first?.message ?? ''}${others}`;
    });
    const left = groups.size - shown.length;
    super([...shown, ...(left > 0 ? [`… and ${String(left)} more.`] : [])].join('\n'));
    this.hint = [...new Set(problems.map(({ hint }) => hint))].join('\n');
  }
}

/**
 * Adds the folder in the site's public URL to absolute URLs of its files. Astro treats `site` as a domain's
 * root: for https://user.example/book/ it writes https://user.example/faq/. URLs without a file (`has` is
 * false) belong to other sites on the same domain and are left alone.
 */
export function placeUnder(text: string, site: URL, has: (path: string) => boolean): string {
  const folder = site.pathname.replace(/\/?$/, '/');
  if (folder === '/' || !text.includes(site.origin)) return text;
  const pattern = new RegExp(
    `${escapeRegExp(site.origin)}(?![\\w.:-])(/[^\\s"'<>()\\[\\]\\\\&#?]*)?`,
    'g',
  );
  return text.replace(pattern, (all, path: string = '/') =>
    path.startsWith(folder) || !has(path) ? all : site.origin + folder + path.slice(1),
  );
}

/** What rewriting a file needs to know about the site. */
interface RewriteOptions {
  site: BuiltSite;
  files: ReturnType<typeof createSiteFiles>;
  report: (problem: Problem) => void;
  /** Inline scripts: `endSlash` for every page but 404.html, `notFound` for that. */
  scripts: { endSlash: string; notFound: string };
}

/** Prefixes of paths written after this step; the download page links to an edition only if it exists. */
const writtenLater = ['/editions/'];

/** Files left alone: Pagefind's script contains a root-relative URL, a default that this site does not use. */
const ignored = /^pagefind\//;

function rewriteText(kind: string, path: string, text: string, options: RewriteOptions): string {
  const { files, report } = options;
  const file = { file: `/${path}`, files, writtenLater, rooted: path === '404.html' };
  const link = createLinker({
    ...file,
    report: (url) => {
      report({
        file: path,
        message: `"${url}" leads to no file of the site.`,
        hint: 'Correct the address where it is written, or add what it should lead to.',
      });
    },
  });
  const guess = createGuess(file);
  const script = (code: string) => {
    for (const url of findRootedUrls(code, files.roots)) {
      report({
        file: path,
        message: `A script holds ${url}, an address from a domain's root.`,
        hint: 'Make it from siteRoot(document) (src/lib/url/page-path.ts), or write it relative.',
      });
    }
  };
  const after = rewriteFile(kind, text, { link, guess, script });
  return kind === 'html' ? rewritePage(path, after, options) : after;
}

function rewritePage(path: string, html: string, options: RewriteOptions): string {
  const { site, scripts, report } = options;
  if (path === '404.html') {
    const { html: whole, needs } = detach(html, (url) => site.readText(url.slice(1)));
    for (const url of needs) {
      report({
        file: path,
        message: `The page is served at any depth, yet it loads "${url}".`,
        hint: 'Draw it into the page, or do without it there.',
      });
    }
    return addRoot(whole, '?', scripts.notFound);
  }
  return addRoot(html, relativeUrl(folderOf(`/${path}`), '/'), scripts.endSlash);
}

/** Writes the relative URL of the site's root, which `siteRoot` reads in the browser, and a script. */
function addRoot(html: string, root: string, script: string): string {
  return html
    .replace(/<html\b/i, (start) => `${start} data-root="${root}"`)
    .replace(/<head\b[^>]*>/i, (head) => `${head}<script>${script}</script>`);
}
