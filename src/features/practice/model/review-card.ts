import { createEmptyCard, fsrs, type FSRS, type Grade, Rating, type State } from 'ts-fsrs';
import { createEntryStore, type Entries, isRecord } from '../../../lib/storage/entry-store.ts';
import type { StorageLike } from '../../../lib/storage/store.ts';
import { site } from '../../../site/site.ts';
import { shuffledOrder } from '../../quiz/model/shuffle.ts';
import type { QuestionView } from '../../quiz/model/view.ts';
import { markAnswer, currentAnswer, type SavedAnswers } from '../../quiz/model/answers.ts';

/** What the scheduler remembers of one question. Times are milliseconds since 1970. */
export interface ReviewCard {
  /** Hash of the question as it was reviewed. */
  hash: string;
  due: number;
  /** Days after which recall has fallen to 90 %. */
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

/** The cards a reader has met, keyed by question id. */
export type ReviewCards = Entries<ReviewCard>;

/** How a review went. */
export type ReviewGrade = 'missed' | 'guessed' | 'knew';

const grades: Record<ReviewGrade, Grade> = {
  missed: Rating.Again,
  guessed: Rating.Hard,
  knew: Rating.Good,
};

/**
 * FSRS-6 with its published default weights, a wanted recall of 90 %, no random fuzz, and days as
 * the shortest step: a reader comes back on another day, not in ten minutes. Made when first needed,
 * since it takes a while and a first visit has nothing to schedule.
 */
const getScheduler = () =>
  (scheduler ??= fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9 }));
let scheduler: FSRS | undefined;

/**
 * The card after a review at `now`. Without a card, or with one of an edited question, the question
 * counts as new. A clock that went backwards counts as no time passed.
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

/** Chance that the reader still knows the answer at `now`, from 0 to 1. */
export function recallChance(card: ReviewCard, now: number): number {
  return getScheduler().get_retrievability(toFsrs(card), Math.max(now, card.at), false);
}

/** The cards on the reader's device, none from a future that a clock set wrongly had reached. */
export function createCardStore(storage: () => StorageLike, now: () => number = Date.now) {
  const parse = (json: unknown) => {
    const card = parseCard(json);
    return card && bringBack(card, now());
  };
  return createEntryStore('cards', parse, storage);
}

/**
 * A card whose last review lies after `now`, as if it had been now: the clock was ahead and has been
 * put right. The time until it comes back stays the same.
 */
export function bringBack(card: ReviewCard, now: number): ReviewCard {
  const ahead = card.at - now;
  return ahead > 0 ? { ...card, at: now, due: card.due - ahead } : card;
}

/** Reads one card from unknown JSON. */
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

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

/**
 * Parts questions: those due by the end of today and those due later, each with the least well
 * remembered first, and those not met yet.
 */
export function partByNeed(questions: readonly QuestionView[], cards: ReviewCards, now: number) {
  const endOfToday = startOfDay(now, 1);
  const met = questions.flatMap((question) => {
    const card = currentCard(question, cards);
    return card ? [{ question, chance: recallChance(card, now), due: card.due < endOfToday }] : [];
  });
  met.sort((a, b) => a.chance - b.chance);
  const pick = (due: boolean) => met.filter((one) => one.due === due).map((one) => one.question);
  const fresh = questions.filter((question) => !currentCard(question, cards));
  return { due: pick(true), fresh, later: pick(false) };
}

/**
 * The questions of one session, at most ten: first those due today; then questions not met yet,
 * topics mixed in an order of `seed`; then those nearest to being forgotten.
 */
export function pickSession(
  questions: readonly QuestionView[],
  cards: ReviewCards,
  now: number,
  seed: number,
): QuestionView[] {
  const { due, fresh, later } = partByNeed(questions, cards, now);
  const mixed = shuffledOrder(fresh.length, seed, 'session').flatMap((index) => fresh[index] ?? []);
  return [...due, ...mixed, ...later].slice(0, 10);
}

/** The card that still belongs to the question, as it stands today. */
export function currentCard(question: QuestionView, cards: ReviewCards): ReviewCard | undefined {
  const card = cards.get(question.id);
  return card?.hash === question.hash ? card : undefined;
}

/**
 * Reviews for the answers given on topic pages since the cards were last written: each counts as
 * one review at its own time, missed if it or an answer before it was wrong.
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

/**
 * How many of a topic's questions were met at least once, and of how many the reader likely still
 * knows the answer at `now`: the chance of recall is 90 % or more.
 */
export function topicMemory(questions: readonly QuestionView[], cards: ReviewCards, now: number) {
  const met = questions.flatMap((question) => currentCard(question, cards) ?? []);
  // A card's stability is rounded, so that on its due day the chance may come out a hair under 90 %.
  const known = met.filter((card) => recallChance(card, now) >= 0.895);
  return { met: met.length, known: known.length };
}

/**
 * How many questions come back on each of the next days: days from today, the local midnight at which
 * the day begins, and what is due on it. What is overdue is due today.
 */
export function forecast(cards: ReviewCards, now: number, days = 14) {
  const due = [...cards.values()].map((card) => card.due);
  return Array.from({ length: days }, (_, offset) => {
    const [start, end] = [startOfDay(now, offset), startOfDay(now, offset + 1)];
    const isOn = (at: number) => (offset === 0 || at >= start) && at < end;
    return { offset, start, due: due.filter(isOn).length };
  });
}

/** Local midnight of the day `offset` days after `now`; a day may have 23 or 25 hours. */
export function startOfDay(now: number, offset = 0): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + offset).getTime();
}

/** Makes a formatter of days when it is first needed, since that takes a browser tens of milliseconds. */
function lazyFormat(options: Intl.DateTimeFormatOptions) {
  let format: Intl.DateTimeFormat | undefined;
  return (day: Date) => (format ??= new Intl.DateTimeFormat(site.language, options)).format(day);
}

/** A local day of this or the next weeks: "Wednesday 25 November". */
export const nameDay = lazyFormat({ weekday: 'long', day: 'numeric', month: 'long' });

/** The letter that stands for a local day of the week: "W". */
export const initialOf = lazyFormat({ weekday: 'narrow' });
