import { expect, test } from 'vitest';
import { createBibliographer } from '../../../src/features/citations/model/print/bibliographer.ts';
import type { CitationInput } from '../../../src/features/citations/model/print/cluster.ts';
import { people, readStyle, readYaml, toText, works } from './fixtures.ts';

const bibliographer = createBibliographer(readStyle(), works, people);
const cases = readYaml('in-text') as (CitationInput & { prints: string })[];

test.each(cases)('$prints', ({ prints, ...citation }) => {
  expect(toText(bibliographer.cite(citation))).toBe(prints);
});
