import { EventEmitter } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { contentCheck } from '../../../src/build/content-check.ts';

/** The check runs in a worker thread, which may be slow on a busy machine. */
const slow = { timeout: 600_000 };

/** The tested fields of a message from the dev server to the browser. */
interface Sent {
  type: string;
  err?: { message: string; loc: { file: string; line: number } };
}

test('the dev server reports mistakes in added, changed and deleted files to the browser', async () => {
  const root = mkdtempSync(join(tmpdir(), 'content-check-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  cpSync('tests/fixtures/small-site', root, { recursive: true });
  cpSync('src/components', join(root, 'src/components'), { recursive: true });
  cpSync('src/features', join(root, 'src/features'), { recursive: true });
  const docs = join(root, 'src/content/docs');
  const storms = join(docs, 'storms.mdx');
  const text = readFileSync(storms, 'utf8');

  const sent: Sent[] = [];
  const watcher = new EventEmitter();
  const ws = Object.assign(new EventEmitter(), { send: (message: Sent) => sent.push(message) });
  const logger = { error: vi.fn(), warn: vi.fn() };
  const harbours = join(docs, 'harbours.mdx');
  writeFileSync(harbours, readFileSync(harbours, 'utf8').replace(/!\[.*\n/, ''));

  const { hooks } = contentCheck().first as unknown as {
    hooks: Record<string, (options: object) => unknown>;
  };
  const config = { root: pathToFileURL(`${root}/`) };
  const addWatchFile = vi.fn();
  await hooks['astro:config:setup']?.({ command: 'dev', config, logger, addWatchFile });
  expect(addWatchFile).toHaveBeenCalledOnce();
  hooks['astro:server:setup']?.({ server: { watcher, ws }, logger });
  onTestFinished(async () => {
    await hooks['astro:server:done']?.({});
  });
  expect(sent).toEqual([]);

  const tides = join(docs, 'tides.mdx');
  writeFileSync(tides, '## Tides\n');
  watcher.emit('add', tides);
  expect(sent, 'the handler returns before the check runs').toEqual([]);
  await expect
    .poll(() => sent, slow)
    .toMatchObject([{ type: 'error', err: { loc: { file: expect.stringMatching('tides') } } }]);

  // A browser that connects later must get the report as well.
  ws.emit('connection');
  expect(sent).toHaveLength(2);

  rmSync(tides);
  watcher.emit('unlink', tides);
  await expect.poll(() => sent.at(-1), slow).toEqual({ type: 'full-reload' });

  writeFileSync(storms, text.replace('Storms pass.', 'Storms <Sailor id="x" /> pass.'));
  watcher.emit('change', storms);
  const message = () => sent.at(-1)?.err?.message;
  await expect.poll(message, slow).toContain('There is no component <Sailor>.');
  expect(sent.at(-1)?.err?.loc).toMatchObject({ file: 'src/content/docs/storms.mdx', line: 11 });

  const count = sent.length;
  writeFileSync(storms, text);
  watcher.emit('change', storms);
  await expect.poll(() => sent.slice(count), slow).toEqual([{ type: 'full-reload' }]);
  // A result without mistakes is not sent again. The thread answers in order, so the mistake is last; it may
  // be sent twice if the thread reads the files for the first time only now.
  watcher.emit('change', storms);
  writeFileSync(tides, '## Tides\n');
  watcher.emit('add', tides);
  await expect.poll(() => sent.at(-1)?.type, slow).toBe('error');
  const [first, ...later] = sent.slice(count).map(({ type }) => type);
  expect([first, ...new Set(later)]).toEqual(['full-reload', 'error']);
});
