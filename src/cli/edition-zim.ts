import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { drawPng } from '../build/shared/draw-png.ts';
import { drawDefaultIcon } from '../site/facts.ts';
import { site } from '../site/site.ts';
import { offerAddedEdition } from '../features/editions/build/editions.ts';

/** Packs the built site as a ZIM archive for Kiwix, dist/editions/<id>.zim. Needs zimwriterfs (zim-tools). */

const source = `dist/editions/${site.id}.zip`;
const file = `dist/editions/${site.id}.zim`;
if (!existsSync('dist/editions'))
  fail('There is no built site to pack. Run "npm run build" first.');
if (spawnSync('zimwriterfs', ['--version']).error) {
  fail(
    'zimwriterfs is missing. Install it (Debian: apt-get install zim-tools) and run this again.',
  );
}

// Packs the double-click edition, whose links name files and which needs no server.
const folder = mkdtempSync(join(tmpdir(), 'zim-'));
for (const [path, bytes] of Object.entries(unzipSync(readFileSync(source)))) {
  const target = join(folder, path.replace(new RegExp(`^${site.id}/`), ''));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}
const ownIcon = 'src/content/drawings/icon.svg';
const icon = existsSync(ownIcon) ? readFileSync(ownIcon, 'utf8') : drawDefaultIcon(site.colours);
writeFileSync(join(folder, 'illustration.png'), await drawPng(icon, 48));
rmSync(file, { force: true });

const { status } = spawnSync(
  'zimwriterfs',
  [
    '--welcome=index.html',
    '--illustration=illustration.png',
    `--language=${site.language3}`,
    `--name=${site.id}_${site.language.split('-')[0] ?? ''}`,
    `--title=${site.name}`,
    `--description=${site.summary.slice(0, 79)}`,
    `--creator=${site.author}`,
    `--publisher=${site.publisher}`,
    `--tags=${site.tags.join(';')}`,
    folder,
    file,
  ],
  { stdio: 'inherit' },
);
rmSync(folder, { recursive: true, force: true });
if (status !== 0) fail('zimwriterfs could not make the archive; see its message above.');
await offerAddedEdition();
console.log(`Packed ${file}.`);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
