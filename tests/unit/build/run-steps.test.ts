import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { digestSources } from '../../../src/build/last-build.ts';
import { runSteps, type BuildStep } from '../../../src/build/run-steps.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** Makes a project with the dist/ of an earlier build. */
function makeProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'sb-steps-'));
  roots.push(root);
  mkdirSync(join(root, 'dist'));
  for (const path of ['index.html', 'gone.txt']) writeFileSync(join(root, 'dist', path), 'old');
  writeFileSync(join(root, 'dist/.git'), 'repository');
  return root;
}

/** Simulates Astro rendering a page in a project, then runs the steps. */
async function build(steps: BuildStep[], root = makeProject(), page = '<p>new</p>') {
  const url = (path: string) => new URL(path, pathToFileURL(`${root}/`));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const config = {
    root: url('./'),
    outDir: url('dist/'),
    srcDir: url('src/'),
    cacheDir: url('c/'),
  };
  const hooks = runSteps(steps).hooks as Record<string, (options: object) => unknown>;
  const logged: string[] = [];
  const info = (line: string) => logged.push(line);
  const logger = { info, fork: () => ({ info }) };
  hooks['astro:config:setup']?.({
    command: 'build',
    config,
    updateConfig: (changed: object) => Object.assign(config, changed),
  });
  hooks['astro:config:done']?.({ config });
  write('.cache/dist/index.html', page);
  let error: unknown;
  try {
    await hooks['astro:build:done']?.({ dir: config.outDir, logger });
  } catch (caught) {
    error = caught;
  }
  const read = (path: string) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
  return { read, logged, error };
}

const addWord: BuildStep = {
  name: 'add-word',
  run: ({ site }) => {
    for (const page of site.pages)
      site.write(page, site.readText(page).replace('new', 'brand new'));
    site.write('words/added.txt', 'word');
    return 'Added a word';
  },
};

test('what the steps made takes the place of the last build', async () => {
  const { read, logged, error } = await build([addWord]);
  expect(error).toBeUndefined();
  expect(read('dist/index.html')).toBe('<p>brand new</p>');
  expect(read('dist/words/added.txt')).toBe('word');
  expect(read('dist/gone.txt')).toBeUndefined();
  expect(read('dist/.git')).toBe('repository');
  expect(logged[0]).toMatch(/^Added a word; [\d.]+ s, CPU [\d.]+ s\.$/);
});

test('the last build stays where nothing has changed, and is made again where anything has', async () => {
  let runs = 0;
  const count: BuildStep = {
    name: 'count',
    run: () => {
      vi.stubEnv('PAGEFIND_SIZE', 'set by a step');
      return `Ran ${String(++runs)} times`;
    },
  };
  const root = makeProject();
  const again = (page?: string) => {
    vi.unstubAllEnvs();
    return build([addWord, count], root, page);
  };
  const change = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  await again();
  const { logged, read } = await again();
  expect(logged).toEqual(['Nothing has changed: all files are kept from the last build.']);
  expect(read('dist/index.html')).toBe('<p>brand new</p>');
  expect(read('dist/words/added.txt')).toBe('word');
  expect(read('.cache/dist/index.html')).toBeUndefined();
  change('dist/.git', 'another commit');
  await again();
  expect(runs).toBe(1);

  expect((await again('<p>new, once more</p>')).read('dist/index.html')).toContain('once more');
  expect(runs).toBe(2);
  change('dist/words/added.txt', 'changed by hand');
  expect((await again('<p>new, once more</p>')).read('dist/words/added.txt')).toBe('word');
  expect(runs).toBe(3);
  change('dist/index.html.gz', 'packed');
  expect((await again('<p>new, once more</p>')).read('dist/index.html.gz')).toBeUndefined();
  expect(runs).toBe(4);
  rmSync(join(root, 'dist'), { recursive: true });
  expect((await again('<p>new, once more</p>')).read('dist/words/added.txt')).toBe('word');
  expect(runs).toBe(5);
  vi.unstubAllEnvs();
});

