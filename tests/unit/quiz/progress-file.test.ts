import { expect, test } from 'vitest';
import {
  formatProgress,
  parseProgress,
  progressFileLimit,
} from '../../../src/features/practice/model/progress-file.ts';
import { reviewCard } from '../../../src/features/practice/model/review-card.ts';
import { views } from './questions.ts';

const { one, order } = views;
const quizzes = [{ id: 'repair', title: 'Repair', questions: [one, order] }];
const answer = { hash: one.hash, answer: [1], at: 5, missed: false };
const card = reviewCard(undefined, order.hash, 'knew', 7);

test('an exported progress file is parsed to the same progress', () => {
  const progress = {
    answers: new Map([['repair', new Map([[one.id, answer]])]]),
    cards: new Map([[order.id, card]]),
  };
  expect(parseProgress(formatProgress(progress, 0), quizzes)).toEqual({ ...progress, dropped: 0 });
});

test('entries of edited or unknown questions are dropped and counted', () => {
  const text = formatProgress(
    {
      answers: new Map([
        [
          'repair',
          new Map([
            [one.id, { ...answer, hash: 'edited' }],
            ['unknown', answer],
          ]),
        ],
      ]),
      cards: new Map([[order.id, { ...card, hash: 'edited' }]]),
    },
    0,
  );
  const read = parseProgress(text, quizzes);
  expect(read.dropped).toBe(3);
  expect(read.cards.size + (read.answers.get('repair')?.size ?? 0)).toBe(0);
});

test.each([
  ['no JSON', '{', 'could not be read'],
  ['nothing', '', 'could not be read'],
  ['another file', '{"name":"secure-base"}', 'not a progress file'],
  ['null', 'null', 'not a progress file'],
  ['a list', '[]', 'not a progress file'],
  ['another version', '{"format":"secure-base-progress","version":9}', 'another version'],
  ['too much', ' '.repeat(progressFileLimit + 1), 'too large'],
])('a file that is %s is rejected with a message', (_, text, message) => {
  expect(() => parseProgress(text, quizzes)).toThrow(message);
});

test('malicious entries are dropped', () => {
  const hostile = `{"format":"secure-base-progress","version":1,
    "answers":{"__proto__":{"version":1,"entries":{}},"repair":{"version":1,"entries":{
      "__proto__":{"hash":"x","answer":[0],"at":1,"missed":false},
      "pick":{"hash":"${one.hash}","answer":["<img src=x onerror=alert(1)>"],"at":1,"missed":false}}}},
    "cards":{"version":1,"entries":{"sort":{"hash":"${order.hash}","due":1e99,"stability":"1"}}}}`;
  const read = parseProgress(hostile, quizzes);
  expect(read.answers.get('repair')?.size).toBe(0);
  expect(read.cards.size).toBe(0);
  expect(({} as Record<string, unknown>)['hash']).toBeUndefined();
});
