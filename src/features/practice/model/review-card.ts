import { createEmptyCard, fsrs, type FSRS, type Grade, Rating, type State } from 'ts-fsrs';
import { createEntryStore, type Entries, isRecord } from '../../../lib/storage/entry-store.ts';
import type { StorageLike } from '../../../lib/storage/store.ts';
import { site } from '../../../site/site.ts';
import { shuffledOrder } from '../../quiz/model/shuffle.ts';
import type { QuestionView } from '../../quiz/model/view.ts';
import { markAnswer, currentAnswer, type SavedAnswers } from '../../quiz/model/answers.ts';

/** Scheduling state of one question. Times are in milliseconds since 1970. */
export interface ReviewCard {
  /** `questionHash` at the last review. */
  hash: string;
  due: number;
  /** Days until the probability of recall falls to 90 %. */
  stability: number;
  /** 1 (easy) to 10 (hard). */
  difficulty: number;
  reps: number;
  lapses: number;
  /** FSRS state: 1 learning, 2 review, 3 relearning. */
  state: State;
  /** Time of the last review. */
  at: number;
}

/** Cards of the questions a reader has answered, keyed by question id. */
export type ReviewCards = Entries<ReviewCard>;

/** Result of a review. */
export type ReviewGrade = 'missed' | 'guessed' | 'knew';

const grades: Record<ReviewGrade, Grade> = {
  missed: Rating.Again,
  guessed: Rating.Hard,
  knew: Rating.Good,
};

/**
 * FSRS-6 with its default weights, a desired retention of 90 %, no random fuzz, and intervals of at
 * least one day. Created on first use, because it is slow and a first visit has no cards.
 */
const getScheduler = () =>
  (scheduler ??= fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9 }));
let scheduler: FSRS | undefined;

/**
 * The card after a review at `now`. The question counts as new without a card, or if it was edited
 * since. A `now` before the last review counts as the time of the last review.
 */
export function reviewCard(
  card: ReviewCard | undefined,
  hash: string,
  grade: ReviewGrade,
  now: number,
): ReviewCard {
  const known = card?.hash === hash ? card : undefined;
  const at = Math.max(now, known?.at ?? now);
  const { card: next } = getScheduler().next(
    known ? toFsrs(known) : createEmptyCard(at),
    at,
    grades[grade],
  );
  const { due, stability, difficulty, reps, lapses, state } = next;
  return { hash, due: due.getTime(), stability, difficulty, reps, lapses, state, at };
}

/** Probability that the reader knows the answer at `now`, from 0 to 1. */
export function recallChance(card: ReviewCard, now: number): number {
  return getScheduler().get_retrievability(toFsrs(card), Math.max(now, card.at), false);
}

/** Creates the store of cards on the reader's device; reads cards from the future as reviewed now. */
export function createCardStore(storage: () => StorageLike, now: () => number = Date.now) {
  const parse = (json: unknown) => {
    const card = parseCard(json);
    return card && correctClockSkew(card, now());
  };
  return createEntryStore('cards', parse, storage);
}

/** Moves a review in the future, made while the clock was ahead, to `now`, and its due date with it. */
export function correctClockSkew(card: ReviewCard, now: number): ReviewCard {
  const ahead = card.at - now;
  return ahead > 0 ? { ...card, at: now, due: card.due - ahead } : card;
}

/** Parses a card from unknown JSON; undefined if it has the wrong shape or values out of range. */
export function parseCard(json: unknown): ReviewCard | undefined {
  if (!isRecord(json)) return undefined;
  const { hash, due, stability, difficulty, reps, lapses, state, at } = json;
  const valid =
    typeof hash === 'string' &&
    isWithin(due, 0, 8e15) &&
    isWithin(at, 0, 8e15) &&
    isWithin(stability, 0.001, 36_500) &&
    isWithin(difficulty, 1, 10) &&
    isWithin(reps, 1, 1e6) &&
    isWithin(lapses, 0, 1e6) &&
    isWithin(state, 1, 3) &&
    Number.isInteger(state);
  return valid ? { hash, due, stability, difficulty, reps, lapses, state, at } : undefined;
}

