import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readReadingOrder } from '../../../src/content-model/build/read-content.ts';
import { runAce } from './ace.ts';

const path = 'dist/editions/secure-base.epub';
const files = unzipSync(readFileSync(path));
const read = (name: string) => strFromU8(files[`book/${name}`] ?? new Uint8Array());

test('the book begins with its kind, stored as it is', () => {
  expect(readFileSync(path).subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
});

test('every page with something to read is a chapter, in reading order', () => {
  const order = [...read('package.opf').matchAll(/<itemref idref="([^"]+)"/g)].map(([, id]) => id);
  const chapters = readReadingOrder().filter(
    (slug) => !['quiz', 'search', 'download'].includes(slug),
  );
  expect(order).toEqual(['cover', 'nav', ...chapters, 'questions', 'answers']);
});

test('every question of every quiz is at the end, with its answer', () => {
  const [asked, answered] = [read('questions.xhtml'), read('answers.xhtml')];
  for (const file of readdirSync('src/content/quizzes')) {
    const { questions } = parse(readFileSync(`src/content/quizzes/${file}`, 'utf8')) as {
      questions: { id: string }[];
    };
    for (const { id } of questions) {
      expect(asked).toContain(`href="answers.xhtml#${id}"`);
      expect(answered).toContain(`id="${id}"`);
    }
  }
});

test('every citation of a chapter has its note', () => {
  const chapter = read('mis-attunement.xhtml');
  const notes = [...chapter.matchAll(/href="#(note-[^"]+)"/g)].map(([, id]) => id);
  expect(notes.length).toBeGreaterThan(10);
  for (const id of notes) expect(chapter).toContain(`<aside id="${id ?? ''}"`);
});

test('the cover has its title below the icon', () => {
  const png = Buffer.from(files['book/cover.png'] ?? []).toString('base64');
  const lower = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 480 600 200"><image xlink:href="data:image/png;base64,${png}" width="600" height="900"/></svg>`;
  const { pixels } = new Resvg(lower).render();
  const dark = pixels.filter((value, index) => index % 4 === 0 && value < 128);
  // The text covers about 4,000 of 120,000 pixels.
  expect(dark.length).toBeGreaterThan(2000);
});

test('drawings have their colours as attributes, too: no shape is black without the style', () => {
  const chapter = read('secure-attachment.xhtml');
  const drawings = chapter.match(/<svg[^>]*class="sb-fig[^>]*>/g) ?? [];
  expect(drawings.length).toBeGreaterThan(0);
  for (const drawing of drawings) expect(drawing).toMatch(/ fill="none"/);
});

const checker = '/usr/bin/epubcheck';

test.runIf(existsSync(checker))('epubcheck finds nothing (needs epubcheck)', () => {
  const report = execFileSync('java', ['-jar', checker, path], { encoding: 'utf8' });
  expect(report).toContain('0 fatals / 0 errors / 0 warnings');
});

test('Ace finds nothing', async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'secure-base-ace-'));
  try {
    expect(await runAce(path, outdir)).toEqual([]);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});
