import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Declaration } from 'postcss';
import { expect, test } from 'vitest';

/** Style for paper and e-readers, which the build turns round for right-to-left languages. */
const turned = /features\/editions\/build\//;

/** Measured by script, from the window's left edge (cards.ts). */
const measured = '--sb-card-left';

const sides =
  /^(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-.*)?|border-(?:top|bottom)-(?:left|right)-radius)$/;
const aligned = /^(?:text-align|text-align-last|float|clear|justify-\w+)$/;
const shorthand = /^(?:margin|padding|inset|border-(?:width|color|style|radius)|scroll-margin)$/;

/** Why a declaration would lie on the wrong side where text runs from right to left; undefined where it would not. */
function findSide(declaration: Declaration): string | undefined {
  const { prop, value, parent } = declaration;
  const isMended = parent?.nodes
    .slice(parent.index(declaration) + 1)
    .some((next) => next.type === 'decl' && next.prop === prop);
  // Engines without the logical value take the line before it.
  if (isMended || value.includes(measured)) return undefined;
  if (sides.test(prop)) return 'Name the start or end of the line.';
  if (aligned.test(prop) && /^(?:left|right)$/.test(value)) return 'Say start or end.';
  if (!shorthand.test(prop)) return undefined;
  const parts = value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
  const isEven =
    prop === 'border-radius'
      ? parts[0] === parts[1] && parts[2] === parts[3]
      : parts[1] === parts[3];
  return parts.length === 4 && !isEven ? 'Its left and right differ.' : undefined;
}

function findSides(css: string): string[] {
  const found: string[] = [];
  parse(css).walkDecls((declaration) => {
    const why = findSide(declaration);
    if (why) found.push(`${declaration.prop}: ${declaration.value} (${why})`);
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
])('%s has %i physical sides', (css, count) => {
  expect(findSides(css)).toHaveLength(count);
});

const styled = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path).replaceAll('\\', '/'))
  .filter((path) => /\.(css|astro)$/.test(path) && !turned.test(path));

test('pages name no left or right, so that they can be read from right to left', () => {
  const found = styled.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    const sheets = path.endsWith('.css')
      ? [text]
      : [...text.matchAll(/<style(?![^>]*\/>)[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
    return sheets.flatMap(findSides).map((side) => `${path}: ${side}`);
  });
  expect(found).toEqual([]);
});
