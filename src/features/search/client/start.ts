import { createStore } from '../../../lib/storage/store.ts';
import { foundParameter } from '../../../lib/url/page-path.ts';

/** The link or button of every page that opens search; the dialog is not loaded before it is used. */
const button = document.querySelector<HTMLAnchorElement>('[data-search]');

/** Stores whether "/" opens search from anywhere; a reader may turn it off (WCAG 2.2, 2.1.4). */
const slash = createStore(
  'slash',
  (json) => (typeof json === 'boolean' ? json : undefined),
  () => localStorage,
);

const load = () => import('./dialog.ts');

async function open(): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('.sb-search-page input');
  if (field) {
    field.focus();
    return;
  }
  try {
    if ((await load()).openDialog(slash)) return;
  } catch {
    // The dialog failed to load: go to the search page instead.
  }
  if (button) location.href = button.href;
}

button?.addEventListener('pointerenter', () => {
  load().catch(() => undefined);
});

button?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void open();
});

// With script the link acts as a button, which the space bar must also press.
button?.setAttribute('role', 'button');
button?.addEventListener('keydown', (event) => {
  if (event.key !== ' ') return;
  event.preventDefault();
  button.click();
});

document.addEventListener('keydown', (event) => {
  const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!isCommand && !(isSlash && !isWriting(event.target) && slash.read() !== false)) return;
  event.preventDefault();
  void open();
});

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  );
}

if (new URLSearchParams(location.search).has(foundParameter)) {
  import('./marks.ts').then(
    ({ markFound }) => {
      markFound();
    },
    () => undefined,
  );
}