function toFsrs({ due, stability, difficulty, reps, lapses, state, at }: ReviewCard) {
  const scheduled_days = Math.max(0, Math.round((due - at) / 86_400_000));
  const counted = { reps, lapses, state, scheduled_days, elapsed_days: 0, learning_steps: 0 };
  return { due, stability, difficulty, ...counted, last_review: at };
}

function isWithin(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && value >= min && value <= max;
}

/** Groups questions: due by the end of today, due later, both by ascending recall, and never answered. */
export function groupByDue(questions: readonly QuestionView[], cards: ReviewCards, now: number) {
  const endOfToday = startOfDay(now, 1);
  const seen = questions.flatMap((question) => {
    const card = currentCard(question, cards);
    return card ? [{ question, chance: recallChance(card, now), due: card.due < endOfToday }] : [];
  });
  seen.sort((a, b) => a.chance - b.chance);
  const pick = (due: boolean) => seen.filter((one) => one.due === due).map((one) => one.question);
  const unseen = questions.filter((question) => !currentCard(question, cards));
  return { due: pick(true), unseen, later: pick(false) };
}

/** At most ten questions: those due today, then new ones shuffled by `seed`, then those due later. */
export function pickSession(
  questions: readonly QuestionView[],
  cards: ReviewCards,
  now: number,
  seed: number,
): QuestionView[] {
  const { due, unseen, later } = groupByDue(questions, cards, now);
  const mixed = shuffledOrder(unseen.length, seed, 'session').flatMap(
    (index) => unseen[index] ?? [],
  );
  return [...due, ...mixed, ...later].slice(0, 10);
}

/** The card of a question; undefined if there is none or the question has since been edited. */
export function currentCard(question: QuestionView, cards: ReviewCards): ReviewCard | undefined {
  const card = cards.get(question.id);
  return card?.hash === question.hash ? card : undefined;
}

/**
 * New cards for answers given on topic pages that are later than their cards. Each counts as one
 * review at the time of the answer, missed if this or an earlier answer was wrong.
 */
export function ingestAnswers(
  questions: readonly QuestionView[],
  answers: SavedAnswers,
  cards: ReviewCards,
): ReviewCards {
  const reviewed = new Map<string, ReviewCard>();
  for (const question of questions) {
    const saved = currentAnswer(question, answers);
    const card = currentCard(question, cards);
    if (!saved || (card && card.at >= saved.at)) continue;
    const knew = !saved.missed && markAnswer(question, saved.answer).right;
    const grade = knew ? 'knew' : 'missed';
    reviewed.set(question.id, reviewCard(card, question.hash, grade, saved.at));
  }
  return reviewed;
}

/** Counts the questions of a topic that were answered, and those probably known: 90 % recall or more. */
export function topicProgress(questions: readonly QuestionView[], cards: ReviewCards, now: number) {
  const seen = questions.flatMap((question) => currentCard(question, cards) ?? []);
  // Intervals are rounded to days, so recall on the due day may be just under 90 %.
  const known = seen.filter((card) => recallChance(card, now) >= 0.895);
  return { seen: seen.length, known: known.length };
}

/**
 * Number of questions due on each of the next days: `offset` in days from today, `start` of the day at
 * local midnight, and `due`. Overdue questions count as due today.
 */
export function forecast(cards: ReviewCards, now: number, days = 14) {
  const due = [...cards.values()].map((card) => card.due);
  return Array.from({ length: days }, (_, offset) => {
    const [start, end] = [startOfDay(now, offset), startOfDay(now, offset + 1)];
    const isOn = (at: number) => (offset === 0 || at >= start) && at < end;
    return { offset, start, due: due.filter(isOn).length };
  });
}

/** Local midnight of the day `offset` days after `now`; correct across clock changes. */
export function startOfDay(now: number, offset = 0): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + offset).getTime();
}

/** A date formatter, created on first use because creation takes tens of milliseconds. */
function lazyDateFormat(options: Intl.DateTimeFormatOptions) {
  let format: Intl.DateTimeFormat | undefined;
  return (day: Date) => (format ??= new Intl.DateTimeFormat(site.language, options)).format(day);
}

/** Formats a local date: "Wednesday 25 November". */
export const formatDay = lazyDateFormat({ weekday: 'long', day: 'numeric', month: 'long' });

/** Formats a local date as the initial of its weekday: "W". */
export const formatWeekdayInitial = lazyDateFormat({ weekday: 'narrow' });
