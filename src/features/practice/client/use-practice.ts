import { useEffect, useMemo, useState } from 'preact/hooks';
import { ingestAnswers } from '../model/ingest-answers.ts';
import type { Progress } from '../model/progress-file.ts';
import { readerSeed } from '../../quiz/model/reader-seed.ts';
import { createCardStore, type ReviewCard, type ReviewCards } from '../model/review-card.ts';
import { createAnswerStore } from '../../quiz/model/saved-answers.ts';
import type { QuizView } from '../../quiz/model/view.ts';
import { mergeEntries } from '../../../lib/storage/entry-store.ts';
import { readBank } from './question-bank.ts';

const storage = () => localStorage;

/** What the practice page knows of a reader, in memory and on the device. */
export interface Practice {
  /** Undefined until the browser has taken over. */
  quizzes: QuizView[] | undefined;
  cards: ReviewCards;
  seed: number;
  /** Whether the device would not keep the last review. */
  blocked: boolean;
  keep: (id: string, card: ReviewCard) => void;
  /** Everything kept, to be taken along. */
  progress: () => Progress;
  add: (progress: Progress) => boolean;
  forget: () => void;
}

/** Reads the questions in the page and what the device keeps of them, and follows other tabs. */
export function usePractice(): Practice {
  const [quizzes, setQuizzes] = useState<QuizView[]>();
  const [cards, setCards] = useState<ReviewCards>(new Map());
  const [seed, setSeed] = useState(0);
  const [blocked, setBlocked] = useState(false);
  const store = useMemo(() => createCardStore(storage), []);

  function read(bank: QuizView[]) {
    const kept = store.read();
    const fresh = bank.flatMap(({ id, questions }) => [
      ...ingestAnswers(questions, createAnswerStore(id, storage).read(), kept),
    ]);
    if (fresh.length > 0) store.keep(new Map(fresh));
    setCards(mergeEntries(kept, new Map(fresh)));
  }

  useEffect(() => {
    const bank = readBank();
    setQuizzes(bank);
    setSeed(readerSeed(storage, Math.random));
    const follow = () => read(bank);
    follow();
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);

  const bank = quizzes ?? [];
  return {
    quizzes,
    cards,
    seed,
    blocked,
    keep(id, card) {
      setCards(new Map(cards).set(id, card));
      setBlocked(!store.keep(new Map([[id, card]])));
    },
    progress: () => ({
      answers: new Map(bank.map(({ id }) => [id, createAnswerStore(id, storage).read()])),
      cards,
    }),
    add({ answers, cards: more }) {
      const kept = [...answers].map(([id, saved]) => createAnswerStore(id, storage).keep(saved));
      const took = store.keep(more) && kept.every(Boolean);
      if (took) read(bank);
      return took;
    },
    forget() {
      for (const { id } of bank) createAnswerStore(id, storage).clear();
      store.clear();
      setCards(new Map());
    },
  };
}
