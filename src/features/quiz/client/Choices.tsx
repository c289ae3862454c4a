import { isSingle } from '../model/mark.ts';
import type { AnswerProps } from './answer-props.ts';
import { Mark } from './Mark.tsx';

/**
 * Radio buttons or checkboxes. They have no keys: when the reader's own order replaces the server's,
 * texts change and no box moves.
 */
export function Choices({ question, order, answer, marks, onAnswer }: AnswerProps) {
  const single = isSingle(question.kind);

  function toggle(index: number) {
    if (single) return onAnswer([index]);
    const others = answer.filter((chosen) => chosen !== index);
    onAnswer(others.length < answer.length ? others : [...others, index].sort());
  }

  return (
    <div class="sb-choices">
      {order.map((index) => {
        const part = question.parts[index];
        const chosen = answer.includes(index);
        return (
          <label class="sb-choice">
            <input
              type={single ? 'radio' : 'checkbox'}
              name={`answer-${question.id}`}
              value={index}
              checked={chosen}
              onChange={() => toggle(index)}
            />
            <span>{part?.text}</span>
            {marks && chosen && <Mark right={part?.right ?? false} />}
          </label>
        );
      })}
    </div>
  );
}
