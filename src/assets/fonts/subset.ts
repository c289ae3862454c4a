import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

/**
 * Makes the font files of this folder: subsets of @fontsource/literata and @fontsource/young-serif (5.3.0),
 * which are not dependencies. To make them again, install both in another folder and run
 * `node src/assets/fonts/subset.ts <that folder>/node_modules/@fontsource`.
 */

const [packages = ''] = process.argv.slice(2);
const ascii = String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index));
const latin =
  ascii +
  '\u00a0¡©«°±²³·»¼½¾¿ÀÁÂÄÅÇÈÉÊËÍÎÏÑÓÔÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ–—‘’‚“”„†•…′″€−×→≈≤≥';
const extended = `${latin}āćčēğıłńōřśşšūžŠŽ`;
const display = `${ascii.replace(/[\\^_`{|}~<>@#$*]/g, '')}\u00a0éèüö–—‘’“”…½`;

// Guides in languages other than English use Young Serif with all of `latin`.
const faces = [
  ['literata-400', 'literata', '400-normal', extended],
  ['literata-400-italic', 'literata', '400-italic', extended],
  ['literata-700', 'literata', '700-normal', latin],
  ['young-serif-400', 'young-serif', '400-normal', display],
  ['young-serif-400-latin', 'young-serif', '400-normal', latin],
] as const;

for (const [name, family, face, text] of faces) {
  const source = readFileSync(`${packages}/${family}/files/${family}-latin-${face}.woff2`);
  const font = await subsetFont(source, text, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: ['kern', 'liga', 'onum', 'lnum', 'tnum', 'pnum', 'mark', 'ccmp'],
    dropTables: ['gasp', 'STAT', 'vhea', 'vmtx', 'GDEF'],
  });
  writeFileSync(new URL(`${name}.woff2`, import.meta.url), font);
  console.log(`${name}: ${String(font.length)} bytes`);
}
