import { t } from '../../../lib/i18n/t.ts';
import { isSingle, type Answer } from '../model/answers.ts';
import type { QuestionView } from '../model/view.ts';
import { useRef, useState } from 'preact/hooks';

/** Props of the answer controls of every kind. */
interface AnswerProps {
  question: QuestionView;
  /** Indices of parts in display order. */
  order: readonly number[];
  answer: Answer;
  /** For each part, whether it was answered right; undefined before checking. */
  marks: readonly boolean[] | undefined;
  /** Whether the island is hydrated. */
  hydrated: boolean;
  onAnswer: (answer: Answer) => void;
}

/**
 * Radio buttons or checkboxes. Without keys, so that Preact changes texts in place and moves no inputs
 * when the reader's order replaces the server-rendered one.
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

/** Pairs: each left side with a select element for its right side. */
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
            <option value={-1}>{t('quiz.choose')}</option>
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

/** Items that can be moved by buttons or by dragging. */
export function Ordering({ question, answer, marks, hydrated, onAnswer }: AnswerProps) {
  const list = useRef<HTMLOListElement>(null);
  const dragged = useRef(-1);
  const [status, setStatus] = useState('');
  const text = (index: number | undefined) => question.parts[index ?? -1]?.text ?? '';

  function move(from: number, to: number) {
    const next = answer.filter((_, at) => at !== from);
    next.splice(to, 0, answer[from] ?? 0);
    onAnswer(next);
    setStatus(
      t('quiz.order.moved', { text: text(answer[from]), place: to + 1, count: next.length }),
    );
  }

  /** Moves an item and the focus with it: list items stay in place and only their texts change. */
  function moveWithFocus(from: number, step: -1 | 1) {
    const to = from + step;
    move(from, to);
    const buttons = [...(list.current?.children[to]?.querySelectorAll('button') ?? [])];
    (step < 0 ? buttons : buttons.reverse()).find((button) => !button.disabled)?.focus();
  }

  return (
    <>
      <ol class="sb-order" ref={list}>
        {answer.map((index, at) => (
          <li
            class="sb-choice"
            draggable={hydrated}
            onDragStart={(event) => {
              dragged.current = at;
              // WebKit starts no drag without data.
              event.dataTransfer?.setData('text/plain', text(index));
            }}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged.current >= 0) move(dragged.current, at);
              dragged.current = -1;
            }}
          >
            <span>{text(index)}</span>
            {marks && <Mark right={marks[at] ?? false} />}
            <span class="sb-moves">
              {([-1, 1] as const).map((step) => (
                <button
                  type="button"
                  class="sb-round"
                  aria-label={
                    step < 0
                      ? t('quiz.order.moveUp', { text: text(index) })
                      : t('quiz.order.moveDown', { text: text(index) })
                  }
                  disabled={answer[at + step] === undefined}
                  onClick={() => moveWithFocus(at, step)}
                >
                  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <path d={step < 0 ? 'M8 13V3M4 7l4-4 4 4' : 'M8 3v10M4 9l4 4 4-4'} />
                  </svg>
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p class="sb-hidden" role="status">
        {status}
      </p>
    </>
  );
}

/** A tick or a cross, with text for screen readers unless `hidden`. */
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
