import '../../../lib/keyed-text.ts';
import { useState, useLayoutEffect } from 'preact/hooks';
import { t } from '../../../lib/i18n/t.ts';
import {
  missingAnswers,
  scoreReflection,
  type ReflectionView,
  type ReflectionAnswers,
} from '../model/score.ts';
import { checkedBefore, focusOn } from '../../quiz/client/use-answers.ts';
import { ByHand, ReflectionResult } from './ReflectionResult.tsx';
import { isRecord } from '../../../lib/storage/entry-store.ts';
import { createStore } from '../../../lib/storage/store.ts';

/** Store of the answers on the device; only written if the reader chooses to keep them. */
const store = createStore('reflection', parseSheets, () => localStorage);

const steps = [1, 2, 3, 4, 5, 6, 7];

/** Labels of the steps of the scale that have one. */
const ends: Record<number, string> = {
  1: t('reflection.scale.one'),
  4: t('reflection.scale.four'),
  7: t('reflection.scale.seven'),
};

/** The self-reflection: statements to rate about one relationship, and the result. */
export function ReflectionIsland({ reflection }: { reflection: ReflectionView }) {
  const { relationships, statements } = reflection;
  const [about, setAbout] = useState(
    () => checkedBefore('reflection-about')[0] ?? relationships[0]?.id ?? '',
  );
  // Starts with the answers given before hydration.
  const [sheets, setSheets] = useState<Sheets>(() => {
    const before = statements.flatMap(({ id }) =>
      checkedBefore(`statement-${id}`).map((value) => [id, Number(value)]),
    );
    return { [about]: Object.fromEntries(before) as ReflectionAnswers };
  });
  /** Whether the island is hydrated. */
  const [live, setLive] = useState(false);
  const [kept, setKept] = useState(false);
  /** Ids of the relationships on the map, the latest first. */
  const [shown, setShown] = useState<readonly string[]>([]);
  const [said, say] = useState('');
  const answers = sheets[about] ?? {};

  useLayoutEffect(() => {
    const saved = store.read();
    if (saved) {
      setSheets({ ...saved, [about]: { ...saved[about], ...answers } });
      setKept(true);
    }
    setLive(true);
  }, []);

  function answer(id: string, value: number) {
    const next = { ...sheets, [about]: { ...answers, [id]: value } };
    setSheets(next);
    if (kept) setKept(store.write(next));
    say('');
  }

  function keep(wanted: boolean) {
    if (!wanted) store.clear();
    const took = wanted && store.write(sheets);
    setKept(took);
    if (took !== wanted) say(t('practice.wouldNotKeep'));
    else say(took ? t('reflection.kept') : t('reflection.notKept'));
  }

  function show() {
    const missing = missingAnswers(statements, answers);
    say(missing ?? '');
    if (missing) return;
    setShown([about, ...shown.filter((id) => id !== about)].slice(0, 2));
    focusOn('reflection-result');
  }

  const points = shown.flatMap((id) => {
    const { anxiety, avoidance } = scoreReflection(statements, sheets[id] ?? {});
    const label = relationships.find((one) => one.id === id)?.label ?? '';
    return anxiety && avoidance ? [{ label, anxiety, avoidance }] : [];
  });

  return (
    <div class={live ? 'sb-quiz sb-reflection is-live' : 'sb-quiz sb-reflection'}>
      <p>{reflection.before}</p>
      <fieldset class="sb-question" id="reflection-about">
        <legend class="sb-label" tabIndex={-1}>
          {t('reflection.whom')}
        </legend>
        <div class="sb-choices">
          {relationships.map(({ id, label }) => (
            <label class="sb-choice" key={id}>
              <input
                type="radio"
                name="reflection-about"
                value={id}
                checked={id === about}
                onChange={() => setAbout(id)}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="sb-statements">
        {statements.map(({ id, text }, at) => (
          <fieldset class="sb-statement" id={`statement-${id}`} key={id}>
            <legend>
              <span class="sb-statement-number">{at + 1}</span> {text}
            </legend>
            <div class="sb-scale">
              <span aria-hidden="true">{t('reflection.scale.least')}</span>
              {steps.map((step) => (
                <label key={step}>
                  <input
                    type="radio"
                    name={`statement-${id}`}
                    value={step}
                    checked={answers[id] === step}
                    onChange={() => answer(id, step)}
                  />
                  <span class="sb-round">
                    {step}
                    {ends[step] && <span class="sb-hidden">, {ends[step]}</span>}
                  </span>
                </label>
              ))}
              <span aria-hidden="true">{t('reflection.scale.most')}</span>
            </div>
          </fieldset>
        ))}
      </div>
      <div class="sb-actions">
        {live ? (
          <>
            <button type="button" class="sb-button" onClick={show}>
              {t('reflection.show')}
            </button>
            <label>
              <input
                type="checkbox"
                checked={kept}
                onChange={(event) => keep(event.currentTarget.checked)}
              />
              {t('reflection.keep')}
            </label>
          </>
        ) : (
          <p class="sb-no-script">{t('reflection.needsScript')}</p>
        )}
      </div>
      <p role="status" class="sb-said">
        {said}
      </p>
      <ByHand reflection={reflection} />
      {points.length > 0 && (
        <ReflectionResult
          reflection={reflection}
          points={points}
          onOther={() => {
            const other = relationships.find(({ id }) => !shown.includes(id));
            if (other) setAbout(other.id);
            focusOn('reflection-about');
          }}
        />
      )}
      <p>{reflection.after}</p>
    </div>
  );
}

/** Answers about each relationship, keyed by relationship id. */
type Sheets = Readonly<Record<string, ReflectionAnswers>>;

/** Parses unknown JSON, without answers outside 1 to 7; undefined if it is not an object. */
export function parseSheets(json: unknown): Sheets | undefined {
  if (!isRecord(json)) return undefined;
  const sheets = Object.entries(json).flatMap(([id, sheet]) => {
    if (!isRecord(sheet)) return [];
    const answers = Object.entries(sheet).filter(([, value]) =>
      steps.some((step) => step === value),
    );
    return [[id, Object.fromEntries(answers)]];
  });
  return Object.fromEntries(sheets) as Sheets;
}
