import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  cpSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { draftGuide } from './guide-files.ts';

// `npm run new:guide -- "Name" de`: puts a new guide in the place of this one. What was in src/content
// and src/site/site.ts goes to a folder of .cache.
const [name = '', language = ''] = process.argv.slice(2);
const [content, siteFile] = ['src/content', 'src/site/site.ts'];

try {
  const facts = readFileSync(siteFile, 'utf8');
  const files = draftGuide({
    name,
    language,
    locales: readdirSync('src/features/citations/styles').flatMap(
      (file) => /^locales-(.+)\.xml$/.exec(file)?.[1] ?? [],
    ),
    today: new Date().toISOString().slice(0, 10),
    english: readFileSync(`${content}/i18n/en.json`, 'utf8'),
    colours: /^ {2}colours: \{.*?^ {2}\},$/ms.exec(facts)?.[0] ?? '  colours: {},',
  });
  const kept = freeFolder('.cache/guide-before');
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, 'site.ts'), facts);
  renameSync(content, join(kept, 'content'));
  // The emblems serve any guide; the mark, the icons and the home page's drawing are this one's own.
  cpSync(join(kept, 'content/drawings'), `${content}/drawings`, {
    recursive: true,
    filter: (path) => !/(mark|icon|favicon|round-trip)\.svg$/.test(path),
  });
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`Wrote ${path}`);
  }
  console.log(`The guide that was here is in ${kept}.`);
  console.log('Next: fill in src/site/site.ts, then npm run content:check and npm run dev.');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** A folder of this name that is not there yet. */
function freeFolder(path: string): string {
  let free = path;
  for (let count = 2; existsSync(free); count += 1) free = `${path}-${String(count)}`;
  return free;
}
