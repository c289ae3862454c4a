import { site } from '../../../site/site.ts';
import { findRoot } from '../../../lib/url/page-path.ts';

/**
 * Makes the "not found" page work at any depth: finds the site's root, then corrects the links and loads the
 * scripts, icons and fonts in the page's template.
 */
const marker = `${site.id}:`;

async function isRoot(folder: string): Promise<boolean> {
  const response = await fetch(`${folder}site-root.txt`);
  // A server may respond to every URL with a page.
  return response.ok && (await response.text()).startsWith(marker);
}

function applyRoot(root: string): void {
  document.documentElement.dataset['root'] = root;
  for (const name of ['href', 'src', 'action']) {
    for (const element of document.querySelectorAll(`[${name}^="/"]:not([${name}^="//"])`))
      prefixUrl(element, name, root);
  }
  const template = document.querySelector<HTMLTemplateElement>('#sb-rooted');
  for (const element of template?.content.children ?? [])
    document.head.append(cloneForRoot(element, root));
  addFonts(template?.dataset['fonts'] ?? '', root);
}

/** Adds the fonts with `font-display: swap`: with `optional` they would not be used after the first paint. */
function addFonts(rules: string, root: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    rules
      .replace(/url\((["']?)\//g, (_, quote: string) => `url(${quote}${root}`)
      .replaceAll('font-display:optional', 'font-display:swap'),
  );
  document.adoptedStyleSheets.push(sheet);
}

function prefixUrl(element: Element, name: string, root: string): void {
  const url = element.getAttribute(name);
  if (url?.startsWith('/')) element.setAttribute(name, root + url.slice(1));
}

/** Creates a copy in this document: a script made by a template's document does not run. */
function cloneForRoot(original: Element, root: string): Element {
  const copy = document.createElement(original.localName);
  for (const { name, value } of original.attributes) copy.setAttribute(name, value);
  prefixUrl(copy, 'href', root);
  prefixUrl(copy, 'src', root);
  return copy;
}

document.addEventListener('DOMContentLoaded', () => {
  void findRoot(window.location.pathname, isRoot).then((root) => {
    if (root) applyRoot(root);
  });
});
