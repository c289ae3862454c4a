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

/** Values of the inputs with this name that the reader checked before hydration. */
export function checkedBeforeHydration(name: string): string[] {
  if (typeof document === 'undefined') return [];
  const inputs = document.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`);
  return [...inputs].map(({ value }) => value);
}

/** A quiz's answers in state and on the device; updates when other tabs change them. */
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
    /** Seed of the reader's shuffles; undefined before hydration, as in the server-rendered HTML. */
    seed,
    /** Whether the last answer could not be stored. */
    blocked,
    save(question: QuestionView, answer: Answer) {
      const { right } = markAnswer(question, answer);
      const before = currentAnswer(question, answers);
      const saved = {
        hash: question.hash,
        answer,
        // Later than the answer it replaces, even if the clock was set back.
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

/** Focuses the first element with tabindex −1 in an element, or else the element itself. */
export function focusOn(id: string): void {
  // After the render that the current event triggers.
  requestAnimationFrame(() => {
    const container = document.getElementById(id);
    const target = container?.querySelector<HTMLElement>('[tabindex="-1"]') ?? container;
    target?.focus();
  });
}
