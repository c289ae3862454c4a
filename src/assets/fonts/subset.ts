import { readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

/**
 * Makes the fonts beside this file from the packages @fontsource/literata and @fontsource/young-serif
 * (5.3.0), which need not stay installed. To make them again, install both somewhere and run
 * `node src/assets/fonts/subset.ts <that folder>/node_modules/@fontsource`.
 */

const [packages = ''] = process.argv.slice(2);
const ascii = String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index));
const latin =
  ascii +
  '\u00a0¡©«°±²³·»¼½¾¿ÀÁÂÄÅÇÈÉÊËÍÎÏÑÓÔÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿ–—‘’‚“”„†•…′″€−×→≈≤≥';
const extended = `${latin}āćčēğıłńōřśşšūžŠŽ`;
const display = `${ascii.replace(/[\\^_`{|}~<>@#$*]/g, '')}\u00a0éèüö–—‘’“”…½`;

const faces = [
  { name: 'literata-400', source: 'literata/files/literata-latin-400-normal', text: extended },
  {
    name: 'literata-400-italic',
    source: 'literata/files/literata-latin-400-italic',
    text: extended,
  },
  { name: 'literata-700', source: 'literata/files/literata-latin-700-normal', text: latin },
  {
    name: 'young-serif-400',
    source: 'young-serif/files/young-serif-latin-400-normal',
    text: display,
  },
  // For guides in other languages than English, whose titles have other letters.
  {
    name: 'young-serif-400-latin',
    source: 'young-serif/files/young-serif-latin-400-normal',
    text: latin,
  },
];

for (const { name, source, text } of faces) {
  const font = await subsetFont(readFileSync(`${packages}/${source}.woff2`), text, {
    targetFormat: 'woff2',
    noHinting: true,
    keepFeatures: ['kern', 'liga', 'onum', 'lnum', 'tnum', 'pnum', 'mark', 'ccmp'],
    dropTables: ['gasp', 'STAT', 'vhea', 'vmtx', 'GDEF'],
  });
  writeFileSync(new URL(`${name}.woff2`, import.meta.url), font);
  console.log(`${name}: ${String(font.length)} bytes`);
}
