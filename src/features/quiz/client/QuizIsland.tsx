import '../../../lib/keyed-text.ts';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/t.ts';
import { currentAnswer, markAnswer, quizProgress } from '../model/answers.ts';
import type { QuizView } from '../model/view.ts';
import { QuestionCard, SecondaryButton, ReadAgain } from './QuestionCard.tsx';
import { focusOn, useAnswers } from './use-answers.ts';

/** A page's quiz: links to the questions, the questions, and a result once all are answered. */
export function QuizIsland({ quiz: { id, questions } }: { quiz: QuizView }) {
  const { answers, seed, blocked, save, forget } = useAnswers(id);
  const [round, setRound] = useState(0);
  const [checked, setChecked] = useState(false);
  const [open, setOpen] = useState(false);
  const hydrated = seed !== undefined;
  const count = questions.length;
  const { answered, right, firstTry, missed } = quizProgress(questions, answers);
  const complete = answered === count;

  // Opens the result when the last answer is checked, but not when all answers were restored.
  useEffect(() => setOpen(complete && checked), [complete, checked]);

  /** Focuses the next unanswered question, wrapping around, or the result if all are answered. */
  function focusNext(from: number) {
    const after = [...questions.slice(from + 1), ...questions.slice(0, from)];
    const next = after.find((question) => !currentAnswer(question, answers));
    focusOn(next ? `question-${next.id}` : `result-${id}`);
  }

  function restart() {
    forget();
    setRound(round + 1);
    setChecked(false);
    focusOn(`question-${questions[0]?.id ?? ''}`);
  }

  return (
    <div class={hydrated ? 'sb-quiz is-live' : 'sb-quiz'} data-quiz={id}>
      <nav class="sb-steps" aria-label={t('quiz.questionsLabel')}>
        <ol role="list">
          {questions.map((question, at) => {
            const saved = currentAnswer(question, answers);
            const isRight = saved && markAnswer(question, saved.answer).right;
            const state = saved && (isRight ? 'sb-step-right' : 'sb-step-missed');
            return (
              <li key={question.id}>
                <a href={`#question-${question.id}`} class={`sb-round sb-step ${state ?? ''}`}>
                  {at + 1}
                  {state && (
                    <span class="sb-hidden">
                      , {isRight ? t('quiz.state.right') : t('quiz.state.notYet')}
                    </span>
                  )}
                </a>
              </li>
            );
          })}
        </ol>
        <p>
          {hydrated
            ? t('quiz.progress', { answered, count, right })
            : t('quiz.questions', { count })}
        </p>
      </nav>
      <ol class="sb-questions" role="list" key={round}>
        {questions.map((question, at) => (
          <li class="sb-card" id={`question-${question.id}`} key={question.id}>
            <QuestionCard
              question={question}
              position={t('quiz.place', { at: at + 1, count })}
              seed={seed}
              saved={currentAnswer(question, answers)?.answer}
              onCheck={(answer) => {
                save(question, answer);
                setChecked(true);
              }}
              onNext={() => focusNext(at)}
              nextLabel={complete ? t('quiz.seeResult') : t('quiz.next')}
            />
          </li>
        ))}
      </ol>
      <section class="sb-result" id={`result-${id}`} aria-label={t('quiz.result')}>
        <p class="sb-result-bar" tabIndex={-1}>
          {complete ? (
            <SecondaryButton aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('quiz.result')}
            </SecondaryButton>
          ) : blocked ? (
            t('quiz.keepsNothing')
          ) : (
            t('quiz.staysHere')
          )}
        </p>
        {complete && open && (
          <div class="sb-result-text">
            <p>
              {firstTry === count
                ? t('quiz.allFirstTry', { count })
                : t('quiz.someFirstTry', { count, right: firstTry })}
            </p>
            <ReadAgain missed={missed} />
            <SecondaryButton onClick={restart}>{t('quiz.startAgain')}</SecondaryButton>
          </div>
        )}
      </section>
    </div>
  );
}
