import { readFileSync, readdirSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';

interface Entry {
  id: string;
  text: string;
  certainty: string;
  works: { id: string }[];
  places: { href: string; isCorrection: boolean }[];
}

const ledger = JSON.parse(readFileSync('dist/evidence.json', 'utf8')) as Entry[];
const places = ledger.flatMap((claim) => claim.places.map((place) => ({ ...claim, ...place })));
const statements = places.filter(({ href }) => /#finding-/.test(href));

test.each(statements)('$href stands at the claim it names', ({ href, text, certainty }) => {
  const [path = '', anchor = ''] = href.split('#');
  const element = findById(parse(readFileSync(`dist${path}index.html`, 'utf8')), anchor);
  expect(element, `no element ${href}`).toBeDefined();
  if (!element) return;
  expect(letters(textOf(element))).toContain(letters(text).slice(0, 40));
  expect(findLevel(element)).toBe(certainty);
});

test('a page states a finding once, and gives only its figures where it is repeated', () => {
  const findings = Object.assign(
    {},
    ...readdirSync('src/content/findings').map(
      (file) => parseYaml(readFileSync(`src/content/findings/${file}`, 'utf8')) as object,
    ),
  ) as Record<string, { statement: string; numbers?: string }>;
  const again = readdirSync('src/content/docs')
    .filter((file) => file.endsWith('.mdx'))
    .flatMap((file) => {
      const source = readFileSync(`src/content/docs/${file}`, 'utf8');
      const ids = [...source.matchAll(/<Finding id="([^"]+)"( numbers)?/g)];
      return ids
        .filter(([, id, numbers], at) => numbers && ids.slice(0, at).some((one) => one[1] === id))
        .map(([, id = '']) => ({ id, path: `/${file.replace('.mdx', '')}/` }));
    });
  expect(again.length).toBeGreaterThan(0);
  for (const { id, path } of again) {
    const page = letters(textOf(parse(readFileSync(`dist${path}index.html`, 'utf8'))));
    const { statement, numbers = '' } = findings[id] ?? { statement: '' };
    const times = (text: string) => page.split(letters(text).slice(0, 40)).length - 1;
    expect([id, path, times(statement), times(numbers)]).toEqual([id, path, 1, 1]);
  }
});

test('the page shows every claim of the ledger', () => {
  const page = readFileSync('dist/evidence/index.html', 'utf8');
  expect(page.match(/class="sb-ledger-entry/g)?.length).toBe(ledger.length);
  const missing = places.filter(({ href }) => !page.includes(`href="..${href}"`));
  expect(missing.map(({ href }) => href)).toEqual([]);
});

test('the CSV has one row for each claim and work', () => {
  const bytes = readFileSync('dist/evidence.csv');
  // Without a BOM, Excel would not read the file as UTF-8.
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = parseCsv(bytes, { bom: true, columns: true }) as {
    id: string;
    work_title: string;
  }[];
  expect(rows.filter(({ work_title: title }) => /<\/?\w/.test(title))).toEqual([]);
  expect(rows).toHaveLength(ledger.flatMap(({ works }) => works).length);
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ledger.map(({ id }) => id)));
});

test('every correction is on the page of myths', () => {
  const page = readFileSync('dist/myths/index.html', 'utf8');
  const corrections = places.filter(({ isCorrection }) => isCorrection);
  expect(corrections.length).toBeGreaterThan(0);
  const missing = corrections.filter(
    ({ href }) => !page.includes(`id="${href.split('#')[1] ?? ''}"`),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
});

type Node = Html.Node;

function findById(node: Node, id: string): Html.Element | undefined {
  return find(node, (element) => element.attrs.some((a) => a.name === 'id' && a.value === id));
}

function findLevel(node: Node): string | undefined {
  const level = (element: Html.Element) => element.attrs.find((a) => a.name === 'data-level');
  const found = find(node, (element) => level(element) !== undefined);
  return found && level(found)?.value;
}

function find(node: Node, wanted: (element: Html.Element) => boolean): Html.Element | undefined {
  if ('attrs' in node && wanted(node)) return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return undefined;
}

/** Text without citations. */
function textOf(node: Node): string {
  if ('attrs' in node && node.attrs.some((a) => a.value.includes('sb-cite'))) return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Removes what typography changes: all but letters and digits. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
