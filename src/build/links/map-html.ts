import { Tokenizer } from 'htmlparser2';

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

const ignore = () => undefined;

// cspell:ignoreRegExp \bon[a-z]+\b

/** Rewrites attributes, scripts and styles of HTML or XML; every other character stays the same. */
export function mapHtml(html: string, visitor: HtmlVisitor): string {
  let out = '';
  let copied = 0;
  const edit = (start: number, end: number, change: (before: string) => string) => {
    const before = html.slice(start, end);
    const after = change(before);
    if (after === before) return;
    out += html.slice(copied, start) + after;
    copied = end;
  };

  let tag: Tag = { name: '', attributes: new Map() };
  let attribute = '';
  let values: { name: string; start: number; end: number }[] = [];
  // An attribute may be judged by others of its tag, so all are read first.
  const visitAttributes = () => {
    for (const { name, start, end } of values)
      edit(start, end, (value) => visitor.attribute(tag, name, value));
  };
  const closeTag = () => {
    tag = { name: '', attributes: new Map() };
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname(start, end) {
        tag = { name: html.slice(start, end).toLowerCase(), attributes: new Map() };
        values = [];
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        tag.attributes.set(attribute, '');
      },
      onattribdata(start, end) {
        if (start < end) values.push({ name: attribute, start, end });
        tag.attributes.set(attribute, html.slice(start, end));
      },
      onattribend: ignore,
      onattribentity: ignore,
      onopentagend: visitAttributes,
      onselfclosingtag() {
        visitAttributes();
        closeTag();
      },
      onclosetag: closeTag,
      ontext(start, end) {
        if (/^(script|style)$/.test(tag.name)) edit(start, end, (text) => visitor.text(tag, text));
      },
      ...{ oncdata: ignore, oncomment: ignore, ondeclaration: ignore, onend: ignore },
      ...{ onprocessinginstruction: ignore, ontextentity: ignore },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return out + html.slice(copied);
}
