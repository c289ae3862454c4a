import { site } from '../../../site/site.ts';
import { findRoot } from '../../../lib/url/page-path.ts';

/**
 * Makes the "not found" page work at any depth: finds the site's root, then leads its links there
 * and loads the scripts, icons and fonts that wait in its template.
 */
const marker = `${site.id}:`;

async function isRoot(folder: string): Promise<boolean> {
  const response = await fetch(`${folder}site-root.txt`);
  // A server may answer every address with a page.
  return response.ok && (await response.text()).startsWith(marker);
}

function settle(root: string): void {
  document.documentElement.dataset['root'] = root;
  for (const name of ['href', 'src', 'action']) {
    for (const element of document.querySelectorAll(`[${name}^="/"]:not([${name}^="//"])`))
      lead(element, name, root);
  }
  const waiting = document.querySelector<HTMLTemplateElement>('#sb-rooted');
  for (const element of waiting?.content.children ?? [])
    document.head.append(awaken(element, root));
  addFonts(waiting?.dataset['fonts'] ?? '', root);
}

/** The page has been seen in its fallback by now: the fonts come when they come. */
function addFonts(rules: string, root: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    rules
      .replace(/url\((["']?)\//g, (_, quote: string) => `url(${quote}${root}`)
      .replaceAll('font-display:optional', 'font-display:swap'),
  );
  document.adoptedStyleSheets.push(sheet);
}

function lead(element: Element, name: string, root: string): void {
  const url = element.getAttribute(name);
  if (url?.startsWith('/')) element.setAttribute(name, root + url.slice(1));
}

/** A copy that runs: scripts cloned from a template would, but only if made by this document. */
function awaken(original: Element, root: string): Element {
  const copy = document.createElement(original.localName);
  for (const { name, value } of original.attributes) copy.setAttribute(name, value);
  lead(copy, 'href', root);
  lead(copy, 'src', root);
  return copy;
}

document.addEventListener('DOMContentLoaded', () => {
  void findRoot(window.location.pathname, isRoot).then((root) => {
    if (root) settle(root);
  });
});
