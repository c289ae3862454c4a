import { useLayoutEffect, useState, useMemo } from 'preact/hooks';
import { readerSeed } from '../model/shuffle.ts';
import {
  markAnswer,
  currentAnswer,
  createAnswerStore,
  type Answer,
  type SavedAnswers,
} from '../model/answers.ts';
import type { QuestionView } from '../model/view.ts';

/** Values that a reader chose on the server's page, under one name, before the script took over. */
export function checkedBefore(name: string): string[] {
  if (typeof document === 'undefined') return [];
  const inputs = document.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`);
  return [...inputs].map(({ value }) => value);
}

/** A quiz's answers in memory and on the device; follows what other tabs do to them. */
export function useAnswers(quiz: string) {
  const store = useMemo(() => createAnswerStore(quiz, () => localStorage), [quiz]);
  const [answers, setAnswers] = useState<SavedAnswers>(new Map());
  const [seed, setSeed] = useState<number>();
  const [blocked, setBlocked] = useState(false);

  useLayoutEffect(() => {
    const read = () => setAnswers(store.read());
    read();
    setSeed(readerSeed(() => localStorage));
    addEventListener('storage', read);
    return () => removeEventListener('storage', read);
  }, [store]);

  return {
    answers,
    /** Seed of this reader's shuffles; undefined until the browser has taken over, as on the server. */
    seed,
    /** Whether the device would not keep the last answer. */
    blocked,
    save(question: QuestionView, answer: Answer) {
      const { right } = markAnswer(question, answer);
      const before = currentAnswer(question, answers);
      const saved = {
        hash: question.hash,
        answer,
        // Later than the answer it replaces, even where the clock was set back.
        at: Math.max(Date.now(), (before?.at ?? 0) + 1),
        missed: !right || (before?.missed ?? false),
      };
      setAnswers(new Map(answers).set(question.id, saved));
      setBlocked(!store.add(new Map([[question.id, saved]])));
    },
    forget() {
      store.clear();
      setAnswers(new Map());
    },
  };
}

/** Moves the focus, and with it the view, to the first thing in an element that can take it. */
export function focusOn(id: string): void {
  // After the render that the same click asked for.
  requestAnimationFrame(() => {
    const place = document.getElementById(id);
    const target = place?.querySelector<HTMLElement>('[tabindex="-1"]') ?? place;
    target?.focus();
  });
}
