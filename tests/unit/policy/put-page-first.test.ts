import { expect, test } from 'vitest';
import { lowerPriorities } from '../../../src/build/policy/page-policy.ts';

test('fonts and module scripts yield to the page; what runs or is read before it does not', () => {
  const font = 'rel="preload" href="../f.woff2" as="font" type="font/woff2" crossorigin>';
  const rest =
    '<script>first()</script><link rel="icon" href="../i.svg"><link rel="preload" href="../a.avif" as="image">';
  expect(lowerPriorities(`<link ${font}${rest}<script type="module" src="../a.js"></script>`)).toBe(
    `<link fetchpriority="low" ${font}${rest}<script fetchpriority="low" type="module" src="../a.js"></script>`,
  );
});
