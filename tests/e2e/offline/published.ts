import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuiltSite } from '../../../src/build/built-site.ts';
import { writeServiceWorker } from '../../../src/features/offline/build/service-worker.ts';

/** A copy of the built site that a test may publish new versions of. */
export interface Published {
  dir: string;
  /** Publishes a version that says so in the title of some pages, by default of two. */
  publish(version: string, pages?: string[]): Promise<void>;
  remove(): void;
}

/** Copies dist/ to a folder of its own. */
export function copyBuild(): Published {
  const dir = mkdtempSync(join(tmpdir(), 'sb-offline-'));
  cpSync('dist', dir, { recursive: true });
  return {
    dir,
    async publish(version, pages = ['index.html', 'faq/index.html']) {
      for (const page of pages) {
        const html = readFileSync(join('dist', page), 'utf8');
        writeFileSync(join(dir, page), html.replace(/<title>[^<]*/, `<title>${version}`));
      }
      const site = new BuiltSite(dir);
      await writeServiceWorker(site);
      site.save();
    },
    remove() {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
