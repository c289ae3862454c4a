import type { Question } from '../../../schemas/quiz.ts';
import { textHash } from '../../../lib/text/text-hash.ts';

/**
 * Hash of what a question asks and what answers it: seven characters of base 36. Saved answers
 * carry it, so that an edited question lapses alone. Feedback, section and works are left out:
 * mending them changes no answer.
 */
export function questionHash(question: Question): string {
  const text = JSON.stringify([question.kind, question.stem, asked(question)]);
  return textHash(text).toString(36).padStart(7, '0');
}

function asked(question: Question): unknown[] {
  switch (question.kind) {
    case 'order':
      return question.items.map(({ text }) => text);
    case 'match':
      return question.pairs.map(({ left, right }) => [left, right]);
    case 'true-false':
      return question.choices.map(({ text, correct, verdict }) => [text, correct, verdict]);
    default:
      return question.choices.map(({ text, correct }) => [text, correct]);
  }
}
