import { markAnswer } from '../../quiz/model/mark.ts';
import { currentCard } from './practice-session.ts';
import { currentAnswer } from '../../quiz/model/quiz-progress.ts';
import { type ReviewCard, reviewCard, type ReviewCards } from './review-card.ts';
import type { SavedAnswers } from '../../quiz/model/saved-answers.ts';
import type { QuestionView } from '../../quiz/model/view.ts';

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
