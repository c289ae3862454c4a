import { startOfDay } from './forecast.ts';
import { type ReviewCard, type ReviewCards, recallChance } from './review-card.ts';
import { shuffledOrder } from '../../quiz/model/shuffle.ts';
import type { QuestionView } from '../../quiz/model/view.ts';

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
