import { createEmptyCard, fsrs, type FSRS, type Grade, Rating, type State } from 'ts-fsrs';
import { createEntryStore, type Entries, isRecord } from '../../../lib/storage/entry-store.ts';
import type { StorageLike } from '../../../lib/storage/store.ts';

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
  return {
    hash,
    due: next.due.getTime(),
    stability: next.stability,
    difficulty: next.difficulty,
    reps: next.reps,
    lapses: next.lapses,
    state: next.state,
    at,
  };
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
