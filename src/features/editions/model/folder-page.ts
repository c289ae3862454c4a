import { t } from '../../../lib/i18n/t.ts';
import { escapeHtml, parseAttributes } from '../../../lib/text/html.ts';

/** The edition's style sheet, _astro/folder.css. It hides the hint to unpack, which shows only where files are missing. */
export const folderStyle = '.sb-unpack-first { display: none }\n';

/** Length in characters above which an inline style becomes a file. */
const maxInlineStyle = 5000;

/** Link relations that need a server. */
const serverRelations =
  /\b(modulepreload|preload|prefetch|manifest|search|sitemap|alternate|canonical)\b/;

/** Source text of a tag's attributes. */
const attributePattern = `((?:[^>"']|"[^"]*"|'[^']*')*)`;

/** Matches a comment, a script or style with its text, or a start tag. */
const parts = new RegExp(
  `<!--[^]*?-->|<(script|style)${attributePattern}>([^]*?)</\\1>|<([a-z][^\\s/>"']*)${attributePattern}>`,
  'g',
);

/**
 * Makes a built page work over file://: links point to index.html files, one classic script runs the modules
 * by path, and elements that need a server are removed. A hint at the top, which `folderStyle` hides, tells
 * readers who opened the page inside the ZIP file to unpack it.
 * @param root Relative path from the page's folder to the site's root: "./" or "../".
 * @param extract Moves an inline module or style sheet to a file; returns its path from the root.
 */
export function toFolderPage(
  html: string,
  root: string,
  extract: (kind: 'js' | 'css', text: string) => string,
): string {
  const run: string[] = [];

  const toScript = (all: string, attrs: string, text: string): string => {
    const { src, type = '' } = parseAttributes(attrs);
    if (type === 'module') {
      run.push(src === undefined ? extract('js', text) : src.replace(/^(\.\.?\/)+/, ''));
      return '';
    }
    return /^(|text\/javascript)$/.test(type) ? `<script${attrs}>${toClassic(text)}</script>` : all;
  };

  /** Long styles are the same on many pages, and styles with URLs contain embedded fonts: both become files. */
  const toStyle = (all: string, attrs: string, text: string): string =>
    text.includes('url(') || (attrs === '' && text.length > maxInlineStyle)
      ? `<link rel="stylesheet" href="${root}${extract('css', text)}">`
      : all;

  const toTag = (all: string, name: string, attrs: string): string => {
    switch (name) {
      case 'body':
        return `${all}<p class="sb-unpack-first">${escapeHtml(t('editions.unpackFirst'))}</p>`;
      case 'link':
        if (serverRelations.test(parseAttributes(attrs)['rel'] ?? '')) return '';
        return `<link${toFiles(attrs.replace(/\scrossorigin(="[^"]*")?/, ''))}>`;
      case 'meta':
        return /\s(property|name)="(og|twitter):/.test(attrs) ? '' : all;
      default:
        return /\s(href|action)=/.test(attrs) ? `<${name}${toFiles(attrs)}>` : all;
    }
  };

  const page = html.replace(
    parts,
    (all: string, raw?: string, ofRaw = '', text = '', name?: string, attrs = '') => {
      if (raw === 'script') return toScript(all, String(ofRaw), String(text));
      if (raw === 'style') return toStyle(all, String(ofRaw), String(text));
      return name === undefined ? all : toTag(all, name, String(attrs));
    },
  );
  const scripts =
    `<script src="${root}_astro/folder.js"></script>` +
    `<script src="${root}_astro/modules.js" data-run="${run.join(' ')}" defer></script>`;
  return page
    .replace(/<head[^>]*>/, (head) => head + scripts)
    .replace('</head>', `<link rel="stylesheet" href="${root}_astro/folder.css"></head>`);
}

/** Replaces `import()` in a script by `sbImport()` of src/features/editions/client/folder.ts. */
export function toClassic(code: string): string {
  return code.replace(/(?<![\w$.])import\(/g, 'sbImport(');
}

/** Matches an attribute that has a value. */
const attribute = /(\s([^\s="']+)=)(["'])(.*?)\3/gs;

/** Appends index.html to the relative folder URLs in attributes. */
function toFiles(attrs: string): string {
  return attrs.replace(
    attribute,
    (all, start: string, name: string, quote: string, url: string) => {
      if (name !== 'href' && name !== 'action') return all;
      const file = url.replace(/^(\.\.?\/(?:[^?#]*\/)?)(?=[?#]|$)/, '$1index.html');
      return start + quote + file + quote;
    },
  );
}
