import { expect, test } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };

test('the browsers that are supported have the form that astro.config.mjs turns into build targets', () => {
  const names = new Set<string>();
  for (const browser of packageFile.browserslist) {
    const [, name = browser] =
      /^(chrome|edge|firefox|ios_saf|safari) >= [\d.]+$/.exec(browser) ?? [];
    names.add(name);
  }
  expect([...names].sort()).toEqual(['chrome', 'edge', 'firefox', 'ios_saf', 'safari']);
});
