import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse } from 'parse5';
import { listFiles } from './shared/list-files.ts';

/** Maximum number of HTML characters whose trees are cached; a tree takes about thirty bytes per character. */
const maxTreeSize = 10_000_000;

/**
 * Reads and writes the files of a built site. A page, or its Markdown alternate, is read once, parsed again
 * only after it has changed, and written once, by `save`.
 */
export class BuiltSite {
  /** The folder, with a trailing slash. */
  readonly root: string;
  readonly #texts = new Map<string, { text: string; isChanged: boolean }>();
  readonly #trees = new Map<string, { tree: Root; size: number }>();
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
      this.#pagePaths = this.#paths.filter((path) => path.endsWith('.html'));
    }
    return this.#paths;
  }

  /** Paths of all pages, including 404.html; sorted. */
  get pages(): readonly string[] {
    return this.paths && this.#pagePaths;
  }

  /** Reads a file as bytes. */
  read(path: string): Buffer {
    const known = this.#texts.get(path);
    return known ? Buffer.from(known.text) : readFileSync(this.root + path);
  }

  /** Reads a file as text. */
  readText(path: string): string {
    const known = this.#texts.get(path);
    if (known) return known.text;
    const text = readFileSync(this.root + path, 'utf8');
    if (isKept(path)) this.#texts.set(path, { text, isChanged: false });
    return text;
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
  readMainTree(path: string): Root {
    const known = this.#trees.get(path);
    if (known) return known.tree;
    const main = this.readMain(path);
    const tree = fromParse5(parse(main)) as Root;
    if (this.#treeSize + main.length <= maxTreeSize) {
      this.#trees.set(path, { tree, size: main.length });
      this.#treeSize += main.length;
    }
    return tree;
  }

  /** Writes a file; pages and their Markdown alternates stay in memory until `save`. */
  write(path: string, content: string | Uint8Array): void {
    if (isKept(path) && typeof content === 'string') {
      if (this.#texts.get(path)?.text === content) return;
      this.#treeSize -= this.#trees.get(path)?.size ?? 0;
      this.#trees.delete(path);
      this.#texts.set(path, { text: content, isChanged: true });
    } else this.#writeToDisk(path, content);
    if (!this.#files || this.#files.has(path)) return;
    this.#files.add(path);
    this.#paths = undefined;
  }

  /** Writes the changed files that are still in memory. */
  save(): void {
    for (const [path, { text, isChanged }] of this.#texts)
      if (isChanged) this.#writeToDisk(path, text);
    this.#texts.clear();
    this.#trees.clear();
    this.#treeSize = 0;
  }

  #writeToDisk(path: string, content: string | Uint8Array): void {
    const folder = dirname(this.root + path);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    writeFileSync(this.root + path, content);
  }
}

/** Whether several steps change a file. */
function isKept(path: string): boolean {
  return /\.(html|md)$/.test(path);
}
