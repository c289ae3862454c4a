import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { runSteps, type BuildStep } from '../../../src/build/run-steps.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** A project with the site of an earlier build, in which Astro renders a new page and the steps run. */
async function build(steps: BuildStep[]) {
  const root = mkdtempSync(join(tmpdir(), 'sb-steps-'));
  roots.push(root);
  const url = (path: string) => new URL(path, pathToFileURL(`${root}/`));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('dist/index.html', 'old');
  write('dist/gone.txt', 'old');
  write('dist/.git', 'repository');
  const config = {
    root: url('./'),
    outDir: url('dist/'),
    srcDir: url('src/'),
    cacheDir: url('c/'),
  };
  const hooks = runSteps(steps).hooks as Record<string, (options: object) => unknown>;
  const told: string[] = [];
  const logger = { fork: () => ({ info: (line: string) => told.push(line) }) };
  hooks['astro:config:setup']?.({
    command: 'build',
    config,
    updateConfig: (changed: object) => Object.assign(config, changed),
  });
  hooks['astro:config:done']?.({ config });
  write('.cache/dist/index.html', '<p>new</p>');
  let error: unknown;
  try {
    await hooks['astro:build:done']?.({ dir: config.outDir, logger });
  } catch (caught) {
    error = caught;
  }
  const read = (path: string) =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined;
  return { read, told, error };
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
  const { read, told, error } = await build([addWord]);
  expect(error).toBeUndefined();
  expect(read('dist/index.html')).toBe('<p>brand new</p>');
  expect(read('dist/words/added.txt')).toBe('word');
  expect(read('dist/gone.txt')).toBeUndefined();
  expect(read('dist/.git')).toBe('repository');
  expect(told[0]).toMatch(/^Added a word; [\d.]+ s, CPU [\d.]+ s\.$/);
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
