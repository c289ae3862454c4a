import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from '../check/read-site.ts';
import type { Source } from '../check/source.ts';

/** All files below src/content of the project in `root`, sorted by path. */
export function readContent(root = '.'): Source[] {
  return listFiles(root, 'src/content').map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }));
}

/** What the content of the project in `root` may refer to. */
export function readSurroundings(root = '.'): Surroundings {
  return {
    components: listFiles(root, 'src').filter((path) => path.endsWith('.astro')),
  };
}

/** Files of a folder, by path from the project's root; those that the system hides are left out. */
function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(join(root, folder).length - folder.length).replaceAll('\\', '/'))
    .sort();
}
