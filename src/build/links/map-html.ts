/** Callbacks for the parts of a document that may contain URLs or code. */
export interface HtmlVisitor {
  /** Returns the new value of an attribute; both values are as in the source, with entities. */
  attribute: (tag: Tag, name: string, value: string) => string;
  /** Returns the new text of a `<script>` or `<style>`. */
  text: (tag: Tag, text: string) => string;
}

/** A start tag. */
export interface Tag {
  /** Lower-case name. */
  name: string;
  /** Attribute values as in the source, by lower-case name. */
  attributes: Map<string, string>;
}

/** Elements whose text contains no tags (HTML standard, 13.1.2). */
const rawText = new Set(['script', 'style', 'textarea', 'title']);

const namePattern = /[^\s/>]*/y;

/** One attribute as in the HTML standard's tokenizer: a name, then optionally a value with or without quotes. */
const attributePattern =
  /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;

/** Rewrites attributes, scripts and styles of HTML or XML; every other character stays the same. */
export function mapHtml(html: string, visitor: HtmlVisitor): string {
  let out = '';
  let copied = 0;
  const replace = (start: number, end: number, text: string) => {
    out += html.slice(copied, start) + text;
    copied = end;
  };

  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (!isLetter(html.charCodeAt(at + 1))) {
      at = skipOther(html, at);
      continue;
    }
    namePattern.lastIndex = at + 1;
    const name = namePattern.exec(html)?.[0] ?? '';
    const tag: Tag = { name: name.toLowerCase(), attributes: new Map() };
    at = readAttributes(html, at + 1 + tag.name.length, tag, visitor, replace);
    const isClosed = html[at - 2] === '/' && tag.name !== 'script';
    if (!rawText.has(tag.name) || isClosed) continue;

    const end = findEndTag(html, tag.name, at);
    if (tag.name === 'script' || tag.name === 'style') {
      const before = html.slice(at, end);
      const after = before && visitor.text(tag, before);
      if (after !== before) replace(at, end, after);
    }
    at = end;
  }
  return out + html.slice(copied);
}

/** Reads and visits the attributes of a tag; returns the end of the tag. */
function readAttributes(
  html: string,
  start: number,
  tag: Tag,
  visitor: HtmlVisitor,
  replace: (start: number, end: number, text: string) => void,
): number {
  const values: { name: string; value: string; end: number }[] = [];
  attributePattern.lastIndex = start;
  let end = start;
  for (let match = attributePattern.exec(html); match; match = attributePattern.exec(html)) {
    end = attributePattern.lastIndex;
    const quoted = match[2] ?? match[3];
    const value = quoted ?? match[4] ?? '';
    const name = (match[1] ?? '').toLowerCase();
    tag.attributes.set(name, value);
    if (value) values.push({ name, value, end: quoted === undefined ? end : end - 1 });
  }
  for (const { name, value, end: valueEnd } of values) {
    const after = visitor.attribute(tag, name, value);
    if (after !== value) replace(valueEnd - value.length, valueEnd, after);
  }
  const close = html.indexOf('>', end);
  return close < 0 ? html.length : close + 1;
}

/** Returns the end of a comment, end tag or declaration, or the position after a "<" that begins none. */
function skipOther(html: string, at: number): number {
  const [mark, end] = html.startsWith('<!--', at)
    ? ['-->', 4]
    : html.startsWith('<![CDATA[', at)
      ? [']]>', 9]
      : ['>', 2];
  if (!/[!/?]/.test(html[at + 1] ?? '')) return at + 1;
  const close = html.indexOf(mark, at + end);
  return close < 0 ? html.length : close + mark.length;
}

function findEndTag(html: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}[\\s/>]`, 'gi');
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
