import { Fragment } from 'preact';
import { solution } from '../model/mark.ts';
import type { QuestionView } from '../model/view.ts';
import { Mark } from './Mark.tsx';

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
              {kind === 'match' && <> goes with: {rights[index]}.</>}
            </p>
            <p>{parts[index]?.feedback}</p>
          </li>
        ))}
      </List>
      {works.length > 0 && (
        <p class="sb-works">
          {works.length > 1 ? 'Works' : 'Work'} behind it:{' '}
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
