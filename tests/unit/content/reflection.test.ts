// cspell:ignore leavign
import { expect, test } from 'vitest';
import { findProblems } from '../../../src/content-model/build/find-problems.ts';

const page = `import Reflection from '~/features/reflection/Reflection.astro';

## Leaving

<Reflection />
`;
const front = `---
title: Ships
description: What a ship is good for, how it comes and goes, and what has been found about it.
part: start
order: 10
published: 2026-01-01
updated: 2026-01-01
review: 2027-01-01
---

`;
const components = ['src/features/reflection/Reflection.astro'];

const reportsFor = (section: string) =>
  findProblems(
    [
      { path: 'src/content/docs/ships.mdx', text: front + page },
      { path: 'src/content/reflection.yaml', text: `safety:\n  section: ${section}\n` },
    ],
    { components },
  ).problems.flatMap(({ line, message }) =>
    message.includes('no section') ? [{ line, message }] : [],
  );

test('the reflection may link only to sections of its own page', () => {
  expect(reportsFor('leaving')).toEqual([]);
  expect(reportsFor('leavign')).toEqual([
    { line: 2, message: 'The page "ships" has no section "leavign".' },
  ]);
});
