import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const target = 'src/content/references.json';
const existing =
  '[\n {\n  "id": "b2000",\n  "type": "book",\n  "title": "B",\n  "note": "Kept as it is."\n }\n]\n';
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'refs import ü '));
  mkdirSync(join(dir, 'src/content'), { recursive: true });
  writeFileSync(join(dir, target), existing);
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('src/cli/refs-import.ts'), ...args],
    { cwd: dir, encoding: 'utf8' },
  );
  return { status, stdout, stderr, result: readFileSync(join(dir, target), 'utf8') };
}

test('adds new works in their place and touches no other line', () => {
  writeFileSync(
    join(dir, 'a.ris'),
    '\uFEFFTY  - BOOK\nID  - a1999\nAU  - Ames, Bo\nTI  - A\nPY  - 1999\nN1  - private\nER  - \n',
  );
  const { status, stdout, result } = run('a.ris');
  expect(status).toBe(0);
  expect(stdout).toContain('Added a1999');
  expect(stdout).toMatch(
    /records in a\.ris \(RIS\) +1\n {2}added +1\n {2}there already +0\n {2}left out +0\n/,
  );
  expect(stdout).toMatch(/fields never published +1 {2}N1 1/);
  expect((JSON.parse(result) as { id: string }[]).map(({ id }) => id)).toEqual(['a1999', 'b2000']);
  expect(result).toContain(existing.slice(2));
  expect(result).not.toContain('private');
});

test('reports existing works and leaves the file alone', () => {
  writeFileSync(
    join(dir, 'b.json'),
    '{ "id": "x", "type": "book", "title": "b.", "publisher": "New." }',
  );
  const { status, stdout, result } = run('b.json');
  expect(status).toBe(0);
  expect(stdout).toContain('There already: "x" is b2000 (same title, year and author).');
  expect(stdout).toContain('It has what ours lacks: publisher = "New."');
  expect(result).toBe(existing);
});

test('writes nothing before the author agrees to what would be left out', () => {
  writeFileSync(join(dir, 'c.bib'), '@book{good, title={Good}}\n@book{bad, author={X, Y}}\n');
  const first = run('c.bib');
  expect(first.status).toBe(1);
  expect(first.stdout).toContain('c.bib:2: "bad" is left out: it has no title.');
  expect(first.stdout).toContain('Nothing is written yet.');
  expect(first.result).toBe(existing);
  const second = run('c.bib', '--yes');
  expect(second.status).toBe(0);
  expect(second.result).toContain('"Good"');
});

test('names a field that would be lost, with its value', () => {
  writeFileSync(join(dir, 'f.bib'), '@book{good, title={Good}, year={Easter}}\n');
  const { status, stdout, result } = run('f.bib');
  expect(status).toBe(1);
  expect(stdout).toContain('f.bib:1: "good": year is not kept: “Easter” (this is no date');
  expect(result).toBe(existing);
});

test('proposes titles in sentence case, and applies them on request', () => {
  writeFileSync(
    join(dir, 'g.bib'),
    '@book{one, title={The Early Care of Infants}}\n@book{two, title={The Late Care of Adults}}\n',
  );
  const first = run('g.bib');
  expect(first.stdout).toContain('  - The Early Care of Infants\n  + The early care of infants');
  expect(first.result).toBe(existing);
  const some = run('g.bib', '--sentence-case=one');
  expect(some.result).toContain('The early care of infants');
  expect(some.result).toContain('The Late Care of Adults');
});

test.each([
  [[], 'Name a file'],
  [['none.bib'], 'none.bib cannot be read'],
  [['letter.txt'], 'letter.txt is not a BibTeX, RIS or CSL-JSON file'],
  [['broken.json'], 'broken.json: it is not valid JSON from line 1 on'],
])('says what is wrong with %j', (args, message) => {
  writeFileSync(join(dir, 'letter.txt'), 'Dear Anna');
  writeFileSync(join(dir, 'broken.json'), '[{');
  const { status, stderr, result } = run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(result).toBe(existing);
});
