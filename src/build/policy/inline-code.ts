import { decodeEntities } from '../../lib/text/entities.ts';
import { mapHtml } from '../links/map-html.ts';

/** What stands within a page and would run or style it, as a browser reads it. */
export interface InlineCode {
  /** Texts of `<script>` elements that run. */
  scripts: string[];
  /** Texts of `<style>` elements. */
  styles: string[];
  /** Code in attributes, which no policy of ours lets act, such as `onclick="…"` or `style="…"`. */
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
