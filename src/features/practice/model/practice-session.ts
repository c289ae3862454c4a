import { site } from '../../../site/site.ts';
import { recallChance, reviewCard, type ReviewCard, type ReviewCards } from './review-card.ts';
import { shuffledOrder } from '../../quiz/model/shuffle.ts';
import type { QuestionView } from '../../quiz/model/view.ts';
import { markAnswer, currentAnswer, type SavedAnswers } from '../../quiz/model/answers.ts';

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
