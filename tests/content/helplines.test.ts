import { expect, test } from 'vitest';
import { site, sources } from './sources.ts';

interface Line {
  id?: string;
  number: string;
}

const lines = (site.helplines ?? []).flatMap(({ data }) => data['lines'] as Line[]);
const digits = (text: string) => text.replace(/\D/g, '');

test('pages take numbers of helplines from the data, where they are checked, and contain none as text', () => {
  // Three digits could also be a page number or a count.
  const numbers = new Set(
    lines.map(({ number }) => digits(number)).filter((one) => one.length > 3),
  );
  const typed = sources
    .filter(({ path }) => /\.mdx?$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\+?\d[\d -]{4,}\d/g)]
        .filter(([run]) => numbers.has(digits(run)))
        .map(([run]) => `${path}: ${run}`),
    );
  expect(numbers.size).toBeGreaterThan(0);
  expect(typed).toEqual([]);
});

test('each helpline that a page names by its id is in the data, once', () => {
  const ids = lines.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const named = sources.flatMap(({ text }) =>
    [...text.matchAll(/<Helplines line="([^"]*)"/g)].map(([, id]) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(named));
});
