import type { AnswerProps } from './answer-props.ts';
import { Mark } from './Mark.tsx';

/** Pairs: each left side with a list to choose its right side from. */
export function Matching({ question, order, answer, marks, onAnswer }: AnswerProps) {
  return (
    <div class="sb-choices">
      {question.parts.map(({ text }, left) => (
        <label class="sb-choice sb-pair">
          <span>{text}</span>
          <select
            value={answer[left]}
            onChange={(event) => {
              const right = Number(event.currentTarget.value);
              onAnswer(answer.map((chosen, at) => (at === left ? right : chosen)));
            }}
          >
            <option value={-1}>Choose…</option>
            {order.map((index) => (
              <option value={index}>{question.rights[index]}</option>
            ))}
          </select>
          {marks && <Mark right={marks[left] ?? false} />}
        </label>
      ))}
    </div>
  );
}
