import { expect, test } from 'vitest';
import { marginNote } from '../../../src/features/findings/model/grading.ts';

test('gives the kind and the title without its subtitle', () => {
  expect(marginNote('Less is more: Meta-analyses of interventions', ['meta-analysis'])).toBe(
    'Meta-analysis. Less is more.',
  );
  expect(marginNote('Stability of attachment.', ['review'])).toBe(
    'Review. Stability of attachment.',
  );
});

test('keeps a question mark', () => {
  expect(marginNote('Does it last? Twenty years on', ['longitudinal study'])).toBe(
    'Longitudinal study. Does it last?',
  );
});
