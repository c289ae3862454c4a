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
    '\uFEFFTY  - BOOK\nID  - a1999\nAU  - Ames, Bo\nTI  - A\nPY  - 1999\nER  - \n',
  );
  const { status, stdout, result } = run('a.ris');
  expect(status).toBe(0);
  expect(stdout).toContain('Added a1999');
  expect(stdout).toContain('1 added, 0 there already, 0 left out; 2 works');
  expect((JSON.parse(result) as { id: string }[]).map(({ id }) => id)).toEqual(['a1999', 'b2000']);
  expect(result).toContain(existing.slice(2));
});

test('reports what is there already and leaves the file alone', () => {
  writeFileSync(
    join(dir, 'b.json'),
    '{ "id": "x", "type": "book", "title": "b.", "abstract": "New." }',
  );
  const { status, stdout, result } = run('b.json');
  expect(status).toBe(0);
  expect(stdout).toContain('There already: "x" is b2000 (same title and year).');
  expect(stdout).toContain('It has what ours lacks: abstract = "New."');
  expect(result).toBe(existing);
});

test('names a record that is broken, with its line', () => {
  writeFileSync(join(dir, 'c.bib'), '@book{good, title={Good}}\n@book{bad, author={X, Y}}\n');
  const { status, stdout, stderr } = run('c.bib');
  expect(status).toBe(1);
  expect(stdout).toContain('Added');
  expect(stderr).toContain('c.bib:2: "bad" was left out: title:');
});

test.each([
  [[], 'Say which file'],
  [['none.bib'], 'none.bib cannot be read'],
  [['letter.txt'], 'letter.txt is no BibTeX, RIS or CSL-JSON file'],
  [['broken.json'], 'broken.json: '],
])('says what is wrong with %j', (args, message) => {
  writeFileSync(join(dir, 'letter.txt'), 'Dear Anna');
  writeFileSync(join(dir, 'broken.json'), '[{');
  const { status, stderr, result } = run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(message);
  expect(result).toBe(existing);
});
