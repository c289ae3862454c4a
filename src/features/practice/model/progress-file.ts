import { t } from '../../../lib/i18n/t.ts';
import { site } from '../../../site/site.ts';
import { formatEntries, isRecord, parseEntries } from '../../../lib/storage/entry-store.ts';
import { currentCard, parseCard, type ReviewCard, type ReviewCards } from './review-card.ts';
import { currentAnswer, parseAnswer, type SavedAnswers } from '../../quiz/model/answers.ts';
import type { QuizView } from '../../quiz/model/view.ts';

/** All stored practice data of a reader. */
export interface Progress {
  /** Answers to each quiz, keyed by quiz id. */
  answers: ReadonlyMap<string, SavedAnswers>;
  cards: ReviewCards;
}

/** Maximum number of characters in a progress file; typical files have about 20,000. */
export const progressFileLimit = 2_000_000;

const format = `${site.id}-progress`;

/** The text of a progress file; `now` is in milliseconds since 1970. */
export function formatProgress({ answers, cards }: Progress, now: number): string {
  const file = {
    format,
    version: 1,
    exported: new Date(now).toISOString(),
    answers: Object.fromEntries([...answers].map(([quiz, saved]) => [quiz, formatEntries(saved)])),
    cards: formatEntries(cards),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * Parses an untrusted progress file. Entries of the wrong shape, and those of unknown or edited
 * questions, are dropped.
 * @throws RangeError with a message for the reader if it is not a progress file.
 */
export function parseProgress(text: string, quizzes: readonly QuizView[]) {
  if (text.length > progressFileLimit) throw new RangeError(t('practice.file.tooLarge'));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RangeError(t('practice.file.unreadable'));
  }
  if (!isRecord(json) || json['format'] !== format) {
    throw new RangeError(t('practice.file.other', { site: site.name }));
  }
  if (json['version'] !== 1) {
    throw new RangeError(t('practice.file.version', { site: site.name }));
  }
  const byQuiz = isRecord(json['answers']) ? json['answers'] : {};
  const cards = parseEntries(json['cards'], parseCard);
  const current = new Map<string, ReviewCard>();
  const answers = new Map<string, SavedAnswers>();
  let found = cards.size;
  for (const { id, questions } of quizzes) {
    const saved = parseEntries(Object.hasOwn(byQuiz, id) ? byQuiz[id] : undefined, parseAnswer);
    found += saved.size;
    const fitting = questions.flatMap((question) => {
      const card = currentCard(question, cards);
      if (card) current.set(question.id, card);
      const answer = currentAnswer(question, saved);
      return answer ? [[question.id, answer] as const] : [];
    });
    answers.set(id, new Map(fitting));
  }
  const taken = [...answers.values()].reduce((sum, { size }) => sum + size, current.size);
  return {
    answers,
    cards: current,
    /** Number of answers and cards dropped because their question is unknown or was edited. */
    dropped: found - taken,
  };
}
