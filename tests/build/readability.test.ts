import { expect, test } from 'vitest';
import { readGrades } from '../../src/cli/content-readability.ts';

test.each(readGrades())(
  '/$slug/ reads at grade $grade, at most $limit',
  ({ grade, limit, words }) => {
    expect(words).toBeGreaterThanOrEqual(100);
    expect(grade).toBeLessThanOrEqual(limit);
  },
);
