const named: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

/** Decodes character references; those with an unknown name are not changed. */
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

/** Escapes text for HTML or XML, with the same references as Astro. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}

/** Escapes text for an attribute's value, in single or double quotes. */
export function encodeAttribute(text: string): string {
  return text.replace(/[&"'<]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

/** Title and description in the head of a built page; undefined when it lacks a title. */
export function readHead(html: string) {
  const title = readMeta(html, 'property="og:title"');
  if (title === undefined) return undefined;
  return { title, description: readMeta(html, 'name="description"') ?? '' };
}

function readMeta(html: string, name: string): string | undefined {
  const content = new RegExp(`<meta ${name} content="([^"]*)"`).exec(html)?.[1];
  return content === undefined ? undefined : decodeEntities(content);
}

/** The attributes and the content of the `<svg>` in a file; undefined if there is none. */
export function parseSvg(svg: string) {
  const [, tag, body = ''] = /<svg([^>]*)>(.*)<\/svg>/s.exec(svg) ?? [];
  if (tag === undefined) return undefined;
  const attributes = parseAttributes(tag);
  // SVG inside HTML needs no namespace.
  delete attributes['xmlns'];
  return { attributes, body: body.trim() };
}

/** The attributes of a tag by name, not decoded. */
export function parseAttributes(tag: string): Record<string, string> {
  const all = [...tag.matchAll(/([\w-]+)="([^"]*)"/g)];
  return Object.fromEntries(all.map(([, key = '', value = '']) => [key, value]));
}
