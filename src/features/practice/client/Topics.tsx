import type { ReviewCards } from '../model/review-card.ts';
import { topicMemory } from '../model/practice-session.ts';
import type { QuizView } from '../../quiz/model/view.ts';
import type { Topic } from './use-practice.ts';

interface Props {
  topics: Topic[];
  quizzes: QuizView[] | undefined;
  cards: ReviewCards;
  now: number;
  /** Ids of the topics left out. */
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
}

/** Topics to choose from, each with how much of it the reader likely still knows. */
export function Topics({ topics, quizzes, cards, now, left, onLeft }: Props) {
  const all = left.size === 0;

  function toggle(id: string) {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    onLeft(next);
  }

  return (
    <fieldset class="sb-question sb-topics">
      <legend class="sb-label">Topics</legend>
      <ul role="list">
        {topics.map(({ id, title, href, count }) => {
          const questions = quizzes?.find((quiz) => quiz.id === id)?.questions ?? [];
          const { met, known } = topicMemory(questions, cards, now);
          return (
            <li key={id} data-topic={id}>
              <label>
                <input
                  type="checkbox"
                  disabled={!quizzes}
                  checked={!left.has(id)}
                  onChange={() => toggle(id)}
                />
                <span>{title}</span>
              </label>
              <a href={href}>
                <span class="sb-hidden">{title}: </span>
                {met > 0 ? `${String(met)} of ${String(count)} met` : `${String(count)} questions`}
              </a>
              <svg
                class="sb-memory"
                viewBox="0 0 100 4"
                width="100"
                height="4"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect width="100" height="4" />
                {met > 0 && (
                  <>
                    <rect width={(100 * met) / count} height="4" />
                    <rect width={(100 * known) / count} height="4" />
                  </>
                )}
              </svg>
              {met > 0 && <span class="sb-hidden">, {known} likely still known</span>}
            </li>
          );
        })}
      </ul>
      <p class="sb-memory-key">
        The line shows what you have met, and in the darker part what you likely still know.
      </p>
      <button
        type="button"
        class="sb-button sb-button-quiet"
        disabled={!quizzes}
        onClick={() => onLeft(all ? new Set(topics.map(({ id }) => id)) : new Set())}
      >
        {all ? 'Choose none' : 'Choose all'}
      </button>
    </fieldset>
  );
}
