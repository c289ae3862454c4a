import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';

/**
 * Unpacks the double-click edition into the folder `name` of test-results/, and returns the file: URL of the
 * folder in the archive, without a slash at its end.
 */
export function unpackEdition(name: string): string {
  const folder = resolve('test-results', name);
  rmSync(folder, { recursive: true, force: true });
  const files = unzipSync(readFileSync('dist/editions/secure-base.zip'));
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return pathToFileURL(join(folder, 'secure-base')).href;
}
