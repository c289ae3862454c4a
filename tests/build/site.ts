import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, realpathSync } from 'node:fs';
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Options of a fixture site. */
export interface SiteOptions {
  /**
   * `full` builds the real content; `outline` only front matter and headings, without quizzes. Links and anchors
   * still work, and the build takes a third of the time.
   */
  content?: 'full' | 'outline';
  /**
   * Folder with another guide's content, which replaces that of this guide. The English messages are kept,
   * since translations are compared with them.
   */
  guide?: string;
  /** Files to write over the copy, by path from the project's root; null deletes a file or folder. */
  files?: Record<string, string | Uint8Array | null>;
  /** Environment variables, such as SITE_URL; undefined unsets one. */
  env?: Record<string, string | undefined>;
  /** Folder to build in, below the project; else a new one in .cache/sites. */
  dir?: string;
}

/** A copy of the project, built or to be built. */
export interface Site {
  /** Folder of the copy. */
  dir: string;
  /** Path of a file of the built site. */
  dist(path?: string): string;
  /** Text of a file of the built site. @throws when it was not built. */
  read(path: string): string;
  /** Deletes the copy. */
  remove(): void;
}

/** The result of a build. */
export interface Built extends Site {
  /** Whether Astro succeeded. */
  ok: boolean;
  /** Its output, without colours. */
  output: string;
}

/** Inside the project: Astro compiles components of a linked node_modules only below a shared parent folder. */
const sites = resolve('.cache/sites');

const englishMessages = 'src/content/i18n/en.json';

const parts = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/**
 * Copies the project without its tests and tools, writes `files` into the copy and builds it. A failed build
 * does not throw. Call `remove()` when done.
 */
export async function buildSite(options: SiteOptions = {}): Promise<Built> {
  const site = copySite(options);
  return { ...site, ...(await runBuild(site.dir, options.env)) };
}

/** Makes the copy that `buildSite` builds. */
export function copySite({ content = 'full', guide, files = {}, dir }: SiteOptions = {}): Site {
  mkdirSync(sites, { recursive: true });
  const root = dir ? resolve(dir) : mkdtempSync(join(sites, 'site-'));
  mkdirSync(root, { recursive: true });
  for (const part of parts) {
    if (existsSync(part)) cpSync(part, join(root, part), { recursive: true });
  }
  symlinkSync(realpathSync('node_modules'), join(root, 'node_modules'), 'junction');
  if (content === 'outline') keepOutline(root);
  if (guide) {
    rmSync(join(root, 'src/content'), { recursive: true });
    cpSync(guide, root, { recursive: true });
    cpSync(englishMessages, join(root, englishMessages));
  }
  for (const [path, text] of Object.entries(files)) overlay(join(root, path), text);
  return {
    dir: root,
    dist: (path = '') => join(root, 'dist', path),
    read: (path) => readFileSync(join(root, 'dist', path), 'utf8'),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Builds the project in a folder with its own node_modules or a link to one. */
export async function runBuild(dir: string, env: SiteOptions['env'] = {}) {
  const astro = join(dir, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--root', dir], {
    cwd: dir,
    env: { ...cleanEnvironment(), ...env },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { ok: code === 0, output };
}

/** Removes Vitest's variables, with which Astro would run in test mode, and those that set a public URL. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(VITEST|NODE_ENV$|MODE$|DEV$|PROD$|SSR$|BASE_URL$|SITE_URL$|NETLIFY$|VERCEL_)/.test(name),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' };
}

function overlay(path: string, text: string | Uint8Array | null) {
  if (text === null) {
    rmSync(path, { recursive: true, force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function keepOutline(root: string) {
  const docs = join(root, 'src/content/docs');
  for (const name of readdirSync(docs, { recursive: true, encoding: 'utf8' })) {
    if (!/\.mdx?$/.test(name)) continue;
    const path = join(docs, name);
    writeFileSync(path, outlineOf(readFileSync(path, 'utf8')));
  }
  // Links to removed parts of pages are removed, too.
  for (const folder of ['quizzes', 'asked']) {
    const path = join(root, 'src/content', folder);
    for (const name of readdirSync(path)) rmSync(join(path, name));
  }
  writeFileSync(join(root, 'src/content/questions.yaml'), '[]\n');
  const home = join(root, 'src/content/home.yaml');
  writeFileSync(home, readFileSync(home, 'utf8').replace(/(\/faq\/)#[\w-]+/g, '$1'));
  const terms = join(root, 'src/content/glossary');
  for (const name of readdirSync(terms)) {
    const path = join(terms, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^sources: .*\n/m, ''));
  }
}

function outlineOf(source: string): string {
  const [, frontMatter = '', body = ''] = /^(---\n.*?\n---\n)(.*)$/s.exec(source) ?? [];
  const headings = body.match(/^#{2,} .*$/gm) ?? [];
  // Search indexes the top of a page only if it has text.
  return (
    [frontMatter, 'Text.', ...headings.map((heading) => `${heading}\n\nText.`)].join('\n\n') + '\n'
  );
}
