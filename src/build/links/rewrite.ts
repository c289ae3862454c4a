import type { Link } from './linker.ts';
import { decodeEntities, encodeAttribute } from '../../lib/text/html.ts';
import { mapHtml, type Tag } from './map-html.ts';

/** Comments and strings, to skip them; `url()` and `@import`, to rewrite them. */
const cssParts =
  /\/\*[\s\S]*?\*\/|url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s*(?:"([^"]*)"|'([^']*)')|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/gi;

/**
 * Rewrites every URL in a style sheet. The leading "./" is removed, as wget does when it mirrors a site, so that
 * the hashes of inline styles in the policy still match in a mirror.
 */
export function rewriteCss(css: string, link: Link): string {
  if (!/url\(|@import/i.test(css)) return css;
  return css.replace(cssParts, (all: string, ...urls: (string | undefined)[]) => {
    const url = urls.slice(0, 5).find((one) => one !== undefined);
    return url === undefined ? all : all.replace(url, () => link(url).replace(/^\.\//, ''));
  });
}

/**
 * A JSON string that is a root-relative URL, or an attribute with one in HTML in a JSON string.
 * "/" alone may be any text, so it counts only after a key for a URL.
 */
const jsonAddress = /((?:href|url|link|src)\\?"\s*:\s*(?:\[\d+,)?)?(\\?")(\/[^"\\\s<>]*)\2/gi;

/** Rewrites JSON strings that begin with "/"; `link` must return strings that are not URLs unchanged. */
function rewriteJson(json: string, link: Link): string {
  return json.replace(jsonAddress, (all, key: string | undefined, quote: string, url: string) =>
    url === '/' && !key ? all : (key ?? '') + quote + link(url) + quote,
  );
}

/** Patterns that match only a URL, in other kinds of text. */
export const urlPatterns = {
  /** The root-relative target of a Markdown link or image. */
  markdown: /(?<=\]\()\/[^)\s]*/g,
  /** The specifier in `import "x"`, `import … from "x"`, `import("x")` and `export … from "x"`. */
  imports: /(?<=(?:\bimport|\bfrom)\s*\(?\s*(["']))[./][^"'\s]*(?=\1)/g,
  /** Each candidate of a srcset, without its width or density. */
  srcset: /(?<=(?:^|,)\s*)[^\s,]\S*[^\s,]/g,
  /** The target of a `<meta http-equiv="refresh">`. */
  refresh: /(?<=url\s*=\s*)\S.*$/i,
};

/** Rewrites every URL that a pattern matches. */
export function rewriteUrls(text: string, pattern: RegExp, link: Link): string {
  return text.replace(pattern, (url) => link(url));
}

/** The start of a string or template with one slash and a name. */
const rooted = /["'`]\/([\w.%-]+)(?=["'`/?#$])[^"'`\s]*/g;

/** The string "/" with something appended, as in `base + path` with an inlined base. */
const joined = /(?:[(=,:?[{]|=>|\breturn)\s*(?:["']\/["']\s*\+|`\/\$\{)/g;

/**
 * Finds URLs in a script that work only at a domain's root: strings that begin with "/" and a name at the
 * site's root, and "/" with something appended.
 */
export function findRootedUrls(code: string, roots: ReadonlySet<string>): string[] {
  const strings = [...code.matchAll(rooted)]
    .filter(([, name]) => roots.has(name ?? ''))
    .map(([text]) => text.slice(1));
  return [...strings, ...[...code.matchAll(joined)].map(([text]) => text)];
}

/** Callbacks for the URLs and scripts of a file. */
export interface Rewriting {
  /** Rewrites a URL. */
  link: Link;
  /** Rewrites a string in data that may be a URL. */
  guess: Link;
  /** Called with the rewritten code of every script. */
  script: (code: string) => void;
}

const single = new Set([
  'href',
  'xlink:href',
  'src',
  'poster',
  'action',
  'formaction',
  'cite',
  'component-url',
  'renderer-url',
  'before-hydration-url',
]);
const lists = new Set(['srcset', 'imagesrcset']);
const ownUrl = /^data-(.+-)?(url|href|src)$/;
const metaUrl = /^(og:(url|image|audio|video)|twitter:image)/;

/** Rewrites every URL in an HTML or XML document. */
export function rewriteHtml(html: string, { link, guess, script }: Rewriting): string {
  let islands = 0;
  return mapHtml(html, {
    attribute: (tag, name, value) => {
      // Astro derives the id from the project's absolute path, so it would differ between machines.
      if (name === 'uid' && tag.name === 'astro-island') return String(++islands);
      const rewrite = attributeRewriter(tag, name, { link, guess, script });
      if (!rewrite) return value;
      if (!value.includes('&')) return rewrite(value);
      const before = decodeEntities(value);
      const after = rewrite(before);
      return after === before ? value : encodeAttribute(after);
    },
    text: (tag, text) => {
      if (tag.name === 'style') return rewriteCss(text, link);
      const kind = scriptKind(tag);
      if (kind === 'data') return rewriteJson(text, guess);
      if (kind === 'other') return text;
      return rewriteScript(text, { link, guess, script });
    },
  });
}

/** Rewrites the root-relative module specifiers of a script. */
function rewriteScript(code: string, { link, script }: Rewriting): string {
  const after = rewriteUrls(code, urlPatterns.imports, (url) =>
    url.startsWith('/') ? link(url) : url,
  );
  script(after);
  return after;
}

const rewriters: Record<string, (text: string, rewriting: Rewriting) => string> = {
  html: rewriteHtml,
  xml: rewriteHtml,
  svg: rewriteHtml,
  css: (text, { link }) => rewriteCss(text, link),
  webmanifest: (text, { guess }) => rewriteJson(text, guess),
  md: (text, { guess }) => rewriteUrls(text, urlPatterns.markdown, guess),
  txt: (text, { guess }) => rewriteUrls(text, urlPatterns.markdown, guess),
  js: rewriteScript,
  mjs: rewriteScript,
};

/** Rewrites every URL in a file with this extension; a file of another kind is returned as it is. */
export function rewriteFile(kind: string, text: string, rewriting: Rewriting): string {
  return rewriters[kind]?.(text, rewriting) ?? text;
}

function attributeRewriter(
  tag: Tag,
  name: string,
  { link, guess }: Rewriting,
): ((value: string) => string) | undefined {
  if (single.has(name)) return link;
  if (lists.has(name)) return (value) => rewriteUrls(value, urlPatterns.srcset, link);
  if (name === 'style') return (value) => rewriteCss(value, link);
  if (name === 'props' && tag.name === 'astro-island') return (value) => rewriteJson(value, guess);
  if (name === 'content' && tag.name === 'meta') return metaRewriter(tag, link);
  if (name === 'data' && tag.name === 'object') return link;
  return ownUrl.test(name) ? link : undefined;
}

/** The rewriter of a `<meta>` element's content; undefined if it contains no URL. */
function metaRewriter(tag: Tag, link: Link): ((value: string) => string) | undefined {
  const key = tag.attributes.get('property') ?? tag.attributes.get('name') ?? '';
  if (metaUrl.test(key)) return (value) => (value.startsWith('/') ? link(value) : value);
  if (tag.attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return undefined;
  return (value) => rewriteUrls(value, urlPatterns.refresh, link);
}

function scriptKind({ attributes }: Tag): 'code' | 'data' | 'other' {
  const type = (attributes.get('type') ?? '').toLowerCase();
  if (type === '' || type === 'module' || type.endsWith('javascript')) return 'code';
  return /json|importmap|speculationrules/.test(type) ? 'data' : 'other';
}

/** Elements of the head that load a file by a root-relative URL. */
const loaders =
  /<link\b[^>]*?\shref="\/[^"]*"[^>]*>|<script\b[^>]*?\ssrc="\/[^"]*"[^>]*><\/script>/g;

/** A `@font-face` rule that loads a file, unlike the rules that adjust a local fallback font. */
const loadedFont = /@font-face\s*\{[^}]*?url\((?!\s*["']?data:)[^}]*\}/g;

/**
 * Makes a page display correctly at any depth: inlines its style sheets, and moves elements that load files,
 * and `@font-face` rules (as an attribute), into `<template id="sb-rooted">`, from which a script takes them
 * once it has found the site's root. Links to pages stay root-relative; `needs` are the URLs that the page still
 * loads, such as those of images and islands.
 */
export function detach(html: string, readSheet: (url: string) => string) {
  const waiting: string[] = [];
  const bare = html.replace(loaders, (element) => {
    if (/\srel="(modulepreload|preload|prefetch)"/.test(element)) return '';
    if (!/\srel="stylesheet"/.test(element)) {
      waiting.push(element);
      return '';
    }
    const url = /\shref="([^"]*)"/.exec(element)?.[1] ?? '';
    const media = /\smedia="[^"]*"/.exec(element)?.[0] ?? '';
    return `<style${media}>${readSheet(url)}</style>`;
  });
  const fonts: string[] = [];
  const needs: string[] = [];
  const need = (url: string) => {
    if (!/^(data:|#)/.test(url)) needs.push(url);
    return url;
  };
  const setAside = (rule: string) => {
    fonts.push(rule);
    return '';
  };
  const whole = mapHtml(bare, {
    attribute: (_, name, value) =>
      /^(src|srcset|poster|component-url|renderer-url)$/.test(name) ? need(value) : value,
    text: ({ name }, text) =>
      name === 'style' ? rewriteCss(text.replace(loadedFont, setAside), need) : text,
  });
  const rules = fonts.join('').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const marked = rules === '' ? '' : ` data-fonts="${rules}"`;
  const template = `<template id="sb-rooted"${marked}>${waiting.join('')}</template></head>`;
  return { html: whole.replace('</head>', () => template), needs };
}
