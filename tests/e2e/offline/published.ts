import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BuiltSite } from '../../../src/build/built-site.ts';
import { writeServiceWorker } from '../../../src/features/offline/build/service-worker.ts';

/** A copy of the built site of which a test can publish new versions. */
export interface Published {
  dir: string;
  /** Publishes a version with its name in the titles of some pages, by default two. */
  publish(version: string, pages?: string[]): Promise<void>;
  /** Undoes what was published. */
  restore(): void;
  remove(): void;
}

/** Copies dist/ to a new folder. */
export function copyBuild(): Published {
  const dir = mkdtempSync(join(tmpdir(), 'sb-offline-'));
  const copy = (filter: (from: string, to: string) => boolean) => {
    cpSync('dist', dir, { recursive: true, preserveTimestamps: true, filter });
  };
  copy(() => true);
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
    restore() {
      copy((from, to) => {
        const stats = statSync(from);
        return stats.isDirectory() || stats.mtimeMs !== statSync(to).mtimeMs;
      });
    },
    remove() {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
