import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Declaration } from 'postcss';
import { expect, test } from 'vitest';

/** Styles of the PDF and EPUB, which the build mirrors for right-to-left languages. */
const mirrored = /features\/editions\/build\//;

/** Measured by script from the left edge of the window (popover.ts). */
const measured = '--sb-popover-left';

const physicalProperties =
  /^(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-.*)?|border-(?:top|bottom)-(?:left|right)-radius)$/;
const alignments = /^(?:text-align|text-align-last|float|clear|justify-\w+)$/;
const shorthands = /^(?:margin|padding|inset|border-(?:width|color|style|radius)|scroll-margin)$/;

/** Returns the fix for a declaration that ignores the direction of text; undefined where it follows it. */
function findPhysical(declaration: Declaration): string | undefined {
  const { prop, value, parent } = declaration;
  const isOverridden = parent?.nodes
    .slice(parent.index(declaration) + 1)
    .some((next) => next.type === 'decl' && next.prop === prop);
  // Browsers without the logical value use the physical one declared before it.
  if (isOverridden || value.includes(measured)) return undefined;
  if (physicalProperties.test(prop)) return 'Use the logical property.';
  if (alignments.test(prop) && /^(?:left|right)$/.test(value)) return 'Use start or end.';
  if (!shorthands.test(prop)) return undefined;
  const parts = value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
  const isSymmetric =
    prop === 'border-radius'
      ? parts[0] === parts[1] && parts[2] === parts[3]
      : parts[1] === parts[3];
  return parts.length === 4 && !isSymmetric ? 'Left and right differ.' : undefined;
}

function findAllPhysical(css: string): string[] {
  const found: string[] = [];
  parse(css).walkDecls((declaration) => {
    const fix = findPhysical(declaration);
    if (fix) found.push(`${declaration.prop}: ${declaration.value} (${fix})`);
  });
  return found;
}

test.each([
  ['a { margin-left: 1em }', 1],
  ['a { padding: 0 1em 0 2em }', 1],
  ['a { padding: 0 calc(1em + (2 * 1px)) 0 calc(1em + (2 * 1px)) }', 0],
  ['a { float: right; float: inline-end }', 0],
  ['a { text-align: left }', 1],
  ['a { border-radius: 0 1em 1em 0 }', 1],
  ['a { inset-inline-start: 0; left: 0 }', 1],
])('%s has %i physical declarations', (css, count) => {
  expect(findAllPhysical(css)).toHaveLength(count);
});

const stylePaths = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path).replaceAll('\\', '/'))
  .filter((path) => /\.(css|astro)$/.test(path) && !mirrored.test(path));

test('pages use logical properties only, so that right-to-left languages work', () => {
  const found = stylePaths.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    const sheets = path.endsWith('.css')
      ? [text]
      : [...text.matchAll(/<style(?![^>]*\/>)[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
    return sheets.flatMap(findAllPhysical).map((declaration) => `${path}: ${declaration}`);
  });
  expect(found).toEqual([]);
});
