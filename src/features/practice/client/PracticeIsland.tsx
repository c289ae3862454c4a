import '../../../lib/keyed-text.ts';
import { useState } from 'preact/hooks';
import { startOfDay } from '../model/forecast.ts';
import { currentCard, pickSession } from '../model/practice-session.ts';
import type { QuestionView } from '../../quiz/model/view.ts';
import { focusOn } from '../../quiz/client/use-answers.ts';
import { Forecast } from './Forecast.tsx';
import { usePractice, type Topic } from './use-practice.ts';
import { Session } from './Session.tsx';
import { Topics } from './Topics.tsx';
import { YourData } from './YourData.tsx';

/** Practice across topics: choose, answer ten, and come back when some are about to be forgotten. */
export function PracticeIsland({ topics }: { topics: Topic[] }) {
  const practice = usePractice();
  const { quizzes, cards, seed } = practice;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [session, setSession] = useState<QuestionView[]>();
  const live = quizzes !== undefined;
  const now = Date.now();

  const chosen = (quizzes ?? []).filter(({ id }) => !left.has(id)).flatMap((q) => q.questions);
  const endOfToday = startOfDay(now, 1);
  const due = chosen.filter((question) => {
    const card = currentCard(question, cards);
    return card && card.due < endOfToday;
  });
  const fresh = chosen.filter((question) => !currentCard(question, cards));

  function start() {
    // Another order of what is new for each day and each session of it.
    const mixed = seed + startOfDay(now) / 60_000 + cards.size;
    setSession(pickSession({ questions: chosen, cards, now, seed: mixed }));
    focusOn('session');
  }

  if (session) {
    return (
      <div class="sb-quiz is-live">
        <Session
          questions={session}
          practice={practice}
          onEnd={() => {
            setSession(undefined);
            focusOn('practice-today');
          }}
        />
      </div>
    );
  }
  return (
    <div class={live ? 'sb-quiz sb-practice is-live' : 'sb-quiz sb-practice'}>
      <div class="sb-practice-today" id="practice-today">
        {live ? (
          <>
            <p tabIndex={-1}>
              <b>{due.length}</b> due today, <b>{fresh.length}</b> not met yet
            </p>
            <button type="button" class="sb-button" disabled={chosen.length === 0} onClick={start}>
              {due.length > 0 ? 'Review and practise' : 'Start a session'}
            </button>
          </>
        ) : (
          <p class="sb-no-script">
            Sessions need JavaScript. Without it, each topic’s questions stand at the end of its
            page.
          </p>
        )}
      </div>
      <Topics {...{ topics, quizzes, cards, now, left }} onLeft={setLeft} />
      <Forecast cards={cards} now={live ? now : undefined} />
      <YourData practice={practice} />
    </div>
  );
}
