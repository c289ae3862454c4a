import { useRef, useState } from 'preact/hooks';
import { markAnswer } from '../../quiz/model/mark.ts';
import { currentCard } from '../model/practice-session.ts';
import { type ReviewCard, type ReviewGrade, reviewCard } from '../model/review-card.ts';
import type { Answer } from '../../quiz/model/mark.ts';
import type { QuestionView } from '../../quiz/model/view.ts';
import { focusOn } from '../../quiz/client/focus-on.ts';
import { QuestionCard } from '../../quiz/client/QuestionCard.tsx';
import { SessionEnd } from './SessionEnd.tsx';
import type { Practice } from './use-practice.ts';

interface Props {
  questions: QuestionView[];
  practice: Practice;
  onEnd: () => void;
}

/** Up to ten questions, one at a time. The first answer to each counts as its review. */
export function Session({ questions, practice, onEnd }: Props) {
  const [at, setAt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();
  const [missed, setMissed] = useState<QuestionView[]>([]);
  /** The card as it was before this question's review, so that "I guessed" can grade it anew. */
  const before = useRef<{ card: ReviewCard | undefined; time: number }>();
  const question = questions[at];
  const count = String(questions.length);

  if (!question) {
    return <SessionEnd {...{ count: questions.length, missed, practice, onEnd }} />;
  }

  function grade(how: ReviewGrade) {
    if (!question || !before.current) return;
    const { card, time } = before.current;
    practice.keep(question.id, reviewCard(card, question.hash, how, time));
  }

  function check(given: Answer) {
    setAnswer(given);
    if (!question || before.current) return;
    before.current = { card: currentCard(question, practice.cards), time: Date.now() };
    const { right } = markAnswer(question, given);
    if (!right) setMissed([...missed, question]);
    grade(right ? 'knew' : 'missed');
  }

  function goOn() {
    before.current = undefined;
    setAnswer(undefined);
    setAt(at + 1);
    focusOn('session');
  }

  const isFirstTry = !missed.includes(question);
  return (
    <div class="sb-session" id="session">
      <p class="sb-session-bar">
        <progress max={questions.length} value={at} aria-label="Questions behind you" />
        <button type="button" class="sb-button sb-button-quiet" onClick={onEnd}>
          Stop here
        </button>
      </p>
      <div class="sb-card" key={question.id}>
        <QuestionCard
          question={question}
          place={`${String(at + 1)} of ${count}`}
          seed={practice.seed}
          saved={answer}
          onCheck={check}
          onNext={goOn}
          nextLabel={at + 1 === questions.length ? 'See how it went' : 'Next question'}
          {...(isFirstTry && {
            onGuess: () => {
              grade('guessed');
              goOn();
            },
          })}
        />
      </div>
    </div>
  );
}
