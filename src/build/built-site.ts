import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** A parsed page, or its main part. */
export type PageTree = DefaultTreeAdapterTypes.Document;

/** Characters of pages whose trees are kept at once; a tree takes some thirty times as many bytes. */
const keptTrees = 10_000_000;

/**
 * The files of a built site as the steps on it read and write them. A page is read once, parsed once
 * for all steps that see it unchanged, and written once, when the last step has run.
 */
export class BuiltSite {
  /** The folder, with "/" at its end. */
  readonly root: string;
  readonly #pages = new Map<string, { html: string; isChanged: boolean }>();
  readonly #trees = new Map<string, { tree: PageTree; size: number }>();
  readonly #folders = new Set<string>();
  #treeSize = 0;
  /** Every file by its path; listed once, then kept by `write`. */
  #files: Set<string> | undefined;
  #paths: readonly string[] | undefined;
  #pagePaths: readonly string[] = [];

  constructor(root: string) {
    this.root = root.replace(/[/\\]?$/, '/');
  }

  /** Every file, by its path from the root with "/" between names, in a fixed order. */
  get paths(): readonly string[] {
    if (!this.#paths) {
      this.#files ??= new Set(listFiles(this.root));
      this.#paths = [...this.#files].sort();
      this.#pagePaths = this.#paths.filter(isPage);
    }
    return this.#paths;
  }

  /** Every page, 404.html included. */
  get pages(): readonly string[] {
    return this.paths && this.#pagePaths;
  }

  /** A file's bytes. */
  read(path: string): Buffer {
    const page = this.#pages.get(path);
    return page ? Buffer.from(page.html) : readFileSync(this.root + path);
  }

  /** A file's text. */
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
   * What a page is about: the HTML of its `<main>`, or all where it has none. Header and contents, which
   * grow with the number of pages, are left out.
   */
  readMain(path: string): string {
    const html = this.readText(path);
    const [start, end] = [html.indexOf('<main'), html.lastIndexOf('</main>')];
    return start < 0 || end < start ? html : html.slice(start, end);
  }

  /** The same as a tree, which belongs to all steps: none may change it. */
  readMainTree(path: string): PageTree {
    const known = this.#trees.get(path);
    if (known) return known.tree;
    const main = this.readMain(path);
    const tree = parse(main);
    if (this.#treeSize + main.length <= keptTrees) {
      this.#trees.set(path, { tree, size: main.length });
      this.#treeSize += main.length;
    }
    return tree;
  }

  /** Writes a file; a page is kept in memory until `save`. */
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

  /** Writes the pages that changed. */
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

/** Every file below a folder, by its path there with "/" between names, in a fixed order. */
export function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => path.slice(root.length).replace(/^\/+/, ''))
    .sort();
}
