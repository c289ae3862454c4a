import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSite } from '../../src/content-model/check/read-site.ts';
import type { Source } from '../../src/content-model/model/problem.ts';

/** Every file under src/content. */
export const sources: Source[] = readdirSync('src/content', {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The real content as the checks see it. */
export const { site } = readSite(sources);
