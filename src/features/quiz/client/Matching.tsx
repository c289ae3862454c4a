import type { AnswerProps } from './answer-props.ts';
import { Mark } from './Mark.tsx';

/** Pairs: each left side with a list to choose its right side from. */
export function Matching({ question, order, answer, marks, onAnswer }: AnswerProps) {
  return (
    <div class="sb-choices">
      {question.parts.map(({ text }, left) => (
        <div class="sb-choice sb-pair">
          <label for={`pair-${question.id}-${String(left)}`}>{text}</label>
          <select
            id={`pair-${question.id}-${String(left)}`}
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
        </div>
      ))}
    </div>
  );
}
