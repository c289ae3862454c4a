import { EventEmitter } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { contentCheck } from '../../../src/build/content-check.ts';

/** The check runs in a thread, which a busy machine may let wait. */
const patience = { timeout: 600_000 };

/** A message of the dev server to the browser, as far as it matters here. */
interface Sent {
  type: string;
  err?: { message: string; loc: { file: string; line: number } };
}

test('while the site is served, the browser is told of mistakes in files that are new, changed and gone', async () => {
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
  await hooks['astro:config:setup']?.({ command: 'dev', config, logger });
  hooks['astro:server:setup']?.({ server: { watcher, ws }, logger });
  onTestFinished(async () => {
    await hooks['astro:server:done']?.({});
  });
  expect(sent).toEqual([]);

  const tides = join(docs, 'tides.mdx');
  writeFileSync(tides, '## Tides\n');
  watcher.emit('add', tides);
  expect(sent, 'what is waiting goes on before the check').toEqual([]);
  await expect
    .poll(() => sent, patience)
    .toMatchObject([{ type: 'error', err: { loc: { file: expect.stringMatching('tides') } } }]);

  // A page that is loaded now must be told as well.
  ws.emit('connection');
  expect(sent).toHaveLength(2);

  rmSync(tides);
  watcher.emit('unlink', tides);
  await expect.poll(() => sent.at(-1), patience).toEqual({ type: 'full-reload' });

  writeFileSync(storms, text.replace('Storms pass.', 'Storms <Sailor id="x" /> pass.'));
  watcher.emit('change', storms);
  const message = () => sent.at(-1)?.err?.message;
  await expect.poll(message, patience).toContain('There is no component <Sailor>.');
  expect(sent.at(-1)?.err?.loc).toMatchObject({ file: 'src/content/docs/storms.mdx', line: 11 });

  const count = sent.length;
  writeFileSync(storms, text);
  watcher.emit('change', storms);
  await expect.poll(() => sent.slice(count), patience).toEqual([{ type: 'full-reload' }]);
  // What is right still is not told again. The thread answers in order, so that the mistake comes last; it
  // comes twice where the thread reads the files for the first time only now.
  watcher.emit('change', storms);
  writeFileSync(tides, '## Tides\n');
  watcher.emit('add', tides);
  await expect.poll(() => sent.at(-1)?.type, patience).toBe('error');
  const [first, ...later] = sent.slice(count).map(({ type }) => type);
  expect([first, ...new Set(later)]).toEqual(['full-reload', 'error']);
});
