import type { QuizView } from '../../quiz/model/view.ts';
import { useEffect, useState } from 'preact/hooks';
import {
  ingestAnswers,
  createCardStore,
  type ReviewCard,
  type ReviewCards,
} from '../model/review-card.ts';
import type { Progress } from '../model/progress-file.ts';
import { readerSeed } from '../../quiz/model/shuffle.ts';
import { createAnswerStore } from '../../quiz/model/answers.ts';
import { mergeEntries } from '../../../lib/storage/entry-store.ts';
import { siteRoot } from '../../../lib/url/page-path.ts';

/** A topic on the practice page: a quiz with the URL of its page and its number of questions. */
export interface Topic {
  id: string;
  title: string;
  href: string;
  count: number;
}

/** Loads all quizzes, with links to their own pages. @throws Error if they cannot be loaded. */
async function loadQuizzes(): Promise<QuizView[]> {
  const response = await fetch(new URL('quiz/questions.json', siteRoot(document)));
  if (!response.ok) throw new Error(`The questions did not arrive: ${String(response.status)}.`);
  const quizzes = (await response.json()) as QuizView[];
  return quizzes.map((quiz) => {
    // The URL is read from the page's link, because the build may have rewritten it.
    const page = document.querySelector(`[data-topic="${quiz.id}"] a`)?.getAttribute('href') ?? '';
    const onPage = <T extends { href: string }>(link: T) => ({ ...link, href: page + link.href });
    const questions = quiz.questions.map((question) => ({
      ...question,
      section: onPage(question.section),
      works: question.works.map(onPage),
    }));
    return { ...quiz, questions };
  });
}

const storage = () => localStorage;
const store = createCardStore(storage);

/** A reader's practice data and the functions that change it. */
export type Practice = ReturnType<typeof usePractice>;

/** Loads the questions and the stored cards; updates when other tabs change them. */
export function usePractice() {
  const [quizzes, setQuizzes] = useState<QuizView[]>();
  const [cards, setCards] = useState<ReviewCards>(new Map());
  const [seed, setSeed] = useState(0);
  const [blocked, setBlocked] = useState(false);
  const [failed, setFailed] = useState(false);

  function read(bank: QuizView[]) {
    const stored = store.read();
    const newCards = bank.flatMap(({ id, questions }) => [
      ...ingestAnswers(questions, createAnswerStore(id, storage).read(), stored),
    ]);
    if (newCards.length > 0) store.add(new Map(newCards));
    setCards(mergeEntries(stored, new Map(newCards)));
  }

  function load() {
    setFailed(false);
    loadQuizzes().then(
      (bank) => {
        setQuizzes(bank);
        setSeed(readerSeed(storage));
        read(bank);
      },
      () => setFailed(true),
    );
  }

  useEffect(load, []);
  useEffect(() => {
    if (!quizzes) return;
    const update = () => read(quizzes);
    addEventListener('storage', update);
    return () => removeEventListener('storage', update);
  }, [quizzes]);

  const bank = quizzes ?? [];
  return {
    /** Undefined until loaded. */
    quizzes,
    /** Loads the questions again; only defined after loading failed. */
    retry: failed ? load : undefined,
    cards,
    seed,
    /** Whether the last review could not be stored. */
    blocked,
    saveCard(id: string, card: ReviewCard) {
      setCards(new Map(cards).set(id, card));
      setBlocked(!store.add(new Map([[id, card]])));
    },
    /** All stored practice data, for export. */
    exportProgress: (): Progress => ({
      answers: new Map(bank.map(({ id }) => [id, createAnswerStore(id, storage).read()])),
      cards,
    }),
    importProgress({ answers, cards: more }: Progress) {
      const stored = [...answers].map(([id, saved]) => createAnswerStore(id, storage).add(saved));
      const isStored = store.add(more) && stored.every(Boolean);
      if (isStored) read(bank);
      return isStored;
    },
    forget() {
      for (const { id } of bank) createAnswerStore(id, storage).clear();
      store.clear();
      setCards(new Map());
    },
  };
}
