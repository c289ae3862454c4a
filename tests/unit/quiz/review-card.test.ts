import { expect, test } from 'vitest';
import {
  forecast,
  startOfDay,
  ingestAnswers,
  pickSession,
  topicProgress,
  correctClockSkew,
  createCardStore,
  parseCard,
  recallChance,
  reviewCard,
  type ReviewCard,
} from '../../../src/features/practice/model/review-card.ts';
import { views } from './questions.ts';

const day = 86_400_000;
const start = new Date(2026, 10, 24, 9).getTime();
const quiz = Object.values(views);

test('intervals of a known question grow, and it is due at about 90 % recall', () => {
  let card: ReviewCard | undefined;
  let now = start;
  const gaps: number[] = [];
  for (let review = 0; review < 5; review += 1) {
    card = reviewCard(card, 'h', 'knew', now);
    gaps.push(Math.round((card.due - now) / day));
    expect(recallChance(card, card.due)).toBeGreaterThan(0.88);
    expect(recallChance(card, card.due)).toBeLessThan(0.92);
    now = card.due;
  }
  expect(gaps[0]).toBeGreaterThanOrEqual(1);
  expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  expect(gaps[4]).toBeGreaterThan(30);
});

test('an answer given with the clock ten years ahead is due as soon as with a correct clock', () => {
  const card = reviewCard(undefined, 'h', 'knew', start + 3650 * day);
  expect(correctClockSkew(card, start)).toEqual(reviewCard(undefined, 'h', 'knew', start));
  expect(correctClockSkew(card, card.due)).toEqual(card);

  const items = new Map<string, string>();
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  createCardStore(
    () => storage,
    () => card.at,
  ).add(new Map([['a', card]]));
  const store = createCardStore(
    () => storage,
    () => start,
  );
  expect(store.read().get('a')?.at).toBe(start);
});

test('a missed question is due on the next day, a guessed one no later than a known one', () => {
  const due = (grade: 'missed' | 'guessed' | 'knew') =>
    reviewCard(undefined, 'h', grade, start).due;
  expect(Math.round((due('missed') - start) / day)).toBe(1);
  expect(due('guessed')).toBeLessThanOrEqual(due('knew'));
  const known = reviewCard(undefined, 'h', 'knew', start);
  const forgotten = reviewCard(known, 'h', 'missed', known.due);
  expect(forgotten.lapses).toBe(1);
  expect(forgotten.stability).toBeLessThan(known.stability);
});

test('an edited question counts as new, and a clock set back counts as no time passed', () => {
  const card = reviewCard(undefined, 'h', 'knew', start);
  expect(reviewCard(card, 'edited', 'knew', start + day).reps).toBe(1);
  const back = reviewCard(card, 'h', 'knew', 0);
  expect(back.at).toBe(start);
  expect(back.due).toBeGreaterThan(start);
  expect(recallChance(card, 0)).toBeCloseTo(1);
});

test('a stored card is parsed unchanged, and one of the wrong shape is rejected', () => {
  const card = reviewCard(undefined, 'h', 'knew', start);
  expect(parseCard(JSON.parse(JSON.stringify(card)))).toEqual(card);
  const broken = {
    stability: -1,
    difficulty: 99,
    due: 'soon',
    at: NaN,
    state: 7,
    reps: 0,
    hash: 3,
  };
  for (const [field, value] of Object.entries(broken)) {
    expect(parseCard({ ...card, [field]: value }), field).toBeUndefined();
  }
});

test('the forecast counts each card on its local day, and overdue ones today', () => {
  const card = reviewCard(undefined, 'h', 'knew', start);
  const cards = new Map([
    ['late', { ...card, due: start - 3 * day }],
    ['today', { ...card, due: startOfDay(start, 1) - 1 }],
    ['tomorrow', { ...card, due: startOfDay(start, 1) }],
    ['far', { ...card, due: start + 60 * day }],
  ]);
  const due = forecast(cards, start).map((one) => one.due);
  expect(due).toEqual([2, 1, ...Array<number>(12).fill(0)]);
});

test('a session has due questions first, least likely recalled first, then new ones, then the rest', () => {
  const card = (id: keyof typeof views, at: number, due: number) =>
    [views[id].id, { ...reviewCard(undefined, views[id].hash, 'knew', at), due }] as const;
  const cards = new Map([
    card('one', start - 4 * day, start - day),
    card('several', start - 40 * day, start - day),
    card('order', start - day, start + 9 * day),
  ]);
  const ids = pickSession(quiz, cards, start, 1).map(({ id }) => id);
  expect(ids.slice(0, 2)).toEqual(['some', 'pick']);
  expect(ids.slice(2, 4).toSorted()).toEqual(['judge', 'pair']);
  expect(ids[4]).toBe('sort');
});

test('a session has ten questions at most', () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ ...views.one, id: `q-${String(at)}` }));
  const picked = pickSession(many, new Map(), start, 5);
  expect(picked).toHaveLength(10);
  expect(new Set(picked.map(({ id }) => id)).size).toBe(10);
});

test('answers on topic pages count as one review each, at the time of the answer', () => {
  const answers = new Map([
    [views.one.id, { hash: views.one.hash, answer: [1], at: start, missed: false }],
    [views.several.id, { hash: views.several.hash, answer: [0, 2], at: start, missed: true }],
    [views.order.id, { hash: 'edited', answer: [0, 1, 2], at: start, missed: false }],
  ]);
  const cards = ingestAnswers(quiz, answers, new Map());
  expect([...cards.keys()]).toEqual(['pick', 'some']);
  expect(cards.get('pick')).toEqual(reviewCard(undefined, views.one.hash, 'knew', start));
  expect(cards.get('some')).toEqual(reviewCard(undefined, views.several.hash, 'missed', start));
  expect(ingestAnswers(quiz, answers, cards).size).toBe(0);
});

test('an answered question no longer counts as known after weeks', () => {
  const cards = new Map([[views.one.id, reviewCard(undefined, views.one.hash, 'knew', start)]]);
  expect(topicProgress(quiz, cards, start)).toEqual({ seen: 1, known: 1 });
  expect(topicProgress(quiz, cards, start + 60 * day)).toEqual({ seen: 1, known: 0 });
});
