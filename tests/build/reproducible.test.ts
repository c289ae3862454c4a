import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../../src/build/shared/list-files.ts';
import { buildSite, runBuild } from './site.ts';

const elsewhere = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

test('a build of the same content in another folder, zone and language is the same to the byte, with caches and without', async () => {
  const site = await buildSite({ dir: '.cache/sites/une autre fois/ici', env: elsewhere });
  try {
    expect(site.output).toContain('Complete!');
    expect(site.output).not.toContain('kept from the last build');
    const cold = hashes(site.dist());
    expect(cold).toEqual(hashes('dist'));
    const again = await runBuild(site.dir, elsewhere);
    expect(again.output).toContain('kept from the last build');
    expect(hashes(site.dist())).toEqual(cold);
  } finally {
    site.remove();
  }
});

/** A hash for each file, so that a difference names the file. */
function hashes(root: string): Record<string, string> {
  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  return Object.fromEntries(
    listFiles(join(root, '/')).map((path) => [path, hash(join(root, path))]),
  );
}
