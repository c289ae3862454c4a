import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { linesOf, toDocuments } from '../../../src/features/search/build/documents.ts';

const content = mkdtempSync(join(tmpdir(), 'asked-'));
mkdirSync(join(content, 'asked'));
afterAll(() => {
  rmSync(content, { recursive: true });
});

/** The page as built: a component rendered the second sentence. */
const harbours = Object.entries({
  leaving: 'Go early. Most of 12 ships came back.',
  staying: 'Stay in port until the wind drops.',
}).map(([anchor, text]) => {
  const rest = { kind: 'page' as const, title: anchor, page: 'Harbours', links: [] };
  return { path: 'harbours/', anchor, text, ...rest };
});

const documentOf = (anchor: string) =>
  toDocuments(harbours, [], content).find((document) => document.anchor === anchor);

function leavingWith(answer: string) {
  writeFileSync(
    join(content, 'asked/harbours.yaml'),
    `- section: leaving\n  asked: [when to go]\n- section: leaving\n  answer: ${answer}\n  asked: [do ships return]\n`,
  );
  return documentOf('leaving');
}

test('each line has the word offset of its answer', () => {
  const leaving = leavingWith('Most of 12 ships');
  expect(leaving?.answer).toBeUndefined();
  expect(leaving?.asked).toEqual([
    { text: 'when to go', answer: undefined },
    { text: 'do ships return', answer: 2 },
  ]);
});

test('lines without an answer have the section’s main one', () => {
  writeFileSync(
    join(content, 'asked/harbours.yaml'),
    '- answer: Stay in port until\n  section: staying\n  asked: [a]\n- section: staying\n  asked: [b]\n',
  );
  const staying = documentOf('staying');
  expect([staying?.answer, ...(staying?.asked ?? []).map((line) => line.answer)]).toEqual([
    0, 0, 0,
  ]);
});

test('an answer that begins no sentence of the built section stops the build, with its line', () => {
  expect(() => leavingWith('Most of 20 ships')).toThrow(/^src\/content\/asked\/harbours\.yaml:4: /);
  expect(() => leavingWith('of 12 ships came')).toThrow('within a sentence');
  expect(() => leavingWith('Stay in port until')).toThrow(
    expect.objectContaining({ hint: expect.stringContaining('"staying"') as string }) as Error,
  );
});

test('lines are sorted by answer, the heading first, and shorter ones before longer ones', () => {
  const document = {
    kind: 'page',
    path: 'harbours/',
    anchor: 'leaving',
    title: 'When may a ship leave port',
    page: 'Harbours',
    text: '',
    topics: [],
    answer: 0,
    asked: [
      { text: 'when to set out', answer: 0 },
      { text: 'who comes back', answer: 9 },
      { text: 'when to go', answer: 0 },
      { text: 'return', answer: 9 },
    ],
  } as const;
  expect(
    linesOf({ ...document, asked: [...document.asked], topics: [] }).map(({ text }) => text),
  ).toEqual([
    'When may a ship leave port',
    'when to go',
    'when to set out',
    'return',
    'who comes back',
  ]);
  expect(linesOf({ ...document, kind: 'term', asked: [], topics: [] })).toEqual([]);
});
