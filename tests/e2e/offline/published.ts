import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeServiceWorker } from '../../../src/integrations/service-worker.ts';

/** A copy of the built site that a test may publish new versions of. */
export interface Published {
  dir: string;
  /** Publishes a version whose pages say so: in their title and in one script they load. */
  publish(version: string): Promise<void>;
  remove(): void;
}

/** Copies dist/ to a folder of its own. */
export function copyBuild(): Published {
  const dir = mkdtempSync(join(tmpdir(), 'sb-offline-'));
  const restore = () => {
    cpSync('dist', dir, { recursive: true });
  };
  restore();
  return {
    dir,
    async publish(version) {
      restore();
      for (const page of ['index.html', 'faq/index.html']) {
        const path = join(dir, page);
        const html = readFileSync(path, 'utf8');
        writeFileSync(path, html.replace(/<title>[^<]*/, `<title>${version}`));
      }
      await writeServiceWorker(`${dir}/`);
    },
    remove() {
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
