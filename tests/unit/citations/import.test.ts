import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { checkRecord } from '../../../src/features/citations/model/checks/check-records.ts';
import { readEntries } from '../../../src/features/citations/model/import/bibtex-syntax.ts';
import {
  mergeReferences,
  reportImport,
} from '../../../src/features/citations/model/import/merge.ts';
import {
  decodeText,
  detectFormat,
  explainFormat,
  readFile,
} from '../../../src/features/citations/model/import/read-file.ts';
import { foldText } from '../../../src/features/citations/model/fields.ts';
import { referenceSchema, type Reference } from '../../../src/content-model/schemas/reference.ts';

const folder = 'tests/fixtures/citation/files';
const files = readdirSync(folder);
const cases = parse(readFileSync('tests/fixtures/citation/imports.yaml', 'utf8')) as {
  file: string;
  record: string;
  is?: Record<string, unknown>;
  tells?: string;
  out?: string;
  twin?: string;
}[];

function inspect(record: Reference): string | undefined {
  const { error } = referenceSchema.safeParse(record);
  const wrong = error?.issues.map(({ message }) => message) ?? [];
  checkRecord(record, (_, message) => wrong.push(message));
  return wrong.join() || undefined;
}

function importText(text: string, existing: Reference[] = []) {
  const format = detectFormat(text);
  if (!format) throw new Error('no format');
  return mergeReferences(existing, readFile(text, format), inspect);
}

const merged = new Map(
  files.map((file) => {
    const { text } = decodeText(readFileSync(`${folder}/${file}`));
    return [file, { text, merge: importText(text) }];
  }),
);
const get = (file: string) => {
  const found = merged.get(file);
  if (!found) throw new Error(file);
  return found;
};

describe.each(cases)('$file, $record', ({ file, record, is, tells, out, twin }) => {
  const { merge } = get(file);
  const added = merge.added.find(({ name }) => name === record);

  test('becomes what it says', () => {
    if (out !== undefined) {
      expect(merge.leftOut.find(({ name }) => name === record)?.why).toContain(out);
      return;
    }
    if (twin !== undefined) {
      expect(merge.duplicates.find(({ name }) => name === record)?.of).toBe(twin);
      return;
    }
    const work = merge.references.find(({ id }) => id === added?.id);
    for (const [field, value] of Object.entries(is ?? {}))
      expect([field, work?.[field] ?? null]).toEqual([field, value]);
    if (tells !== undefined) expect(JSON.stringify(added?.remarks)).toContain(tells);
  });
});

/** Numbers of records, counted by hand where no pattern can. */
const counted: Record<string, number> = {
  '11-at-in-text.bib': 2,
  '12-comment-env.bib': 1,
  '09-commented-entry.bib': 2,
};

