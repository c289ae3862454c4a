import { createHash } from 'node:crypto';
import type { BuildStep } from '../run-steps.ts';
import { formatPagePolicy } from './policy.ts';
import { decodeEntities } from '../../lib/text/html.ts';
import { mapHtml } from '../links/map-html.ts';

/**
 * Gives every page a Content Security Policy that needs no server: the hashes of the scripts and
 * styles within it, and everything else from the site itself. Steps after it must not change pages.
 */
export const contentPolicy: BuildStep = {
  name: 'content-policy',
  run: ({ site }) => {
    for (const page of site.pages)
      site.write(page, addPolicy(putPageFirst(liftStyles(site.readText(page))), page));
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
  return insertPolicy(
    html,
    formatPagePolicy({ scripts: scripts.map(hash), styles: styles.map(hash) }),
  );
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** What stands within a page and would run or style it, as a browser reads it. */
export interface InlineCode {
  /** Texts of `<script>` elements that run. */
  scripts: string[];
  /** Texts of `<style>` elements. */
  styles: string[];
  /** Code in attributes, which the policy blocks, such as `onclick="…"` or `style="…"`. */
  refused: string[];
}

/** Finds the scripts and styles that stand within a page, each once, in reading order. */
export function findInlineCode(html: string): InlineCode {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const refused = new Set<string>();
  mapHtml(html, {
    attribute: (_, name, value) => {
      if (/^(style|on[a-z]+)$/.test(name)) refused.add(`${name}="${decodeEntities(value)}"`);
      return value;
    },
    text: ({ name, attributes }, text) => {
      // A browser hashes a text with the ends of its lines made one.
      const read = text.replace(/\r\n?/g, '\n');
      if (name === 'style') styles.add(read);
      else if (runs(attributes)) scripts.add(read);
      return text;
    },
  });
  return { scripts: [...scripts], styles: [...styles], refused: [...refused] };
}

/** Scripts with an address come under 'self'; blocks of data, such as JSON-LD, never run. */
function runs(attributes: Map<string, string>): boolean {
  const type = attributes.get('type')?.trim().toLowerCase() ?? '';
  const code = /^(|module|importmap|speculationrules|(text|application)\/javascript)$/.test(type);
  return code && !attributes.has('src');
}

/**
 * Moves every `<style>` of the body to the end of the head, the one place where HTML allows it.
 * Astro writes one before the first island of a page.
 */
export function liftStyles(html: string): string {
  const head = html.indexOf('</head>');
  if (head < 0) return html;
  const styles: string[] = [];
  const body = html.slice(head).replace(/<style(?:\s[^>]*)?>[^<]*<\/style>/g, (style) => {
    styles.push(style);
    return '';
  });
  return html.slice(0, head) + styles.join('') + body;
}

/**
 * Lets fonts and module scripts yield to the page itself, which has all of its style: on a slow connection
 * they would hold up its text, and it is read without them.
 */
export function putPageFirst(html: string): string {
  return html.replace(
    /<(?=link rel="preload"[^>]* as="font"|script type="module" src=)(?:link|script)/g,
    '$& fetchpriority="low"',
  );
}

/**
 * Puts a policy before anything in the head that it governs. The character set goes before it even
 * so: a browser looks for it in the first 1,024 bytes alone.
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
