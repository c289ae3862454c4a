import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** Draws the icons of public/icons from the SVGs beside this file: `node src/assets/icons/render.ts`. */

const icons = [
  { source: 'icon.svg', name: 'icon-192.png', size: 192 },
  { source: 'icon.svg', name: 'icon-512.png', size: 512 },
  { source: 'maskable.svg', name: 'maskable-512.png', size: 512 },
  // Apple rounds the corners itself and wants no transparent ones.
  { source: 'maskable.svg', name: 'apple-touch-icon.png', size: 180 },
];

for (const { source, name, size } of icons) {
  const svg = readFileSync(new URL(source, import.meta.url));
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
  writeFileSync(new URL(`../../../public/icons/${name}`, import.meta.url), png);
  console.log(`${name}: ${String(png.length)} bytes`);
}
