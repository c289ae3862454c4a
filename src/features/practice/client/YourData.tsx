import { useRef, useState } from 'preact/hooks';
import { formatProgress, parseProgress, progressFileLimit } from '../model/progress-file.ts';
import type { Practice } from './use-practice.ts';

/** Hands the reader a text as a file; nothing leaves the browser. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The click only queues the download; a minute is long enough for it to have begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Forgets after asking once more. */
export function ForgetButton({ disabled, onForget }: { disabled: boolean; onForget: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        class="sb-button sb-button-quiet"
        disabled={disabled}
        onClick={() => dialog.current?.showModal()}
      >
        Forget my answers
      </button>
      <dialog class="sb-dialog" ref={dialog} aria-labelledby="forget-question">
        <p id="forget-question">Forget all answers and review dates on this device?</p>
        <form method="dialog" class="sb-actions">
          <button type="submit" class="sb-button sb-button-quiet">
            Keep them
          </button>
          <button type="submit" class="sb-button" onClick={onForget}>
            Forget them
          </button>
        </form>
      </dialog>
    </>
  );
}

/** Taking progress along, bringing it back, and forgetting it. */
export function YourData({ practice }: { practice: Practice }) {
  const input = useRef<HTMLInputElement>(null);
  const [said, say] = useState('');
  const live = practice.quizzes !== undefined;

  function save() {
    const day = new Date().toISOString().slice(0, 10);
    downloadText(
      `secure-base-progress-${day}.json`,
      formatProgress(practice.progress(), Date.now()),
    );
    say('Saved as a file.');
  }

  async function load(file: File | undefined) {
    if (!file) return;
    try {
      if (file.size > progressFileLimit) throw new RangeError('This file is too large.');
      const progress = parseProgress(await file.text(), practice.quizzes ?? []);
      const answers = [...progress.answers.values()].reduce((sum, { size }) => sum + size, 0);
      const found = `Read ${String(answers)} answers and ${String(progress.cards.size)} review dates.`;
      const lapsed = progress.lapsed > 0 ? ' The rest belongs to questions that have changed.' : '';
      say(practice.add(progress) ? found + lapsed : 'This browser would not keep them.');
    } catch (error) {
      say(error instanceof RangeError ? error.message : 'This file could not be read.');
    }
    if (input.current) input.current.value = '';
  }

  return (
    <section class="sb-your-data" aria-labelledby="your-data">
      <p class="sb-label" id="your-data">
        Your answers
      </p>
      <p>
        They are kept in this browser and sent to nobody. Safari deletes them after seven days of
        use without a visit here, unless the guide is on your Home Screen. A file keeps them for
        good, and takes them to another device.
      </p>
      <div class="sb-actions">
        <button type="button" class="sb-button sb-button-quiet" disabled={!live} onClick={save}>
          Save to a file
        </button>
        <label class="sb-button sb-button-quiet sb-file">
          Read from a file
          <input
            ref={input}
            type="file"
            accept="application/json,.json"
            disabled={!live}
            onChange={(event) => void load(event.currentTarget.files?.[0])}
          />
        </label>
        <ForgetButton
          disabled={!live}
          onForget={() => {
            practice.forget();
            say('All answers and review dates are forgotten.');
          }}
        />
      </div>
      <p role="status" class="sb-said">
        {said}
      </p>
    </section>
  );
}
