import { readdirSync } from 'node:fs';

/** Lists all files below a folder by relative path, with "/" as separator; sorted. */
export function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => path.slice(root.length).replace(/^\/+/, ''))
    .sort();
}
