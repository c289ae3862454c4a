import { t } from '../../../lib/i18n/t.ts';
import { escapeHtml, parseAttributes } from '../../../lib/text/html.ts';

/** The edition's own style sheet, _astro/folder.css: where it is found, all else is found, too. */
export const folderStyle = '.sb-unpack-first { display: none }\n';

/** Characters from which a style is a file of its own. */
const longStyle = 5000;

/** Link relations that need a server. */
const onlyServed =
  /\b(modulepreload|preload|prefetch|manifest|search|sitemap|alternate|canonical)\b/;

/** Attributes of a tag as written. */
const attributes = `((?:[^>"']|"[^"]*"|'[^']*')*)`;

/** A comment, a script or a style with its text, or a start tag. */
const parts = new RegExp(
  `<!--[^]*?-->|<(script|style)${attributes}>([^]*?)</\\1>|<([a-z][^\\s/>"']*)${attributes}>`,
  'g',
);

/**
 * Makes a built page work from a folder: links lead to index.html files, modules are run by one classic
 * script that knows them by path, and what only a server can give is left out. A word at its top, which
 * `folderStyle` hides, tells readers who opened it inside the ZIP file what to do.
 * @param root Way from the page's folder to the site's root: "./" or "../".
 * @param lift Takes an inline module or style sheet out of the page; returns its path from the root.
 */
export function toFolderPage(
  html: string,
  root: string,
  lift: (kind: 'js' | 'css', text: string) => string,
): string {
  const run: string[] = [];

  const toScript = (all: string, own: string, text: string): string => {
    const { src, type = '' } = parseAttributes(own);
    if (type === 'module') {
      run.push(src === undefined ? lift('js', text) : src.replace(/^(\.\.?\/)+/, ''));
      return '';
    }
    return /^(|text\/javascript)$/.test(type) ? `<script${own}>${toClassic(text)}</script>` : all;
  };

  /** What is long is the same on many pages, and fonts are data in this edition: too much to repeat on each. */
  const toStyle = (all: string, own: string, text: string): string =>
    text.includes('url(') || (own === '' && text.length > longStyle)
      ? `<link rel="stylesheet" href="${root}${lift('css', text)}">`
      : all;

  const toTag = (all: string, name: string, own: string): string => {
    switch (name) {
      case 'body':
        return `${all}<p class="sb-unpack-first">${escapeHtml(t('editions.unpackFirst'))}</p>`;
      case 'link':
        if (onlyServed.test(parseAttributes(own)['rel'] ?? '')) return '';
        return `<link${toFiles(own.replace(/\scrossorigin(="[^"]*")?/, ''))}>`;
      case 'meta':
        return /\s(property|name)="(og|twitter):/.test(own) ? '' : all;
      default:
        return /\s(href|action)=/.test(own) ? `<${name}${toFiles(own)}>` : all;
    }
  };

  const page = html.replace(
    parts,
    (all: string, raw?: string, ofRaw = '', text = '', name?: string, own = '') => {
      if (raw === 'script') return toScript(all, String(ofRaw), String(text));
      if (raw === 'style') return toStyle(all, String(ofRaw), String(text));
      return name === undefined ? all : toTag(all, name, String(own));
    },
  );
  const scripts =
    `<script src="${root}_astro/folder.js"></script>` +
    `<script src="${root}_astro/modules.js" data-run="${run.join(' ')}" defer></script>`;
  return page
    .replace(/<head[^>]*>/, (head) => head + scripts)
    .replace('</head>', `<link rel="stylesheet" href="${root}_astro/folder.css"></head>`);
}

/** A script's text with `import()` led to the edition's own (see src/features/editions/client/folder.ts). */
export function toClassic(code: string): string {
  return code.replace(/(?<![\w$.])import\(/g, 'sbImport(');
}

/** An attribute that has a value. */
const attribute = /(\s([^\s="']+)=)(["'])(.*?)\3/gs;

/** Attributes whose addresses within the site name the files that a server would have chosen. */
function toFiles(own: string): string {
  return own.replace(attribute, (all, start: string, name: string, quote: string, url: string) => {
    if (name !== 'href' && name !== 'action') return all;
    const file = url.replace(/^(\.\.?\/(?:[^?#]*\/)?)(?=[?#]|$)/, '$1index.html');
    return start + quote + file + quote;
  });
}
