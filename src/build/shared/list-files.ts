import { existsSync, readdirSync } from 'node:fs';

/** Lists all files below a folder by relative path, with "/" as separator; sorted, and none without the folder. */
export function listFiles(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => path.slice(root.length).replace(/^\/+/, ''))
    .sort();
}
