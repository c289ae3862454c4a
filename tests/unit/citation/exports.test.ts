import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatBibtex } from '../../../src/lib/citation/bibtex.ts';
import { readRecords } from '../../../src/lib/citation/import/read-records.ts';
import { formatRis } from '../../../src/lib/citation/ris.ts';
import type { Reference } from '../../../src/schemas/reference.ts';
import { works as made } from './fixtures.ts';

const real = JSON.parse(readFileSync('src/content/references.json', 'utf8')) as Reference[];
const works = [...made, ...real];
const bibtex = works.map(formatBibtex).join('\n');
const ris = works.map(formatRis).join('');

/** Without markup, which RIS cannot carry and BibTeX writes otherwise; names in one key order. */
function plain(work: Reference | undefined): unknown {
  return JSON.parse(
    JSON.stringify(work ?? {}, (_, value: unknown) => {
      if (typeof value === 'string') return value.replace(/<[^>]+>/g, '');
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    }),
  );
}

describe.each([
  ['BibTeX', 'bibtex', bibtex],
  ['RIS', 'ris', ris],
] as const)('%s, read by citation-js', (_, format, text) => {
  const { records, unread } = readRecords(text, format);

  test('reads every record', () => {
    expect(unread).toEqual([]);
    expect(records.map(({ reference }) => reference.id)).toEqual(works.map(({ id }) => id));
  });

  test.each(works)('keeps every field of $id', (work) => {
    const back = records.find(({ reference }) => reference.id === work.id)?.reference;
    expect(plain(back)).toEqual(plain(work));
  });
});

/** Independent programs from Debian's packages, where they are installed. */
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

if (has('pandoc')) {
  /** Where pandoc's reader of BibTeX puts what CSL has elsewhere by now. */
  const elsewhere: Record<string, string> = { 'event-title': 'event' };
  const expected = works.map((work) => {
    const fields = Object.entries(plain(work) as object).map(
      ([field, value]): [string, unknown] => [elsewhere[field] ?? field, value],
    );
    // It has no place for the site of a web page and the number of an article.
    const lost = work.type === 'webpage' ? 'container-title' : 'number';
    return Object.fromEntries(fields.filter(([field]) => field !== lost));
  });

  test.each(['biblatex', 'bibtex'])(
    'pandoc reads every field of the BibTeX file as %s',
    (format) => {
      const json = execFileSync('pandoc', ['-f', format, '-t', 'csljson'], { input: bibtex });
      const back = JSON.parse(json.toString()) as Reference[];
      expect(back.map(plain)).toEqual(
        expected.map((fields) => expect.objectContaining(fields) as unknown),
      );
    },
  );
}

if (has('bib2xml')) {
  test.each([
    ['biblatex2xml', bibtex],
    ['ris2xml', ris],
  ])('%s finds every work with its title and names', (program, input) => {
    const { stdout, stderr } = spawnSync(program, ['-nl'], { input, maxBuffer: 1e9 });
    expect(stderr.toString()).toContain(`Processed ${String(works.length)} references`);
    const xml = stdout.toString();
    for (const { id } of works) expect(xml).toContain(`>${id}<`);
    for (const name of ['Müller', 'Gojman-de-Millán', 'World Health Organization']) {
      expect(xml).toContain(name);
    }
  });
}
