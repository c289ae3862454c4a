import { createHash } from 'node:crypto';
import type { BuildStep } from '../run-steps.ts';
import { decodeEntities } from '../../lib/text/html.ts';
import { mapHtml } from '../links/map-html.ts';

/**
 * Build step: adds a Content Security Policy to every page as a `<meta>`. It allows inline scripts and styles by
 * hash and everything else only from the site itself. Later steps must not change pages.
 */
export const contentPolicy: BuildStep = {
  name: 'content-policy',
  run: ({ site }) => {
    for (const page of site.pages)
      site.write(page, addPolicy(lowerPriorities(moveStylesToHead(site.readText(page))), page));
    return `Gave ${String(site.pages.length)} pages their content policy`;
  },
};

function addPolicy(html: string, page: string): string {
  const { scripts, styles, refused } = findInlineCode(html);
  if (refused.length > 0) {
    throw new Error(
      `dist/${page}: the content policy would ignore ${refused.join(', ')}. ` +
        'Use a class or an SVG attribute for a style, and a listener in a script for a handler.',
    );
  }
  return insertPolicy(html, formatPagePolicy(scripts.map(hash), styles.map(hash)));
}

/** The directives that are the same for every page; public/_headers repeats them for every file. */
const fixedDirectives = [
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "media-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** Formats the policy of a page; hashes are such as `'sha256-…'`. */
export function formatPagePolicy(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'self'",
    // Pagefind compiles WebAssembly.
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    ...fixedDirectives,
  ].join('; ');
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * Finds the inline scripts that run, the inline styles, and the attributes that the policy blocks, such as
 * `onclick="…"` or `style="…"`, of a page: each once, in document order.
 */
export function findInlineCode(html: string) {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const refused = new Set<string>();
  mapHtml(html, {
    attribute: (_, name, value) => {
      if (/^(style|on[a-z]+)$/.test(name)) refused.add(`${name}="${decodeEntities(value)}"`);
      return value;
    },
    text: ({ name, attributes }, text) => {
      // Browsers normalise line endings before hashing.
      const read = text.replace(/\r\n?/g, '\n');
      if (name === 'style') styles.add(read);
      else if (runs(attributes)) scripts.add(read);
      return text;
    },
  });
  return { scripts: [...scripts], styles: [...styles], refused: [...refused] };
}

/** Whether a script is inline and runs: `src` is covered by 'self', and data such as JSON-LD never runs. */
function runs(attributes: Map<string, string>): boolean {
  const type = attributes.get('type')?.trim().toLowerCase() ?? '';
  const code = /^(|module|importmap|speculationrules|(text|application)\/javascript)$/.test(type);
  return code && !attributes.has('src');
}

/**
 * Moves every `<style>` in the body to the end of the head, since HTML allows it only there, and joins those
 * that then follow each other, since the policy needs a hash for each, which does not compress. Astro writes
 * one for each component, and one before the first island of a page.
 */
export function moveStylesToHead(html: string): string {
  const head = html.indexOf('</head>');
  if (head < 0) return html;
  const styles: string[] = [];
  const body = html.slice(head).replace(/<style(?:\s[^>]*)?>[^<]*<\/style>/g, (style) => {
    styles.push(style);
    return '';
  });
  const joined = `${html.slice(0, head)}${styles.join('')}`.replaceAll(/\s*<\/style><style>/g, '');
  return joined + body;
}

/**
 * Lowers the fetch priority of fonts and module scripts. The page is readable without them, and on a slow
 * connection they would delay its text.
 */
export function lowerPriorities(html: string): string {
  return html.replace(
    /<(?=link rel="preload"[^>]* as="font"|script type="module" src=)(?:link|script)/g,
    '$& fetchpriority="low"',
  );
}

/**
 * Inserts a policy at the start of the head, before everything it governs. Only the character set precedes
 * it, since browsers look for that in the first 1,024 bytes.
 * @throws Error when the page has no head.
 */
export function insertPolicy(html: string, policy: string): string {
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (!head) throw new Error('A page without <head> cannot have a content policy.');
  const at = head.index + head[0].length;
  let charset = '';
  const rest = html.slice(at).replace(/<meta charset="[^"]*"\s*\/?>/i, (meta) => {
    charset = meta;
    return '';
  });
  const meta =
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    '<meta name="referrer" content="no-referrer">';
  return html.slice(0, at) + charset + meta + rest;
}
