import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../free-port.ts';
import { launchOptions } from '../../launch-options.ts';
import { pages } from '../../pages.ts';

// The commands write into dist/, which other tests read, so they get a copy.
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(resolve('.cache/editions-'));
cpSync('dist', join(folder, 'dist'), { recursive: true });
for (const name of ['src', 'tests', 'node_modules']) symlinkSync(resolve(name), join(folder, name));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function make(edition: 'pdf' | 'zim'): string {
  execFileSync(process.execPath, [`src/cli/edition-${edition}.ts`], { cwd: folder, stdio: 'pipe' });
  return join(folder, `dist/editions/secure-base.${edition}`);
}

const hasZimTools = !spawnSync('zimwriterfs', ['--version']).error;
const hasKiwix = !spawnSync('kiwix-serve', ['--version']).error;

test('the PDF has an outline, tags, a language and the day of its edition', () => {
  const pdf = readFileSync(make('pdf')).toString('latin1');
  for (const part of ['/Outlines', '/StructTreeRoot', '/MarkInfo', '/Lang (en-GB)']) {
    expect(pdf).toContain(part);
  }
  const download = readFileSync(join(folder, 'dist/download/index.html'), 'utf8');
  const day = /secure-base\.pdf[\s\S]*?<time datetime="([\d-]+)"/.exec(download)?.[1] ?? 'none';
  expect(pdf).toContain(`/CreationDate (D:${day.replaceAll('-', '')}`);
});

test.runIf(hasZimTools)('zimcheck finds nothing in the archive (needs zim-tools)', () => {
  const report = execFileSync('zimcheck', ['-A', make('zim')], { encoding: 'utf8' });
  expect(report).toContain('Overall Test Status: Pass');
});

test.runIf(hasZimTools && hasKiwix)(
  'Kiwix serves every page, the search and a quiz (needs zim-tools and kiwix-tools)',
  async () => {
    const port = await freePort();
    const made = join(folder, 'dist/editions/secure-base.zim');
    const archive = existsSync(made) ? made : make('zim');
    const server = spawn('kiwix-serve', ['--address=127.0.0.1', `--port=${String(port)}`, archive]);
    const browser = await chromium.launch(launchOptions());
    try {
      const root = `http://127.0.0.1:${String(port)}/secure-base/`;
      await waitFor(root);
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      for (const path of pages().filter((one) => one.endsWith('/'))) {
        await page.goto(`${root}${path.slice(1)}index.html`);
        expect(await page.locator('h1').count(), path).toBe(1);
      }
      expect(await search(page, root)).toContain('Mis-attunement');
      await page.goto(`${root}mis-attunement/index.html`);
      await page.locator('.sb-quiz-frame').scrollIntoViewIfNeeded();
      await page.locator('.sb-quiz.is-live').waitFor();
      await page.locator('.sb-quiz-frame input').first().check({ force: true });
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
      server.kill();
    }
  },
);

async function search(page: Page, root: string): Promise<string> {
  await page.goto(`${root}search/index.html?q=still%20face`);
  const results = page.locator('main a[href*="mis-attunement"]:visible').first();
  await results.waitFor();
  return (await page.locator('main').innerText()).replaceAll('\n', ' ');
}

async function waitFor(url: string): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(url)
          .then(({ ok }) => ok)
          .catch(() => false),
      { timeout: 600_000 },
    )
    .toBe(true);
}

test('the commands say what to do when there is no built site', () => {
  const empty = mkdtempSync(resolve('.cache/empty-'));
  symlinkSync(resolve('src'), join(empty, 'src'));
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/edition-zim.ts'], {
    cwd: empty,
    encoding: 'utf8',
  });
  rmSync(empty, { recursive: true });
  expect(status).toBe(1);
  expect(stderr).toContain('npm run build');
  expect(existsSync(join(empty, 'dist'))).toBe(false);
});
