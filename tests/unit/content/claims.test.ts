import { expect, test } from 'vitest';
import { listClaims } from '../../../src/features/findings/model/page-claims.ts';
import { readPage } from '../../../src/content-model/model/read-page.ts';

const body = `
<Claim certainty="high" why="It is the record.">
The link is real, r = .25 <Cite id="a b" />, and modest <Cite id="b" />.
</Claim>

## Later

<Research title="More" certainty="low">
One study <Cite id="c" />.

Another <Cite id="d" />.
</Research>

<Research title="Background">
No grade <Cite id="e" />.
</Research>
`;

test('lists graded statements and research sections with the works cited inside', () => {
  const claims = listClaims(readPage(body));
  expect(
    claims.map(({ number, component, certainty, works }) => [number, component, certainty, works]),
  ).toEqual([
    [1, 'Claim', 'high', ['a', 'b']],
    [2, 'Research', 'low', ['c', 'd']],
  ]);
});

test('keeps the statement without its citations, and the title of a research section', () => {
  const [claim, research] = listClaims(readPage(body));
  expect(claim?.text).toBe('The link is real, r = .25, and modest.');
  expect(claim?.why).toBe('It is the record.');
  expect(research?.text).toBe('More');
  expect(research?.section.text).toBe('Later');
});
