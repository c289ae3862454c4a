import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** The syntax tree of a page or of its `<main>`. */
export type PageTree = DefaultTreeAdapterTypes.Document;

/** Maximum number of HTML characters whose trees are cached; a tree takes about thirty bytes per character. */
const maxTreeSize = 10_000_000;

/**
 * Reads and writes the files of a built site. A page is read once, parsed again only after it has changed,
 * and written once, by `save`.
 */
export class BuiltSite {
  /** The folder, with a trailing slash. */
  readonly root: string;
  readonly #pages = new Map<string, { html: string; isChanged: boolean }>();
  readonly #trees = new Map<string, { tree: PageTree; size: number }>();
  readonly #folders = new Set<string>();
  #treeSize = 0;
  /** Paths of all files; listed once, then updated by `write`. */
  #files: Set<string> | undefined;
  #paths: readonly string[] | undefined;
  #pagePaths: readonly string[] = [];

  constructor(root: string) {
    this.root = root.replace(/[/\\]?$/, '/');
  }

  /** Paths of all files, relative to the root, with "/" as separator; sorted. */
  get paths(): readonly string[] {
    if (!this.#paths) {
      this.#files ??= new Set(listFiles(this.root));
      this.#paths = [...this.#files].sort();
      this.#pagePaths = this.#paths.filter(isPage);
    }
    return this.#paths;
  }

  /** Paths of all pages, including 404.html; sorted. */
  get pages(): readonly string[] {
    return this.paths && this.#pagePaths;
  }

  /** Reads a file as bytes. */
  read(path: string): Buffer {
    const page = this.#pages.get(path);
    return page ? Buffer.from(page.html) : readFileSync(this.root + path);
  }

  /** Reads a file as text. */
  readText(path: string): string {
    if (!isPage(path)) return readFileSync(this.root + path, 'utf8');
    let page = this.#pages.get(path);
    if (!page) {
      page = { html: readFileSync(this.root + path, 'utf8'), isChanged: false };
      this.#pages.set(path, page);
    }
    return page.html;
  }

  /**
   * Returns the HTML of a page's `<main>`, or of the whole page if it has none. This leaves out the header and
   * the table of contents, which grows with the number of pages.
   */
  readMain(path: string): string {
    const html = this.readText(path);
    const [start, end] = [html.indexOf('<main'), html.lastIndexOf('</main>')];
    return start < 0 || end < start ? html : html.slice(start, end);
  }

  /** Parses what `readMain` returns. Steps share the tree, so they must not change it. */
  readMainTree(path: string): PageTree {
    const known = this.#trees.get(path);
    if (known) return known.tree;
    const main = this.readMain(path);
    const tree = parse(main);
    if (this.#treeSize + main.length <= maxTreeSize) {
      this.#trees.set(path, { tree, size: main.length });
      this.#treeSize += main.length;
    }
    return tree;
  }

  /** Writes a file; pages stay in memory until `save`. */
  write(path: string, content: string | Uint8Array): void {
    if (isPage(path) && typeof content === 'string') {
      if (this.#pages.get(path)?.html === content) return;
      this.#treeSize -= this.#trees.get(path)?.size ?? 0;
      this.#trees.delete(path);
      this.#pages.set(path, { html: content, isChanged: true });
      return;
    }
    const folder = dirname(this.root + path);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(this.root + path, content);
    if (!this.#files || this.#files.has(path)) return;
    this.#files.add(path);
    this.#paths = undefined;
  }

  /** Writes the changed pages to disk. */
  save(): void {
    for (const [path, { html, isChanged }] of this.#pages)
      if (isChanged) writeFileSync(this.root + path, html);
    this.#pages.clear();
    this.#trees.clear();
    this.#treeSize = 0;
  }
}

function isPage(path: string): boolean {
  return path.endsWith('.html');
}

/** Lists all files below a folder by relative path, with "/" as separator; sorted. */
export function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => path.slice(root.length).replace(/^\/+/, ''))
    .sort();
}