test('the digest of the sources changes with content, packages and settings', () => {
  const paths = [
    ...['src/content/docs/one.mdx', 'public/one.txt', 'package-lock.json'],
    ...['tsconfig.json', 'pagefind.toml'],
  ];
  const digestOf = (change: (root: string) => void = () => undefined) => {
    const root = makeProject();
    for (const path of paths) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), 'one');
    }
    change(root);
    return digestSources(root);
  };
  const digest = digestOf();
  expect(digestOf()).toBe(digest);
  for (const path of paths)
    expect(
      digestOf((root) => {
        writeFileSync(join(root, path), 'two');
      }),
    ).not.toBe(digest);
  vi.stubEnv('SITE_URL', 'https://guide.example');
  expect(digestOf()).not.toBe(digest);
  vi.unstubAllEnvs();
});

test('a build whose sources were edited meanwhile is built again, even when the edit was undone', async () => {
  const root = makeProject();
  const source = join(root, 'src/script.ts');
  mkdirSync(dirname(source));
  const edits = ['after', 'before'];
  const edit: BuildStep = {
    name: 'edit',
    run: ({ site }) => {
      const text = edits.shift() ?? 'before';
      writeFileSync(source, text);
      site.write('script.js', text);
      return 'Edited a source';
    },
  };
  writeFileSync(source, 'before');
  await build([edit], root);
  writeFileSync(source, 'before');
  expect((await build([edit], root)).read('dist/script.js')).toBe('before');
  expect((await build([edit], root)).logged[0]).toContain('Nothing has changed');
});

test('a step that fails, even the last, leaves the last build as it was', async () => {
  const fail: BuildStep = {
    name: 'fail',
    run: () => {
      throw new Error('A link leads nowhere.');
    },
  };
  const { read, error } = await build([addWord, fail]);
  expect(String(error)).toContain('A link leads nowhere.');
  expect(read('dist/index.html')).toBe('old');
  expect(read('dist/gone.txt')).toBe('old');
});

test('steps share the tree of a page, until one changes the page', async () => {
  const trees: unknown[] = [];
  const read: BuildStep = {
    name: 'read',
    run: ({ site }) => {
      trees.push(site.readMainTree('index.html'));
      return 'Read a page';
    },
  };
  await build([read, read, addWord, read]);
  const [first, second, changed] = trees;
  expect(second).toBe(first);
  expect(changed).not.toBe(second);
});

test('the development server gives out the search index of the last build, and nothing beside it', () => {
  const root = mkdtempSync(join(tmpdir(), 'sb-steps-'));
  roots.push(root);
  mkdirSync(join(root, 'dist/pagefind'), { recursive: true });
  writeFileSync(join(root, 'dist/pagefind/pagefind.js'), 'engine');
  writeFileSync(join(root, 'dist/index.html'), 'page');
  const hooks = runSteps([]).hooks as Record<string, (options: object) => unknown>;
  const folder = pathToFileURL(`${root}/`);
  const config = { root: folder, outDir: new URL('dist/', folder) };
  hooks['astro:config:setup']?.({ command: 'dev', config, updateConfig: () => undefined });
  type Answer = (request: object, response: object, next: () => void) => void;
  let answer: Answer | undefined;
  const use = (_: string, given: Answer) => (answer = given);
  hooks['astro:server:setup']?.({ server: { middlewares: { use } } });
  const ask = (url: string) => {
    const got: string[] = [];
    const response = {
      setHeader: (_: string, type: string) => got.push(type),
      end: (body: Buffer) => got.push(body.toString()),
    };
    answer?.({ url }, response, () => got.push('next'));
    return got;
  };
  expect(ask('/pagefind.js?v=1')).toEqual(['text/javascript', 'engine']);
  expect(ask('/absent.js')).toEqual(['next']);
  expect(ask('/..%2findex.html')).toEqual(['next']);
});
