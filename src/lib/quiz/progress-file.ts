import { formatEntries, isRecord, parseEntries } from '../storage/entry-store.ts';
import { parseCard, type ReviewCards } from './review-card.ts';
import { parseAnswer, type SavedAnswers } from './saved-answers.ts';

/** All that the site keeps of a reader's practice. */
export interface Progress {
  /** Answers to each quiz, keyed by quiz id. */
  answers: ReadonlyMap<string, SavedAnswers>;
  cards: ReviewCards;
}

/** Most characters a progress file may have; ours have about 20,000. */
export const progressFileLimit = 2_000_000;

const format = 'secure-base-progress';

/** A progress file's text; `now` is in milliseconds since 1970. */
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
 * Reads a progress file of unknown origin: only what has the right shape and belongs to one of
 * `quizzes` is taken.
 * @throws RangeError with a sentence for the reader when it is no progress file.
 */
export function parseProgress(text: string, quizzes: Iterable<string>): Progress {
  if (text.length > progressFileLimit) throw new RangeError('This file is too large.');
  const json = parseJson(text);
  if (!isRecord(json) || json['format'] !== format) {
    throw new RangeError('This is not a progress file of Secure Base.');
  }
  if (json['version'] !== 1) {
    throw new RangeError('This file comes from another version of Secure Base.');
  }
  const kept = isRecord(json['answers']) ? json['answers'] : {};
  const answers = new Map<string, SavedAnswers>();
  for (const quiz of quizzes) {
    if (!Object.hasOwn(kept, quiz)) continue;
    answers.set(quiz, parseEntries(kept[quiz], parseAnswer));
  }
  return { answers, cards: parseEntries(json['cards'], parseCard) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RangeError('This file could not be read.');
  }
}
