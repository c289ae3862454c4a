import { currentCard } from './practice-session.ts';
import { recallChance, type ReviewCards } from './review-card.ts';
import type { QuestionView } from '../../quiz/model/view.ts';

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
