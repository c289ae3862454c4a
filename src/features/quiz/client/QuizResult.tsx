import { useEffect, useState } from 'preact/hooks';
import type { QuizProgress } from '../model/answers.ts';

interface Props {
  id: string;
  progress: QuizProgress;
  count: number;
  /** Whether to open by itself: the reader has just checked an answer. */
  opened: boolean;
  blocked: boolean;
  onRestart: () => void;
}

/** The end of a quiz: how it went, and what to read again. Until then, where answers are kept. */
export function QuizResult({ id, progress, count, opened, blocked, onRestart }: Props) {
  const { answered, firstTry, missed } = progress;
  const complete = answered === count;
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(complete && opened), [complete, opened]);
  const sections = new Map(missed.map(({ section }) => [section.href, section.text]));

  return (
    <section class="sb-result" id={id} aria-label="Result">
      <p class="sb-result-bar" tabIndex={-1}>
        {complete ? (
          <button
            type="button"
            class="sb-button sb-button-quiet"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            Result
          </button>
        ) : blocked ? (
          'This browser keeps nothing: your answers last until you leave the page.'
        ) : (
          'Your answers stay on this device.'
        )}
      </p>
      {complete && open && (
        <div class="sb-result-text">
          <p>
            All {count} answered, {firstTry === count ? 'each' : firstTry} right at the first try.
          </p>
          {sections.size > 0 && (
            <>
              <p>Worth reading again:</p>
              <ul>
                {[...sections].map(([href, text]) => (
                  <li key={href}>
                    <a href={href}>{text}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <button type="button" class="sb-button sb-button-quiet" onClick={onRestart}>
            Start again
          </button>
        </div>
      )}
    </section>
  );
}
