import '../../../lib/keyed-text.ts';
import { useState } from 'preact/hooks';
import { currentAnswer, quizProgress } from '../model/answers.ts';
import type { QuizView } from '../model/view.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { QuizResult } from './QuizResult.tsx';
import { Steps } from './Steps.tsx';
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
                place={`${String(at + 1)} of ${String(count)}`}
                seed={seed}
                saved={saved?.answer}
                onCheck={(answer) => {
                  save(question, answer);
                  setChecked(true);
                }}
                onNext={() => goOn(at)}
                nextLabel={complete ? 'See the result' : 'Next question'}
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
