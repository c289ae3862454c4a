import { expect, test } from 'vitest';
import { describeKeys, ownKeys } from '../../../src/lib/storage/stored-data.ts';

test('describes each kind of data once, and ignores keys of other sites', () => {
  const keys = ['sb:theme', 'sb:quiz:attunement', 'sb:quiz:faq', 'somebody-else'];
  expect(describeKeys(keys)).toEqual([
    'the theme you chose',
    'your answers and points from quizzes and exercises',
  ]);
  expect(ownKeys(keys)).not.toContain('somebody-else');
});
