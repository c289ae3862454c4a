import { useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/t.ts';
import { instructions, hasPositions, type QuestionView } from '../model/view.ts';
import { isComplete, markAnswer, type Answer, solution, verdictText } from '../model/answers.ts';
import { shuffledOrder } from '../model/shuffle.ts';
import { checkedBeforeHydration } from './use-answers.ts';
import { Choices, Mark, Matching, Ordering } from './answer-controls.tsx';
import { Fragment, type ButtonHTMLAttributes } from 'preact';

interface Props {
  question: QuestionView;
  /** Position in the quiz, such as "3 of 9". */
  position: string;
  /** Seed of the reader's shuffles; undefined before hydration. */
  seed: number | undefined;
  /** The latest checked answer. */
  saved: Answer | undefined;
  onCheck: (answer: Answer) => void;
  /** Called to go to the next question or to the result. */
  onNext: () => void;
  nextLabel: string;
  /** Called if a right answer was a guess. If given, its button replaces "Try again". */
  onGuess?: () => void;
}

/** A question with its answer controls, feedback and explanation. */
export function QuestionCard(props: Props) {
  const { question, position, seed, saved, onCheck, onNext, nextLabel, onGuess } = props;
  const { id, kind, parts } = question;
  const field = useRef<HTMLFieldSetElement>(null);
  // Starts with the choices made before hydration; cards rendered later start empty.
  const [draft, setDraft] = useState<Answer | undefined>(() => {
    const chosen = seed === undefined ? checkedBeforeHydration(`answer-${id}`) : [];
    return chosen.length > 0 ? chosen.map(Number).sort() : undefined;
  });
  const [justChecked, setJustChecked] = useState(false);
  const [isExplained, setExplained] = useState(false);
  const [hint, setHint] = useState('');

  const hydrated = seed !== undefined;
  const order = shuffledOrder(parts.length, seed ?? 0, id);
  const empty = kind === 'order' ? order : kind === 'match' ? parts.map(() => -1) : [];
  const answer = draft ?? saved ?? empty;
  const mark = !draft && saved ? markAnswer(question, saved) : undefined;
  /** Parts whose feedback is shown on checking: chosen ones, or all of a right ordering or matching. */
  const withFeedback = !hasPositions(kind) ? answer : mark?.right ? solution(question) : [];
  const Answering = kind === 'order' ? Ordering : kind === 'match' ? Matching : Choices;

  function edit(next: Answer) {
    setDraft(next);
    setJustChecked(false);
    setExplained(false);
    setHint('');
  }

  function check() {
    if (!isComplete(question, answer)) {
      setHint(kind === 'match' ? t('quiz.chooseEach') : t('quiz.chooseFirst'));
      return;
    }
    setDraft(undefined);
    setJustChecked(true);
    onCheck(answer);
  }

  function tryAgain() {
    edit(empty);
    field.current?.querySelector<HTMLElement>('input, select, button:enabled')?.focus();
  }

  // One button for all three steps, so that it keeps the focus.
  const main = !mark ? check : mark.right ? onNext : tryAgain;

  return (
    <>
      <fieldset class="sb-question" ref={field}>
        <legend tabIndex={-1}>
          <span class="sb-question-place">
            {t('quiz.question', { place: position, asked: instructions[kind] })}
            {mark && (
              <b class="sb-question-state">
                <Mark right={mark.right} hidden /> {mark.right ? t('quiz.right') : t('quiz.notYet')}
              </b>
            )}
          </span>
          <span class="sb-stem">{question.stem}</span>
        </legend>
        <Answering {...{ question, order, answer, hydrated }} marks={mark?.parts} onAnswer={edit} />
      </fieldset>
      {hydrated ? (
        <p class="sb-actions">
          {/* The second click of a double click is ignored. */}
          <button type="button" class="sb-button" onClick={(event) => event.detail < 2 && main()}>
            {!mark ? t('quiz.check') : mark.right ? nextLabel : t('quiz.tryAgain')}
          </button>
          {mark && (
            <SecondaryButton aria-expanded={isExplained} onClick={() => setExplained(!isExplained)}>
              {t('quiz.why')}
            </SecondaryButton>
          )}
          {mark && (mark.right || justChecked) && (
            <SecondaryButton onClick={!mark.right ? onNext : (onGuess ?? tryAgain)}>
              {!mark.right ? nextLabel : onGuess ? t('quiz.guessed') : t('quiz.tryAgain')}
            </SecondaryButton>
          )}
        </p>
      ) : (
        <details class="sb-actions">
          <summary class="sb-button">{t('quiz.answerAndWhy')}</summary>
          <Explanation question={question} />
          <p>
            {t('quiz.readAgain')} <a href={question.section.href}>{question.section.text}</a>
          </p>
        </details>
      )}
      <div role="status" class="sb-feedback">
        {hint && <p>{hint}</p>}
        {mark && justChecked && (
          <>
            <p class={mark.right ? 'sb-verdict sb-verdict-right' : 'sb-verdict'}>
              {verdictText(question, answer)}
            </p>
            {withFeedback.map((index) => (
              <p>
                {withFeedback.length > 1 && <b>{parts[index]?.text} </b>}
                {parts[index]?.feedback}
              </p>
            ))}
            <p>
              {t('quiz.readAgain')} <a href={question.section.href}>{question.section.text}</a>
            </p>
          </>
        )}
      </div>
      {mark && isExplained && <Explanation question={question} />}
    </>
  );
}

/** A button for a secondary action. */
export function SecondaryButton(props: ButtonHTMLAttributes) {
  return <button type="button" class="sb-button sb-button-quiet" {...props} />;
}

/** The right answer, the feedback of each part, and links to references. */
function Explanation({ question }: { question: QuestionView }) {
  const { kind, parts, rights, works } = question;
  const key = solution(question);
  const rest = parts.map((_, index) => index).filter((index) => !key.includes(index));
  const List = kind === 'order' ? 'ol' : 'ul';
  return (
    <div class="sb-why">
      <List class="sb-parts" role="list">
        {[...key, ...rest].map((index) => (
          <li>
            {!hasPositions(kind) && <Mark right={key.includes(index)} />}
            <p>
              <b>{parts[index]?.text}</b>
              {kind === 'match' && ` ${t('quiz.goesWith', { right: rights[index] ?? '' })}`}
            </p>
            <p>{parts[index]?.feedback}</p>
          </li>
        ))}
      </List>
      {works.length > 0 && (
        <p class="sb-works">
          {t('quiz.worksBehind', { count: works.length })}{' '}
          {works.map(({ href, text }, at) => (
            <Fragment key={href}>
              {at > 0 && '; '}
              <a href={href}>{text}</a>
            </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}

/** Links to the sections of missed questions, without duplicates; renders nothing if none was missed. */
export function ReadAgain({ missed }: { missed: readonly QuestionView[] }) {
  const sections = new Map(missed.map(({ section }) => [section.href, section.text]));
  if (sections.size === 0) return null;
  return (
    <>
      <p>{t('quiz.worthReading')}</p>
      <ul>
        {[...sections].map(([href, text]) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
