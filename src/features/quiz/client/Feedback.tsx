import { Fragment } from 'preact';
import { t } from '../../../lib/i18n/t.ts';
import { solution, verdictText, type Answer, type Mark as Marking } from '../model/answers.ts';
import type { QuestionView } from '../model/view.ts';

/** A tick or a cross with its meaning in words for those who do not see it. */
export function Mark({ right, hidden = false }: { right: boolean; hidden?: boolean }) {
  return (
    <span class={right ? 'sb-mark sb-mark-right' : 'sb-mark sb-mark-wrong'}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={right ? 'M3 8.5l3.5 3.5L13 4.5' : 'M4 4l8 8M12 4l-8 8'} />
      </svg>
      {!hidden && <span class="sb-hidden">{right ? t('quiz.right') : t('quiz.notRight')}</span>}
    </span>
  );
}

/** The right answer, why each choice is or is not right, and where to read on. */
export function Explanation({ question }: { question: QuestionView }) {
  const { kind, parts, rights, works } = question;
  const key = solution(question);
  const isChoice = kind !== 'order' && kind !== 'match';
  const rest = parts.map((_, index) => index).filter((index) => !key.includes(index));
  const List = kind === 'order' ? 'ol' : 'ul';
  return (
    <div class="sb-why">
      <List role="list">
        {[...key, ...rest].map((index) => (
          <li>
            {isChoice && <Mark right={key.includes(index)} />}
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

/** The sections that missed questions ask about, each once, to read again; nothing where none was missed. */
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

interface Props {
  question: QuestionView;
  answer: Answer;
  mark: Marking;
}

/** What a reader is told on checking: the verdict, and a word on what they chose. */
export function Feedback({ question, answer, mark }: Props) {
  const { kind, parts } = question;
  const isPlaced = kind === 'order' || kind === 'match';
  const said = isPlaced ? (mark.right ? solution(question) : []) : answer;
  return (
    <>
      <p class={mark.right ? 'sb-verdict sb-verdict-right' : 'sb-verdict'}>
        {verdictText(question, answer, mark)}
      </p>
      {said.map((index) => (
        <p>
          {said.length > 1 && <b>{parts[index]?.text} </b>}
          {parts[index]?.feedback}
        </p>
      ))}
      <p>
        {t('quiz.readAgain')} <a href={question.section.href}>{question.section.text}</a>
      </p>
    </>
  );
}
