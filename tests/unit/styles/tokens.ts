import { readFileSync } from 'node:fs';
import { putColours } from '../../../src/build/site-colours.ts';

/** Colours of one theme, such as `#f7f5ee`, by token name without `--sb-`. */
export type Palette = Map<string, string>;

/** Reads the palette of each theme from src/site/styles/tokens.css, with and without more contrast. */
export function readPalettes(): Record<string, Palette> {
  const css = putColours(readFileSync('src/site/styles/tokens.css', 'utf8'));
  const at = css.indexOf('prefers-contrast');
  const standard = { light: read(css.slice(0, at), 0), dark: read(css.slice(0, at), 1) };
  const more = css.slice(at);
  return {
    light: standard.light,
    dark: standard.dark,
    'light, more contrast': new Map([...standard.light, ...read(more, 0)]),
    'dark, more contrast': new Map([...standard.dark, ...read(more, 1)]),
  };
}

/** Contrast ratio of two colours by WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), L1 the lighter's relative luminance. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function read(css: string, theme: 0 | 1): Palette {
  const pairs = css.matchAll(/--sb-([\w-]+): light-dark\((#\w+), (#\w+)\)/g);
  return new Map([...pairs].map(([, name = '', ...colours]) => [name, colours[theme] ?? '']));
}

function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
