import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { formatBibtex, formatRis } from '../../../src/features/citations/export/records.ts';
import { readEntries } from '../../../src/features/citations/model/import/bibtex-syntax.ts';
import { readFile } from '../../../src/features/citations/model/import/read-file.ts';
import type { Reference } from '../../../src/content-model/schemas/reference.ts';
import { readYaml, works as made } from './fixtures.ts';

const real = JSON.parse(readFileSync('src/content/references.json', 'utf8')) as Reference[];
/** Reference types of the manual; no format has a field for the author of a reviewed book. */
const manual = (readYaml('apa-manual') as { work: Reference }[])
  .map(({ work }) => work)
  .filter((work) => work['reviewed-author'] === undefined);
const works = [...made, ...manual, ...real];
const bibtex = works.map(formatBibtex).join('\n');
const ris = works.map(formatRis).join('');

/** A work without markup, which RIS cannot express and BibTeX writes differently, its keys sorted. */
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
  ['BibLaTeX', 'bibtex', bibtex],
  ['RIS', 'ris', ris],
  ['CSL-JSON', 'csl-json', JSON.stringify(works)],
] as const)('%s, read by our own import', (_, format, text) => {
  const records = readFile(text.replaceAll('\r\n', '\n'), format);
  const read = records.flatMap((record) => ('reference' in record ? [record] : []));

  test('reads every record without a remark', () => {
    expect(read.map(({ reference }) => reference.id)).toEqual(works.map(({ id }) => id));
    const aside = read.flatMap(({ remarks }) => remarks.filter(({ kind }) => kind !== 'technical'));
    expect(aside).toEqual([]);
  });

  test('keeps every field of every work', () => {
    expect(read.map(({ reference }) => plain(reference))).toEqual(works.map(plain));
  });
});

/** Works whose fields have no RIS tag, or another one than in most types. */
const odd: Reference[] = [
  {
    ...{ id: 'page1', type: 'webpage', title: 'A page with an editor' },
    editor: [{ family: 'Ames', given: 'Bo' }],
    accessed: { 'date-parts': [[2024, 3, 6]] },
  },
  {
    ...{ id: 'book1', type: 'book', title: 'A single page', page: '17', section: '2' },
    'container-author': [{ family: 'Cole', given: 'J. R.' }],
    'container-title': 'A set of books',
    'event-date': {
      'date-parts': [
        [2018, 12, 3],
        [2018, 12, 6],
      ],
    },
  },
  {
    ...{ id: 'review1', type: 'article-journal', title: 'A review', 'container-title': 'J' },
    ...{ number: '12', issue: '3', editor: [{ literal: 'An editor' }] },
    'reviewed-author': [{ family: 'Dean', given: 'Ed' }],
  },
  {
    ...{ id: 'thesis1', type: 'thesis', title: 'A thesis', publisher: 'A university', page: '757' },
    'container-title': 'Dissertation Abstracts',
  },
];

test('RIS keeps what has no tag of its own in a note', () => {
  const read = readFile(odd.map(formatRis).join('').replaceAll('\r\n', '\n'), 'ris');
  expect(read.flatMap((one) => ('reference' in one ? plain(one.reference) : []))).toEqual(
    odd.map(plain),
  );
});

test('BibLaTeX keeps the number of a preprint, a family name of two words and contributors', () => {
  const work: Reference = {
    ...{ id: 'preprint1', type: 'article', title: 'A preprint', publisher: 'arXiv' },
    ...{ number: 'arXiv:1806.01261', author: [{ family: 'Dante Alighieri' }] },
    contributor: [{ family: 'Cherry', given: 'R. L.' }],
  };
  const [read] = readFile(formatBibtex(work), 'bibtex');
  expect(read).toMatchObject({ reference: work });
});

/** Independent programs from Debian's packages, where they are installed. */
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

if (has('pandoc')) {
  /** Variables that pandoc's BibLaTeX reader writes under older names. */
  const elsewhere: Record<string, string> = { 'event-title': 'event' };
  /** Pandoc reverses nested quotation marks. */
  const quotes = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replace(/[‘’“]|\\"|”/g, '’'));
  const known = [...made, ...real];
  const expected = known.map((work) => {
    const fields = Object.entries(plain(work) as object).map(
      ([field, value]): [string, unknown] => [elsewhere[field] ?? field, value],
    );
    // Pandoc drops the site of a web page and the number of an article.
    const lost = work.type === 'webpage' ? 'container-title' : 'number';
    return Object.fromEntries(fields.filter(([field]) => field !== lost));
  });

  test('pandoc reads every field of the BibLaTeX file', () => {
    const json = execFileSync('pandoc', ['-f', 'biblatex', '-t', 'csljson'], {
      input: known.map(formatBibtex).join('\n'),
    });
    const back = JSON.parse(json.toString()) as Reference[];
    expect(back.map((one) => quotes(plain(one)))).toEqual(
      expected.map((fields) => expect.objectContaining(quotes(fields) as object) as unknown),
    );
  });
}

/** Fields of each entry type in BibLaTeX's data model, from the parser's package. */
const model = JSON.parse(
  readFileSync('node_modules/@retorquere/bibtex-parser/dist/data/fields.json', 'utf8'),
) as Record<string, string[]>;

test('every field of the BibLaTeX file is one of its entry type in the data model', () => {
  const odd = readEntries(bibtex).flatMap(({ type, fields }) =>
    [...fields.keys()]
      .filter((name) => !model[type]?.includes(name.replace(/date$/, 'year')))
      .map((name) => `${type}: ${name}`),
  );
  // In BibLaTeX a report has no ISBN; other programs read it.
  expect([...new Set(odd)]).toEqual(['report: isbn']);
});

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