describe.each(files)('every record and field of %s', (file) => {
  const { text, merge } = get(file);
  const format = detectFormat(text) ?? 'bibtex';

  test('is added, there already or left out, each once', () => {
    const found =
      format === 'csl-json'
        ? (JSON.parse(text) as unknown[]).length
        : (counted[file] ??
          text.match(format === 'ris' ? /^TY {2}- /gm : /@(?!string|comment|xdata)\w+ ?[{(]/gi)
            ?.length);
    expect(merge.added.length + merge.duplicates.length + merge.leftOut.length).toBe(found);
    expect(reportImport(file, format, merge).table[0]).toContain(` ${String(found)}`);
  });

  test('is in the work or named', () => {
    expect(lost(text, format)).toEqual([]);
  });

  test('leaves no TeX, no entity and nothing of a private note in a work', () => {
    for (const work of merge.references) {
      const printed = { ...work, DOI: undefined, URL: undefined };
      expect(JSON.stringify(printed)).not.toMatch(/\\\\[a-z]|[{]\\\\|&[a-z]+;|\uFFFD/);
      for (const field of ['note', 'abstract', 'keyword']) expect(work).not.toHaveProperty(field);
    }
  });
});

/** Fields of which a significant word is neither in the work nor in a remark. */
function lost(text: string, format: 'bibtex' | 'ris' | 'csl-json'): string[] {
  const records = readFile(text, format);
  const kept = records.map((one) => foldText(JSON.stringify(one)).replaceAll(' ', ''));
  return rawFields(text, format).flatMap(([at, field, value]) => {
    const words = value.match(/(?<![\\\p{L}{])[\p{L}\p{N}]{3,}(?![}\p{L}\\{])/gu) ?? [];
    const missing = words.filter(
      (word) => !kept[at]?.includes(foldText(word)) && !restated.test(word) && !/^0\d$/.test(word),
    );
    return missing.length > 0 ? [`${String(at)} ${field}: ${missing.join(' ')}`] : [];
  });
}

/** Words that are kept as a number or in another form: months, seasons, ordinals, labels and resolvers of DOIs. */
const restated =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spr|nan|and|others|second|third|spring|accessed|doi|url|http|https|www|000|0+|0350|family|given|prefix|useprefix|true|false|relax|noopsort|toorn|\d+nd|wiley|com|\d\dth|\d{1,2}T\d+|phdthesis|techreport|inpress|mdash|amp|org|dx|ovid\d|others|available|nokey|12T10|emph|textit|30Z|abs|abr|PhD|SUP|English|Spanish|deu)/i;

function rawFields(text: string, format: string): [number, string, string][] {
  if (format === 'ris') {
    let at = -1;
    return text.split('\n').flatMap((row): [number, string, string][] => {
      const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/.exec(row) ?? [];
      if (tag === 'TY') at++;
      return tag && tag !== 'TY' && tag !== 'ER' ? [[at, tag, value]] : [];
    });
  }
  if (format === 'csl-json')
    return (JSON.parse(text) as unknown[]).flatMap((record, at) =>
      Object.entries((record ?? {}) as object).flatMap(
        ([field, value]): [number, string, string][] =>
          typeof value === 'string' && !['id', 'type'].includes(field)
            ? [[at, field, value.replace(/<[^<>]*>/g, ' ')]]
            : [],
      ),
    );
  return readEntries(text)
    .filter(({ type }) => type !== 'xdata')
    .flatMap(({ fields }, at) =>
      [...fields].map(([name, value]): [number, string, string] => [
        at,
        name,
        value.replace(/\\[a-z]+|<[^<>]*>|\$[^$]*\$/gi, ' '),
      ]),
    );
}

test.each([
  ['@article{x,', 'bibtex'],
  ['% a comment\n@string{jp = "J"}\n@book(x,', 'bibtex'],
  ['[A note before]\n@book{x,', 'bibtex'],
  ['TY  - JOUR\n', 'ris'],
  ['  TY - JOUR\n', 'ris'],
  ['[{"id": "x"}]', 'csl-json'],
  ['Dear Anna', undefined],
])('knows the format of %j', (text, format) => {
  expect(detectFormat(text)).toBe(format);
});

test('says what to do with a format that is none of the three', () => {
  expect(explainFormat('PMID- 12345\nTI  - A paper')).toContain('PubMed');
});

test.each([
  ['UTF-8', Buffer.from('\uFEFFé\r\nb'), undefined],
  ['UTF-16 with its mark', Buffer.from('\uFEFFé\nb', 'utf16le'), 'UTF-16'],
  ['UTF-16 without', Buffer.from('@é\nb', 'utf16le'), 'UTF-16'],
  ['Windows-1252', Buffer.from([0xe9, 0x0d, 0x62]), 'Windows-1252'],
])('reads %s', (_, bytes, encoding) => {
  const read = decodeText(bytes);
  expect(read.text.replace('@', '')).toBe('é\nb');
  expect(read.encoding).toBe(encoding);
});

test('refuses bytes that are no text or in an unknown encoding', () => {
  expect(() => decodeText(Buffer.from('PK\u0003\u0004\u0000\u0000abc'))).toThrow('no text file');
  expect(() => decodeText(Buffer.from([0x41, 0x81, 0xe9]))).toThrow('Save it as UTF-8');
});

const ours = (id: string, more: object = {}): Reference => ({
  ...{ id, type: 'book', title: `The title of ${id}`, issued: { 'date-parts': [[2001]] } },
  ...more,
});

test('keeps existing works, sorts by id, and adds no duplicates', () => {
  const existing = [ours('zeta2001', { note: 'kept' }), ours('alpha2001', { DOI: '10.1000/x' })];
  const text = JSON.stringify([
    ours('beta2001'),
    ours('other', { DOI: 'HTTPS://doi.org/10.1000/X' }),
    ours('another', { title: 'The <i>title</i> of Zeta2001!', publisher: 'new' }),
    ours('beta2001'),
  ]);
  const { references, added, duplicates } = importText(text, existing);
  expect(references.map(({ id }) => id)).toEqual(['alpha2001', 'beta2001', 'zeta2001']);
  expect(references).toEqual(expect.arrayContaining(existing));
  expect(added.map(({ id }) => id)).toEqual(['beta2001']);
  expect(duplicates.map(({ name, of, why, more }) => [name, of, why, more])).toEqual([
    ['other', 'alpha2001', 'same DOI', {}],
    ['another', 'zeta2001', 'same title, year and author', { publisher: 'new' }],
    ['beta2001', 'beta2001', 'same title, year and author', {}],
  ]);
});

test('gives a new key where another work has it', () => {
  const { added } = importText(JSON.stringify([ours('same2001', { title: 'Another' })]), [
    ours('same2001'),
  ]);
  expect(added).toMatchObject([{ name: 'same2001', id: 'another2001another' }]);
});

test('reports the line of a record and what it left out', () => {
  const { added, leftOut } = importText(
    '@book{good, title={A good book}, author={Good, Ann}, year=2001}\n\n@book{broken, title={open\n\n@book{untitled, author={X, Y}, year=2000}\n',
  );
  expect(added.map(({ name, line }) => [name, line])).toEqual([
    ['good', 1],
    ['broken', 3],
  ]);
  expect(leftOut).toEqual([{ name: 'untitled', line: 5, why: 'it has no title' }]);
  const json = importText('[\n {"id": "a", "title": "A"},\n\n {"id": "b", "title": ""}\n]');
  expect(json.leftOut).toEqual([{ name: 'b', line: 4, why: 'it has no title' }]);
});

test('loses no name of a list in which one has too many commas', () => {
  const { references } = importText(
    '@book{a, title={A}, author={Ames, Bo, Cole, Di and Dean, Ed and {Care, Ltd, UK, EU}}}',
  );
  expect(references[0]?.author).toEqual([
    { family: 'Ames', given: 'Bo' },
    { family: 'Cole', given: 'Di' },
    { family: 'Dean', given: 'Ed' },
    { literal: 'Care, Ltd, UK, EU' },
  ]);
});

test('proposes sentence case with names, protected words and first words kept', () => {
  const titles = get('33-title-case.bib').merge.titles.map(({ to }) => to);
  expect(titles).toEqual([
    'The role of Fathers in early care: A study of the Strange Situation in Uganda',
    'The role of fathers in early care',
  ]);
  const known = ours('bowlby1969', {
    title: 'How a method came to be called the Strange Situation',
  });
  const [ris] = importText(
    'TY  - JOUR\nAU  - Crittenden, P.\nTI  - Is Bowlby’s Theory Sound? Evidence From Brazil and Dutch Mothers: The Strange Situation\nER  - \n',
    [known],
  ).titles;
  expect(ris?.to).toBe(
    'Is Bowlby’s theory sound? Evidence from Brazil and Dutch mothers: The Strange Situation',
  );
});

test.each([
  // Titles in other languages, or in sentence case already, are left alone.
  ['Leer los movimientos sociales desde el individualismo en América Latina', undefined],
  ['The vexation of Simone Weil', undefined],
  [
    'Eating Ethically: Hannah Ames and French Ethics',
    'Eating ethically: Hannah Ames and French ethics',
  ],
  ['Phosphorylated ERβ Acids in Middle-Aged Rats', 'Phosphorylated ERβ acids in middle-aged rats'],
  [
    'rpy2: Simple and Efficient Access From Anywhere',
    'rpy2: Simple and efficient access from anywhere',
  ],
  ['Values in South Korea and New Zealand', undefined],
  ['Support for Autocracy in South Korea', 'Support for autocracy in South Korea'],
])('in a file with titles in French and German, of “%s” it proposes %j', (title, to) => {
  const record = (id: string, name: string, author: object) =>
    ours(id, { title: name, author: [author] });
  const works = [
    record('french1', 'Le français et la langue latine', { family: 'Weil', given: 'Simone' }),
    record('german1', 'Warum und weil der Mensch', { family: 'Ames', given: 'Hannah' }),
    record('asked1', title, { family: 'Cole', given: 'D.' }),
  ];
  const { titles } = importText(JSON.stringify(works));
  expect(titles.find(({ id }) => id === 'asked1')?.to).toBe(to);
});

test('takes words that a program protects throughout for no names', () => {
  const [title] = importText(
    '@article{a, title={{Satisfaction} with {Democracy} and {Social} {Capital} in the {USA}}, journal={J}}',
  ).titles;
  expect(title?.to).toBe('Satisfaction with democracy and social capital in the USA');
});
