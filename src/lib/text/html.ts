const named: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

/** Reads the character references that an attribute's value may hold; unknown names stay. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(String(hex), 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[String(name)] ?? all;
  });
}

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Writes text as HTML or XML, with the references that Astro writes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}

/** Writes text as an attribute's value between quotes of either kind. */
export function encodeAttribute(text: string): string {
  return text.replace(/[&"'<]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** What a built page says of itself in its head. */
export interface PageHead {
  title: string;
  description: string;
}

/** Title and description of a built page; undefined when it lacks a title. */
export function readHead(html: string): PageHead | undefined {
  const title = readMeta(html, 'property="og:title"');
  return title === undefined
    ? undefined
    : { title, description: readMeta(html, 'name="description"') ?? '' };
}

function readMeta(html: string, name: string): string | undefined {
  const content = new RegExp(`<meta ${name} content="([^"]*)"`).exec(html)?.[1];
  return content === undefined ? undefined : decodeEntities(content);
}

/** A drawing, ready to be put in a page. */
export interface SvgSource {
  /** Attributes of its `<svg>`, such as `viewBox`. */
  attributes: Record<string, string>;
  /** What is in its `<svg>`. */
  body: string;
}

/** Takes the text of an SVG file apart; undefined where it is none. */
export function parseSvg(svg: string): SvgSource | undefined {
  const [, tag, body = ''] = /<svg([^>]*)>(.*)<\/svg>/s.exec(svg) ?? [];
  if (tag === undefined) return undefined;
  const attributes = parseAttributes(tag);
  // Pages are HTML, which needs no namespace.
  delete attributes['xmlns'];
  return { attributes, body: body.trim() };
}

/** The attributes of a tag as written, by name. */
export function parseAttributes(tag: string): Record<string, string> {
  const all = [...tag.matchAll(/([\w-]+)="([^"]*)"/g)];
  return Object.fromEntries(all.map(([, key = '', value = '']) => [key, value]));
}
