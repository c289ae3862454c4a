import { useRef, useState } from 'preact/hooks';
import { markAnswer, type Answer } from '../../quiz/model/answers.ts';
import { currentCard } from '../model/practice-session.ts';
import { reviewCard, type ReviewCard, type ReviewGrade } from '../model/review-card.ts';
import type { QuestionView } from '../../quiz/model/view.ts';
import { focusOn } from '../../quiz/client/use-answers.ts';
import { ReadAgain } from '../../quiz/client/Feedback.tsx';
import { QuestionCard } from '../../quiz/client/QuestionCard.tsx';
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

interface EndProps {
  count: number;
  missed: readonly QuestionView[];
  practice: Practice;
  onEnd: () => void;
}

/** How a session went, what to read again, and when its questions come back. */
export function SessionEnd({ count, missed, practice, onEnd }: EndProps) {
  return (
    <section class="sb-card sb-result-text" id="session" aria-label="How it went">
      <p class="sb-stem" tabIndex={-1}>
        {count - missed.length} of {count} right at the first try
      </p>
      <p>
        {missed.length > 0
          ? 'What you missed comes back tomorrow, and the rest when you are about to forget it.'
          : 'Each comes back when you are about to forget it.'}
      </p>
      <ReadAgain missed={missed} />
      {practice.blocked && <p>This browser keeps nothing, so it will not remember this session.</p>}
      <button type="button" class="sb-button" onClick={onEnd}>
        Back to the topics
      </button>
    </section>
  );
}
