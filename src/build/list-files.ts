import { readdirSync } from 'node:fs';

/** Every file below a folder, by its path there with "/" between names, in a fixed order. */
export function listFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'))
    .map((path) => path.slice(root.length).replace(/^\/+/, ''))
    .sort();
}
