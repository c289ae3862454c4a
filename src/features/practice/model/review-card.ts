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

/** What a session is picked from. */
export interface SessionChoice {
  /** Questions of the chosen topics. */
  questions: readonly QuestionView[];
  cards: ReviewCards;
  now: number;
  /** Seed for the order of what is new. */
  seed: number;
}

/** Questions in a session. */
const sessionSize = 10;

/**
 * The questions of one session, at most ten: first those due by the end of today, the least well
 * remembered first; then questions not met yet, topics mixed; then those nearest to being forgotten.
 */
export function pickSession({ questions, cards, now, seed }: SessionChoice): QuestionView[] {
  const endOfToday = startOfDay(now, 1);
  const met: { question: QuestionView; card: ReviewCard }[] = [];
  const fresh: QuestionView[] = [];
  for (const question of questions) {
    const card = currentCard(question, cards);
    if (card) met.push({ question, card });
    else fresh.push(question);
  }
  met.sort((a, b) => recallChance(a.card, now) - recallChance(b.card, now));
  const isDue = ({ card }: { card: ReviewCard }) => card.due < endOfToday;
  const mixed = shuffledOrder(fresh.length, seed, 'session').flatMap((index) => fresh[index] ?? []);
  return [
    ...met.filter(isDue).map(({ question }) => question),
    ...mixed,
    ...met.filter((one) => !isDue(one)).map(({ question }) => question),
  ].slice(0, sessionSize);
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

/** What a reader has of one topic's questions. */
export interface TopicMemory {
  total: number;
  /** Met at least once. */
  met: number;
  /** Met, and likely still known: the chance of recall is 90 % or more. */
  known: number;
}

/** Counts a topic's questions by what the reader likely still knows at `now`. */
export function topicMemory(
  questions: readonly QuestionView[],
  cards: ReviewCards,
  now: number,
): TopicMemory {
  const memory: TopicMemory = { total: questions.length, met: 0, known: 0 };
  for (const question of questions) {
    const card = currentCard(question, cards);
    if (!card) continue;
    memory.met += 1;
    // A card's stability is rounded, so that on its due day the chance may come out a hair under 90 %.
    if (recallChance(card, now) >= 0.895) memory.known += 1;
  }
  return memory;
}

/** Questions due on one day. */
export interface ForecastDay {
  /** Days from today: 0 is today. */
  offset: number;
  /** Local midnight at which the day begins, in milliseconds since 1970. */
  start: number;
  due: number;
}

/** How many questions come back on each of the next days, in local time; what is overdue is due today. */
export function forecast(cards: ReviewCards, now: number, days = 14): ForecastDay[] {
  const starts = Array.from({ length: days + 1 }, (_, offset) => startOfDay(now, offset));
  const due = [...cards.values()].map((card) => card.due);
  return starts.slice(0, days).map((start, offset) => ({
    offset,
    start,
    due: due.filter((at) => (offset === 0 || at >= start) && at < (starts[offset + 1] ?? 0)).length,
  }));
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
