import { expect, test } from 'vitest';
import { mergeReferences } from '../../../src/lib/citation/import/merge.ts';
import { detectFormat, readRecords } from '../../../src/lib/citation/import/read-records.ts';
import { type Reference, referenceSchema } from '../../../src/schemas/reference.ts';

const ours = (id: string, more: object = {}): Reference => ({
  ...{ id, type: 'book', title: `The title of ${id}`, issued: { 'date-parts': [[2001]] } },
  ...more,
});

function importText(text: string, existing: Reference[] = []) {
  const format = detectFormat(text);
  if (!format) throw new Error('no format');
  return mergeReferences(existing, readRecords(text, format), (record) =>
    referenceSchema
      .safeParse(record)
      .error?.issues.map(({ path }) => path.join('.'))
      .join(),
  );
}

test.each([
  ['@article{x,', 'bibtex'],
  ['% a comment\n@string{jp = "J"}\n@book(x,', 'bibtex'],
  ['TY  - JOUR\n', 'ris'],
  ['[{"id": "x"}]', 'csl-json'],
  ['Dear Anna', undefined],
])('knows the format of %j', (text, format) => {
  expect(detectFormat(text)).toBe(format);
});

test('reads accents, dashes, strings and names out of BibTeX, and makes a key', () => {
  const { references, added } = importText(`@string{jc = {Journal of Care}}
@article{Foo_2020,
  author = {M{\\"u}ller, {\\"O}zg{\\"u}r and van der Berg, Anna and {World Health Organization}},
  title = {On the {Strange Situation} -- a review},
  journal = jc, year = 2020, month = feb, pages = {1--9}, doi = {https://doi.org/10.1000/ABC}
}`);
  expect(added).toEqual([{ name: 'Foo_2020', id: 'muller2020strange' }]);
  expect(references[0]).toEqual({
    id: 'muller2020strange',
    type: 'article-journal',
    author: [
      { family: 'Müller', given: 'Özgür' },
      { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' },
      { literal: 'World Health Organization' },
    ],
    issued: { 'date-parts': [[2020, 2]] },
    title: 'On the Strange Situation – a review',
    'container-title': 'Journal of Care',
    page: '1-9',
    DOI: '10.1000/ABC',
  });
});

test('keeps every work that was there, sorts by id, and doubles none', () => {
  const existing = [ours('zeta2001', { note: 'kept' }), ours('alpha2001', { DOI: '10.1000/x' })];
  const text = JSON.stringify([
    ours('beta2001'),
    ours('other', { DOI: 'HTTPS://doi.org/10.1000/X' }),
    ours('another', { title: 'The <i>title</i> of Zeta2001!', abstract: 'new' }),
    ours('beta2001'),
  ]);
  const { references, added, duplicates } = importText(text, existing);
  expect(references.map(({ id }) => id)).toEqual(['alpha2001', 'beta2001', 'zeta2001']);
  expect(references).toEqual(expect.arrayContaining(existing));
  expect(added).toEqual([{ name: 'beta2001', id: 'beta2001' }]);
  expect(duplicates).toEqual([
    { name: 'other', of: 'alpha2001', why: 'same DOI', more: {} },
    { name: 'another', of: 'zeta2001', why: 'same title and year', more: { abstract: 'new' } },
    { name: 'beta2001', of: 'beta2001', why: 'same title and year', more: {} },
  ]);
});

test('gives a new key where another work has it', () => {
  const { added } = importText(JSON.stringify([ours('same2001', { title: 'Another' })]), [
    ours('same2001'),
  ]);
  expect(added).toEqual([{ name: 'same2001', id: 'another2001another' }]);
});

test('names the record that cannot be read and takes the others', () => {
  const { added, refused } = importText(
    '@book{good, title={A good book}, author={Good, Ann}, year=2001}\n\n@book{broken, title={open\n\n@book{untitled, author={X, Y}, year=2000}\n',
  );
  expect(added.map(({ name }) => name)).toEqual(['good']);
  expect(refused.map(({ name, line }) => [name, line])).toEqual([
    ['broken', 3],
    ['untitled', 5],
  ]);
  expect(refused[1]?.why).toBe('title');
});

test('reads a web page and its day of access out of RIS', () => {
  const { references } = importText(
    'TY  - ELEC\r\nAU  - Doe, Jane\r\nTI  - A page\r\nT2  - A site\r\nY2  - 2026/03/04\r\nUR  - https://example.org/\r\nER  - \r\n',
  );
  expect(references[0]).toMatchObject({
    id: 'doepage',
    type: 'webpage',
    'container-title': 'A site',
    accessed: { 'date-parts': [[2026, 3, 4]] },
  });
});
