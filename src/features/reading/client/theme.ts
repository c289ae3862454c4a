import { createStore } from '../../../lib/storage/store.ts';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

/**
 * Lets the reader's choice of theme rule this page and be kept for the next. A choice made meanwhile,
 * in another tab or before going back to this page, rules it, too.
 */
export function keepTheme(): void {
  const select = document.querySelector<HTMLSelectElement>('[data-theme-select]');
  if (!select) return;
  const store = createStore('theme', toTheme, () => localStorage);
  select.value = store.read() ?? 'auto';
  select.addEventListener('change', () => {
    const theme = toTheme(select.value) ?? 'auto';
    if (theme === 'auto') store.clear();
    else store.write(theme);
    show(theme);
  });
  const follow = () => {
    const theme = store.read() ?? 'auto';
    select.value = theme;
    show(theme);
  };
  addEventListener('storage', follow);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) follow();
  });
}

function show(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function toTheme(value: unknown): Theme | undefined {
  return themes.find((theme) => theme === value);
}
