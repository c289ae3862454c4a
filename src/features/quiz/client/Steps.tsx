import { markAnswer, currentAnswer, quizProgress, type SavedAnswers } from '../model/answers.ts';
import type { QuestionView } from '../model/view.ts';

interface Props {
  questions: readonly QuestionView[];
  answers: SavedAnswers;
  live: boolean;
}

/** A stepping stone for each question, and how many are behind the reader. */
export function Steps({ questions, answers, live }: Props) {
  const { answered, right } = quizProgress(questions, answers);
  const count = String(questions.length);
  return (
    <nav class="sb-steps" aria-label="Questions">
      <ol role="list">
        {questions.map((question, at) => {
          const saved = currentAnswer(question, answers);
          const state = !saved ? '' : markAnswer(question, saved.answer).right ? 'right' : 'missed';
          return (
            <li key={question.id}>
              <a href={`#question-${question.id}`} class={`sb-step ${state && `sb-step-${state}`}`}>
                {at + 1}
                {state && (
                  <span class="sb-hidden">, {state === 'right' ? 'right' : 'not yet'}</span>
                )}
              </a>
            </li>
          );
        })}
      </ol>
      <p>
        {live
          ? `${String(answered)} of ${count} answered, ${String(right)} right`
          : `${count} questions`}
      </p>
    </nav>
  );
}
