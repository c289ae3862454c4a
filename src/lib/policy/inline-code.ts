import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** What stands within a page and would run or style it, as a browser reads it. */
export interface InlineCode {
  /** Texts of `<script>` elements that run. */
  scripts: string[];
  /** Texts of `<style>` elements. */
  styles: string[];
  /** Code in attributes, which no policy of ours lets act, such as `onclick="…"` or `style="…"`. */
  refused: string[];
}

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Finds the scripts and styles that stand within a page, each once, in reading order. */
export function findInlineCode(html: string): InlineCode {
  const found = { scripts: set(), styles: set(), refused: set() };
  const visit = (node: Node) => {
    if ('attrs' in node) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
      if (node.tagName === 'script' && runs(attributes)) found.scripts.add(text);
      if (node.tagName === 'style') found.styles.add(text);
      for (const [name, value] of attributes) {
        if (/^(style|on[a-z]+)$/.test(name)) found.refused.add(`${name}="${value}"`);
      }
    }
    if ('content' in node) node.content.childNodes.forEach(visit);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  parse(html).childNodes.forEach(visit);
  return {
    scripts: [...found.scripts],
    styles: [...found.styles],
    refused: [...found.refused],
  };
}

/** Scripts with an address come under 'self'; blocks of data, such as JSON-LD, never run. */
function runs(attributes: Map<string, string>): boolean {
  const type = attributes.get('type')?.trim().toLowerCase() ?? '';
  const data =
    type !== '' &&
    !/^(module|importmap|speculationrules|(text|application)\/javascript)$/.test(type);
  return !attributes.has('src') && !data;
}

function set() {
  return new Set<string>();
}
