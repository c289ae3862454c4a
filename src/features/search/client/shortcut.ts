import { createStore } from '../../../lib/storage/store.ts';

/** Name of the address's parameter that carries the words to mark on the page. */
export const foundParameter = 'found';

/** Whether "/" opens search from anywhere; a reader may turn it off (WCAG 2.2, 2.1.4). */
const store = createStore(
  'slash',
  (json) => (typeof json === 'boolean' ? json : undefined),
  () => localStorage,
);

/** Whether "/" opens search. */
export function slashOpens(): boolean {
  return store.read() ?? true;
}

/** Keeps whether "/" opens search. */
export function keepSlash(opens: boolean): void {
  if (opens) store.clear();
  else store.write(false);
}
