import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Folders of src import one another in one direction. Imports of types leave no trace in what runs and do
 * not count. The top of a feature's folder holds its components and its queries: components are one layer
 * wherever they stand, and so are queries.
 */
function layerOf(file: string): string {
  const folder = posix.dirname(file);
  const isTop = /^src\/features\/[^/]+$/.test(folder);
  if (folder === 'src/components' || (isTop && file.endsWith('.astro'))) return 'components';
  return folder === 'src/queries' || isTop ? 'queries' : folder;
}

const imports =
  /^(?:import|export)\s+(?!type\s)(?:(\{[^}]*\})|[^'"{]*?(?:\{[^}]*\})?[^'"{]*?)\s*from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function targetsOf(file: string, text: string): string[] {
  return [...text.matchAll(imports)].flatMap(([, names = '', from, loaded]) => {
    const words = names
      .replace(/[{}]/g, '')
      .split(',')
      .map((name) => name.trim());
    if (names && words.every((name) => name === '' || name.startsWith('type '))) return [];
    const path = from ?? loaded ?? '';
    if (path.startsWith('~/')) return [`src/${path.slice(2)}`];
    return path.startsWith('.') ? [posix.join(posix.dirname(file), path)] : [];
  });
}

/** Each layer with the layers it imports from, and one import that shows it. */
function readLayers(files: ReadonlyMap<string, string>): Map<string, Map<string, string>> {
  const layers = new Map<string, Map<string, string>>();
  for (const [file, text] of files) {
    for (const target of targetsOf(file, text)) {
      const [from, to] = [layerOf(file), layerOf(target)];
      if (from === to || !target.startsWith('src/')) continue;
      const known = layers.get(from) ?? new Map<string, string>();
      layers.set(from, known.set(to, `${file} → ${target}`));
    }
  }
  return layers;
}

/** The imports of a circle, if there is one. */
function findCircle(layers: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const done = new Set<string>();
  const visit = (layer: string, way: { layer: string; by: string }[]): string[] => {
    const at = way.findIndex((one) => one.layer === layer);
    if (at >= 0) return way.slice(at).map(({ by }) => by);
    if (done.has(layer)) return [];
    for (const [next, by] of layers.get(layer) ?? []) {
      const circle = visit(next, [...way, { layer, by }]);
      if (circle.length > 0) return circle;
    }
    done.add(layer);
    return [];
  };
  for (const layer of layers.keys()) {
    const circle = visit(layer, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

test('no folder imports in a circle', () => {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|tsx|astro)$/.test(path) && existsSync(path));
  const files = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
  expect(files.size).toBeGreaterThan(100);
  expect(findCircle(readLayers(files))).toEqual([]);
});

test('a circle is found, and types make none', () => {
  const circle = new Map([
    ['src/a/one.ts', "import { two } from '../b/two.ts';"],
    [
      'src/b/two.ts',
      "import type { One } from '../a/one.ts';\nimport {\n  three,\n} from '../c/three.ts';",
    ],
    ['src/c/three.ts', "const { one } = await import('../a/one.ts');"],
  ]);
  expect(findCircle(readLayers(circle))).toEqual([
    'src/a/one.ts → src/b/two.ts',
    'src/b/two.ts → src/c/three.ts',
    'src/c/three.ts → src/a/one.ts',
  ]);
  circle.set('src/c/three.ts', "import { type One } from '../a/one.ts';");
  expect(findCircle(readLayers(circle))).toEqual([]);
});
