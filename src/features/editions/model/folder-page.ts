import { type DefaultTreeAdapterTypes as Tree, html as names, serialize } from 'parse5';
import { t } from '../../../lib/i18n/t.ts';

/** What a page of the double-click edition needs from outside itself. */
export interface FolderPageOptions {
  /** Way from the page's folder to the root: "./" or "../". */
  root: string;
  /** Takes an inline module or style sheet out of the page; returns its path from the root. */
  lift: (kind: 'js' | 'css', text: string) => string;
}

/** The edition's own style sheet, _astro/folder.css: where it is found, all else is found, too. */
export const folderStyle = '.sb-unpack-first { display: none }\n';

/** Kinds of links that mean nothing without a server. */
const onlyServed =
  /\b(modulepreload|preload|prefetch|manifest|search|sitemap|alternate|canonical)\b/;

/**
 * Makes a page work from a folder: links lead to index.html files, modules are run by one classic
 * script that knows them by path, and what only a server can give is left out. A word at its top, which
 * `folderStyle` hides, tells readers who opened it inside the ZIP file what to do.
 */
export function toFolderPage(document: Tree.Document, { root, lift }: FolderPageOptions): string {
  const run: string[] = [];
  let head: Tree.Element | undefined;

  const visit = (node: Tree.ParentNode): void => {
    node.childNodes = node.childNodes.filter((child) => !('tagName' in child) || keep(child));
    for (const child of node.childNodes) {
      if ('content' in child) visit(child.content);
      if ('childNodes' in child) visit(child);
    }
  };

  const keep = (element: Tree.Element): boolean => {
    for (const attribute of element.attrs) {
      if (/^(href|action)$/.test(attribute.name)) attribute.value = toFile(attribute.value);
    }
    switch (element.tagName) {
      case 'head':
        head = element;
        return true;
      case 'body':
        element.childNodes.unshift(unpackFirst(element));
        return true;
      case 'link':
        drop(element, 'crossorigin');
        return !onlyServed.test(get(element, 'rel') ?? '');
      case 'meta':
        return !/^(og|twitter):/.test(get(element, 'property') ?? get(element, 'name') ?? '');
      case 'style':
        return keepStyle(element);
      case 'script':
        return keepScript(element);
      default:
        return true;
    }
  };

  /** Fonts are data in this edition, too much to repeat on every page. */
  const keepStyle = (element: Tree.Element): boolean => {
    const text = textOf(element);
    if (!text.includes('url(')) return true;
    const path = lift('css', text);
    element.tagName = element.nodeName = 'link';
    element.attrs = [
      { name: 'rel', value: 'stylesheet' },
      { name: 'href', value: root + path },
    ];
    element.childNodes = [];
    return true;
  };

  const keepScript = (element: Tree.Element): boolean => {
    const src = get(element, 'src');
    const text = textOf(element);
    if (get(element, 'type') === 'module') {
      run.push(src === undefined ? lift('js', text) : src.replace(/^(\.\.?\/)+/, ''));
      return false;
    }
    const isCode = /^(|text\/javascript)$/.test(get(element, 'type') ?? '');
    if (isCode) setText(element, toClassic(text));
    return true;
  };

  visit(document);
  if (head) {
    const bundle = script(head, [
      ['src', `${root}_astro/modules.js`],
      ['data-run', run.join(' ')],
      ['defer', ''],
    ]);
    head.childNodes.unshift(script(head, [['src', `${root}_astro/folder.js`]]), bundle);
    head.childNodes.push(
      make('link', head, [
        ['rel', 'stylesheet'],
        ['href', `${root}_astro/folder.css`],
      ]),
    );
  }
  return serialize(document);
}

/** A script's text with `import()` led to the edition's own (see src/features/editions/client/folder.ts). */
export function toClassic(code: string): string {
  return code.replace(/(?<![\w$.])import\(/g, 'sbImport(');
}

/** An address within the site that names the file which a server would have chosen. */
function toFile(url: string): string {
  if (!/^\.\.?\//.test(url)) return url;
  return url.replace(/^([^?#]*\/)(?=[?#]|$)/, '$1index.html');
}

function get(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function drop(element: Tree.Element, name: string): void {
  element.attrs = element.attrs.filter((attribute) => attribute.name !== name);
}

function textOf(element: Tree.Element): string {
  return element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function setText(element: Tree.Element, value: string): void {
  element.childNodes = value ? [{ nodeName: '#text', value, parentNode: element }] : [];
}

/** Shown where no style sheet is beside the page: file managers open single files of a ZIP file. */
function unpackFirst(parentNode: Tree.Element): Tree.Element {
  const paragraph = make('p', parentNode, [['class', 'sb-unpack-first']]);
  setText(paragraph, t('editions.unpackFirst'));
  return paragraph;
}

function script(parentNode: Tree.Element, attributes: [string, string][]): Tree.Element {
  return make('script', parentNode, attributes);
}

function make(
  tagName: string,
  parentNode: Tree.Element,
  attributes: [string, string][],
): Tree.Element {
  return {
    nodeName: tagName,
    tagName,
    attrs: attributes.map(([name, value]) => ({ name, value })),
    namespaceURI: names.NS.HTML,
    childNodes: [],
    parentNode,
  };
}
