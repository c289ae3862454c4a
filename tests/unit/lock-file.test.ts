import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  version: string;
  optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Package>;
};

/** The version Node finds for a dependency of a package, from its folder upwards. */
function find(from: string, name: string): string | undefined {
  for (let base = from; ; base = base.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const found = packages[`${base}${base && '/'}node_modules/${name}`];
    if (found || !base) return found?.version;
  }
}

test('the lock file names the binary of every platform, so that npm ci takes it everywhere', () => {
  const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
  const wrong = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => exact.test(version) && find(from, name) !== version)
      .map(([name, version]) => `${from} wants ${name} ${version}`),
  );
  expect(wrong).toEqual([]);
});
