import { useRef } from 'preact/hooks';

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
