import { decodeEntities, encodeAttribute } from '../../lib/text/entities.ts';
import type { Link } from './linker.ts';
import { mapHtml, type Tag } from './map-html.ts';
import { rewriteCss } from './rewrite-css.ts';
import { rewriteJson } from './rewrite-json.ts';
import { rewriteImports } from './rewrite-script.ts';

/** What rewriting a document needs. */
export interface HtmlRewriting {
  /** Rewrites an address. */
  link: Link;
  /** Rewrites a string that may be an address, in data. */
  guess: Link;
  /** Told the code of every script in the document, rewritten. */
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

/** Rewrites every address in an HTML or XML document. */
export function rewriteHtml(html: string, { link, guess, script }: HtmlRewriting): string {
  let islands = 0;
  return mapHtml(html, {
    attribute: (tag, name, value) => {
      // Astro makes it from the absolute path of the project, which is no reader's business.
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
      const after = rewriteImports(text, link);
      script(after);
      return after;
    },
  });
}

function attributeRewriter(
  tag: Tag,
  name: string,
  { link, guess }: HtmlRewriting,
): ((value: string) => string) | undefined {
  if (single.has(name)) return link;
  if (lists.has(name)) return (value) => rewriteSrcset(value, link);
  if (name === 'style') return (value) => rewriteCss(value, link);
  if (name === 'props' && tag.name === 'astro-island') return (value) => rewriteJson(value, guess);
  if (name === 'content' && tag.name === 'meta') return metaRewriter(tag, link);
  if (name === 'data' && tag.name === 'object') return link;
  return ownUrl.test(name) ? link : undefined;
}

/** Only some meta elements hold an address. */
function metaRewriter(tag: Tag, link: Link): ((value: string) => string) | undefined {
  const key = tag.attributes.get('property') ?? tag.attributes.get('name') ?? '';
  if (metaUrl.test(key)) return (value) => (value.startsWith('/') ? link(value) : value);
  if (tag.attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return undefined;
  return (value) =>
    value.replace(/(url\s*=\s*)(.*)$/i, (_, before: string, url: string) => before + link(url));
}

/** Each candidate is an address and, after a space, its width or density. */
function rewriteSrcset(value: string, link: Link): string {
  return value.replace(
    /((?:^|,)\s*)([^\s,]\S*[^\s,])/g,
    (_, before: string, url: string) => before + link(url),
  );
}

function scriptKind({ attributes }: Tag): 'code' | 'data' | 'other' {
  const type = (attributes.get('type') ?? '').toLowerCase();
  if (type === '' || type === 'module' || type.endsWith('javascript')) return 'code';
  return /json|importmap|speculationrules/.test(type) ? 'data' : 'other';
}
