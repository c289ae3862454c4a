import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../lib/content/check/source.ts';

/** All text files below src/content of the project in `root`, sorted by path. */
export function readContent(root = '.'): Source[] {
  return readdirSync(join(root, 'src/content'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(mdx?|ya?ml|json|csv)$/.test(name))
    .sort()
    .map((name) => ({
      path: join('src/content', name).replaceAll('\\', '/'),
      text: readFileSync(join(root, 'src/content', name), 'utf8'),
    }));
}
