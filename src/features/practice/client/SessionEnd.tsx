import type { QuestionView } from '../../quiz/model/view.ts';
import type { Practice } from './use-practice.ts';

interface Props {
  count: number;
  missed: readonly QuestionView[];
  practice: Practice;
  onEnd: () => void;
}

/** How a session went, what to read again, and when its questions come back. */
export function SessionEnd({ count, missed, practice, onEnd }: Props) {
  const sections = new Map(missed.map(({ section }) => [section.href, section.text]));
  return (
    <section class="sb-card sb-result-text" id="session" aria-label="How it went">
      <p class="sb-stem" tabIndex={-1}>
        {count - missed.length} of {count} right at the first try
      </p>
      <p>
        {missed.length > 0
          ? 'What you missed comes back tomorrow, and the rest when you are about to forget it.'
          : 'Each comes back when you are about to forget it.'}
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
      {practice.blocked && <p>This browser keeps nothing, so it will not remember this session.</p>}
      <button type="button" class="sb-button" onClick={onEnd}>
        Back to the topics
      </button>
    </section>
  );
}
