import { useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/i18n/t.ts';
import { isoDay } from '../../../lib/text/format.ts';
import { site } from '../../../site/site.ts';
import { formatProgress, parseProgress, progressFileLimit } from '../model/progress-file.ts';
import { QuietButton } from '../../quiz/client/QuestionCard.tsx';
import type { Practice } from './use-practice.ts';

/** Buttons to export, import and delete practice data. */
export function YourData({ practice }: { practice: Practice }) {
  const input = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, say] = useState('');
  const live = practice.quizzes !== undefined;

  /** Downloads a progress file, created in the browser. */
  function save() {
    const text = formatProgress(practice.progress(), Date.now());
    const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const download = `${site.id}-progress-${isoDay(new Date())}.json`;
    Object.assign(document.createElement('a'), { href, download }).click();
    // The click only queues the download, which must have started before the URL is revoked.
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    say(t('practice.saved'));
  }

  async function load(file: File | undefined) {
    if (!file) return;
    try {
      if (file.size > progressFileLimit) throw new RangeError(t('practice.file.tooLarge'));
      const progress = parseProgress(await file.text(), practice.quizzes ?? []);
      const answers = [...progress.answers.values()].reduce((sum, { size }) => sum + size, 0);
      const found = t('practice.file.read', { answers, cards: progress.cards.size });
      const lapsed = progress.lapsed > 0 ? ` ${t('practice.file.lapsed')}` : '';
      say(practice.add(progress) ? found + lapsed : t('practice.wouldNotKeep'));
    } catch (error) {
      say(error instanceof RangeError ? error.message : t('practice.file.unreadable'));
    }
    if (input.current) input.current.value = '';
  }

  function forget() {
    practice.forget();
    say(t('practice.forgotten'));
  }

  return (
    <section class="sb-your-data" aria-labelledby="your-data">
      <p class="sb-label" id="your-data">
        {t('practice.yourAnswers')}
      </p>
      <p>{t('practice.whereKept')}</p>
      <div class="sb-actions">
        <QuietButton disabled={!live} onClick={save}>
          {t('practice.save')}
        </QuietButton>
        <label class="sb-button sb-button-quiet sb-file">
          {t('practice.read')}
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            disabled={!live}
            onChange={(event) => void load(event.currentTarget.files?.[0])}
          />
        </label>
        <QuietButton disabled={!live} onClick={() => dialog.current?.showModal()}>
          {t('practice.forget')}
        </QuietButton>
        <dialog class="sb-dialog" ref={dialog} aria-labelledby="forget-question">
          <p id="forget-question">{t('practice.forgetQuestion')}</p>
          <form method="dialog" class="sb-actions">
            <QuietButton type="submit">{t('practice.keepThem')}</QuietButton>
            <button type="submit" class="sb-button" onClick={forget}>
              {t('practice.forgetThem')}
            </button>
          </form>
        </dialog>
      </div>
      <p role="status" class="sb-said">
        {said}
      </p>
    </section>
  );
}
