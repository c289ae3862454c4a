import { useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/t.ts';
import { markAnswer, type Answer } from '../../quiz/model/answers.ts';
import {
  currentCard,
  reviewCard,
  type ReviewCard,
  type ReviewGrade,
} from '../model/review-card.ts';
import type { QuestionView } from '../../quiz/model/view.ts';
import { focusOn } from '../../quiz/client/use-answers.ts';
import { QuestionCard, SecondaryButton, ReadAgain } from '../../quiz/client/QuestionCard.tsx';
import type { Practice } from './use-practice.ts';

interface Props {
  questions: QuestionView[];
  practice: Practice;
  onEnd: () => void;
}

/** A session: one question at a time, then the result. The first answer to a question is its review. */
export function Session({ questions, practice, onEnd }: Props) {
  const [at, setAt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();
  const [missed, setMissed] = useState<QuestionView[]>([]);
  /** The card before the current question's review, so that "I guessed" can grade it again. */
  const before = useRef<{ card: ReviewCard | undefined; time: number }>();
  const question = questions[at];
  const count = questions.length;

  if (!question) {
    return (
      <section class="sb-card sb-result-text" id="session" aria-label={t('practice.howItWent')}>
        <p class="sb-stem" tabIndex={-1}>
          {t('practice.firstTry', { count, right: count - missed.length })}
        </p>
        <p>{missed.length > 0 ? t('practice.missedComesBack') : t('practice.eachComesBack')}</p>
        <ReadAgain missed={missed} />
        {practice.blocked && <p>{t('practice.keepsNothing')}</p>}
        <button type="button" class="sb-button" onClick={onEnd}>
          {t('practice.back')}
        </button>
      </section>
    );
  }

  function grade(how: ReviewGrade) {
    if (!question || !before.current) return;
    const { card, time } = before.current;
    practice.saveCard(question.id, reviewCard(card, question.hash, how, time));
  }

  function check(given: Answer) {
    setAnswer(given);
    if (!question || before.current) return;
    before.current = { card: currentCard(question, practice.cards), time: Date.now() };
    const { right } = markAnswer(question, given);
    if (!right) setMissed([...missed, question]);
    grade(right ? 'knew' : 'missed');
  }

  function goToNext() {
    before.current = undefined;
    setAnswer(undefined);
    setAt(at + 1);
    focusOn('session');
  }

  const isFirstTry = !missed.includes(question);
  return (
    <div class="sb-session" id="session">
      <p class="sb-session-bar">
        <progress max={count} value={at} aria-label={t('practice.behindYou')} />
        <SecondaryButton onClick={onEnd}>{t('practice.stop')}</SecondaryButton>
      </p>
      <div class="sb-card" key={question.id}>
        <QuestionCard
          question={question}
          position={t('quiz.place', { at: at + 1, count })}
          seed={practice.seed}
          saved={answer}
          onCheck={check}
          onNext={goToNext}
          nextLabel={at + 1 === count ? t('practice.seeHow') : t('quiz.next')}
          {...(isFirstTry && {
            onGuess: () => {
              grade('guessed');
              goToNext();
            },
          })}
        />
      </div>
    </div>
  );
}
