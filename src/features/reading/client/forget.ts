import { describeKeys, ownKeys } from '../../../lib/storage/kept.ts';
import { forgotten } from './place.ts';

/** Shows what the device remembers and forgets it on demand; where storage is blocked, nothing. */
export function offerForgetting(): void {
  const box = document.querySelector<HTMLElement>('[data-forget]');
  const list = box?.querySelector('[data-forget-list]');
  const none = box?.querySelector<HTMLElement>('[data-forget-none]');
  const button = box?.querySelector<HTMLButtonElement>('[data-forget-all]');
  const status = box?.querySelector('[data-forget-status]');
  if (!box || !list || !none || !button || !status) return;

  const show = () => {
    const kept = describeKeys(Object.keys(localStorage));
    list.replaceChildren(
      ...kept.map((words) => Object.assign(document.createElement('li'), { textContent: words })),
    );
    none.hidden = kept.length > 0;
    button.hidden = kept.length === 0;
  };
  try {
    show();
  } catch {
    button.hidden = true;
    return;
  }
  button.addEventListener('click', () => {
    for (const key of ownKeys(Object.keys(localStorage))) localStorage.removeItem(key);
    delete document.documentElement.dataset['theme'];
    document.dispatchEvent(new Event(forgotten));
    show();
    status.textContent = 'Forgotten.';
  });
}
