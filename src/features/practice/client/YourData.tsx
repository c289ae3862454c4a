import { useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/t.ts';
import { isoDay } from '../../../lib/text/format.ts';
import { site } from '../../../site/site.ts';
import { formatProgress, parseProgress, progressFileLimit } from '../model/progress-file.ts';
import { SecondaryButton } from '../../quiz/client/QuestionCard.tsx';
import type { Practice } from './use-practice.ts';

/** Buttons to export, import and delete practice data. */
export function YourData({ practice }: { practice: Practice }) {
  const input = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [status, setStatus] = useState('');
  const loaded = practice.quizzes !== undefined;

  /** Downloads a progress file, created in the browser. */
  function save() {
    const text = formatProgress(practice.exportProgress(), Date.now());
    const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const download = `${site.id}-progress-${isoDay(new Date())}.json`;
    Object.assign(document.createElement('a'), { href, download }).click();
    // The click only queues the download, which must have started before the URL is revoked.
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    setStatus(t('practice.saved'));
  }

  async function load(file: File | undefined) {
    if (!file) return;
    try {
      if (file.size > progressFileLimit) throw new RangeError(t('practice.file.tooLarge'));
      const progress = parseProgress(await file.text(), practice.quizzes ?? []);
      const answers = [...progress.answers.values()].reduce((sum, { size }) => sum + size, 0);
      const found = t('practice.file.read', { answers, cards: progress.cards.size });
      const dropped = progress.dropped > 0 ? ` ${t('practice.file.lapsed')}` : '';
      setStatus(practice.importProgress(progress) ? found + dropped : t('practice.wouldNotKeep'));
    } catch (error) {
      setStatus(error instanceof RangeError ? error.message : t('practice.file.unreadable'));
    }
    if (input.current) input.current.value = '';
  }

  function forget() {
    practice.forget();
    setStatus(t('practice.forgotten'));
  }

  return (
    <section class="sb-your-data" aria-labelledby="your-data">
      <p class="sb-label" id="your-data">
        {t('practice.yourAnswers')}
      </p>
      <p>{t('practice.whereKept')}</p>
      <div class="sb-actions">
        <SecondaryButton disabled={!loaded} onClick={save}>
          {t('practice.save')}
        </SecondaryButton>
        <label class="sb-button sb-button-quiet sb-file">
          {t('practice.read')}
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            disabled={!loaded}
            onChange={(event) => void load(event.currentTarget.files?.[0])}
          />
        </label>
        <SecondaryButton disabled={!loaded} onClick={() => dialog.current?.showModal()}>
          {t('practice.forget')}
        </SecondaryButton>
        <dialog class="sb-dialog" ref={dialog} aria-labelledby="forget-question">
          <p id="forget-question">{t('practice.forgetQuestion')}</p>
          <form method="dialog" class="sb-actions">
            <SecondaryButton type="submit">{t('practice.keepThem')}</SecondaryButton>
            <button type="submit" class="sb-button" onClick={forget}>
              {t('practice.forgetThem')}
            </button>
          </form>
        </dialog>
      </div>
      <p role="status" class="sb-said">
        {status}
      </p>
    </section>
  );
}
