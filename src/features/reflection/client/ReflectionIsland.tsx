import '../../../lib/keyed-text.ts';
import { useState, useLayoutEffect } from 'preact/hooks';
import { t } from '../../../lib/i18n/t.ts';
import {
  missingAnswers,
  scoreReflection,
  type ReflectionView,
  type ReflectionAnswers,
} from '../model/score.ts';
import { checkedBeforeHydration, focusOn } from '../../quiz/client/use-answers.ts';
import { ScoringByHand, ReflectionResult } from './ReflectionResult.tsx';
import { isRecord } from '../../../lib/storage/entry-store.ts';
import { createStore } from '../../../lib/storage/store.ts';

/** Store of the answers on the device; only written if the reader chooses to keep them. */
const store = createStore('reflection', parseAnswersByRelationship, () => localStorage);

const steps = [1, 2, 3, 4, 5, 6, 7];

/** Labels of the steps of the scale that have one. */
const stepLabels: Record<number, string> = {
  1: t('reflection.scale.one'),
  4: t('reflection.scale.four'),
  7: t('reflection.scale.seven'),
};

/** The self-reflection: statements to rate about one relationship, and the result. */
export function ReflectionIsland({ reflection }: { reflection: ReflectionView }) {
  const { relationships, statements } = reflection;
  const [about, setAbout] = useState(
    () => checkedBeforeHydration('reflection-about')[0] ?? relationships[0]?.id ?? '',
  );
  // Starts with the answers given before hydration.
  const [allAnswers, setAllAnswers] = useState<AnswersByRelationship>(() => {
    const before = statements.flatMap(({ id }) =>
      checkedBeforeHydration(`statement-${id}`).map((value) => [id, Number(value)]),
    );
    return { [about]: Object.fromEntries(before) as ReflectionAnswers };
  });
  /** Whether the island is hydrated. */
  const [hydrated, setHydrated] = useState(false);
  const [isKept, setKept] = useState(false);
  /** Ids of the relationships on the map, the latest first. */
  const [shown, setShown] = useState<readonly string[]>([]);
  const [status, setStatus] = useState('');
  const answers = allAnswers[about] ?? {};

  useLayoutEffect(() => {
    const saved = store.read();
    if (saved) {
      setAllAnswers({ ...saved, [about]: { ...saved[about], ...answers } });
      setKept(true);
    }
    setHydrated(true);
  }, []);

  function answer(id: string, value: number) {
    const next = { ...allAnswers, [about]: { ...answers, [id]: value } };
    setAllAnswers(next);
    if (isKept) setKept(store.write(next));
    setStatus('');
  }

  function keepAnswers(wanted: boolean) {
    if (!wanted) store.clear();
    const isStored = wanted && store.write(allAnswers);
    setKept(isStored);
    if (isStored !== wanted) setStatus(t('practice.wouldNotKeep'));
    else setStatus(isStored ? t('reflection.kept') : t('reflection.notKept'));
  }

  function show() {
    const missing = missingAnswers(statements, answers);
    setStatus(missing ?? '');
    if (missing) return;
    setShown([about, ...shown.filter((id) => id !== about)].slice(0, 2));
    focusOn('reflection-result');
  }

  const points = shown.flatMap((id) => {
    const { anxiety, avoidance } = scoreReflection(statements, allAnswers[id] ?? {});
    const label = relationships.find((one) => one.id === id)?.label ?? '';
    return anxiety && avoidance ? [{ label, anxiety, avoidance }] : [];
  });

  return (
    <div class={hydrated ? 'sb-quiz sb-reflection is-live' : 'sb-quiz sb-reflection'}>
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
                    {stepLabels[step] && <span class="sb-hidden">, {stepLabels[step]}</span>}
                  </span>
                </label>
              ))}
              <span aria-hidden="true">{t('reflection.scale.most')}</span>
            </div>
          </fieldset>
        ))}
      </div>
      <div class="sb-actions">
        {hydrated ? (
          <>
            <button type="button" class="sb-button" onClick={show}>
              {t('reflection.show')}
            </button>
            <label>
              <input
                type="checkbox"
                checked={isKept}
                onChange={(event) => keepAnswers(event.currentTarget.checked)}
              />
              {t('reflection.keep')}
            </label>
          </>
        ) : (
          <p class="sb-no-script">{t('reflection.needsScript')}</p>
        )}
      </div>
      <p role="status" class="sb-said">
        {status}
      </p>
      <ScoringByHand reflection={reflection} />
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
type AnswersByRelationship = Readonly<Record<string, ReflectionAnswers>>;

/** Parses unknown JSON, without answers outside 1 to 7; undefined if it is not an object. */
export function parseAnswersByRelationship(json: unknown): AnswersByRelationship | undefined {
  if (!isRecord(json)) return undefined;
  const allAnswers = Object.entries(json).flatMap(([id, ratings]) => {
    if (!isRecord(ratings)) return [];
    const answers = Object.entries(ratings).filter(([, value]) =>
      steps.some((step) => step === value),
    );
    return [[id, Object.fromEntries(answers)]];
  });
  return Object.fromEntries(allAnswers) as AnswersByRelationship;
}
