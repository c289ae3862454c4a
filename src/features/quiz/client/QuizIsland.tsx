import '../../../lib/keyed-text.ts';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/t.ts';
import { currentAnswer, markAnswer, quizProgress, type SavedAnswers } from '../model/answers.ts';
import type { QuestionView, QuizView } from '../model/view.ts';
import { QuestionCard, QuietButton, ReadAgain } from './QuestionCard.tsx';
import { focusOn, useAnswers, useSeed } from './use-answers.ts';

/** A page's quiz: steps, questions and, once all are answered, what to read again. */
export function QuizIsland({ quiz }: { quiz: QuizView }) {
  const { questions } = quiz;
  const seed = useSeed();
  const { answers, blocked, save, forget } = useAnswers(quiz.id);
  const [round, setRound] = useState(0);
  const [checked, setChecked] = useState(false);
  const count = questions.length;
  const progress = quizProgress(questions, answers);
  const complete = progress.answered === count;

  /** The next question without an answer, from here on round; the result when there is none. */
  function goOn(from: number) {
    const after = [...questions.slice(from + 1), ...questions.slice(0, from)];
    const open = after.find((question) => !currentAnswer(question, answers));
    focusOn(open ? `question-${open.id}` : `result-${quiz.id}`);
  }

  return (
    <div class={seed === undefined ? 'sb-quiz' : 'sb-quiz is-live'} data-quiz={quiz.id}>
      <Steps {...{ questions, answers }} live={seed !== undefined} />
      <ol class="sb-questions" role="list" key={round}>
        {questions.map((question, at) => {
          const saved = currentAnswer(question, answers);
          return (
            <li class="sb-card" id={`question-${question.id}`} key={question.id}>
              <QuestionCard
                question={question}
                place={t('quiz.place', { at: at + 1, count })}
                seed={seed}
                saved={saved?.answer}
                onCheck={(answer) => {
                  save(question, answer);
                  setChecked(true);
                }}
                onNext={() => goOn(at)}
                nextLabel={complete ? t('quiz.seeResult') : t('quiz.next')}
              />
            </li>
          );
        })}
      </ol>
      <QuizResult
        id={`result-${quiz.id}`}
        progress={progress}
        count={count}
        opened={checked}
        blocked={blocked}
        onRestart={() => {
          forget();
          setRound(round + 1);
          setChecked(false);
          focusOn(`question-${questions[0]?.id ?? ''}`);
        }}
      />
    </div>
  );
}

interface StepsProps {
  questions: readonly QuestionView[];
  answers: SavedAnswers;
  live: boolean;
}

/** A stepping stone for each question, and how many are behind the reader. */
function Steps({ questions, answers, live }: StepsProps) {
  const { answered, right } = quizProgress(questions, answers);
  const count = questions.length;
  return (
    <nav class="sb-steps" aria-label={t('quiz.questionsLabel')}>
      <ol role="list">
        {questions.map((question, at) => {
          const saved = currentAnswer(question, answers);
          const state = !saved ? '' : markAnswer(question, saved.answer).right ? 'right' : 'missed';
          return (
            <li key={question.id}>
              <a href={`#question-${question.id}`} class={`sb-step ${state && `sb-step-${state}`}`}>
                {at + 1}
                {state && (
                  <span class="sb-hidden">
                    , {state === 'right' ? t('quiz.state.right') : t('quiz.state.notYet')}
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ol>
      <p>
        {live ? t('quiz.progress', { answered, count, right }) : t('quiz.questions', { count })}
      </p>
    </nav>
  );
}

interface ResultProps {
  id: string;
  progress: ReturnType<typeof quizProgress>;
  count: number;
  /** Whether to open by itself: the reader has just checked an answer. */
  opened: boolean;
  blocked: boolean;
  onRestart: () => void;
}

/** The end of a quiz: how it went, and what to read again. Until then, where answers are kept. */
function QuizResult({ id, progress, count, opened, blocked, onRestart }: ResultProps) {
  const { answered, firstTry, missed } = progress;
  const complete = answered === count;
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(complete && opened), [complete, opened]);

  return (
    <section class="sb-result" id={id} aria-label={t('quiz.result')}>
      <p class="sb-result-bar" tabIndex={-1}>
        {complete ? (
          <QuietButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('quiz.result')}
          </QuietButton>
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
          <QuietButton onClick={onRestart}>{t('quiz.startAgain')}</QuietButton>
        </div>
      )}
    </section>
  );
}
